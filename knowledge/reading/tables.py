"""Tables in plain text: their rows become the headings, contents and steps that they hold.

Rows without bars are for `copied_rows`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.bars import cells_of, is_barred, is_rule, runs
from knowledge.reading.complaint_tables import read_handlers
from knowledge.reading.component_tables import facet_of, read_components, service_of
from knowledge.reading.form_tables import read_form
from knowledge.reading.headings import is_label, known_heading, worded_heading
from knowledge.reading.pages import Line, Pages
from knowledge.reading.rows import read_rows
from knowledge.reading.step_tables import columns_of, read_steps

_RULE = re.compile(r"[\s|:+-]+")
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
_ENOUGH_BARRED = 2


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
