"""Rules for numbers: how many steps there are, at which one a thing is done, how often."""

from __future__ import annotations

import re

from knowledge.finding.answers import Request
from knowledge.finding.case import SURE, Case, Decision, for_standards, one
from knowledge.finding.ordinals import ORDINALS
from knowledge.finding.pointing import STEP_WORDS
from knowledge.finding.rules_steps import by_content, step_aspect
from knowledge.finding.scope import best_facet

_ALL = 200  # passages, as many as a standard may have that say a word of the question
_ORDER = "|".join(
    sorted((word for word in ORDINALS if word.startswith("ke")), key=len, reverse=True)
)
_NTH = re.compile(
    r"\b(?P<word>[a-z]{4,})(?:nya)? (?:yang |yg )?"
    rf"(?:ke\s?-?\s?(?P<number>\d{{1,2}})|(?P<order>{_ORDER}))\b"
)
_FIGURE = re.compile(  # that counts something and is no time
    r"(?<![\d.,])\d+(?:[.,]\d+)?(?![\d]|[.,]\d|\s*(?:\([^)]*\)\s*)?(?:menit|jam|hari|minggu|bulan|tahun))"
)


def counting(case: Case) -> Decision | None:
    """Read the question how many steps there are, or how often a step has something done."""
    question = case.question
    if question.has("where_step"):
        return by_content(case, "step", {"where_step", "step_count", "procedure", "count"})
    if question.has("step_count"):
        return for_standards(case, "step_count")
    if not question.has("count") or question.has("duration", "duration_total"):
        return None
    aspect = best_facet(question)
    if aspect and aspect not in ("procedure", "definitions") and question.score(aspect) >= SURE + 1:
        return None
    return _counted(by_content(case, "step_count", {"count", "procedure"}), case)


def nth(case: Case) -> Decision | None:
    """Read "rapat ke-3 membahas apa?": the step of that order among those that the text counts."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    found = _NTH.search(question.flat)
    if found is None or standard is None or found["word"] in STEP_WORDS or question.step:
        return None
    number = found["number"] or str(ORDINALS[found["order"]])
    counted = re.compile(rf"\bke-\s?{number}\b")
    places = {step.number for step in standard.walk_steps() if counted.search(step.text)}
    described = case.search.described(question, question.hits.keys(), titles=False)
    ranked = case.search.ranked(described, standard.id, _ALL) if places else []
    place = next((f.passage.place for f in ranked if f.passage.place in places), None)
    return one(step_aspect(question), standard.id, step=place) if place else None


def tells_number(text: str) -> bool:
    """Say whether a text counts something: a time that is set for it is no such number."""
    return bool(_FIGURE.search(text))


def _counted(decision: Decision | None, case: Case) -> Decision | None:
    """Return only the steps that hold a figure: others do not say how many."""
    if decision is None:
        return None
    kept = []
    for request in decision.requests:
        standard = case.shelf.standards[request.standard or ""]
        numbers = (request.step or "").split("+")
        saying = [n for n in numbers if (step := standard.step(n)) and tells_number(step.text)]
        if saying:
            kept.append(Request("step", standard.id, "+".join(saying)))
    return Decision(tuple(kept)) if kept else None
