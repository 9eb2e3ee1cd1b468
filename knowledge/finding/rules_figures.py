"""Rules for a figure that the question gives: "lewat jam 15.00?", "yang muat 300 orang?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.finding.answers import Request
from knowledge.finding.case import Case, Decision, one, worth_reading
from knowledge.finding.contents import content
from knowledge.finding.rows import alone, pointed
from knowledge.finding.scope import How
from knowledge.finding.sentences import sentences_of
from knowledge.model import ServiceStandard

_AT_HOUR = re.compile(
    r"\b(?:lewat|setelah|sesudah|sebelum|di ?atas|melewati|melebihi|sampai)"
    r" (?:dari )?(?:jam|pukul) (?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\b"
)
_HOUR_SET = re.compile(
    r"\b(?:lewat|setelah|sesudah|sebelum|di ?atas|melewati|melebihi|paling lambat|sampai)\b"
    r"[^.;]{0,20}?\b(?:jam|pukul) (?P<hour>\d{1,2})[.:](?P<minute>\d{2})",
    re.IGNORECASE,
)
_HOURS = ("service_hours", "place", "complaint")
_HOLDING = frozenset({"muat", "tampung", "kapasitas"})
_MANY = re.compile(r"\b(?P<many>\d+) (?:orang|peserta|tamu|kursi|undangan)\b")
_CAPACITY = re.compile(
    r"\b(?:kapasitas|daya tampung|menampung|memuat|muat)\b\D{0,20}(?P<many>\d+)", re.IGNORECASE
)
_GIVEN = re.compile(
    r"(?:(?:kalau|kalo|klo|terus|trus|lalu|nah|buat|untuk|yang|yg|cuma|hanya) )*"
    r"[\d.,]+ ?(?P<unit>[a-z]+\d?)(?: (?:berapa|brp|gimana|bagaimana))?"
)
_RANGES = 2  # bounds that a part gives in a unit, if it sets something by it
_MOST = 3


def at_hour(case: Case) -> Decision | None:
    """Read "yang diterima lewat jam 15.00 gimana?": the rule that is set for that hour."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    asked = _AT_HOUR.search(" ".join(word.text for word in question.words))
    known = question.named.firm or case.scope.how is How.TOPIC
    if asked is None or standard is None or not known or question.hits.keys() - {"procedure"}:
        return None
    wanted = int(asked["hour"]), int(asked["minute"] or 0)
    found = [
        alone(standard, sentence.request, sentence.text)
        for sentence in sentences_of(standard)
        if not sentence.facet.startswith(_HOURS) and wanted in _hours_in(sentence.text)
    ]
    return Decision((found[0],)) if len(set(found)) == 1 else None


def of_same_range(case: Case) -> Decision | None:
    """Read "kalau yang 40 GT?" after a part that sets something by GT: that part again."""
    question, topic = case.question, case.topic
    standard = case.shelf.get(topic.standard)
    given = _GIVEN.fullmatch(question.flat.strip(" ?!."))
    if given is None or standard is None or case.scope.how is not How.TOPIC or question.hits:
        return None
    told = " ".join(line.text for line in content(standard, topic.aspect or "").lines)
    unit = re.escape(given["unit"])
    ranges = re.findall(rf"\d\s*(?:\([^)]*\)\s*)?{unit}\b", told, re.IGNORECASE)
    return one(topic.aspect or "", standard.id) if len(ranges) >= _RANGES else None


def _hours_in(text: str) -> Iterator[tuple[int, int]]:
    return ((int(f["hour"]), int(f["minute"])) for f in _HOUR_SET.finditer(text))


def holding(case: Case) -> Decision | None:
    """Read "ruang yang muat 300 orang yang mana?": what holds just so many, else what holds more.

    The smallest of those that hold more are told; none where nothing holds so many.
    """
    question = case.question
    given = _MANY.search(question.flat)
    if given is None or _HOLDING.isdisjoint(question.stems) or question.step:
        return None
    known = case.scope.standard
    keys = (known,) if known else worth_reading(case, case.scope.possible)
    rooms = [room for key in keys for room in _rooms(case.shelf.standards[key])]
    enough = sorted((room for room in rooms if room[0] >= int(given["many"])), key=_size)
    just = [room for room in enough if room[0] == int(given["many"])]
    requests = tuple(request for _, request in (just or enough)[:_MOST])
    return Decision(requests) if requests else None


def _size(room: tuple[int, Request]) -> int:
    return room[0]


def _rooms(standard: ServiceStandard) -> Iterator[tuple[int, Request]]:
    """Yield how many each thing holds that a standard lists, with what quotes it."""
    for item, subject in pointed(standard):
        for found in _CAPACITY.finditer(item.text):
            yield int(found["many"]), Request("passage", standard.id, subject=subject)
