"""Which standard a question is about: named in it, kept from the conversation, or open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from knowledge.finding.answers import Topic
from knowledge.finding.aspects import ASKED
from knowledge.finding.question import Question
from knowledge.finding.shelf import Shelf


class How(Enum):
    """How a scope came about, surest first."""

    NAMED = "named"
    TOPIC = "topic"
    SEVERAL = "several"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Scope:
    """One standard, or the ones to choose from."""

    how: How
    standard: str | None
    possible: tuple[str, ...]

    def within(self) -> frozenset[str] | None:
        """Return the ids to search in, None for all."""
        if self.standard:
            return frozenset({self.standard})
        return frozenset(self.possible) if self.how is How.SEVERAL else None


def best_facet(question: Question) -> str | None:
    """Return the facet that the cues speak for most strongly, or None."""
    hits = [hit for aspect, hit in question.hits.items() if aspect in ASKED]
    if not hits:
        return None
    return max(hits, key=lambda hit: (hit.score, len(hit.positions))).aspect


def scope_of(question: Question, topic: Topic, shelf: Shelf) -> Scope:
    """Return what standard the question is about, given the conversation."""
    named = question.named
    weak = (
        not (named.firm or named.office)
        and topic.standard in shelf.standards
        and best_facet(question)
    )
    if named.certain and not weak:
        return Scope(How.NAMED, named.certain, (named.certain,))
    if len(shelf) == 1:
        only = next(iter(shelf)).id
        return Scope(How.NAMED, only, (only,))
    if topic.standard in shelf.standards and (
        weak or not named or topic.standard in named.possible
    ):
        return Scope(How.TOPIC, topic.standard, (topic.standard or "",))
    if not named and question.posts:
        acting = {m.standard for m in question.posts[0].mentions}
        if len(acting) == 1:
            return Scope(How.NAMED, next(iter(acting)), tuple(acting))
    if named:
        return Scope(How.SEVERAL, None, named.possible)
    return Scope(How.OPEN, None, tuple(shelf.standards))
