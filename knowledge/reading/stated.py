"""Who offers a service, who answers for it, and where it is, as sentences of other sections say.

"Penanggung jawab pelayanan adalah ..." among the general rules, "Tempat pelayanan: ..." below the
last section, "Loket berada di Gedung A dan buka pada hari ..." among the hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.model import Facet, Item
from knowledge.reading.crews import crew_facet
from knowledge.reading.durations import find_duration, parse_duration
from knowledge.reading.hours import tells_hours
from knowledge.reading.openings import clauses_of, opening_of
from knowledge.reading.posts import is_head, tokenize
from knowledge.reading.words import UNITS

STATED = (
    Facet.UNIT,
    Facet.RESPONSIBLE,
    Facet.IMPLEMENTERS,
    Facet.STAFF_COUNT,
    Facet.PLACE,
    Facet.SERVICE_HOURS,
    Facet.COST,
    Facet.TOTAL_TIME,
)
#: What only a label says outside its section: "Biaya: gratis".
_ONLY_LABELLED = frozenset({Facet.COST, Facet.TOTAL_TIME})
_LONGEST = 600
#: "Penanggung jawab pelayanan uji tanah adalah Kepala Balai".
_ANSWERS = re.compile(
    r"(?:pejabat\s+)?penanggung\s+jawab\s+(?:pe)?layanan\s+[^.;:,]{3,60}?\s+(?:adalah|ialah|yaitu|yakni)\s+"
    r"(?P<post>(?-i:[A-Z])[^.;:,]{3,90})",
    re.I,
)
#: "Tempat pelayanan: Loket 2", a line by itself, tells it in any section.
_LABELLED = re.compile(r"[^.;:]{4,60}:\s+\S")
_AMOUNT = re.compile(
    r"Rp\.?\s?\d|gratis\b|nihil\b|(?:tidak|tanpa)\s+(?:ada\s+|di\w+\s+)?biaya|tidak\s+di\w+", re.I
)
_CALLS_UNIT = re.compile(r"unit\b", re.I)
#: "Pelaksana pelayanan berjumlah 5 orang, yaitu ...", a rule among others.
_COUNTED = re.compile(r"(?:jumlah\s+)?(?:pelaksana|petugas|personel|pegawai)\b", re.I)
_SITE = (
    r"(?:(?:Gedung|Loket|Ruang|Kantor|Lantai|Jalan|Aula|Balai|Mal|Poli|Meja|Kampus|Kompleks|Pos"
    r"|Terminal)\b|Jl\.)"
)
#: Where a place ends: at the hours of the same sentence, or with it.
_TILL = (
    r"(?P<place>[^;]{4,200}?)(?=,?\s+(?:dan|serta)\s+(?:buka|dibuka|melayani|beroperasi)\b"
    r"|,?\s+(?:pada\s+|setiap\s+|mulai\s+)?(?:hari|senin|pukul|jam)\b|(?<!\bJl)[.;]\s|[.;]?$)"
)
_LIES = re.compile(
    r"(?:(?:pe)?layanan|loket|meja|permohonan|berkas|pendaftaran|penerimaan)\b[^.;:,]{0,60}?\b"
    r"(?:berada|bertempat|berlokasi|terletak|dibuka|diterima|dilayani)\s+di\s+"
    rf"(?=(?-i:[A-Z])){_TILL}",
    re.I,
)
#: "Senin s.d. Jumat pukul 08.00-15.30, di Gedung A Lantai 1".
_BEHIND_HOURS = re.compile(
    rf"\d{{1,2}}[.:]\d{{2}}(?:\s+WI(?:B|TA|T))?,?\s+(?:ber(?:tempat|lokasi)\s+)?di\s+(?=(?-i:{_SITE})){_TILL}",
    re.I,
)


def names_unit(item: Item) -> bool:
    """Whether an item calls somebody the unit, and not only says who offers the service."""
    return bool(_CALLS_UNIT.match(item.text))


def stated(item: Item, *, anywhere: bool) -> Iterator[tuple[Facet, str]]:
    """Yield what an item says of these components; in some sections only as a label does.

    `anywhere`: any sentence may say it, as the section is about the service as a whole.
    """
    if item.mark not in ("", "-") and not anywhere:
        return
    if len(item.text) > _LONGEST or not (anywhere or _LABELLED.match(item.text)):
        return
    for clause in clauses_of(item.text) if anywhere else [item.text]:
        found = opening_of(clause)
        said = found.text.strip(" .:;") if found and found.text != clause else ""
        whole = anywhere and found and found.facet is Facet.SERVICE_HOURS  # told as a sentence
        labelled = found and found.frame in ("", ":") and _LABELLED.match(item.text)
        if found and found.facet in _ONLY_LABELLED and not labelled:
            continue
        if found and not whole and _fits(found.facet, said):
            yield found.facet, said
        elif found and found.facet is Facet.SERVICE_HOURS and labelled and parse_duration(said):
            yield Facet.TOTAL_TIME, said  # "Waktu: 10 menit"
    if anywhere:
        yield from _told(item.text)


def _told(text: str) -> Iterator[tuple[Facet, str]]:
    """Yield what a sentence says in words of its own, where nothing opens it."""
    yield from ((Facet.PLACE, place) for place in _places(text))
    answers = _ANSWERS.match(text)
    if answers and _fits(Facet.RESPONSIBLE, answers["post"]):
        yield Facet.RESPONSIBLE, answers["post"].strip()
    if _COUNTED.match(text) and crew_facet(text) is Facet.STAFF_COUNT:
        yield Facet.STAFF_COUNT, text.strip()


def _places(text: str) -> Iterator[str]:
    for found in (_LIES.match(text), _BEHIND_HOURS.search(text)):
        if found:
            yield found["place"].strip(" .,;")


def _fits(facet: Facet, said: str) -> bool:
    """Whether words can be what a component says: a unit, a post, a place or hours."""
    tokens = tokenize(said)
    if not tokens:
        return False
    if facet in _ONLY_LABELLED:
        is_time = find_duration(said) or parse_duration(said)
        return bool(_AMOUNT.match(said) if facet is Facet.COST else is_time)
    if facet is Facet.UNIT:
        return tokens[0].folded in UNITS
    if facet in (Facet.RESPONSIBLE, Facet.IMPLEMENTERS):
        return is_head(tokens[0])
    if facet is Facet.SERVICE_HOURS:
        return tells_hours(said)
    return facet is Facet.PLACE and tokens[0].capital
