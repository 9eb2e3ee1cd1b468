"""Which standard a question is about: named in it, kept from the conversation, or open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from knowledge.finding.answers import Topic
from knowledge.finding.aspects import ASKED
from knowledge.finding.question import Question
from knowledge.finding.shelf import Shelf

_STRANGE = 2  # words
_OFTEN = 2  # passages
_GOES_ON = frozenset({"kalau", "terus", "lalu", "kemudian", "and"})
_ALL = 0.95  # share of the words that a passage of the standard spoken of must hold


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


def is_of_service(question: Question, scope: Scope) -> bool:
    """Say whether a service itself is named, and not its office alone, or is spoken of."""
    named = question.named.certain is not None and not question.named.office
    return named or scope.how is How.TOPIC


def best_facet(question: Question) -> str | None:
    """Return the facet that the cues speak for most strongly, or None."""
    hits = [hit for aspect, hit in question.hits.items() if aspect in ASKED]
    if not hits:
        return None
    return max(hits, key=lambda hit: (hit.score, len(hit.positions))).aspect


def _says_it_all(question: Question, standard: str, shelf: Shelf) -> bool:
    """Say whether a passage of the standard spoken of holds all that names another by chance."""
    named = question.named
    if not named or named.firm or named.office or standard in named.possible:
        return False
    if any(shelf.names.is_whole(key, question.stems) for key in named.possible):
        return False
    used = {p for hit in question.hits.values() for p in hit.positions}
    query = {word.stem: 1.0 for word in question.content(used)}
    return bool(query) and bool(shelf.index.search(query, within={standard}, limit=1, floor=_ALL))


def scope_of(question: Question, topic: Topic, shelf: Shelf) -> Scope:
    """Return what standard the question is about, given the conversation."""
    named = question.named
    weak = _is_weak(question, topic, shelf)
    if named.certain and not weak:
        return _named(named.certain)
    if len(shelf) == 1:
        return _named(next(iter(shelf)).id)
    if topic.standard in shelf.standards and (
        weak or not named or topic.standard in named.possible
    ):
        return Scope(How.TOPIC, topic.standard, (topic.standard or "",))
    return _of_several(question, shelf)


def _of_several(question: Question, shelf: Shelf) -> Scope:
    """Return the standards that a name may mean, else those of the post or unit, else all."""
    if question.named:
        return Scope(How.SEVERAL, None, question.named.possible)
    acting = tuple(dict.fromkeys(m.standard for post in question.posts[:1] for m in post.mentions))
    if len(acting) == 1:
        return _named(acting[0])
    possible = acting or _of_institution(question, shelf)
    if possible:
        return Scope(How.SEVERAL, None, possible)
    return Scope(How.OPEN, None, tuple(shelf.standards))


def _of_institution(question: Question, shelf: Shelf) -> tuple[str, ...]:
    """Return the standards that speak of the institution that is named; none if all do."""
    stems = [question.words[position].stem for position in sorted(question.institutions)]
    each = [{*shelf.index.shares(stem), *shelf.names.named_by(stem)} for stem in stems]
    found = set.intersection(*each) if each else set()
    return tuple(key for key in shelf.standards if key in found) if len(found) < len(shelf) else ()


def _named(standard: str) -> Scope:
    return Scope(How.NAMED, standard, (standard,))


def _names_another(question: Question, standard: str, shelf: Shelf) -> bool:
    """Say whether several words name one standard that the one spoken of never says."""
    stems = {question.words[p].stem for p in question.named.positions}
    strange = [stem for stem in stems if not shelf.index.says(standard, stem)]
    return standard not in question.named.possible and len(strange) >= _STRANGE


def _is_weak(question: Question, topic: Topic, shelf: Shelf) -> bool:
    """Say whether the words name a standard too loosely to leave the one spoken of."""
    named, here = question.named, topic.standard or ""
    if topic.standard not in shelf.standards:
        return False
    if _goes_on_with(question, here, shelf):
        return True
    if named.firm or _names_another(question, here, shelf):
        return False
    if named.office:
        return _says_the_name(question, here, shelf)
    asks = best_facet(question) is not None
    return asks or _says_it_all(question, here, shelf) or _says_the_name(question, here, shelf)


def _goes_on_with(question: Question, standard: str, shelf: Shelf) -> bool:
    """Say whether a question goes on, with a paper that the standard spoken of often names too."""
    named, words = question.named, question.words
    goes_on = bool(words) and words[0].text in _GOES_ON and bool(question.hits)
    if not goes_on or len(named.positions) != 1 or standard in named.possible:
        return False
    stem = words[min(named.positions)].stem
    short = all(shelf.names.is_short(key, stem) for key in named.possible)
    return short and shelf.index.count(stem, standard) >= _OFTEN


def _says_the_name(question: Question, standard: str, shelf: Shelf) -> bool:
    """Say whether the standard spoken of has all the words that name another by chance."""
    named = question.named
    stems = {question.words[position].stem for position in named.positions}
    apart = standard not in named.possible and not named.paired
    return apart and bool(stems) and all(shelf.index.says(standard, stem) for stem in stems)
