"""In which order the tables and paragraphs of a PDF page are read, tables inside columns too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.reading.formats.pdf_columns import Measure, flow, gutter_of
from knowledge.reading.formats.pdf_lines import Paragraph, PrintedLine, paragraphs_of
from knowledge.reading.formats.pdf_page import Page, Word
from knowledge.reading.formats.pdf_tables import Table

_ROW = 10.0  # points: the height of a row that stands for the words of a table


def in_order(
    page: Page, tables: Sequence[Table], of: Measure
) -> Iterator[tuple[Table | None, list[Paragraph]]]:
    """Yield each table of a page behind the paragraphs that stand above it, then the rest.

    A table that stands in a column is read where its column comes to it; one as wide as the page
    ends the columns above it.
    """
    rows = _in_columns(page.words, tables)
    words = [*page.words, *(row for of_table in rows.values() for row in of_table)]
    owners = {id(row): tables[at] for at, of_table in rows.items() for row in of_table}
    above = 0.0
    wide = [table for at, table in enumerate(tables) if at not in rows]
    for table in sorted(wide, key=lambda t: t.top):
        band = [w for w in words if above <= w.base < table.bottom]
        *parts, (_, paragraphs) = _parts(list(flow(band, of)), owners)
        yield from parts
        yield table, paragraphs
        above = table.bottom
    yield from _parts(list(flow([w for w in words if w.base >= above], of)), owners)


def _in_columns(words: Sequence[Word], tables: Sequence[Table]) -> dict[int, list[Word]]:
    """Return the tables that stand on one side of the page's gutter, with a word for each row."""
    if not tables:
        return {}
    rows = {at: _rows(table) for at, table in enumerate(tables)}
    gutter = gutter_of([*words, *(row for of_table in rows.values() for row in of_table)])
    if gutter is None:
        return {}
    sides = {at: (tables[at].columns[-1] <= gutter, tables[at].columns[0] >= gutter) for at in rows}
    return {at: of_table for at, of_table in rows.items() if any(sides[at])}


def _rows(table: Table) -> list[Word]:
    left, right = table.columns[0], table.columns[-1]
    bottoms = sorted({box.bottom for row in table.rows for box in row})
    return [Word("", left, right, bottom, _ROW) for bottom in bottoms]


def _parts(
    lines: Sequence[PrintedLine], owners: dict[int, Table]
) -> Iterator[tuple[Table | None, list[Paragraph]]]:
    """Yield the tables among the lines, each behind the paragraphs before it, then the rest."""
    before: list[PrintedLine] = []
    last: Table | None = None
    for line in lines:
        table = next((owners[id(word)] for word in line.words if id(word) in owners), None)
        if table is None:
            before.append(line)
        elif table is not last:
            yield table, paragraphs_of(before)
            before, last = [], table
    yield None, paragraphs_of(before)
