"""Rules for a detail of what is spoken of: the row, the condition, the part beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.finding import steps
from knowledge.finding.answers import Request
from knowledge.finding.aspects import ASKED, COMPLAINT
from knowledge.finding.case import STEP_ASPECTS, Case, Decision, one
from knowledge.finding.cueing import WEEKDAYS
from knowledge.finding.limits import limits_in, meets, quantities_in
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.quoting import facet_at
from knowledge.finding.saying import Wanted, asks_if, best, denies
from knowledge.finding.scope import How, best_facet
from knowledge.language.normalize import flatten
from knowledge.model import Facet, ProcedureStep, ServiceStandard

_FEW_WORDS = 7
_AGAIN = 0.45  # share of the words that the part spoken of must hold to be what is meant
_IF_SAID = 0.5  # share that must be said of what is asked on a condition
_NOT_AGAIN = COMPLAINT | {"procedure", "framework", "definitions", "other"}
_BESIDE_STEP = STEP_ASPECTS | {"passage"}
_BESIDE_LIMIT = frozenset({"duration", "requirements", "cost", "output"})
_MOST = 2
_GONE_WRONG = frozenset({"salah", "keliru", "ganti", "batal"})  # stop words that tell behind "if"
_LACKING = re.compile(
    r"\b(?:apabila|jika|bila|bagi)\b[^.;]*?\b(?:tidak|belum) (?:memiliki|mempunyai|ada|membawa) "
    r"(?P<paper>[^.;]+)",
    re.IGNORECASE,
)
_LIMITED = frozenset({"maksimal", "minimal", "maksimum", "minimum"})
_LIMITS = re.compile(r"\b(?:paling|maksimal|minimal|sekurang|sebanyak-banyak)\b", re.IGNORECASE)
_PRICE = re.compile(r"\bRp|\bgratis\b|\d %|\d%", re.IGNORECASE)
_THAN_THAT = re.compile(r"\b(?P<below>kurang)|\b(?:lebih|lewat)\b")


def beside_step(case: Case) -> Decision | None:
    """Read "kalau dalam kota?" behind a step: the part beside or below it that says so."""
    question, topic = case.question, case.topic
    standard = case.shelf.get(topic.standard)
    if standard is None or not topic.step or topic.aspect not in _BESIDE_STEP:
        return None
    if case.scope.standard != standard.id or not _is_short(question) or question.hits:
        return None
    asked = {word.stem for word in question.content()}
    if not asked or question.step:
        return None
    near = [s for s in _near(standard, topic.step.split("+")[0]) if asked <= {*stems_of(s.text)}]
    aspect = "step" if topic.aspect == "passage" else topic.aspect or "step"
    return one(aspect, standard.id, step=near[0].number) if len(near) == 1 else None


def _near(standard: ServiceStandard, here: str) -> Iterator[ProcedureStep]:
    """Yield the parts of a step and those that stand beside it under another."""
    step, above = standard.step(here), steps.parent(standard, here)
    yield from step.steps if step else ()
    yield from (s for s in above.steps if s.number != here) if above else ()


def of_same_part(case: Case) -> Decision | None:
    """Read "kalau pasien umum?" behind a part of a standard: what that part says of it."""
    question, topic = case.question, case.topic
    aspect = _part_of(case) or ""
    same = case.scope.standard is not None and case.scope.standard == topic.standard
    if not same or aspect not in ASKED - _NOT_AGAIN or not _is_short(question):
        return None
    ranked = question.posts and question.pointed.rank
    if question.step or ranked or best_facet(question) not in (None, aspect):
        return None
    if aspect == "service_hours" and not WEEKDAYS.isdisjoint(question.texts):
        return one(aspect, topic.standard)
    if question.hits.keys() & (ASKED | {"who", "duration"}):
        return None
    known = (word.stem for word in question.content() if case.shelf.index.knows(word.stem))
    described = dict.fromkeys(known, 1.0)
    told = _LIMITS if not _LIMITED.isdisjoint(question.texts) else _PRICE
    said = (
        best(case, _unlimited(described), Wanted(_AGAIN, told=told))
        if told is _LIMITS or aspect == Facet.COST
        else None
    ) or best(case, described, Wanted(_AGAIN, lambda facet: facet.startswith(aspect)))
    if said or not case.search.is_telling(described):
        return said
    several = case.search.covers(described, aspect, topic.standard, _AGAIN)
    return one(aspect, topic.standard) if several else None


def _part_of(case: Case) -> str | None:
    """Return the part that was spoken of last, that of a passage which was quoted too."""
    topic, standard = case.topic, case.shelf.get(case.topic.standard)
    if standard is None or topic.aspect != "passage" or not topic.subject:
        return topic.aspect
    return facet_at(standard, topic.subject) or topic.aspect


def _unlimited(described: dict[str, float]) -> dict[str, float]:
    """Return what is described without the words that ask for the most or the least."""
    return {stem: weight for stem, weight in described.items() if stem not in _LIMITED}


def _is_short(question: Question) -> bool:
    return 0 < len(question.words) <= _FEW_WORDS


def within_limit(case: Case) -> Decision | None:
    """Read "kalau baru lulus 3 bulan?": the rule whose limit ("kurang dari 6 bulan") that meets."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    given = quantities_in(question.flat)
    if standard is None:
        return None
    if not given and case.scope.how is How.TOPIC:
        return _beyond_that(case, standard)
    if not given or best_facet(question) not in (None, *_BESIDE_LIMIT):
        return None
    asked = {word.stem for word in question.content() if not word.text.isdigit()} - _units()
    asked -= {question.words[p].stem for p in question.naming}
    found = []
    for section in standard.sections:
        if section.facet is Facet.LEGAL_BASIS:
            continue
        for item in (i for top in section.items for i in top.walk()):
            met = any(meets(one, limit) for limit in limits_in(item.text) for one in given)
            said = asked.intersection(stems_of(item.text))
            if met and (said or (not asked and section.facet.value == _part_of(case))):
                found.append(Request("passage", standard.id, subject=item.source.section))
    return Decision(tuple(dict.fromkeys(found))[:_MOST]) if found else None


def _beyond_that(case: Case, standard: ServiceStandard) -> Decision | None:
    """Read "kalau kurang dari itu?" behind a passage with a time: the rule for less than that."""
    found = _THAN_THAT.search(case.question.flat)
    step = standard.step((case.topic.step or "").split("+")[0])
    if not {"itu", "segitu"} & case.question.texts or found is None or step is None:
        return None
    set_there = quantities_in(flatten(step.text))
    for section in standard.sections:
        for item in (i for top in section.items for i in top.walk()):
            for limit in limits_in(item.text):
                if limit.quantity in set_there and limit.below == bool(found["below"]):
                    return Decision((Request("passage", standard.id, subject=item.source.section),))
    return None


def _units() -> frozenset[str]:
    times = {"tahun", "bulan", "hari", "minggu", "jam", "menit"}
    return frozenset(times | {"km", "kamu", "meter", "kilo", "ton", "orang", "lantai", "lembar"})


def on_condition(case: Case) -> Decision | None:
    """Read what holds on a condition ("kalau tidak punya ..."): the passage that sets it."""
    question = case.question
    if not asks_if(question) or question.step or question.hits.keys() & ASKED:
        return None
    if question.posts and question.pointed.rank:
        return None
    if question.has("who", "next", "after", "before", "previous", "duties", "compare", "which"):
        return None
    known = question.named.firm or case.scope.how is How.TOPIC
    if not known or case.search.strangers(question):
        return None
    described = case.search.described(question, question.hits.keys(), titles=False)
    if case.scope.how is How.TOPIC and not question.named.firm:
        described = {word.stem: 1.0 for word in question.content()}
    described |= {word.stem: 1.0 for word in question.words if word.text in _GONE_WRONG}
    said = best(
        case, described, Wanted(_IF_SAID, lambda facet: facet not in ("legal_basis", "other"))
    )
    return _instead(case, said) or said


def _instead(case: Case, said: Decision | None) -> Decision | None:
    """Return what may stand for a paper that is missing ("apabila tidak memiliki ...")."""
    standard = case.shelf.get(case.scope.standard)
    if said is None or standard is None or not denies(case.question):
        return None
    places = {request.subject for request in said.requests}
    items = [i for s in standard.sections for top in s.items for i in top.walk()]
    known = {s for i in items if i.source.section in places for s in stems_of(i.text)}
    known |= case.question.stems
    for item in items:
        lacking = _LACKING.search(item.text)
        paper = {*stems_of(lacking["paper"])} if lacking else set()
        asked = paper <= known and not paper.isdisjoint(case.question.stems)
        if asked and item.source.section not in places:
            return Decision((Request("passage", standard.id, subject=item.source.section),))
    return None
