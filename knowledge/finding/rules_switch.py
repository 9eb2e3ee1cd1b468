"""Rules for a bare name of a standard: the last thing asked, of that one."""

from __future__ import annotations

from knowledge.finding.answers import Request
from knowledge.finding.case import MARK, MOST_OPTIONS, STEP_ASPECTS, Case, Decision, one
from knowledge.finding.question import Question
from knowledge.finding.scope import How

_FEW_WORDS = 10
_NOT_AGAIN = frozenset({"official", "listing", "card", "passage", "definition"})


def switch(case: Case) -> Decision | None:
    """Read a bare name of a standard: the last thing asked, of that one; else its card."""
    question, topic = case.question, case.topic
    if case.search.described(question, set(), titles=False):
        return None
    if _other_one(question) and topic.previous:
        return _again(case, topic.previous)
    if case.scope.how is How.NAMED:
        return _again(case, case.scope.standard or "")
    if case.scope.how is How.SEVERAL and not case.search.strangers(question):
        options = case.scope.possible[:MOST_OPTIONS]
        return Decision(tuple(Request("card", key) for key in options), choose=True)
    return None


def _other_one(question: Question) -> bool:
    return any(said in question.flat for said in ("satunya", "yang lain", "yg lain", "other one"))


def _again(case: Case, standard: str) -> Decision:
    """Return the last aspect for another standard, or that standard's card."""
    aspect, subject = case.topic.aspect, case.topic.subject or ""
    if aspect in STEP_ASPECTS and subject.startswith(MARK):
        same = case.search.same(subject.removeprefix(MARK).split(), standard, aspect or "")
        if same:
            return one(aspect or "", standard, step=same[0].place, subject=subject)
    keeps = aspect and aspect not in STEP_ASPECTS | _NOT_AGAIN
    if keeps and len(case.question.words) <= _FEW_WORDS:
        return one(aspect or "", standard)
    return one("card", standard)
