"""How a sentence tells of a component that it does not name, below a heading of several."""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.model import Facet
from knowledge.reading.crews import CREW, crew_facet
from knowledge.reading.durations import find_duration, parse_duration
from knowledge.reading.hours import tells_hours

_TELLS_COST = re.compile(r"\bRp\.?\s?\d|\b(?:gratis|dipungut|biaya|tarif|retribusi)\b", re.I)
_COMPLETES = re.compile(
    r"(?:ke)?seluruh(?:an)?\s+(?:proses|(?:pe)?layanan)\b[^.;]{0,60}\bdiselesaikan\b", re.I
)
#: How a sentence tells of a component that it does not name, below a heading of several.
_TELLS = (
    (
        Facet.COMPLAINT,
        re.compile(
            r"\b(?:pengaduan|keluhan|aduan|sanggahan|pelapor|(?:men|di)delegasikan)\b", re.I
        ),
    ),
    (
        Facet.COMPETENCE,
        re.compile(
            r"\b(?:wajib|harus|paling\s+(?:rendah|sedikit))\s+(?:telah\s+)?(?:memiliki|menguasai|memahami"
            r"|berpendidikan|berlatar|bersertifikat|lulus|mengikuti\s+pelatihan)\b",
            re.I,
        ),
    ),
    (Facet.GUARANTEE, re.compile(r"\b(?:menjamin|dijamin|jaminan|kompensasi)\b", re.I)),
    (Facet.SUPERVISION, re.compile(r"\b(?:pengawasan|diawasi|mengawasi|pengawas)\b", re.I)),
    (Facet.EVALUATION, re.compile(r"\b(?:survei|evaluasi|dievaluasi|indeks\s+kepuasan)\b", re.I)),
)
_TELLS_PLACE = re.compile(
    r"\b(?:gedung|jalan|jl\.|kantor|ruang|loket|lantai|kampus|kompleks|alamat|balai|aula|mal)\b",
    re.I,
)
#: What stands at a place is not the place: "Pada loket disediakan meja isian".
_OFFERS = re.compile(r"\b(?:disediakan|dilengkapi|terdapat)\b", re.I)
#: Where a sentence goes on from the place to the hours, or from these to the place.
_TO_HOURS = re.compile(
    r",\s+(?=(?:(?:pada|setiap)\s+)?(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu|kerja|pukul)\b)",
    re.I,
)
_TO_PLACE = re.compile(
    r"(?:,|(?<=\d)|(?<=\bWI[BT])|(?<=\bWITA))\s+(?=(?:ber(?:tempat|lokasi)\s+)?di\s+(?-i:[A-Z]))",
    re.I,
)


def parts_of(sentence: str, named: Collection[Facet]) -> list[str]:
    """Return the parts of a sentence that may tell one component each: between ";", or halves."""
    parts = re.split(r"(?<=;)\s+", sentence)
    if not {Facet.PLACE, Facet.SERVICE_HOURS}.issubset(named):
        return parts
    return [half for part in parts for half in _place_and_hours(part)]


def _place_and_hours(part: str) -> list[str]:
    """Return a part in two where its one half tells the place and the other the hours."""
    for cut in (_TO_HOURS.search(part), _TO_PLACE.search(part)):
        halves = [part[: cut.start()], part[cut.end() :]] if cut else []
        timed = [tells_hours(half) for half in halves]
        placed = [bool(_TELLS_PLACE.search(half)) for half in halves]
        if timed in ([True, False], [False, True]) and placed == [not one for one in timed]:
            return halves
    return [part]


def told_facet(sentence: str, named: Collection[Facet]) -> Facet | None:
    """Return which of the components that a heading names a sentence tells by its content."""
    if Facet.SERVICE_HOURS in named and tells_hours(sentence):
        return Facet.SERVICE_HOURS
    if Facet.COST in named and _TELLS_COST.search(sentence):
        return Facet.COST
    if Facet.TOTAL_TIME in named and (find_duration(sentence) or parse_duration(sentence)):
        return Facet.TOTAL_TIME
    if Facet.SERVICE_HOURS in named and _COMPLETES.match(sentence) and find_duration(sentence):
        return Facet.SERVICE_HOURS  # "Waktu" names the time that it takes
    of_crew = crew_facet(sentence) if CREW.intersection(named) else None
    told = (facet for facet, tells in _TELLS if facet in named and tells.search(sentence))
    if found := of_crew or next(told, None):
        return found
    at_place = Facet.PLACE in named and _TELLS_PLACE.search(sentence)
    return Facet.PLACE if at_place and not _OFFERS.search(sentence) else None
