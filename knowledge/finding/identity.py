"""What a document says of itself above its title: its number, its dates, and who passed it.

The first page of an SOP has boxes for these (Permenpan 35/2012), a decision its number and date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.finding.answering import Answered, Line, short_title
from knowledge.finding.answers import Citation, Request
from knowledge.finding.shelf import Shelf
from knowledge.finding.suggesting import suggestions
from knowledge.model import ServiceStandard

HEAD = "kepala dokumen"

_DOCUMENT = r"(?:sop|sp|standar(?:\s+pelayanan)?|dokumen|keputusan|sk|kepmen|perbup|perwal)(?:nya)?"
_NUMBER = re.compile(r"(?:no(?:mor|\.)?)(?:\s+\w+)?\s*[:.]?\s*\S*\d", re.I)
_PLACED = re.compile(r"(?:di\w+kan di\b.*|pada tanggal\b.*\d)", re.I)
_DATED = re.compile(r"(?:tanggal|tgl|terbit|revisi|berlaku|efektif)\b[^:]*:|pada tanggal\b", re.I)
_PASSED = re.compile(r"(?:disahkan|ditetapkan|disetujui|diperiksa|dibuat)\s+oleh\b", re.I)
_ASKS_NUMBER = re.compile(
    rf"\b(?:nomor|no)\s+{_DOCUMENT}\b|\b{_DOCUMENT}\b.*\b(?:nomor|no)\s+berapa\b", re.I
)
_ASKS_DATE = re.compile(
    rf"\btanggal\s+(?:efektif|revisi|pembuatan|pengesahan|terbit|penetapan|berlaku)\w*\b"
    rf"|\b{_DOCUMENT}\b.*\b(?:kapan|tanggal\s+berapa)\b|\bkapan\b.*\b{_DOCUMENT}\b",
    re.I,
)
_ASKS_WHO = re.compile(
    rf"\b{_DOCUMENT}\b.*\b(?:disahkan|ditetapkan|disetujui)\b|\b(?:mengesahkan|menetapkan)\b.*\b{_DOCUMENT}\b",
    re.I,
)
_WHICH_DATE = {
    "efektif": ("efektif", "berlaku", "pada tanggal"),
    "berlaku": ("efektif", "berlaku", "pada tanggal"),
    "revisi": ("revisi",),
    "buat": ("pembuatan", "dibuat"),
    "terbit": ("terbit", "pembuatan", "pada tanggal"),
    "sah": ("pengesahan", "efektif", "pada tanggal"),
    "tetap": ("penetapan", "efektif", "pada tanggal"),
}  # what is asked of -> labels that tell it, the best first
SUBJECTS = ("number", "passed", *_WHICH_DATE)
"""What of a document's identity a request can be about."""


def answer(shelf: Shelf, request: Request) -> Answered:
    """Answer with the lines above the title that tell it."""
    standard = shelf.standards[request.standard or ""]
    lines = [Line("", text, 0) for text in facts(standard, request.subject or "")]
    values = {"standard": short_title(standard), "lines": lines}
    source = Citation(standard.id, standard.title, HEAD)
    return Answered("document", values, (source,), next=suggestions(standard, "document"))


def asked_of(flat: str) -> str | None:
    """Return "number", "passed" or the word for a date, as far as one is asked for."""
    if _ASKS_NUMBER.search(flat):
        return "number"
    if _ASKS_DATE.search(flat):
        return next((word for word in _WHICH_DATE if word in flat), None)
    return "passed" if _ASKS_WHO.search(flat) else None


def facts(standard: ServiceStandard, asked: str) -> Iterator[str]:
    """Yield the lines above the title that tell it; of dates only the one that is meant."""
    head = list(dict.fromkeys(standard.preamble))
    if asked == "number":
        yield from (line for line in head if _NUMBER.match(line))
    elif asked == "passed":
        yield from (line for line in head if _PASSED.match(line))
    else:
        dated = [line for line in head if _DATED.match(line) or _PLACED.match(line)]
        for label in _WHICH_DATE.get(asked, ()):
            told = [line for line in dated if label in line.casefold()]
            if told:
                yield from told
                return
