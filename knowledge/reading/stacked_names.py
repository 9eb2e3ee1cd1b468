"""Names of components that were copied one below the other, and what each says below them all.

A table copied column by column reads "1. Persyaratan" / "2. Prosedur", then the papers, then the
steps. As many paragraphs as names stand below, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.reading.headings import known_heading
from knowledge.reading.marks import Mark, Symbol, take_mark
from knowledge.reading.pages import Line, Pages

_FEWEST = 2


def with_names_beside(pages: Pages) -> Pages:
    """Return the pages with each of the stacked names above its own paragraph."""
    return replace(pages, lines=tuple(_sorted(pages.lines)))


def _sorted(lines: Sequence[Line]) -> Iterator[Line]:
    at, stacked = 0, False
    while at < len(lines):
        names, end = _names(lines, at)
        if len(names) < _FEWEST or not _count_up(names):
            one = names and stacked
            yield names[0] if one else lines[at]
            at = end if one else at + 1
            continue
        below = next((n for n in range(end, len(lines)) if _name(lines, n)), len(lines))
        paragraphs = _paragraphs(lines[end:below])
        if len(paragraphs) == len(names):
            for name, paragraph in zip(names, paragraphs, strict=True):
                yield replace(name, gap=True)
                yield from paragraph
            at, stacked = below, True
        else:
            yield from lines[at:end]
            at = end


def _names(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """Return the numbered names of components that follow each other, and where they end."""
    names = []
    while found := _name(lines, at):
        names.append(found[0])
        at += found[1]
    return names, at


def _name(lines: Sequence[Line], at: int) -> tuple[Line, int] | None:
    """Return the numbered name at a line, whose number may stand alone above it, and its lines."""
    for count in (1, 2):
        part = lines[at : at + count]
        if len(part) < count or (count > 1 and take_mark(f"{part[0].plain} x")[1] != "x"):
            return None
        text = " ".join(line.plain for line in part)
        marks, words = take_mark(text)
        heading = known_heading(words) if marks and len(words) > 1 else None
        if heading and (heading.exact or heading.mended):
            return replace(part[0], text=text), count
    return None


def _count_up(names: Sequence[Line]) -> bool:
    marks = [_number(line) for line in names]
    return all(a and b and b.follows(a) for a, b in pairwise(marks))


def _number(line: Line) -> Mark | None:
    return next((mark for mark in take_mark(line.plain)[0] if mark.symbol is Symbol.DIGIT), None)


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines between gaps; a list that a page's end broke is one."""
    found: list[list[Line]] = []
    for line in lines:
        if found and not (line.gap and not _goes_on(found[-1], line)):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line is the next entry of the list in a paragraph."""
    before = [mark for above in paragraph for mark in take_mark(above.plain)[0][:1]]
    return any(mark.follows(last) for mark in take_mark(line.plain)[0][:1] for last in before)
