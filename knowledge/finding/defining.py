"""Whether the office may give a word a meaning: not where it would change what is understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.finding.answering import short_title
from knowledge.finding.pairs import pair
from knowledge.finding.passages import stems_of
from knowledge.finding.shelf import Shelf
from knowledge.finding.terms import key_of
from knowledge.language import words
from knowledge.language.normalize import as_words, expand, tokens
from knowledge.language.stemming import is_root, stem

SHORT_LIMIT, MEANING_LIMIT = 40, 120
"""The longest term and the longest meaning (letters)."""

_MOST_WORDS = 5


class Refusal(StrEnum):
    """Why a term cannot be."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"  # one letter stands for too many things
    TOO_LONG = "too_long"
    SAME = "same"
    KNOWN = "known"  # it is understood so already
    PROTECTED = "protected"  # a word that questions are made of


class Doubt(StrEnum):
    """What speaks against a term, and is asked about."""

    IN_STANDARDS = "in_standards"  # a standard uses the word itself
    OTHERWISE = "otherwise"  # it is understood as something else today
    COMMON = "common"  # a word of everyday language


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is to be said of a term; `values` are those of its text.

    `is_said` tells whether any standard speaks of what it is to mean.
    """

    refusal: Refusal | None = None
    doubts: tuple[Doubt, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    is_said: bool = True


def judge(short: str, meaning: str, shelf: Shelf) -> Judgement:
    """Judge a term that is to mean something from now on."""
    key, meant = key_of(short), key_of(meaning)
    refusal = _refusal(key, meant, len(short), len(meaning)) or _protected(key, shelf)
    if refusal is not None:
        return Judgement(refusal)
    today = _today(key, shelf)
    if today != key and _is_meant(today) == _is_meant(meant):
        return Judgement(Refusal.KNOWN)
    values = {"standard": _standard_with(key, shelf) or "", "today": today}
    doubts = tuple(_doubts(key, today, shelf, values["standard"]))
    is_said = any(shelf.index.knows(s) for s in stems_of(meaning))
    return Judgement(doubts=doubts, values=values, is_said=is_said)


def _today(key: str, shelf: Shelf) -> str:
    """Return what a term is understood as without being defined; itself if as nothing else."""
    joined = shelf.aliases.get(key)
    if joined:
        return " ".join(joined)
    initials = shelf.short_forms.written_out(key.upper(), ())
    return " ".join(expand(key.split())) if initials == key.upper() else initials


def _refusal(key: str, meant: str, length: int, meaning_length: int) -> Refusal | None:
    if not key or not meant or key.replace(" ", "").isdigit():
        return Refusal.EMPTY
    if len(key) < 2:
        return Refusal.TOO_SHORT
    too_long = length > SHORT_LIMIT or meaning_length > MEANING_LIMIT
    if too_long or len(key.split()) > _MOST_WORDS:
        return Refusal.TOO_LONG
    return Refusal.SAME if key == meant else None


def _protected(key: str, shelf: Shelf) -> Refusal | None:
    """Refuse what questions are made of: asking, connecting, naming a part of a standard."""
    kept = words.stopwords() | words.fillers() | shelf.cues.vocabulary | _greetings()
    return Refusal.PROTECTED if all(word in kept for word in key.split()) else None


def _greetings() -> frozenset[str]:
    return frozenset(word for _, phrase in words.smalltalk() for word in phrase.split())


def _doubts(key: str, today: str, shelf: Shelf, standard: str) -> Iterator[Doubt]:
    if standard:
        yield Doubt.IN_STANDARDS
    if today != key:
        yield Doubt.OTHERWISE
    elif not standard and len(key) > 2 and " " not in key and is_root(key):
        yield Doubt.COMMON


def _standard_with(key: str, shelf: Shelf) -> str | None:
    """Return the short title of a standard whose text uses the term, or None."""
    stems = [stem(word) for word in key.split()]
    wanted = stems[0] if len(stems) == 1 else pair(stems[0], stems[1])
    found = next(iter(shelf.index.shares(wanted)), None)
    return short_title(shelf.standards[found]) if found else None


def _is_meant(text: str) -> tuple[str, ...]:
    return tuple(word.stem for word in as_words(expand(tokens(text))))
