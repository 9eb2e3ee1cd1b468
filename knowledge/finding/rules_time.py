"""Rules for questions of time: how long a step or the whole takes, and when a thing is done."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.finding.answers import Request
from knowledge.finding.case import SURE, Case, Decision, for_standards, one
from knowledge.finding.contents import content
from knowledge.finding.cueing import WEEKDAYS
from knowledge.finding.pairs import is_pair
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.rules_complaints import of_complaint
from knowledge.finding.rules_steps import by_content
from knowledge.finding.saying import SETS_TIME, Wanted, best, said_of_facet
from knowledge.finding.scope import How, best_facet
from knowledge.finding.steps import enclosing_time, timed_below
from knowledge.finding.telling import told_by_words
from knowledge.model import ServiceStandard

_HANDLING = frozenset({"penanganan", "proses", "tindaklanjut", "jawab", "adu", "keluh", "tanggap"})
_AT_MOST = frozenset({"maksimal", "batas", "lambat", "cepat"})
_WHEN = re.compile(
    r"lambat\b|lambatnya|\bsebelum\b|\bsetelah\b|\bsejak\b|\btanggal\b|\bsetiap\b|\bH\s?[-+]\s?\d",
    re.I,
)
_OPEN = frozenset(
    "hari buka tutup libur datang dilayani jam pukul pagi siang sore malam masih istirahat "
    "sampai loket kantor counter".split()
)
_NO_DAY = frozenset({"duration", "duration_total", "who", "which", "listing", "compare"})
_WITH_TIME = frozenset({"evaluation", "complaint_time", "place", "supervision"})
_BESIDE_WHEN = {"service_hours", "procedure", "who"}
_APPLYING = frozenset({"aju", "urus", "mohon", "minta", "daftar"})
_BESIDE_LENGTH = {"duration", "procedure", "count", "who", "next", "after", "previous", "before"}
_ALL_OF_IT = 0.9  # share of what is described that the time of the whole must hold
_MOST_OF_IT = 0.6  # the same where it is asked when all is done
_FINISHING = frozenset(
    "prosedur proses prosesnya selesai selesainya jadi jadinya beres beresnya kelar kelarnya "
    "rampung penyelesaian pengerjaan terbit terbitnya keluar keluarnya".split()
)
_READY = frozenset({"jadi", "jadinya"})  # said of what is made, not of a complaint
_COMING = frozenset({"terbit", "keluar", "jadi"})
_LENGTHS = frozenset({"kerja", "hari", "jam", "lama", "waktu"})
_BEFORE_TIME = re.compile(r"[:\d]")
_SEVERAL = 2
_OF_PROCEDURE = frozenset({"procedure", "framework", "total_time"})


def handling_time(case: Case) -> Decision | None:
    """Read a bare question of time while the conversation is about a complaint."""
    question, scope = case.question, case.scope
    used = question.hits["duration"].positions if question.has("duration") else frozenset[int]()
    rest = {word.stem for word in question.content(used)} - _AT_MOST
    if not used or question.named or scope.how is not How.TOPIC or _READY & question.texts:
        return None
    if not of_complaint(case, case.topic.standard or ""):
        return None
    if rest <= _HANDLING:
        return one("complaint_time", scope.standard)
    return said_of_facet(case, "complaint", told=SETS_TIME)


def weekday(case: Case) -> Decision | None:
    """Read whether a service is open on a day: the hours tell, also by not naming the day."""
    question = case.question
    days = [word for word in question.words if word.text in WEEKDAYS]
    if not days or question.step or question.posts:
        return None
    if case.scope.standard is None and not question.has("service_hours"):
        return None
    said = question.texts
    if best_facet(question) not in (None, "service_hours") or question.hits.keys() & _NO_DAY:
        return None
    used = {p for hit in question.hits.values() for p in hit.positions}
    rest = {word.text for word in question.content(used | question.naming)}
    asks = "hari" in said or "minggu" not in said or len(days) > 1
    if asks and rest <= WEEKDAYS | _OPEN:
        return for_standards(case, "service_hours")
    return _of_told(case) if asks and question.score("service_hours") >= SURE else None


def _of_told(case: Case) -> Decision | None:
    """Return the hours of the standard whose own words name the place that is asked for."""
    if case.scope.how is not How.OPEN:
        return None
    described = case.search.described(case.question, {"service_hours"}, titles=False)
    named = {s: w for s, w in described.items() if s not in WEEKDAYS | _OPEN and not is_pair(s)}
    key = told_by_words(named, case.shelf.index) if len(named) >= _SEVERAL else None
    return one("service_hours", key) if key else None


def when(case: Case) -> Decision | None:
    """Read "kapan" beside something that is done: the step that tells when, no opening hours."""
    question = case.question
    asks = "kapan" in question.texts
    if not asks or question.score("service_hours") >= SURE or question.step:
        return None
    rival = best_facet(question)
    if rival in _WITH_TIME or question.has("duration", "duration_total"):
        return None
    described = case.search.described(question, _BESIDE_WHEN, titles=False)
    key = case.scope.standard or told_by_words(described, case.shelf.index)
    standard = case.shelf.get(key)
    if standard is None or not described:
        return None
    found = case.search.all_steps(described, case.scope)
    steps = [step for passage in found if (step := standard.step(passage.place))]
    told = next((step.number for step in steps if _WHEN.search(step.text)), None)
    return one("step", standard.id, step=told) if told else None


def timing(case: Case) -> Decision | None:
    """Read the question how long a step takes, or the whole."""
    question = case.question
    if not question.has("duration", "duration_total"):
        return None
    if not question.has("duration") and question.has("procedure"):
        return None
    aspect = best_facet(question)
    rival = aspect is not None and aspect not in _OF_PROCEDURE
    often = aspect == "evaluation"  # "tiap berapa lama" asks how often
    sure = max(question.score("duration"), question.score("duration_total"))
    if aspect and rival and (often or question.score(aspect) >= sure):
        return None
    return _said_of_whole(case) or _of_step(case) or _beside_steps(case)


def _of_step(case: Case) -> Decision | None:
    """Return the time of the step that is described, or that is spoken of."""
    question = case.question
    if question.score("duration_total") >= SURE or _applies(question):
        return None
    found = by_content(case, "step_time", _BESIDE_LENGTH)
    if found and _is_of_one(case, found):
        return _of_kind(case, found) or found
    if case.topic.step and case.scope.how is How.TOPIC and not question.has("procedure"):
        return one("step_time", case.topic.standard, step=case.topic.step)
    return None


def _of_kind(case: Case, found: Decision) -> Decision | None:
    """Return the time of the whole where it is set for a kind that is named, and not for the steps.

    "Pasien baru: 10 menit" / "Pasien lama: 5 menit" answers what no step of a new patient tells.
    """
    standard = case.shelf.get(found.requests[0].standard)
    if standard is None or any(_is_timed(standard, r.step or "") for r in found.requests):
        return None
    heads = (_BEFORE_TIME.split(line.text)[0] for line in content(standard, "total_time").lines)
    kinds = [stems for head in heads if (stems := {*stems_of(head)} - _LENGTHS)]
    asked = {word.stem for word in case.question.words}
    named = len(kinds) >= _SEVERAL and any(kind <= asked for kind in kinds)
    return one("total_time", standard.id) if named else None


def _is_timed(standard: ServiceStandard, numbers: str) -> bool:
    """Whether the text sets a time for one of the steps, or for what it is part of."""
    steps = filter(None, map(standard.step, numbers.split("+")))
    times = (s.duration or any(timed_below(s)) or enclosing_time(standard, s.number) for s in steps)
    return any(times)


def _is_of_one(case: Case, found: Decision) -> bool:
    """Say whether steps may tell: those of several standards do not tell by when ("kapan")."""
    return "kapan" not in case.question.texts or len({r.standard for r in found.requests}) == 1


def _beside_steps(case: Case) -> Decision | None:
    """Return what another part says of the time of a thing, else the time of the whole."""
    said = None if _applies(case.question) else _said_beside_steps(case)
    return said or (for_standards(case, "total_time") if _is_bare(case) else None)


def _said_of_whole(case: Case) -> Decision | None:
    """Return the time of the whole where it is set for just the kind that is named."""
    of_whole = bool(_FINISHING & {word.text for word in case.question.words})
    if not case.scope.standard or not (of_whole or case.question.named.firm):
        return None
    described = case.search.described(case.question, _BESIDE_LENGTH, titles=False)
    described = {s: weight for s, weight in described.items() if s not in _LENGTHS}
    if of_whole and _is_its_thing(case, described):
        return one("total_time", case.scope.standard)
    floor = _MOST_OF_IT if of_whole else _ALL_OF_IT
    said = best(case, described, Wanted(floor, lambda facet: facet == "total_time"))
    return one("total_time", case.scope.standard) if said else None


def _is_its_thing(case: Case, described: Mapping[str, float]) -> bool:
    """Say whether but the service or its product is named, and a time is set for the whole."""
    standard = case.shelf.get(case.scope.standard)
    if standard is None or not content(standard, "total_time").lines:
        return False
    things = {stem for stem in described if not is_pair(stem)} - _COMING
    if not things:
        return bool(case.question.named)
    product = {s for line in content(standard, "output").lines for s in stems_of(line.text)}
    names = case.shelf.names
    return all(names.explains(standard.id, stem) or stem in product for stem in things)


def _said_beside_steps(case: Case) -> Decision | None:
    """Return what a part of the standard, none of its steps, says of the time of a thing."""
    if case.question.has("duration_total"):
        return None
    described = case.search.described(case.question, _BESIDE_LENGTH | {"compare"}, titles=False)
    return best(case, described, Wanted(within=lambda f: f != "procedure", told=SETS_TIME))


def comparing_deed(case: Case) -> Decision | None:
    """Read a wish to compare the time of one step, as several standards describe it."""
    question, chosen = case.question, case.question.named.mentioned
    asks = question.has("compare") and question.has("duration")
    if len(chosen) < _SEVERAL or not asks or question.has("duration_total", "step_count"):
        return None
    described = case.search.described(question, {"duration", "compare"}, titles=False)
    said = {s for s, weight in described.items() if weight == 1.0 and not is_pair(s)}
    names = {s for s in said for key in chosen if case.shelf.names.explains(key, s)}
    deed = said - names
    found = [case.search.same(deed, key, "step_time") for key in chosen] if deed else []
    steps = [steps[0] for steps in found if steps]
    requests = tuple(Request("step_time", step.standard, step.place) for step in steps)
    return Decision(requests) if deed and len(requests) == len(chosen) else None


def _applies(question: Question) -> bool:
    """Say whether all that is done in the question is to apply for a standard's service."""
    used = question.hits["duration"].positions if question.has("duration") else frozenset[int]()
    rest = question.content(used | question.naming)
    doing = all(word.stem in _APPLYING and not word.text.startswith("pe") for word in rest)
    return question.named.firm and bool(rest) and doing


def _is_bare(case: Case) -> bool:
    """Say whether a question of time names nothing but a standard."""
    question = case.question
    if question.named.firm:
        return True
    cues = {"duration", "duration_total", "procedure"}
    described = case.search.described(question, cues, titles=False)
    return not described and not case.search.strangers(question)
