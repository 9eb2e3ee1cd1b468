"""Tables of components whose rows were copied as text, without their lines.

Knows rows on one line ("1 Persyaratan 1. KTP"), cells on lines of their own, and names that go on
below beside what they name ("2. Sarana dan 1. Ruang tunggu" above "Prasarana 2. Komputer").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.reading.headings import Heading, begins_heading, known_heading, named_facets
from knowledge.reading.marks import take_mark
from knowledge.reading.pages import Line, Pages

_NUMBER = re.compile(r"(\d{1,2})[.)]?")
_FLAT = re.compile(r"(\d{1,2})([.)]?)\s+(\S.*)")
_JOINS = ("dan", "atau", "dan/atau")
_ENTRY = re.compile(r"[a-z][.)]\s")
_MOST_WORDS = 8
_ENOUGH_ROWS = 3
_MOST_SKIPPED = 3
_MOST_LINES = 6  # over which a name may hang


def with_component_rows(pages: Pages) -> Pages | None:
    """Return the pages with each row of a copied table of components in two lines, or None."""
    lines = list(_Rows(list(_joined_cells(pages.lines))).split())
    rows = [(line, heading) for line, heading in lines if heading]
    facets = {heading.facet for _, heading in rows}
    tables = sum(line.plain.startswith("1") for line, _ in rows) or 1
    if len(facets) < _ENOUGH_ROWS or len(facets) * tables < len(rows) - tables:
        return None
    return replace(pages, lines=tuple(line for line, _ in lines))


def _joined_cells(lines: Sequence[Line]) -> Iterator[Line]:
    """Put a number that stands alone before the component's name on the next line."""
    number: Line | None = None
    for line in lines:
        if number and (heading := known_heading(line.plain)) and heading.exact:
            yield replace(number, text=f"{number.text.rstrip('.)')}. {line.text}")
            number = None
            continue
        if number:
            yield number
        number = line if _NUMBER.fullmatch(line.plain) else None
        if number is None:
            yield line
    if number:
        yield number


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: its heading as printed, and what stands beside it, line by line."""

    heading: Heading
    words: str
    contents: tuple[str, ...]


@dataclass(slots=True)
class _Rows:
    """Goes through lines; knows the number of the last row, and of the last item in it."""

    lines: Sequence[Line]
    row: int = 0
    item: int = 0
    close: str = ""

    def split(self) -> Iterator[tuple[Line, Heading | None]]:
        """Yield the lines; a row "2 Biaya Gratis" as its heading and its content."""
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            match = _FLAT.fullmatch(line.plain)
            row = self._row(match, at) if match else None
            if match is None or row is None:
                self._count(line.plain)
                yield line, None
                at += 1
                continue
            self.row, self.item = int(match[1]), 0
            yield Line(f"{match[1]}. {row.words}", line.page, gap=True), row.heading
            for content in filter(None, row.contents):
                self._count(content)
                yield Line(content, line.page), None
            at += len(row.contents)

    def _count(self, text: str) -> None:
        """Note the number of an item."""
        if match := _FLAT.fullmatch(text):
            self.item, self.close = int(match[1]), match[2]

    def _row(self, match: re.Match[str], at: int) -> _Row | None:
        """Read a line whose number goes on with the rows and whose words begin with a component.

        Where enough rows stand above, the first row of another table may follow them, which has
        a second row, too.
        """
        number = int(match[1])
        next_row = self.row and number == self.row + 1
        in_list = self.item and number == self.item + 1 and match[2] == self.close and not next_row
        goes_on = self.row < number <= self.row + _MOST_SKIPPED
        anew = number == 1 and self.row >= _ENOUGH_ROWS and self._has_second(at)
        together = len(named_facets(match[3])) > 1  # "Unit Pelayanan dan Penanggung Jawab"
        if in_list or together or not (goes_on or anew):
            return None
        return self._worded(match, at)

    def _has_second(self, at: int) -> bool:
        """Whether a row "2. ..." stands below the first one of a table."""
        numbered = ((n, _FLAT.fullmatch(self.lines[n].plain)) for n in range(at, len(self.lines)))
        return any(two and two[1] == "2" and self._worded(two, n) for n, two in numbered)

    def _worded(self, match: re.Match[str], at: int) -> _Row | None:
        below = [line.plain for line in self.lines[at + 1 : at + _MOST_LINES]]
        return _hung(match[3].split(), below) or _on_one_line(match[3].split())


def heading_length(text: str) -> int:
    """Return how many characters at the beginning of a text name a component, 0 for none."""
    row = _on_one_line(text.split())
    return len(row.words) if row and text.startswith(row.words) else 0


def _on_one_line(words: list[str]) -> _Row | None:
    """Read "Biaya Gratis": as many words as name a component, and what it says."""
    for end in range(min(len(words), _MOST_WORDS), 0, -1):
        name, rest = " ".join(words[:end]), " ".join(words[end:])
        if (rest[:1].islower() and not _ENTRY.match(rest)) or not _ends_name(words[end - 1]):
            continue
        if (heading := known_heading(name)) and (heading.exact or (heading.mended and end > 1)):
            return _Row(heading, name, (rest.lstrip(": "),))
    return None


def _hung(words: list[str], below: Sequence[str]) -> _Row | None:
    """Read "Sarana dan 1. Ruang tunggu" above "Prasarana 2. Komputer": a name over some lines."""
    name, rest = _begun("", words)
    contents, found = [rest], None
    for line in below if name else ():
        begun, rest = _begun(name, line.split())
        if begun == name and _is_cut(name) and not _is_row(line):
            contents.append(line)
            continue
        if begun == name or not (_is_open(name, begun) or _follows(contents[-1], rest)):
            break
        name, contents = begun, [*contents, rest]
        if _is_whole(name) and any(contents) and (heading := known_heading(name)):
            found = _Row(heading, name, tuple(contents))
        if not begins_heading(name):
            break
    return found


def _is_cut(name: str) -> bool:
    """Whether a name surely goes on below: "Sistem, Mekanisme dan"."""
    return name.endswith((",", "/")) or name.split()[-1].casefold() in _JOINS


def _is_row(line: str) -> bool:
    match = _FLAT.fullmatch(line)
    return match is not None and _on_one_line(match[3].split()) is not None


def _is_open(name: str, longer: str) -> bool:
    """Whether a name must go on, or the words below it look as if they went on with it."""
    more = longer.removeprefix(name).strip()
    return not _is_whole(name) or not _ends_name(name.split()[-1]) or more[:1].islower()


def _follows(item: str, text: str) -> bool:
    """Whether an item of a list, "2. Komputer", follows another, "1. Ruang tunggu"."""
    before, after = take_mark(item)[0][:1], take_mark(text)[0][:1]
    return any(mark.follows(last) for last in before for mark in after)


def _begun(name: str, words: list[str]) -> tuple[str, str]:
    """Return a name with as many words more as may go on with it, and the rest of them."""
    for end in range(min(len(words), _MOST_WORDS), 0, -1):
        longer = " ".join(filter(None, (name, *words[:end])))
        if _ends_name(words[end - 1], whole=False) and (
            begins_heading(longer) or (name and _is_whole(longer))
        ):
            return longer, " ".join(words[end:])
    return name, " ".join(words)


def _is_whole(name: str) -> bool:
    heading = known_heading(name)
    return heading is not None and heading.exact


def _ends_name(word: str, *, whole: bool = True) -> bool:
    """Whether the name of a component can end with a word: no number, and no "dan" if whole."""
    word = word if whole else word.rstrip(",")
    return word[-1:].isalpha() and not (whole and word.casefold() in _JOINS)
