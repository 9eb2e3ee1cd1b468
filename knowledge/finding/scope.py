"""Which standard a question is about: named in it, kept from the conversation, or open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from knowledge.finding.answers import Topic
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


def scope_of(question: Question, topic: Topic, shelf: Shelf) -> Scope:
    """Return what standard the question is about, given the conversation."""
    named = question.named
    if named.certain:
        return Scope(How.NAMED, named.certain, (named.certain,))
    if len(shelf) == 1:
        only = next(iter(shelf)).id
        return Scope(How.NAMED, only, (only,))
    if topic.standard in shelf.standards and (not named or topic.standard in named.possible):
        return Scope(How.TOPIC, topic.standard, (topic.standard or "",))
    if not named and question.posts:
        acting = {m.standard for post in question.posts for m in post.mentions}
        if len(acting) == 1:
            return Scope(How.NAMED, next(iter(acting)), tuple(acting))
    if named:
        return Scope(How.SEVERAL, None, named.possible)
    return Scope(How.OPEN, None, tuple(shelf.standards))
