"""What a document says of itself: number, dates, who passed it, what it revokes.

All that is asked is told, each with the lines that print it: from the standard's own pages, else
from the first or the last ones of its file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from knowledge.finding.answering import Answered, Line, short_title
from knowledge.finding.answers import Citation, Request
from knowledge.finding.imprint import HEAD, Imprint, Printed, imprint_of
from knowledge.finding.shelf import Shelf
from knowledge.finding.suggesting import suggestions
from knowledge.model import ServiceStandard

_NUMBER = re.compile(
    r"(?:no(?:mor|\.)?)(?!\s+(?:telepon|telp|hp|wa|whatsapp|kontak|induk|rekening))(?:\s+\w+)?\s*[:.]?\s*\S*\d",
    re.I,
)
_BY_DECREE = re.compile(
    r"(?:.*\bditetapkan\s+(?:dengan|berdasarkan|melalui)|lampiran\b.*|berlaku\b.*|)\s*(?:surat\s+)?(?:keputusan|peraturan)"
    r"\b[^.;]*?\bnomor\s+\S*\d",
    re.I,
)
_REVOKED = re.compile(
    r"\bmencabut\b.*(?:keputusan|peraturan|standar|prosedur|protap|sop)|\b(?:di)?nyatakan\s+(?:di)?cabut"
    r"|\b(?:keputusan|peraturan|standar|prosedur|protap|sop|edaran)\b.*\b(?:dicabut\b|dinyatakan\s+tidak\s+berlaku)"
    r"|\bmenggantikan\s+(?:keputusan|peraturan|standar|prosedur|protap|sop)",
    re.I,
)
_ITSELF = r"(?:keputusan|peraturan|standar|prosedur|protap|sop|ketentuan|dokumen)\b[^.;]{0,60}"
_IN_FORCE = re.compile(
    rf"{_ITSELF}\b(?:mulai\s+berlaku|berlaku\s+(?:sejak|mulai|efektif|pada))|berlaku(?:\s*:|\s+(?:mulai|sejak))\s+\S*\d",
    re.I,
)
_OLD = re.compile(r"\bpada\s+saat\b", re.I)  # "Pada saat Keputusan ini berlaku, ... dicabut"
_AS_PASSED = re.compile(r"\b(?:ditetapkan|diundangkan|ditandatangani|disahkan)\b", re.I)
_BY = re.compile(
    r"(?:disahkan|ditetapkan|disetujui|diperiksa|dibuat)\s+oleh\b|nama\s+pejabat\b|nip\b", re.I
)
_VERSION = re.compile(r"\b(?:edisi|versi|revisi)(?:\s+ke\W?)?\s*:?\s*\d|\b(?:edisi|versi)\b", re.I)
_UPDATED = re.compile(r"\b(?:di|ter\w+\s+di)(?:perbarui|mutakhirkan|perbaharui)\b", re.I)
_ON_A_DAY = re.compile(r"\b(?:ditetapkan|keputusan|peraturan)\b.*\btanggal\s+\d", re.I)
_LABELS = {
    "efektif": ("efektif", "berlaku"),
    "revisi": ("revisi",),
    "buat": ("pembuatan", "dibuat"),
    "terbit": ("terbit",),
    "sah": ("pengesahan",),
    "tetap": ("penetapan",),
}  # the date that is asked for -> the names of the box that tells it
_ELSE = {"terbit": ("pembuatan", "efektif"), "sah": ("efektif",), "tetap": ("efektif",)}
_BOX = re.compile(r"(?:tanggal|tgl|terbit|revisi|berlaku|efektif|mulai)\b[^:]{0,40}:", re.I)


def answer(shelf: Shelf, request: Request) -> Answered:
    """Answer with the lines of the document that tell what is asked."""
    standard = shelf.standards[request.standard or ""]
    told = list(facts(shelf, standard, (request.subject or "").split("+")))
    lines = [Line("", one.text, 0) for one in told]
    places = dict.fromkeys((one.section, one.page) for one in told)
    sources = tuple(Citation(standard.id, standard.title, *place) for place in places)
    values = {"standard": short_title(standard), "lines": lines}
    return Answered("document", values, sources, next=suggestions(standard, "document"))


def facts(shelf: Shelf, standard: ServiceStandard, asked: Iterable[str]) -> Iterator[Printed]:
    """Yield the lines that tell what is asked, each text once."""
    seen: set[str] = set()
    for one in (one for kind in asked for one in _first(shelf, standard, kind)):
        text = one.text.casefold()
        if text not in seen:
            yield one
        seen.add(text)


def _first(shelf: Shelf, standard: ServiceStandard, kind: str) -> list[Printed]:
    """Return what the standard's own pages tell, else the first or the last ones of its file."""
    return next(filter(None, (list(_tells(kind, one)) for one in _pages(shelf, standard))), [])


def _pages(shelf: Shelf, standard: ServiceStandard) -> Iterator[Imprint]:
    """Yield what may tell of a standard: not what another document says of itself."""
    own = imprint_of(standard)
    yield own
    first, *others = shelf.document_of(standard.id)
    if first is not standard and any(_number(own)):
        return
    if first is not standard:
        yield imprint_of(first)
    if others and not any(_number(last := imprint_of(others[-1]))):
        yield replace(last, head=())


def _tells(kind: str, said: Imprint) -> Iterable[Printed]:
    if kind in _TELLS:
        return _TELLS[kind](said)
    return _dated(kind, said) if kind in _LABELS else ()


def _number(said: Imprint) -> Iterator[Printed]:
    boxes = [one for one in (*said.head, *said.boxes) if _NUMBER.match(one.text)]
    yield from boxes or _decrees(said)


def _decrees(said: Imprint) -> list[Printed]:
    """Return the decree that set the standard, as the lines above its title name it."""
    return [one for one in said.texts if one.section == HEAD and _BY_DECREE.match(one.text)]


def _revoked(said: Imprint) -> Iterator[Printed]:
    return (one for one in said.texts if _REVOKED.search(one.text))


def _passed(said: Imprint) -> Iterator[Printed]:
    """Yield who passed the document: by a box, by the signature, or by the decree it names."""
    boxes = [one for one in said.head if _BY.match(one.text)]
    yield from boxes or said.closing or _decrees(said)


def _version(said: Imprint) -> Iterator[Printed]:
    told = [one for one in (*said.head, *said.boxes) if _VERSION.search(one.text)]
    yield from told or _boxes(said, _LABELS["revisi"])


def _dated(kind: str, said: Imprint) -> Iterator[Printed]:
    """Yield the box with a date; else the clause or the closing that tells it."""
    if found := _boxes(said, _LABELS[kind]):
        yield from found
    elif kind == "efektif":
        yield from _in_force(said)
    elif kind == "revisi":
        yield from (one for one in said.texts if _UPDATED.search(one.text))
    elif kind != "buat":
        yield from _when_passed(said) or _boxes(said, _ELSE[kind])


def _in_force(said: Imprint) -> Iterator[Printed]:
    """Yield the clause on when the document holds, with the closing where that has the date."""
    clauses = [one for one in said.texts if _IN_FORCE.search(one.text)]
    holds = [one for one in clauses if not _OLD.search(one.text) or "mulai" in one.text] or clauses
    yield from holds
    if not holds or any(_AS_PASSED.search(one.text) for one in holds):
        yield from _when_passed(said)


def _when_passed(said: Imprint) -> list[Printed]:
    dates = list(said.dates) or [one for one in said.head if one.text.startswith("pada tanggal")]
    return dates or [one for one in said.texts if _ON_A_DAY.search(one.text)]


def _boxes(said: Imprint, labels: Iterable[str]) -> list[Printed]:
    """Return the boxes of the first of some names that the document has."""
    boxes = [one for one in said.head if _BOX.match(one.text)]
    boxes += [one for one in said.boxes if _BOX.search(one.text)]
    each = ([one for one in boxes if label in one.text.casefold()] for label in labels)
    return next(filter(None, each), [])


_TELLS: dict[str, Callable[[Imprint], Iterable[Printed]]] = {
    "number": _number,
    "revoked": _revoked,
    "passed": _passed,
    "version": _version,
}
