"""Tables among complaints: a stage or a kind, who sees to it, and in what time.

"Tahap | Petugas | Waktu" are no steps of the service, "Penanggung jawab" no section of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.reading.complaint_words import DOER
from knowledge.reading.pages import Line
from knowledge.reading.rows import NUMBERS
from knowledge.reading.step_tables import Columns, read_steps

_WORK = re.compile(
    r"(?:tahap\w*|langkah|kegiatan|uraian|proses|jenis|kategori|macam|materi|substansi|topik|pokok|isi"
    r"|bidang|hal|pengaduan|aduan|keluhan|masalah|permasalahan)\b",
    re.I,
)
_DOER = re.compile(rf"{DOER}\b", re.I)
_COMPLAINS = re.compile(r"\b(?:pengaduan|aduan|keluhan|laporan|pelapor|pengadu)\b", re.I)
_KINDS = re.compile(r"(?:tahap\w*|langkah|kegiatan|uraian|proses)\b", re.I)
_COLUMNS = 3  # of a table; of one of kinds, the numbers are one of them
_NAMED = re.compile(r".*\b(?:pengaduan|aduan|keluhan|laporan|masalah|permasalahan)\b", re.I)


def read_handlers(rows: Sequence[Line]) -> list[Line] | None:
    """Return each row with who sees to it below it, or None for any other table."""
    cells = [[cell.strip(" *_") for cell in row.text.strip().strip("|").split("|")] for row in rows]
    head = cells[0] if cells else []
    work = 1 if head and NUMBERS.fullmatch(head[0]) else 0
    if work >= len(head) or not _WORK.match(head[work]):
        return None
    kinds = work and _NAMED.match(head[work]) and not _KINDS.match(head[work])
    if len(head) - work < _COLUMNS - bool(kinds):
        return None
    if not any(map(_DOER.match, head[work + 1 :])) or not _speaks(cells[1:], head, work):
        return None
    labels = tuple("Petugas" if _DOER.match(name) else name for name in head)
    lines = list(read_steps(rows, cells, Columns(work, {}, labels, 1)))
    return [replace(lines[0], opens=""), *lines[1:]]  # the head opens no procedure here


def _speaks(body: Sequence[Sequence[str]], head: Sequence[str], work: int) -> bool:
    """Say whether a table of stages speaks of complaints; one of kinds does by its place."""
    told = [row[work] for row in body if work < len(row)]
    return not _KINDS.match(head[work]) or any(map(_COMPLAINS.search, told))
