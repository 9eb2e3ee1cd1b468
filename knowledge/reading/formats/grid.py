"""A table of any format as barred lines: merged cells opened up, one line a row.

What the rows mean is decided by `knowledge.reading.tables`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.errors import UnreadableDocument

_MOST_COLUMNS = 60
_MOST_CELLS = 60_000
_LONGEST_SPAN = 1_000


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell, and over how many columns and rows it goes."""

    lines: tuple[str, ...] = ()
    columns: int = 1
    rows: int = 1


def barred(rows: Sequence[Sequence[Cell]], file: str) -> Iterator[str]:
    """Yield the lines of a table, between blank lines.

    The text of a merged cell stands in its first column and row; the others it covers are
    empty. A table of one column is no table, it only frames its lines.
    """
    table = _opened(rows, file)
    width = max((len(row) for row in table), default=0)
    yield ""
    if width == 1:
        for (cell,) in filter(None, table):
            yield from cell
    else:
        for row in table:
            cells = [_joined(cell) for cell in [*row, *[()] * (width - len(row))]]
            if any(cells):
                yield f"| {' | '.join(cells)} |"
    yield ""


def _opened(rows: Sequence[Sequence[Cell]], file: str) -> list[list[tuple[str, ...]]]:
    """Return the rows with each cell in its own column, and nothing where a cell covers others."""
    covered: dict[int, int] = {}
    table: list[list[tuple[str, ...]]] = []
    count = 0
    for row in rows:
        line: list[tuple[str, ...]] = []
        for cell in row:
            _skip(line, covered)
            for offset in range(max(1, min(cell.columns, _MOST_COLUMNS))):
                covered[len(line)] = min(cell.rows, _LONGEST_SPAN) - 1
                line.append(() if offset else cell.lines)
        _skip(line, covered)
        count += len(line)
        if len(line) > _MOST_COLUMNS or count > _MOST_CELLS:
            raise UnreadableDocument("too_much", file=file)
        table.append(line)
    return table


def _skip(line: list[tuple[str, ...]], covered: dict[int, int]) -> None:
    """Leave the columns empty that cells of the rows above go down into."""
    while covered.get(len(line), 0) > 0:
        covered[len(line)] -= 1
        line.append(())


def _joined(lines: Sequence[str]) -> str:
    return "<br>".join(line.replace("|", "¦").strip() for line in lines if line.strip())
