"""Entries of a list that run on in a paragraph, as "3.1 ... (5 menit). 3.2 ... (2 menit)".

Each is put on a line of its own, where the marks go on in turn behind the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.reading.headings import known_heading
from knowledge.reading.pages import Line, Pages

_MARK = re.compile(
    r"(?P<open>\(?)(?P<head>(?:\d{1,2}\.)?)(?P<name>\d{1,2}|[a-z])(?P<close>[.)]?)\s+(?=\S)"
)
_NAMED = re.compile(r"(?:Mengingat|Menimbang|Dasar\s+Hukum)\s*:\s+(?=\(?[1a][.)]\s)", re.I)
#: "E. Prosedur 1. ...; 2. ...": a heading, and its list on the same line.
_HEADED = re.compile(
    r"(?:(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s+)?(?P<words>[A-Z][^.:;\d]{2,60}?)\s*:?\s+(?=[1a][.)]\s)"
)
_LAST_LETTER = ord("z")


@dataclass(frozen=True, slots=True)
class _Mark:
    """The mark of an entry: what stands around its number or letter."""

    opens: str
    head: str
    name: str
    closes: str

    def following(self) -> _Mark | None:
        """Return the mark of the next entry, or None behind the last letter."""
        if self.name.isdigit():
            return replace(self, name=str(int(self.name) + 1))
        after = ord(self.name) + 1
        return replace(self, name=chr(after)) if after <= _LAST_LETTER else None

    def __str__(self) -> str:
        return f"{self.opens}{self.head}{self.name}{self.closes}"


def with_run_on_entries(pages: Pages) -> Pages:
    """Return the pages with each entry of a list on a line of its own."""
    lines: list[Line] = []
    mark: _Mark | None = None
    for line in pages.lines:
        begun = _mark_of(line)
        mark = begun or (None if line.gap or line.cell else mark)
        for piece in _pieces(line, mark) if mark else [line]:
            lines.append(piece)
            mark = _mark_of(piece) or mark
    return replace(pages, lines=tuple(lines))


def _mark_of(line: Line) -> _Mark | None:
    """Return the mark that a line begins with; a decimal one needs no stop behind it.

    Or the first one of a list behind its heading: "Mengingat: 1. ...; 2. ...".
    """
    named = _NAMED.match(line.plain) or _heading_before(line.plain)
    found = _MARK.match(line.plain, named.end() if named else 0)
    if found is None or bool(found["open"]) > (found["close"] == ")"):
        return None
    if not (found["close"] or found["head"]):
        return None
    return _Mark(found["open"], found["head"], found["name"], found["close"])


def _heading_before(text: str) -> re.Match[str] | None:
    """Return the heading of a section that the first entry of its list follows in its line."""
    found = _HEADED.match(text)
    heading = known_heading(found["words"]) if found else None
    return found if heading and heading.exact else None


def _pieces(line: Line, mark: _Mark) -> Iterator[Line]:
    """Yield a line cut before each mark that goes on from the last one."""
    rest, gap = line.text, line.gap
    following = mark.following()
    while following and (found := re.search(_next(following), rest)):
        begin = max(found.start("listed"), found.start("told"))
        yield replace(line, text=rest[:begin].rstrip(), gap=gap)
        rest, gap = rest[begin:], False
        following = following.following()
    yield replace(line, text=rest, gap=gap)


def _next(mark: _Mark) -> str:
    """Return how a mark looks that begins another entry in a line: "(2 menit). 3.2 Petugas"."""
    name = re.escape(str(mark))
    listed = rf"(?<=;)\s+(?:(?:dan|atau|serta)\s+)?(?P<listed>{name})\s+(?=[A-Za-z(])"
    return rf"{listed}|(?<=[.)])\s+(?P<told>{name})\s+(?=[A-Z])"
