"""Rules for what a term of the standard means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.finding.answers import Request
from knowledge.finding.aspects import ASKED
from knowledge.finding.case import Case, Decision, worth_reading
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.rows import alone
from knowledge.finding.sentences import sentences_of
from knowledge.model import ServiceStandard

_MOST = 3
_DOCUMENT = frozenset({"standar", "layan", "sop", "protap", "dokumen", "istilah", "singkat"})
_EQUATES = re.compile(
    r"(?P<term>.{2,160}?)\b(?:adalah|ialah|merupakan|yaitu|berarti|sama dengan|singkatan dari)\b",
    re.IGNORECASE,
)
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


def meaning_said(case: Case) -> Decision | None:
    """Read what a term means that is only explained in passing: the sentence that does.

    It says "Tim Penilai Teknis ... adalah" or has the short form in brackets behind the long one.
    """
    asked = _term_asked(case.question)
    if not asked:
        return None
    scope = case.scope
    keys = (scope.standard,) if scope.standard else worth_reading(case, scope.possible)
    shelf = case.shelf.standards
    for explains in (_equates, _has_in_brackets):
        found = [
            alone(shelf[key], sentence.request, sentence.text)
            for key in keys
            for sentence in sentences_of(shelf[key])
            if asked <= sentence.stems and explains(sentence.text, asked, shelf[key])
        ]
        if found:
            return Decision(tuple(dict.fromkeys(found))[:1]) if _are_of_one(found) else None
    return None


def _term_asked(question: Question) -> set[str]:
    """Return the stems of the term behind "apa yang dimaksud dengan", before "dalam standar"."""
    hit = question.hits.get("definitions")
    if hit is None or question.step or question.posts:
        return set()
    used = hit.positions | question.naming
    asked = {word.stem for word in question.content(used)} - _DOCUMENT
    rivals = [h for a, h in question.hits.items() if a != "definitions"]
    inside = all({question.words[p].stem for p in h.positions} <= asked for h in rivals)
    return asked if inside else set()


def _equates(text: str, asked: set[str], _: ServiceStandard) -> bool:
    found = _EQUATES.match(text)
    return found is not None and asked <= {*stems_of(found["term"])}


def _has_in_brackets(text: str, asked: set[str], standard: ServiceStandard) -> bool:
    return any(
        f"({short})" in text and asked <= {*stems_of(meant), short.casefold()}
        for short, meant in standard.abbreviations
    )


def _are_of_one(found: Sequence[Request]) -> bool:
    return len({request.standard for request in found}) == 1


def _besides_the_name(case: Case, terms: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the terms that do not just name the standard, if there are any besides."""
    question = case.question
    naming = {question.words[p].stem for p in question.naming}
    own = [(key, term) for key, term in terms if not {*stems_of(term)} <= naming]
    short = {word.stem for word in question.content(question.naming)}
    asked = [(key, term) for key, term in own if {*stems_of(term)} & short]
    return asked or terms


def only_name(case: Case, terms: list[tuple[str, str]]) -> bool:
    """Say whether the terms are but the name of the standard, of which something else is asked."""
    question = case.question
    naming = {question.words[p].stem for p in question.naming}
    return all({*stems_of(term)} <= naming for _, term in terms)
