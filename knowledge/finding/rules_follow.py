"""Rules for short messages that go on from the last answer: beside it, below it, handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.finding import steps
from knowledge.finding.case import STEP_ASPECTS, Case, Decision, one
from knowledge.finding.ordinals import LAST, ORDINALS
from knowledge.finding.ranks import is_person
from knowledge.finding.scope import How
from knowledge.model import ProcedureStep, ServiceStandard

_FEW_WORDS = 6
_ANY_ORDINAL = "|".join(sorted({*ORDINALS, *LAST}, key=len, reverse=True))
_PART_OF_IT = re.compile(
    rf"\b(?P<word>{_ANY_ORDINAL})(?:nya)?(?: (?:itu|tadi))? "
    r"(?:bahas|ngebahas|membahas|ngomongin|isinya|tentang|soal|ngapain)\b"
)
_HANDED_ON = frozenset({"next", "after", "recipient", "who", "complaint_delegation"})


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
