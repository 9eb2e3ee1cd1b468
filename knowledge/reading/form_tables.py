"""Tables that are forms: "Nama SOP | ...", and headings side by side with their content below.

The first page of an SOP is such a form: its number, date and name, then "Dasar Hukum" beside
"Kualifikasi Pelaksana", "Keterkaitan" beside "Peralatan".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.model import Facet
from knowledge.reading.headings import known_heading
from knowledge.reading.pages import Line
from knowledge.reading.step_tables import BREAK
from knowledge.reading.titles import NAMED

_LABEL = re.compile(r"[A-Z][^\W\d_]+(?:[ ./][^\W\d_]+){0,4}\s*:?")
_IDENTITY = re.compile(
    r"(?:no(?:mor|\.)?|nama|judul|tanggal|tgl\.?|revisi|disahkan|unit|halaman)\b", re.I
)
_ADDRESS = re.compile(
    r"(?:Jalan|Jl\.?|Telepon|Telp\.?|Laman|Website|Surel|E-?mail|Kode\s+Pos)\b", re.I
)
_LABELLED = re.compile(r"[A-Z][^:]{2,40}:\s*\S")
_LEAST = 2


def read_form(rows: Sequence[Line], cells: Sequence[Sequence[str]]) -> list[Line] | None:
    """Return the headings, contents and "label: value" lines of a form, or None if it is none."""
    if _is_list_of_entries(cells):
        return None
    headed = [at for at, row in enumerate(cells) if _headings(row) >= _LEAST]
    if not headed and not _is_identity(cells):
        return None
    lines: list[Line] = []
    taken: set[int] = set()
    for at, row in enumerate(cells):
        if at in headed:
            below = cells[at + 1] if at + 1 < len(cells) and at + 1 not in headed else ()
            filled, lines_of_row = _sections(row, below, rows[at].page)
            lines += lines_of_row
            taken |= {at + 1} if filled else set()
        elif at not in taken and _is_headed(row):
            lines += _sections([row[0]], [row[1]], rows[at].page)[1]
        elif at not in taken:
            other = Facet.OTHER if at and _is_headed(cells[at - 1]) and _is_unknown(row) else None
            lines += [Line(text, rows[at].page, gap=True, facet=other) for text in _pairs(row)]
    return lines


def _is_list_of_entries(cells: Sequence[Sequence[str]]) -> bool:
    """Whether the rows below the first are counted: "No | Layanan | Biaya" above "1" and "2"."""
    if cells and _names_entries(cells[0]) and len(cells) > _LEAST and all(map(all, cells[1:])):
        return True
    counted = [row[0].strip("(). ") for row in cells[1:] if row[0].strip("().: -")]
    return len(counted) >= _LEAST and counted == [str(at + 1) for at in range(len(counted))]


def _names_entries(head: Sequence[str]) -> bool:
    """Whether the first row heads entries and what is said of each: "Jenis | Waktu | Biaya"."""
    return bool(head[0]) and _heading(head[0]) is None and all(map(_heading, head[1:]))


def _headings(row: Sequence[str]) -> int:
    """Count the cells of a row that begin with the name of a section; numbered rows are others."""
    if row[0].strip("().").isdigit():
        return 0
    return sum(_heading(cell) is not None for cell in row)


def _heading(cell: str) -> str | None:
    first = BREAK.split(cell)[0].strip()
    known = known_heading(first.rstrip(" :")) if first else None
    return first.rstrip(" :") if known and known.exact else None


def _is_headed(row: Sequence[str]) -> bool:
    """Whether a row is a heading and, beside it, several lines of content."""
    of_row = [cell for cell in row if cell.strip(" :")]
    if len(of_row) != len(row[:2]) or not _heading(row[0]):
        return False
    return _takes(row[0], row[1]) and len(BREAK.split(row[1])) > 1


def _is_unknown(row: Sequence[str]) -> bool:
    """Whether a row is a label that names no component, and what it says: "Pencatatan | ..."."""
    unknown = known_heading(row[0].rstrip(" :")) is None and not _IDENTITY.match(row[0])
    return unknown and bool(_LABEL.fullmatch(row[0])) and any(row[1:])


def _is_identity(cells: Sequence[Sequence[str]]) -> bool:
    """Whether a table says which SOP it is, a label and a value a row."""
    labels = [cell for row in cells for cell in row[:-1] if _IDENTITY.match(cell)]
    names = [text for row in cells for text in _pairs(row) if NAMED.fullmatch(text)]
    return bool(names) and len(labels) >= _LEAST


def _sections(
    row: Sequence[str], below: Sequence[str], page: int | None
) -> tuple[bool, list[Line]]:
    """Return what stands under each heading of a row, and whether the next row was taken for it."""
    lines: list[Line] = []
    filled = False
    fills = any(map(_takes, row, below))
    for at, cell in enumerate(row):
        heading = _heading(cell)
        under = below[at] if at < len(below) else ""
        if heading is None:
            both = [*BREAK.split(cell), *BREAK.split(under)] if fills else BREAK.split(cell)
            lines += [Line(part, page) for part in both if part]
            continue
        content = [part for part in BREAK.split(cell)[1:] if part]
        if not content and under:
            content, filled = [part for part in BREAK.split(under) if part], True
        lines.append(Line(heading, page, gap=True))
        lines += [Line(part, page, gap=not number) for number, part in enumerate(content)]
    return filled, lines


def _takes(cell: str, under: str) -> bool:
    """Whether a cell is a heading whose content stands in the cell below."""
    return bool(under) and _heading(cell) is not None and not any(BREAK.split(cell)[1:])


def _is_list(cell: str) -> bool:
    """Whether a cell holds several lines of a label and its value: "Nomor SOP : 1<br>Nama SOP"."""
    lines = BREAK.split(cell)
    named = [line for line in lines if _IDENTITY.match(line) and _LABELLED.match(line)]
    return len(named) >= _LEAST


def _whole_labels(lines: Sequence[str]) -> list[str]:
    """Return the labelled lines of a cell, each with the lines that go on with it."""
    whole: list[str] = []
    for line in lines:
        if whole and not _LABELLED.match(line):
            whole[-1] += f" {line}"
        else:
            whole.append(line)
    return whole


def _pairs(row: Sequence[str]) -> Iterator[str]:
    """Yield "Nama SOP: Pendaftaran" for each label of a row and the value behind it.

    An office's name in capitals stays on its lines: "PEMERINTAH KOTA X" above "DINAS Y".
    """
    office = [line for line in BREAK.split(row[0]) if line]
    if len(office) > 1 and all(line.isupper() or _ADDRESS.match(line) for line in office):
        yield from office
        row = row[1:]
    if any(_is_list(cell) for cell in row):
        for cell in row:
            yield from _whole_labels([line for line in BREAK.split(cell) if line])
        return
    cells = [" ".join(BREAK.split(cell)).strip() for cell in row]
    cells = [cell for cell in cells if cell.strip(" :")]
    at = 0
    while at < len(cells):
        named = cells[at].isupper() and at + 1 < len(cells) and _IDENTITY.match(cells[at + 1])
        if not named and at + 1 < len(cells) and _LABEL.fullmatch(cells[at]):
            yield f"{cells[at].rstrip(' :')}: {cells[at + 1].lstrip(': ')}"
            at += 2
        else:
            yield cells[at]
            at += 1
