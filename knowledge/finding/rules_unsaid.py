"""Rules for what the standards do not say: known before a part of them is told instead."""

from __future__ import annotations

import re

from knowledge.finding.answers import Request
from knowledge.finding.case import Case, Decision
from knowledge.finding.question import Question
from knowledge.finding.scope import best_facet

_UNSAID = Decision(())
_THERE_IS = frozenset({"ada", "adakah", "tersedia", "disediakan", "menyediakan"})
_ASKING = frozenset({"siapa", "berapa", "kapan", "bagaimana", "mengapa", "kenapa"})
_OF_THINGS = frozenset({None, "place", "facilities", "service_hours"})
_VALID = frozenset({"berlaku", "berlakunya", "kedaluwarsa", "kadaluarsa", "kadaluwarsa"})
_VALIDITY = re.compile(r"\bberlaku\b[^.;]*\d|\d[^.;]*\bberlaku\b", re.IGNORECASE)


def existing(case: Case) -> Decision | None:
    """Read "ada parkir di tempat ...?": of a thing that no text names nothing is told."""
    question = case.question
    if best_facet(question) not in _OF_THINGS or _ASKING & question.texts:
        return None
    strangers = case.search.strangers(question)
    asked = _behind(question)
    return _UNSAID if asked and asked in strangers else None


def _behind(question: Question) -> str | None:
    """Return the first word of content behind "ada", if nothing but fillers stands between."""
    words = iter(question.words)
    if not any(word.text in _THERE_IS for word in words):
        return None
    return next((word.text for word in words if not word.is_stop), None)


def validity(case: Case) -> Decision | None:
    """Read how long a thing is valid, which is not how long it takes to get it."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    asks = not _VALID.isdisjoint(question.texts)
    if not asks or standard is None or not question.has("duration", "duration_total"):
        return None
    for section in standard.sections:
        for item in (item for top in section.items for item in top.walk()):
            if _VALIDITY.search(item.text):
                place = item.source.section
                return Decision((Request("passage", standard.id, subject=place),))
    steps = (step for step in standard.walk_steps() if _VALIDITY.search(step.text))
    found = next(steps, None)
    return Decision((Request("step", standard.id, found.number),)) if found else _UNSAID
