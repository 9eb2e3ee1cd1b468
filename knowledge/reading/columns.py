"""Tables whose columns are tabs or wide gaps: their rows as barred ones, for `tables` to read.

Only the form changes; which table it is (components, steps, values) is decided by `tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.reading.headings import known_heading

_TAB = re.compile(r" *\t *")
_GAP = re.compile(r"\s{3,}|\t\s*")
_NUMBERS = re.compile(r"(?:no\.?|nomor|nr\.?)", re.I)
_CELL = re.compile(r"\S+(?:\s{1,2}\S+)*")
_MARK = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})?[.)]?\W*")
_LEAST_ROWS = 3
_MOST_GAP = 1  # blank lines inside a table
_FAR = 2  # characters by which a cell may stand left of its column's head

Row = tuple[str, ...]


def with_barred_columns(text: str) -> str:
    """Return the text with the rows of its tables of tabs or wide gaps between bars."""
    if "\t" not in text and "   " not in text:
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    result: list[str] = []
    at = 0
    while at < len(lines):
        end, rows = _tabbed(lines, at) if "\t" in lines[at] else _gapped(lines, at)
        result += _barred(rows) if rows else lines[at:end]
        at = end
    return "\n".join(result)


def _tabbed(lines: Sequence[str], start: int) -> tuple[int, list[Row]]:
    """Return where lines with tabs end, and their rows, empty where they are no table."""
    end = start
    while end < len(lines) and "\t" in lines[end]:
        end += 1
    cells = [tuple(cell.strip() for cell in _TAB.split(line)) for line in lines[start:end]]
    width = sum(1 for cell in cells[0] if cell)
    first = [row for row in cells if row[0]]
    whole = width > 1 and all(cells[0]) and len(cells) >= _LEAST_ROWS
    table = _heads(cells[0]) or not all(_MARK.fullmatch(row[0]) for row in first)
    return end, list(_rows(cells, len(cells[0]))) if whole and table else []


def _heads(cells: Sequence[str]) -> bool:
    """Whether a row heads a table: a column of numbers, then names of columns."""
    return len(cells) > 2 and bool(_NUMBERS.fullmatch(cells[0]))  # noqa: PLR2004


def _gapped(lines: Sequence[str], start: int) -> tuple[int, list[Row]]:
    """Return where a table below "No   Komponen   Uraian" ends, and its rows; else one line."""
    head = list(_CELL.finditer(lines[start]))
    if not _heads([cell[0] for cell in head]):
        return start + 1, []
    begins = [cell.start() for cell in head]
    cells = [tuple(cell[0] for cell in head)]
    end = at = start + 1
    while at < len(lines) and at - end <= _MOST_GAP:
        row = _in_columns(lines[at], begins)
        if row is None and lines[at].strip():
            break
        if row is not None:
            cells.append(row)
            end = at + 1
        at += 1
    numbered = sum(bool(row[0]) for row in cells)
    return (end, list(_rows(cells, len(begins)))) if numbered >= _LEAST_ROWS else (start + 1, [])


def _in_columns(line: str, begins: Sequence[int]) -> Row | None:
    """Return the cells of a line below their heads; None where it does not stand in columns."""
    row = [""] * len(begins)
    found = list(_CELL.finditer(line))
    for cell in found:
        under = [at for at, begin in enumerate(begins) if begin - _FAR <= cell.start()]
        if not under:
            return None
        at = under[-1]
        row[at] = f"{row[at]}: {cell[0]}" if row[at] else cell[0]
    numbered = row[0] and _MARK.fullmatch(row[0]) and any(row[1:])
    return tuple(row) if found and (numbered or not row[0]) else None


def _rows(cells: Sequence[Row], width: int) -> Iterator[Row]:
    """Yield rows of one width: what has no first cells goes on, what is beyond the last is said.

    "Diterima oleh<tab>Camat" inside one column becomes "Diterima oleh: Camat".
    """
    row: list[str] = []
    for of_line in cells:
        within = [*of_line[: width - 1], _said([c for c in of_line[width - 1 :] if c])]
        within += [""] * (width - len(within))
        if row and not within[0] and any(not cell for cell in within[: width - 1]):
            row = ["<br>".join(filter(None, pair)) for pair in zip(row, within, strict=True)]
            continue
        if row:
            yield tuple(row)
        row = within
    if row:
        yield tuple(row)


def _said(cells: Sequence[str]) -> str:
    return ": ".join([cell.rstrip(" :") for cell in cells[:-1]] + list(cells[-1:]))


def _barred(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the rows between bars; a rule below the first says that it heads the columns."""
    named = any(known_heading(cell) for row in rows[1:] for cell in row[:2] if cell)
    yield ""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"
        if not number and not (named and known_heading(row[0])):
            yield f"|{'---|' * len(row)}"
    yield ""
