"""Kinds and stages of complaints above who sees to them, said as one sentence each.

"Keterlambatan layanan" / "Ditangani oleh Ketua Tim X": what stands above is a kind. "Pengaduan
diklarifikasi" / "Petugas: Kepala Seksi X": it is a stage of handling any complaint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.model import Item
from knowledge.reading.complaint_words import COMPLAINT, DOER, UNSETTLED, is_suggestion

_SEVERAL = 2
_LONGEST = 160  # characters of a line that names a kind or a stage
_HANDLED = (
    r"di(?:tangani|tindak\s?lanjuti|selesaikan|proses|kelola|jawab|tanggapi|periksa|urus)\s+oleh"
    r"|di(?:terus|limpah|lapor|sampai|tuju)kan\s+(?:kepada|ke)"
)
_NOTED = r"di(?:catat|tampung|himpun|kumpulkan|bahas|rekap|terima|pelajari)\s+oleh"
_DEED = re.compile(rf"(?P<deed>{_HANDLED}|{_NOTED})\s*:?\s+(?=(?-i:[A-Z]))", re.I)
#: "Petugas: X", in a list or from a column of a table.
_DOER = re.compile(
    rf"(?:{DOER}|ditangani(?:\s+oleh)?|yang\s+menangani)"
    r"(?:\s+(?:kerja|pelaksana|penang\w+|(?:pen|yang\s+men)angani?\w*|pengaduan|aduan|keluhan))"
    r"{0,3}\s*:\s*(?=(?-i:[A-Z]))",
    re.I,
)
#: On one line the deed is told from the kind by its capital alone: "Arsip rusak Ditangani oleh".
_RUN_ON = re.compile(
    rf"(?P<kind>[A-Z][^.:;]{{3,160}}?)\s+(?=D)(?P<said>(?i:{_HANDLED}|{_NOTED})\s+[A-Z].*)", re.S
)
_GENERAL = re.compile(
    rf"(?:{COMPLAINT})?\W*$|(?:setiap|semua|seluruh|tahap\w*|langkah|alur|prosedur|saluran|waktu\s+(?:tanggap|respon)|hasil\s+(?:tindak|penanganan)"
    r"|tindak\s+lanjut|jawaban|tanggapan|banding|tingkat|jenjang|penanganan|penyelesaian|pengelolaan"
    r"|mekanisme|tim|pejabat|petugas\s+penang\w+|unit|pelaksana|penanggung\s+jawab)\b",
    re.I,
)
_TAKES = re.compile(
    r"\bdi(?:terima|catat|registrasi|register|agendakan)\b"
    r"|\b(?:menerima|mencatat|penerimaan|pencatatan|registrasi)\b",
    re.I,
)
_SOLVES = re.compile(
    r"\bdi(?:tindak\s?lanjuti|tangani|selesaikan|proses)\b|\b(?:menindaklanjuti|menangani|menyelesaikan"
    r"|memproses)\b|^(?:tindak\s+lanjut|penanganan|penyelesaian)\b",
    re.I,
)
_EXAMINES = re.compile(
    r"\bdi(?:klarifikasi|telaah|verifikasi|teliti|periksa|investigasi|analisis|kaji|telusuri)\b"
    r"|\bme(?:ngklarifikasi|nelaah|mverifikasi|neliti|meriksa|nginvestigasi|nganalisis|nelusuri)\b"
    r"|^(?:klarifikasi|penelaahan|telaah|verifikasi|penelitian|pemeriksaan|investigasi|analisis)\b",
    re.I,
)
_STAGE = re.compile(
    rf"(?:{COMPLAINT}\s+)?(?:(?:yang\s+)?di\w+|me[mn]\w+|penerimaan|pencatatan|registrasi|klarifikasi|telaah"
    r"|penelaahan|verifikasi|investigasi|tindak\s+lanjut|penanganan|penyelesaian|jawaban|penyampaian"
    r"|pemberian|pelaporan|monitoring|disposisi)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Block:
    """A line and who sees to it: `deed` is "" where a label alone says so ("Petugas: X")."""

    item: Item
    deed: str
    name: str
    taken: int = 0  # the lines below it that are said with it


def in_sentences(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with each kind or stage and who sees to it in one sentence."""
    blocks = {at: block for at in range(len(items)) if (block := _block(items, at))}
    stages = [block for block in blocks.values() if _is_stage(block)]
    if len(stages) >= _SEVERAL:
        return tuple(_staged(items, blocks))
    found: list[Item] = []
    skipped = -1
    for at, item in enumerate(items):
        if at <= skipped:
            continue
        block = blocks.get(at)
        found.append(_of_kind(block) if block else replace(item, items=in_sentences(item.items)))
        skipped = at + block.taken if block else skipped
    return tuple(found)


def _block(items: Sequence[Item], at: int) -> _Block | None:
    """Return the block that begins with an item: its children, or the line below, tell who."""
    item = items[at]
    if run_on := _RUN_ON.match(item.text):
        return _read(replace(item, text=run_on["kind"]), run_on["said"], 0)
    if len(item.text) > _LONGEST or item.text.rstrip().endswith((".", ":")) or ":" in item.text:
        return None
    if _DEED.match(item.text):
        return None
    for child in item.items:
        if block := _read(item, child.text, 0):
            return block
    below = None if item.items else next(iter(items[at + 1 : at + 2]), None)
    return _read(item, below.text, 1) if below and not below.mark else None


def _read(item: Item, text: str, taken: int) -> _Block | None:
    """Read "Ditangani oleh X ..." or "Petugas: X" below an item."""
    if deed := _DEED.match(text):
        return _Block(item, deed["deed"].casefold(), text[deed.end() :], taken)
    doer = _DOER.match(text)
    return _Block(item, "", text[doer.end() :], taken) if doer else None


def _is_stage(block: _Block) -> bool:
    return not block.deed and bool(_STAGE.match(block.item.text))


def _of_kind(block: _Block) -> Item:
    """Return the sentence that gives a kind to its handler; what is no kind stays as it was."""
    kind = block.item.text.rstrip(" ,;")
    deed = block.deed or "ditangani oleh"
    if _GENERAL.match(kind) and not is_suggestion(kind):
        return replace(block.item, text=f"Pengaduan {deed} {block.name}", items=())
    told = is_suggestion(kind) or UNSETTLED.search(kind) or re.match(COMPLAINT, kind, re.I)
    said = kind if told else f"Pengaduan mengenai {kind}"
    return replace(block.item, text=f"{said} {deed} {block.name}", items=())


def _staged(items: Sequence[Item], blocks: dict[int, _Block]) -> Iterator[Item]:
    """Yield who receives complaints and who handles them: who solves, else who first examines."""
    told = list(blocks.values())
    takes = [b for b in told if _TAKES.search(b.item.text)]
    solves = [b for b in told if b not in takes and _SOLVES.search(b.item.text)]
    examines = [b for b in told if b not in takes and _EXAMINES.search(b.item.text)]
    for block in takes[:1]:
        yield replace(block.item, text=f"Pengaduan diterima oleh {block.name}.", items=())
    for block in (solves or examines)[:1]:
        yield replace(block.item, text=f"Pengaduan ditangani oleh {block.name}.", items=())
    skipped = {at + n for at, block in blocks.items() for n in range(block.taken + 1)}
    yield from (item for at, item in enumerate(items) if at not in skipped)
