"""Tables in plain text: their rows become the headings, contents and steps that they hold.

Knows tables with bars, rows that were copied onto one line ("1 Persyaratan 1. KTP"), and
tables with one cell a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.model import Facet
from knowledge.reading.bars import cells_of, is_barred, is_rule, runs
from knowledge.reading.complaint_tables import read_handlers
from knowledge.reading.component_tables import facet_of, read_components, service_of
from knowledge.reading.form_tables import read_form
from knowledge.reading.headings import Heading, is_label, known_heading, worded_heading
from knowledge.reading.pages import Line, Pages
from knowledge.reading.rows import read_rows
from knowledge.reading.step_tables import columns_of, read_steps

_RULE = re.compile(r"[\s|:+-]+")
_NUMBER = re.compile(r"(\d{1,2})[.)]?")
_FLAT = re.compile(r"(\d{1,2})([.)]?)\s+(\S.*)")
#: The head of a table of components: "No. | Komponen | Uraian".
_HEAD = re.compile(
    r"(?:(?:no\.?|nomor)\s+)?(?:komponen|unsur|aspek|elemen|uraian)(?:\s+(?:standar\s+)?pelayanan)?"
    r"(?:\s+(?:uraian|keterangan|isi|penjelasan|deskripsi))?",
    re.I,
)
_HEADED = re.compile(
    r"(?:#{1,6}\s+)?(?P<number>(?:[A-Z]|[IVX]{1,5}|\d{1,2})[.)]?\s+)?(?P<words>[^\W\d_].{2,80})"
)
_DAY = re.compile(r"(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu)\b", re.I)
_PAIR = 2
_MOST_WORDS = 8
_ENOUGH_ROWS = 3
_ENOUGH_BARRED = 2
_MOST_SKIPPED = 3


def with_open_tables(pages: Pages) -> Pages:
    """Return the pages with the rows of their barred tables as headings, contents and steps.

    The words at the head of a table that none of its rows takes up are named in a warning.
    """
    lines: list[Line] = []
    unused: list[str] = []
    heads: list[str] = []
    sections = [_section(line) for line in pages.lines] if any(map(is_barred, pages.lines)) else []
    at = 0
    for run in runs(pages.lines):
        opened: list[Line] = run
        head: list[str] = []
        if is_barred(run[0]):
            opened, head = _opened(_without_heads(run), of_times=_tells_times(sections, at))
            opened = _of_complaints(run, sections[:at]) or opened
        at += len(run)
        if is_barred(run[0]) and opened and _HEAD.fullmatch(opened[0].plain):
            heads.append(run[0].text)
            opened = opened[1:]
        lines += opened
        unused += [f"unplaced: {', '.join(head)}"] if head else []
    return replace(
        pages,
        lines=tuple(lines),
        furniture=(*pages.furniture, *dict.fromkeys(heads)),
        warnings=(*pages.warnings, *unused),
    )


def _tells_times(sections: Sequence[Facet | None], at: int) -> bool:
    """Whether a table stands in a section of times, and another section holds the procedure."""
    inside = next((facet for facet in reversed(sections[:at]) if facet), None)
    return inside is Facet.TOTAL_TIME and Facet.PROCEDURE in sections


def _of_complaints(rows: list[Line], above: Sequence[Facet | None]) -> list[Line] | None:
    """Return the lines of a table that stands among complaints and names who sees to them."""
    if next((facet for facet in reversed(above) if facet), None) is not Facet.COMPLAINT:
        return None
    return read_handlers([row for row in _without_heads(rows) if not _RULE.fullmatch(row.text)])


def _section(line: Line) -> Facet | None:
    """Return the section that a line heads, whatever its number, or None."""
    match = _HEADED.fullmatch(line.plain)
    if match is None or is_barred(line):
        return None
    words = match["words"].rstrip(" :")
    known = known_heading(words)
    if known and (known.exact or known.mended) and not is_label(words):
        return known.facet
    return worded_heading(words).facet if words.isupper() and match["number"] else None


def _without_heads(rows: list[Line]) -> list[Line]:
    """Return the rows of a table without the head that is printed again on another page."""
    head = rows[0].text
    return [row for row in rows if row is rows[0] or row.text != head or row.page == rows[0].page]


def with_component_rows(pages: Pages) -> Pages | None:
    """Return the pages with each row of a copied table of components in two lines, or None."""
    lines = list(_split_rows(_joined_cells(pages.lines)))
    rows = [line for line, heading in lines if heading]
    facets = {heading.facet for _, heading in lines if heading}
    if len(facets) < _ENOUGH_ROWS or len(facets) < len(rows) - 1:
        return None
    return replace(pages, lines=tuple(line for line, _ in lines))


def _opened(rows: list[Line], *, of_times: bool) -> tuple[list[Line], list[str]]:
    """Return the lines that a table's rows make, and the words of its head that none takes up.

    `of_times` says that its rows list how long things take, beside a procedure told elsewhere.
    """
    cells = [cells_of(row) for row in rows]
    kept = [at for at, of_row in enumerate(cells) if not is_rule(of_row)]
    bare, bare_cells = [rows[at] for at in kept], [cells[at] for at in kept]
    read: Iterable[Line]
    facets = {facet for row in cells if (facet := facet_of(row))}
    plain = of_times or _is_timetable(cells)
    if plain and (listed := read_rows(rows, cells)):
        return listed
    if (columns := columns_of(bare_cells)) and len(facets) < _ENOUGH_BARRED:
        read = read_steps(bare, bare_cells, columns)
    elif form := read_form(bare, bare_cells):
        read = form
    elif len(facets) >= _ENOUGH_BARRED or (facets and any(map(service_of, cells))):
        read = read_components(rows, cells)
    else:
        return read_rows(rows, cells) or (rows, [])
    return [line for line in read if line.text and not _RULE.fullmatch(line.text)], []


def _is_timetable(cells: Sequence[Sequence[str]]) -> bool:
    """Whether a table's rows are days: "Hari | Jam pelayanan | Tempat" names no components."""
    days = [bool(_DAY.match(of_row[0])) for of_row in cells if not is_rule(of_row)]
    return len(days) > _PAIR and not days[0] and all(days[1:])


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


@dataclass(slots=True)
class _Count:
    """The number of the last row, and of the last item in it, with what closes it."""

    row: int = 0
    item: int = 0
    close: str = ""


def _split_rows(lines: Iterator[Line]) -> Iterator[tuple[Line, Heading | None]]:
    """Yield the lines; a row "2 Biaya Gratis" as its heading and its content."""
    count = _Count()
    for line in lines:
        match = _FLAT.fullmatch(line.plain)
        row = _row(match, count) if match else None
        if match is None or row is None:
            if match:
                count.item, count.close = int(match[1]), match[2]
            yield line, None
            continue
        count.row, count.item = int(match[1]), 0
        heading, words, rest = row
        yield Line(f"{match[1]}. {words}", line.page, gap=True), heading
        if rest:
            if item := _FLAT.fullmatch(rest):
                count.item, count.close = int(item[1]), item[2]
            yield Line(rest, line.page), None


def _ends_name(word: str) -> bool:
    """Whether the name of a component can end with a word: no number, and no "dan"."""
    return word[-1:].isalpha() and word.casefold() not in ("dan", "atau")


def _row(match: re.Match[str], count: _Count) -> tuple[Heading, str, str] | None:
    """Read a line whose number goes on with the rows and whose words begin with a component."""
    number = int(match[1])
    in_list = count.item and number == count.item + 1 and match[2] == count.close
    if not count.row < number <= count.row + _MOST_SKIPPED or in_list:
        return None
    words = match[3].split()
    for end in range(min(len(words), _MOST_WORDS), 0, -1):
        name, rest = " ".join(words[:end]), " ".join(words[end:])
        if (rest and rest[0].islower()) or not _ends_name(words[end - 1]):
            continue
        if (heading := known_heading(name)) and heading.exact:
            return heading, name, rest.lstrip(": ")
    return None
