"""Tables of steps: No, Kegiatan, the officials with a mark or by name, Kelengkapan, Waktu, Output.

The head may have two rows ("Pelaksana" above "Loket" and "Camat", "Mutu Baku" above "Waktu").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.reading.pages import Line

BREAK = re.compile(r"\s*<br\s*/?>\s*", re.I)
_WORK = re.compile(
    r"(?:uraian|rincian)?\s*(?:kegiatan|akti[vf]itas|prosedur|langkah(?:-langkah)?|tahap(?:an)?|proses"
    r"|pekerjaan|tugas)\b|uraian$",
    re.I,
)
_DOER = re.compile(r"(?:pelaksana|petugas|aktor|pihak|penanggung\s*jawab|pejabat|unit\b)", re.I)
_TIME = re.compile(r"(?:(?:estimasi|jangka|lama|standar|target)\s+)?(?:waktu|durasi|lama)\b", re.I)
_UNIT = re.compile(r"\((menit|jam|hari(?:\s+kerja)?)\)", re.I)
_REMARK = re.compile(r"(?:ket|keterangan|catatan)\b", re.I)
_KNOWN = re.compile(
    r"(?:no|nomor|mutu|baku|kelengkapan|syarat|persyaratan|output|keluaran|hasil|dokumen|formulir"
    r"|alat|bahan|input|masukan|dasar)\b",
    re.I,
)
#: A typed tick or cross, and what stands in the first, the last and the asking shape of a chart.
_TICK = re.compile(r"[vx]|start|mulai|selesai|end|ya|tidak|ya\s*/\s*tidak", re.I)
_DASH = re.compile(r"[-–—]*")
_ROW = re.compile(r"\(?(\d{1,3}|[a-z]|[ivx]{2,5})[.)]?")
_GROUP = re.compile(r"(?:[A-Z]|[IVX]{1,5})?[.)]?")
_COUNTED = re.compile(r"\(?\d{1,2}\)?\.?")
_WORDS = re.compile(r"\w")
#: The end of a word that a narrow column has cut off: "Pelangga" / "n".
_CUT_OFF = re.compile(r"(?<=[a-z]{3})\s+(?!(?:di|ke)\b)(?=[a-z]{1,2}\b)")
#: Kinds of characters that shapes, arrows and ticks are: symbols and those of picture fonts.
_SHAPES = ("S", "Co")
_MOST_SHAPES = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table of steps holds, by its place; `head` counts the head's rows.

    `officials` are the columns that mark who does a step; `labels` name all others. `dashes` says
    that a dash is such a mark, and not a sign that somebody has no part.
    """

    work: int
    officials: dict[int, str]
    labels: tuple[str, ...]
    head: int
    dashes: bool = False


def columns_of(cells: Sequence[Sequence[str]]) -> Columns | None:
    """Return the columns of a table of steps, or None if it is another table."""
    if not cells:
        return None
    first = [_plain(cell) for cell in cells[0]]
    work = _work_column(first, cells)
    if work is None:
        return None
    second = _second_row(cells, first, work)
    owners = _owners(first)
    labels = [below or owners[at] for at, below in enumerate(second or first)]
    head = (2 if second else 1) + _is_counted(cells[2 if second else 1 :])
    dashes = not any(map(_is_sure_mark, (c for row in cells[head:] for c in row[work + 1 :])))
    body = cells[head:] if dashes else _without_dashes(cells[head:])
    officials = {
        at: _CUT_OFF.sub("", name)
        for at, name in enumerate(labels)
        if name and at > work and _marks_officials(name, owners[at], at, body)
    }
    known = officials or any(_DOER.match(n) or _TIME.match(n) for n in [*labels, *first])
    return Columns(work, officials, tuple(labels), head, dashes) if known else None


def _work_column(first: Sequence[str], cells: Sequence[Sequence[str]]) -> int | None:
    """Return the column that tells the work; "Langkah" above 1, 2, 3 only counts the rows."""
    named = [at for at, name in enumerate(first) if _WORK.match(name)]
    told = [at for at in named if not _counts_rows([row[at] for row in cells[1:] if at < len(row)])]
    return next(iter([*told, *named]), None)


def _counts_rows(column: Sequence[str]) -> bool:
    held = [cell for cell in column if cell.strip(" :+-")]
    return bool(held) and all(map(_ROW.fullmatch, held))


def _is_counted(body: Sequence[Sequence[str]]) -> bool:
    """Whether a row numbers the columns: "1 | 2 | 3"."""
    numbers = [cell for cell in body[0] if cell] if body else []
    return len(numbers) > 2 and all(map(_COUNTED.fullmatch, numbers))  # noqa: PLR2004


def _is_sure_mark(cell: str) -> bool:
    return not _DASH.fullmatch(cell) and _is_mark(cell)


def _without_dashes(body: Sequence[Sequence[str]]) -> list[list[str]]:
    return [["" if _DASH.fullmatch(cell) else cell for cell in row] for row in body]


def _plain(cell: str) -> str:
    return " ".join(BREAK.split(cell)).strip(" :*_")


def _second_row(
    cells: Sequence[Sequence[str]], first: Sequence[str], work: int
) -> list[str] | None:
    """Return a head's second row: without number and work, with names below merged cells."""
    if len(cells) < 2 or len(cells[1]) != len(first):  # noqa: PLR2004
        return None
    second = [_plain(cell) for cell in cells[1]]
    parted = any(not above and below for above, below in zip(first, second, strict=True))
    return second if parted and not second[work] and not second[0] else None


def _owners(first: Sequence[str]) -> list[str]:
    """Return for each column its name in the head's first row; a merged cell names several."""
    owners: list[str] = []
    for name in first:
        owners.append(name or (owners[-1] if owners else ""))
    return owners


def _marks_officials(name: str, owner: str, at: int, body: Sequence[Sequence[str]]) -> bool:
    """Whether a column says with marks that somebody takes part."""
    held = [row[at] for row in body if at < len(row) and row[at]]
    if any(pattern.match(name) for pattern in (_TIME, _REMARK, _KNOWN)):
        return False
    marked = sum(map(_is_mark, held))
    if marked:
        return marked >= len(held) / 2
    return not held and bool(_DOER.match(owner)) and owner != name


def _is_mark(cell: str) -> bool:
    """Whether a cell holds nothing but a tick, an arrow or a shape of a flow chart."""
    return all(map(_is_sign, BREAK.split(cell.strip())))


def _is_sign(text: str) -> bool:
    signs = "".join(text.split())
    drawn = all(c in "*•" or unicodedata.category(c).startswith(_SHAPES) for c in signs)
    ticked = _TICK.fullmatch(text) or _DASH.fullmatch(text)
    return bool(ticked) or (len(signs) <= _MOST_SHAPES and drawn)


@dataclass(slots=True)
class _Step:
    """What the rows of one step print: the lines of its text, and those of its other cells."""

    page: int | None
    text: list[str]
    below: list[str]


def read_steps(rows: Sequence[Line], cells: Sequence[Sequence[str]], of: Columns) -> Iterator[Line]:
    """Yield "1. Memeriksa berkas" for a row, below it "Pelaksana: Loket" and "Waktu: 5 menit"."""
    head = [_plain(cell) for row in cells[: of.head] for cell in row]
    work = _plain(cells[0][of.work])
    yield Line(" ".join(filter(None, head)), rows[0].page, gap=True, opens=work)
    for step in _steps(rows[of.head :], cells[of.head :], of):
        yield from (Line(part, step.page) for part in step.text)
        yield from (Line(part, step.page, cell=True) for part in step.below)


def _steps(rows: Sequence[Line], cells: Sequence[Sequence[str]], of: Columns) -> list[_Step]:
    """Return the steps; a row without a number goes on with the one above, if others have one."""
    numbered = any(_ROW.fullmatch(cell) for row in cells for cell in row[: of.work])
    steps: list[_Step] = []
    count = 0
    for line, row in zip(rows, cells, strict=True):
        if not any(_WORDS.search(cell) for cell in row):
            continue
        if _is_group(row, of):
            steps.append(_Step(line.page, [f"###### {_group(row, of)}"], []))
            continue
        text = [part for part in BREAK.split(row[of.work] if of.work < len(row) else "") if part]
        number = next((m[1] for cell in row[: of.work] if (m := _ROW.fullmatch(cell))), None)
        if not number and numbered and count:
            steps[-1].text[-1:] = [" ".join([*steps[-1].text[-1:], *text[:1]]), *text[1:]]
            steps[-1].below += _below(row, of)
            continue
        count += 1
        first = f"{number or count}. {text[0] if text else ''}".strip()
        steps.append(_Step(line.page, [first, *text[1:]], list(_below(row, of))))
    return steps


def _is_group(row: Sequence[str], of: Columns) -> bool:
    """Whether a row only names the rows below it: "I | Tahap Persiapan"."""
    others = [cell for at, cell in enumerate(row) if at > of.work and cell]
    number = row[0] if of.work else ""
    named = _group(row, of)
    if others or not named or len(named) > 100:  # noqa: PLR2004
        return False
    return (
        bool(_GROUP.fullmatch(number))
        and (bool(number) or named.isupper())
        or (of.work > 0 and not row[of.work] and not _ROW.fullmatch(number))
    )


def _group(row: Sequence[str], of: Columns) -> str:
    return _plain(row[of.work] if of.work < len(row) and row[of.work] else row[0])


def _below(row: Sequence[str], of: Columns) -> Iterator[str]:
    """Yield what the other cells of a row say, each with what its column holds."""
    for at, cell in enumerate(row):
        if not cell or at == of.work or (at < of.work and _ROW.fullmatch(cell)):
            continue
        label = of.labels[at] if at < len(of.labels) else ""
        if at in of.officials:
            if _DASH.fullmatch(cell) and not of.dashes:
                continue
            yield f"Pelaksana: {of.officials[at]}"
            if _is_mark(cell):
                continue
        yield f"{_label(label)}{_with_unit(_plain(cell), label)}"


def _label(name: str) -> str:
    if _REMARK.match(name):
        return "Keterangan: "
    if _TIME.match(name):
        return "Waktu: "
    return f"{name}: " if name else ""


def _with_unit(value: str, name: str) -> str:
    """Return "5 menit" for the 5 below "Waktu (menit)"."""
    unit = _UNIT.search(name)
    return (
        f"{value} {unit[1].lower()}" if unit and re.fullmatch(r"\d+(?:[.,]\d+)?", value) else value
    )
