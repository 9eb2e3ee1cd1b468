"""A table of any format as barred lines: merged cells opened up, one line a row.

What the rows mean is decided by `knowledge.reading.tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.errors import UnreadableDocument

_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"(?:no\.?|nomor|nr\.?|#)", re.I)
_HEAD = re.compile(
    r"(?:jenis|nama|uraian|komponen|keterangan|ket\b|hari\b|jam\b|pukul|waktu|tarif|biaya|harga|retribusi"
    r"|satuan|kanal|media|saluran|kontak|alamat|nomor|layanan|pelayanan|jabatan|unit|kegiatan"
    r"|aktivitas|pelaksana|petugas|dokumen|persyaratan|syarat|jumlah|volume|besaran|golongan)",
    re.I,
)
_LONGEST = 60
_MANY = 4
_MOST_COLUMNS = 60
_MOST_CELLS = 60_000
_LONGEST_SPAN = 1_000


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell, and over how many columns and rows it goes.

    `head` says that the format itself marks it as the head of a column.
    """

    lines: tuple[str, ...] = ()
    columns: int = 1
    rows: int = 1
    head: bool = False


def barred(rows: Sequence[Sequence[Cell]], file: str) -> Iterator[str]:
    """Yield the lines of a table, between blank lines.

    The text of a merged cell stands in its first column and row; the others it covers are
    empty. As in Markdown, a rule stands below the head, or below an empty row where there is
    none. A table of one column is no table, it only frames its lines.
    """
    table = [row for row in _opened(rows, file) if any(row)]
    width = max((len(row) for row in table), default=0)
    yield ""
    if width == 1:
        for (cell,) in table:
            yield from cell
    elif table:
        cells = [[_joined(cell) for cell in [*row, *[()] * (width - len(row))]] for row in table]
        marked = [cell for cell in next(filter(None, rows)) if cell.lines]
        lines = [f"| {' | '.join(of_row)} |" for of_row in cells]
        rule = f"|{'---|' * width}"
        if heads(cells) or (bool(marked) and all(cell.head for cell in marked)):
            lines.insert(1, rule)
        else:
            lines[:0] = [f"|{' |' * width}", rule]
        yield from lines
    yield ""


def heads(cells: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a table says what its columns hold, by its words and the others."""
    first, *body = cells
    named = [cell for cell in first if cell]
    if not body or not named or any(map(_DIGIT.search, named)) or max(map(len, named)) > _LONGEST:
        return False
    if _NUMBERS.fullmatch(first[0]) or sum(bool(_HEAD.match(cell)) for cell in named) > 1:
        return True
    counted = [_counts([row[at] for row in body]) for at in range(len(first))]
    return all(first) and any(counted) and bool(_HEAD.match(first[0]) or len(body) > 1)


def _counts(column: Sequence[str]) -> bool:
    """Whether the cells of a column have figures, of many also all but a few ("Gratis")."""
    figures = sum(bool(_DIGIT.search(cell)) for cell in column)
    return figures == len(column) or (len(column) > _MANY and figures * 5 >= len(column) * 4)


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
