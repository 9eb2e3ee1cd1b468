"""Rules for questions that set standards side by side: "apa bedanya SOP dan sisdur?"."""

from __future__ import annotations

from knowledge.finding.answers import Request
from knowledge.finding.aspects import COMPLAINT, FACETS
from knowledge.finding.case import SURE, Case, Decision, one
from knowledge.finding.extremes import asks_which, direction, is_limit
from knowledge.finding.question import Question
from knowledge.finding.rules_amounts import asks_number
from knowledge.finding.scope import How, best_facet

_MEASURED = frozenset({"total_time", "cost", "step_count"})
_JOINING = frozenset({"dan", "sama", "dengan", "serta", "atau"})


def comparing(case: Case) -> Decision | None:
    """Read a wish to see one facet of several standards, side by side."""
    question = case.question
    named = question.named
    with_topic = _with_topic(case)
    chosen = with_topic or (named.mentioned if len(named.mentioned) > 1 else ())
    aspect = best_facet(question)
    sure = question.score(aspect or "") > SURE
    aspect = aspect if sure or not with_topic else None
    both = bool(with_topic) or (bool(chosen) and _joined(question) and sure)
    known = named.firm or (case.scope.how is How.TOPIC and not named)
    bound = known and (is_limit(question) or asks_number(question))
    if not both and (not question.has("compare") or bound):
        return None
    terms = case.search.terms(question, case.scope) if question.has("compare") else []
    if len(terms) > 1 and aspect in (None, "definitions") and not with_topic:
        return Decision(tuple(Request("definition", key, subject=term) for key, term in terms[:3]))
    if (known and not both and not asks_which(question)) or (
        not chosen and case.search.strangers(question)
    ):
        return None
    aspect = _compared(question, aspect)
    if aspect is None and (with_topic or not chosen):
        aspect = case.topic.aspect if case.topic.aspect in FACETS else None
    if aspect is None:
        return one("differences", subject="+".join(case.shelf.key(c) for c in chosen[:4]) or None)
    way = (direction(question) if aspect in _MEASURED else None) or "compare"
    return one(way, subject="+".join((aspect, *(case.shelf.key(c) for c in chosen[:4]))))


def _with_topic(case: Case) -> tuple[str, ...]:
    """Return the standard spoken of and the other one it is compared with: "beda sama sisdur?"."""
    other, here = case.question.named.certain, case.topic.standard
    compared = case.question.has("compare") and _joined(case.question)
    apart = other and here and other != here and len(case.question.named.mentioned) <= 1
    return (here, other) if compared and other and here and apart else ()


def _compared(question: Question, aspect: str | None) -> str | None:
    """Return what is compared: the number of steps, the time, or the part that is asked for."""
    if question.has("step_count") or (aspect == "procedure" and "banyak" in question.flat):
        return "step_count"
    if question.has("duration", "duration_total"):
        return "complaint_time" if question.has(*COMPLAINT) else "total_time"
    return aspect


def _joined(question: Question) -> bool:
    """Say whether a word stands that joins two names."""
    return not _JOINING.isdisjoint(question.texts)
