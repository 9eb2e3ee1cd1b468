"""Rules for short messages that go on from the last answer: beside it, below it, handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.finding import steps
from knowledge.finding.answers import Request
from knowledge.finding.aspects import FACETS
from knowledge.finding.case import MARK, STEP_ASPECTS, Case, Decision, one
from knowledge.finding.ordinals import LAST, ORDINALS
from knowledge.finding.ranks import is_person
from knowledge.finding.rules_complaints import of_complaint
from knowledge.finding.scope import How
from knowledge.finding.sentences import sentences_of
from knowledge.model import ProcedureStep, ServiceStandard

_FEW_WORDS = 6
_ANY_ORDINAL = "|".join(sorted({*ORDINALS, *LAST}, key=len, reverse=True))
_PART_OF_IT = re.compile(
    rf"\b(?P<word>{_ANY_ORDINAL})(?:nya)?(?: (?:itu|tadi))? "
    r"(?:bahas|ngebahas|membahas|ngomongin|isinya|tentang|soal|ngapain)\b"
)
_THERE = frozenset({"situ", "sana", "disitu", "disana"})
_PLACE = re.compile(
    r"\b(?:jalan|jl|gedung|lantai|ruang(?:an)?|loket|kantor|lapangan|halaman|pasar|balai|aula|"
    r"terminal|pelabuhan|alun-alun|kampus|komplek\w*|plaza|mal)\b",
    re.IGNORECASE,
)
_SETTLING = frozenset(
    {"selesai", "tanggap", "puas", "beres", "tuntas", "respons", "jawab", "tindaklanjut"}
)
_STUCK = frozenset({"mentok", "buntu", "deadlock", "mandek"})
_GOING_UP = frozenset({"naik", "lanjut", "adu", "atas", "tinggi", "banding", "terus", "juga"})
_HIGHER = re.compile(r"\b(?:naik(?:nya)?|banding|eskalasi)(?: lagi)? (?:ke|kepada)\b")
_OF_STEP = STEP_ASPECTS | {"passage"}
_WHICH_DAY = re.compile(
    r"(?:itu |jadi |jadinya |terus )*(?:hari )?h ?-? ?(?:min )?(?:berapa|brp|brapa)\W*"
)
_ITS_ACTOR = re.compile(r"\b(?:pelaksana|petugas|pejabat)(?:nya| itu)\b")
_HANDED_ON = frozenset({"next", "after", "recipient", "who", "complaint_delegation"})
_GIVEN = frozenset({"kasih", "beri"})  # "dia dikasih waktu berapa hari?"


def colleague(case: Case) -> Decision | None:
    """Read "kalau kasubbagnya?" behind a step: the step beside it where that post acts."""
    question, topic = case.question, case.topic
    standard = case.shelf.get(topic.standard)
    if standard is None or not topic.step or topic.aspect not in STEP_ASPECTS:
        return None
    level = question.pointed.level
    person = is_person(level) or (question.posts and not level)
    asked = [h for h in question.hits.values() if not h.positions <= question.pointed.positions]
    if not person or asked or len(question.words) > _FEW_WORDS:
        return None
    if question.named or question.content(question.pointed.positions):
        return None
    posts = question.posts or case.shelf.posts.of_level(level, standard.id)
    acts = {m.step for post in posts for m in post.mentions if m.standard == standard.id}
    here = topic.step.split("+")[0]
    found = next((s.number for s in _beside(standard, here) if s.number in acts), None)
    return one(topic.aspect or "step", standard.id, step=found) if found else None


def _beside(standard: ServiceStandard, here: str) -> Iterator[ProcedureStep]:
    """Yield the steps of the same list: those that follow, then those that stand before."""
    above = steps.parent(standard, here)
    row = above.steps if above else standard.steps
    place = next((i for i, step in enumerate(row) if step.number == here), 0)
    yield from row[place + 1 :]
    yield from row[:place]


def part_by_order(case: Case) -> Decision | None:
    """Read "yang terakhir itu bahas apa?" behind a step with parts: that part of it."""
    standard = case.shelf.get(case.topic.standard)
    found = _PART_OF_IT.search(case.question.flat)
    if found is None or standard is None or not case.topic.step or case.question.named:
        return None
    step = standard.step(case.topic.step.split("+")[0])
    parts = step.steps if step else ()
    place = len(parts) if found["word"] in LAST else ORDINALS[found["word"]]
    return (
        one("step", standard.id, step=parts[place - 1].number) if len(parts) >= place > 0 else None
    )


def of_official(case: Case) -> Decision | None:
    """Read "berapa lama itu?" behind what a post does, where that is one step of the standard."""
    question, topic = case.question, case.topic
    known = topic.standard is not None and case.scope.standard == topic.standard
    if topic.aspect != "official" or not known or question.named or not question.has("duration"):
        return None
    rest = {w.stem for w in question.content(question.hits["duration"].positions)} - _GIVEN
    post = case.shelf.posts.named((topic.subject or "").split("#")[0])
    if post is None or rest or question.step or question.has("duration_total"):
        return None
    acts = {m.step for m in post.mentions if m.standard == topic.standard and m.step}
    return one("step_time", topic.standard, step=acts.pop()) if len(acts) == 1 else None


def at_that_place(case: Case) -> Decision | None:
    """Read "di mana?" and "bisa ... di situ?" behind what was told of one thing: where that is."""
    question, standard = case.question, case.shelf.get(case.topic.standard)
    if standard is None or case.scope.how is not How.TOPIC or question.step:
        return None
    there = not _THERE.isdisjoint(question.texts)
    asks = there or (
        question.has("place") and not question.content(question.hits["place"].positions)
    )
    if not asks or (question.hits.keys() - {"place"} and not (there and question.asks_whether)):
        return None
    told = _told_last(case, standard)
    return Decision((told,)) if told else None


def of_that_step(case: Case) -> Decision | None:
    """Read "siapa pelaksananya?" and "H berapa?" behind a step: who does it, and when."""
    question, topic = case.question, case.topic
    here = (topic.step or "").split("+")[0]
    spoken_of = here and topic.aspect in _OF_STEP and case.scope.how is How.TOPIC
    if not spoken_of or question.named or question.posts:
        return None
    used = {p for hit in question.hits.values() for p in hit.positions}
    if _WHICH_DAY.fullmatch(question.flat):
        return one("step_time", topic.standard, step=here)
    who = question.has("implementers") and question.hits.keys() <= {"implementers", "who"}
    if not who or question.content(used) or not _ITS_ACTOR.search(question.flat):
        return None
    return one("step_actor", topic.standard, step=here)


def unsettled(case: Case) -> Decision | None:
    """Read "kalau tidak selesai juga?" behind a complaint: to whom it goes on."""
    question, key = case.question, case.topic.standard
    if key is None or not of_complaint(case, key) or len(question.words) > _FEW_WORDS + 3:
        return None
    stuck = question.negated and not _SETTLING.isdisjoint(question.stems)
    if not stuck and _STUCK.isdisjoint(question.texts) and not _HIGHER.search(question.flat):
        return None
    used = {p for hit in question.hits.values() for p in hit.positions}
    rest = {word.stem for word in question.content(used)}
    return None if rest - _SETTLING - _GOING_UP - _STUCK else one("complaint", key)


def _told_last(case: Case, standard: ServiceStandard) -> Request | None:
    """Return the sentence with a place that speaks of the thing which was asked about last."""
    topic = case.topic
    thing = (topic.subject or "").removeprefix(MARK).split()
    if topic.aspect == "passage":
        here = (s for s in sentences_of(standard) if s.request.subject == topic.subject)
    elif (topic.subject or "").startswith(MARK) and topic.aspect in FACETS:
        here = (s for s in sentences_of(standard) if set(thing) <= s.stems)
    else:
        return None
    return next((s.request for s in here if _PLACE.search(s.text)), None)


def handed_on(case: Case) -> Decision | None:
    """Read "habis itu diteruskan ke siapa?" behind a complaint: to whom it is delegated."""
    question, topic = case.question, case.topic
    if not (topic.aspect or "").startswith("complaint") or case.scope.how is not How.TOPIC:
        return None
    if not question.has("next", "after", "recipient") or question.hits.keys() - _HANDED_ON:
        return None
    used = {p for hit in question.hits.values() for p in hit.positions}
    if question.content(used) or question.step:
        return None
    return one("complaint_delegation", topic.standard)
