"""Rules for what a term of the standard means."""

from __future__ import annotations

from knowledge.finding.answers import Request
from knowledge.finding.aspects import ASKED
from knowledge.finding.case import Case, Decision
from knowledge.finding.passages import stems_of

_MOST = 3
_EVERY_TERM = frozenset({"istilah", "peristilahan"})


def definition(case: Case) -> Decision | None:
    """Read the question what a term of the standard means."""
    question = case.question
    rival = max((h.score for a, h in question.hits.items() if a != "definitions"), default=0.0)
    goes_on = case.topic.aspect == "definition" and not question.hits
    if not goes_on and (not question.has("definitions") or rival >= question.score("definitions")):
        return None
    if not _EVERY_TERM.isdisjoint(question.texts):
        return None
    terms = case.search.terms(question, case.scope)
    if not terms:
        return None
    terms = _besides_the_name(case, terms)
    if question.hits.keys() & ASKED - {"definitions"} and only_name(case, terms):
        return None
    return Decision(tuple(Request("definition", key, subject=term) for key, term in terms[:_MOST]))


def _besides_the_name(case: Case, terms: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the terms that do not just name the standard, if there are any besides."""
    question = case.question
    naming = {question.words[p].stem for p in question.named.positions}
    own = [(key, term) for key, term in terms if not {*stems_of(term)} <= naming]
    short = {word.stem for word in question.content(question.named.positions)}
    asked = [(key, term) for key, term in own if {*stems_of(term)} & short]
    return asked or terms


def only_name(case: Case, terms: list[tuple[str, str]]) -> bool:
    """Say whether the terms are but the name of the standard, of which something else is asked."""
    question = case.question
    naming = {question.words[p].stem for p in question.named.positions}
    return all({*stems_of(term)} <= naming for _, term in terms)
