"""Rules for numbers: how many steps there are, at which one a thing is done, how often."""

from __future__ import annotations

import re

from knowledge.finding.answers import Request
from knowledge.finding.case import SURE, Case, Decision, for_standards
from knowledge.finding.rules_steps import by_content
from knowledge.finding.scope import best_facet

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
