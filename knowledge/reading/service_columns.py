"""Tables of components with a column for each service: "No | Komponen | Izin Trayek | Izin Parkir".

Each such table becomes one table for each service, below the service's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.reading.bars import cells_of, is_barred, is_rule, runs
from knowledge.reading.component_tables import facet_of, names_services
from knowledge.reading.pages import Line, Pages
from knowledge.reading.service_names import counted_name
from knowledge.reading.step_tables import BREAK

Row = tuple[Line, list[str]]

_NUMBER = re.compile(r"\d{1,2}[.)]?|(?:no\.?|nomor|nr\.?|#)", re.I)
_MARK = re.compile(r"(?:[A-Z]|[IVX]{1,5}|\d{1,2})[.)]\s+(?=\S)")
_SERVICES = re.compile(r"(?:(?:jenis|nama|judul|macam)\s+)?(?:pe)?layanan", re.I)
#: What heads a column that tells of one service something else.
_OTHER = re.compile(
    r"(?:uraian|keterangan|ket\b|isi\b|penjelasan|deskripsi|sub\b|rincian|indikator|dokumen|catatan"
    r"|target|standar\s+(?:waktu|biaya|mutu)|bukti|satuan|waktu|biaya|tarif|pelaksana|petugas"
    r"|penanggung\s+jawab|output|mutu|kondisi|kriteria|lokasi|tempat|ya\b|tidak\b|nilai|skor)",
    re.I,
)
#: A cell that says of its service what the cell before says.
_SAME = re.compile(
    r"(?:\W{0,3}|idem|id\.|s\.?\s?d\.?\s?a\.?|sama(?:\s+(?:dengan\s+)?(?:di\s?atas|sebelah(?:nya)?"
    r"|(?:kolom|layanan|huruf|pelayanan)\s+\S+))?)\.?",
    re.I,
)
_COUNTS = re.compile(r"\W*\d{1,2}\W*")
_NOTHING = re.compile(r"[-–—.]+")
_LEAST_FACETS = 3
_SEVERAL = 2
_MOST_HEADS = 3
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of one table below its head: `first` is the column of the first service."""

    first: int
    names: list[str]
    heads: list[Row]
    rows: list[Row]


def with_service_columns(pages: Pages) -> Pages:
    """Return the pages with each table that tells of several services as one table for each."""
    if not any(map(is_barred, pages.lines)):
        return pages
    lines: list[Line] = []
    heads: list[str] = []
    for run in runs(pages.lines):
        table = _table(run) if is_barred(run[0]) else None
        lines += _told_apart(table) if table else run
        heads += _furniture(table) if table else []
    if not heads:
        return pages
    furniture = (*pages.furniture, *dict.fromkeys(heads))
    return replace(pages, lines=tuple(lines), furniture=furniture)


def _table(run: Sequence[Line]) -> _Table | None:
    """Return the table that some barred lines are, if its columns are services."""
    rows = [(line, cells_of(line)) for line in run]
    rows = [(line, cells) for line, cells in rows if not is_rule(cells)]
    begin = next((at for at, (_, cells) in enumerate(rows) if facet_of(cells)), 0)
    if not 0 < begin <= _MOST_HEADS:
        return None
    facets = {facet for _, cells in rows if (facet := facet_of(cells))}
    first = _NUMBER.fullmatch(rows[begin][1][0]) is not None
    found = _Table(first + 1, [], rows[:begin], rows[begin:])
    names = _names(found)
    told = sum(all(cells[found.first :]) for _, cells in found.rows if facet_of(cells))
    if len(facets) < _LEAST_FACETS or told < _SEVERAL or len(names) < _SEVERAL:
        return None
    again = [row for row in found.rows if row[1] == found.heads[0][1]]
    rows = [row for row in found.rows if row not in again]
    return replace(found, names=names, rows=rows)


def _names(table: _Table) -> list[str]:
    """Return the names of the services that the head of a table gives, or none."""
    heads = [cells[table.first :] for _, cells in table.heads]
    sure = any(_SERVICES.fullmatch(cell) for head in heads for cell in head)
    sure = sure or any(names_services(cells) for _, cells in table.heads)
    heads = [head for head in heads if all(head) and not _COUNTS.fullmatch(head[0])]
    if not heads:
        return []
    printed = [" ".join(BREAK.split(cell)) for cell in heads[-1]]
    names = [_name(cell) for cell in printed]
    sure = sure or all(name != cell for name, cell in zip(names, printed, strict=True))
    return names if len(set(names)) == len(names) and all(_may_name(n, sure) for n in names) else []


def _name(printed: str) -> str:
    """Return a name without what counts it: "A. Izin Trayek", "Layanan 1: Izin Trayek"."""
    bare = _MARK.sub("", printed, count=1)
    return counted_name(bare) or bare


def _may_name(words: str, sure: bool) -> bool:
    """Whether words may be a service's name; a single one only where the head says so."""
    if _OTHER.match(words) or len(words) > _LONGEST or words.endswith((".", ";", ":")):
        return False
    return words[:1].isupper() and (sure or len(words.split()) > 1)


def _furniture(table: _Table) -> Iterator[str]:
    """Yield what no service takes up: the head, and what only says that a cell is the same."""
    yield from (row.text for row, _ in table.heads)
    for _, cells in table.rows:
        said = cells[table.first + 1 :] if any(cells[: table.first]) else []
        yield from (cell for cell in said if cell and _says_same(cell))


def _told_apart(table: _Table) -> Iterator[Line]:
    """Yield one table of two or three columns for each service, below its name."""
    for number, name in enumerate(table.names):
        column = table.first + number
        head = next(row for row, cells in reversed(table.heads) if all(cells[table.first :]))
        yield Line(name, head.page, gap=True, service=name)
        for at, (row, cells) in enumerate(table.rows):
            kept = [*cells[: table.first], _cell(cells, table.first, column)]
            if any(kept):
                yield replace(row, text=f"| {' | '.join(kept)} |", gap=at == 0)


def _cell(cells: Sequence[str], first: int, column: int) -> str:
    """Return what a row says of a service: also what stands for several in one merged cell."""
    own = cells[column] if column < len(cells) else ""
    alone = not any(cells[:first])  # a row that goes on below another one
    if column == first or alone or not _says_same(own):
        return own
    return _cell(cells, first, column - 1)


def _says_same(cell: str) -> bool:
    return bool(_SAME.fullmatch(cell)) and not _NOTHING.fullmatch(cell)
