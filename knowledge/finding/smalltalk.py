"""Greetings, thanks, laughter, "mau tanya", goodbyes and questions about the bot itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from knowledge.language import words
from knowledge.language.normalize import as_words, expand, flatten, tokens

_PARTS = re.compile(r"[.,!?;/\n]+")
_YOU = frozenset({"kamu", "anda", "lo", "lu", "elo", "kau", "pandu", "bot", "robot", "mesin"})
_ASKS = frozenset({"siapa", "apa", "bot", "robot", "orang", "manusia", "nama", "namanya", "mesin"})
_WISHED = frozenset(
    "tanya nanya bertanya menanyakan tanyakan ditanyakan pertanyaan tanyain nanyain info infonya "
    "informasi informasinya bantu bantuin bantuan dibantu ask question questions information "
    "help".split()
)  # one of them is in each announcement of a question
_CAN = frozenset({"bisa", "bs", "bisanya", "boleh"})
_DONE = frozenset(
    "bantu bantuin membantu dibantu ngapain tanya nanya bertanya ditanya ditanyakan tanyain".split()
)
_WHAT = frozenset({"apa", "ap", "apaan", "ngapain"})
#: Which of several speaks loudest: the last.
_TELLING = ("laughter", "greeting", "thanks", "goodbye", "opening", "identity")
_MOST_WORDS = 12


def smalltalk(text: str) -> str | None:
    """Return the kind of small talk that a message is made of, or None if it says more."""
    flat = flatten(text)
    whole = _kind(tokens(flat))
    if whole:
        return whole
    fillers = words.smalltalk_fillers()
    parts = [tokens(part) for part in _PARTS.split(flat)]
    kinds = [(_kind(part), fillers.issuperset(part)) for part in parts if part]
    said = [kind for kind, _ in kinds if kind]
    if not said or any(kind is None and not filler for kind, filler in kinds):
        return None
    return max(said, key=_TELLING.index)


def _kind(said: list[str]) -> str | None:
    if not said or len(said) > _MOST_WORDS:
        return None
    meant = tuple(word.text for word in as_words(expand(said)))
    fillers = words.smalltalk_fillers()
    if _is_about_the_bot(frozenset(said)):
        return "identity"
    whole = _whole().get(tuple(said)) or _whole().get(meant)
    if whole:
        return whole
    begun = _begun(meant, fillers)
    greeted = begun in (None, "greeting")
    if greeted and words.wish_to_ask().issuperset(said) and _WISHED & set(said):
        return "opening"
    return begun or _laughter(said)


def _is_about_the_bot(said: frozenset[str]) -> bool:
    """Say whether words ask who answers, or what he can do ("bisa bantu apa aja")."""
    who = words.about_the_bot() >= said and _YOU & said and _ASKS & said
    able = words.asks_what_is_done() >= said and _CAN & said and _DONE & said and _WHAT & said
    return bool(who or able)


def _begun(meant: tuple[str, ...], fillers: frozenset[str]) -> str | None:
    """Return the kind of the longest phrase that a message begins with, if fillers alone follow."""
    for kind, meaning in _by_first_word().get(meant[0], ()):
        if meaning == meant[: len(meaning)] and fillers.issuperset(meant[len(meaning) :]):
            return kind
    return None


def _laughter(said: list[str]) -> str | None:
    """Return the kind of what stands beside written laughter, "laughter" where nothing does."""
    rest = [word for word in said if not _laughing().fullmatch(word)]
    if len(rest) == len(said):
        return "laughter" if _laughing().fullmatch("".join(said)) else None
    return _kind(rest) or ("laughter" if words.smalltalk_fillers().issuperset(rest) else None)


@cache
def _laughing() -> re.Pattern[str]:
    syllables = "|".join(sorted(words.laughs(), key=len, reverse=True))
    return re.compile(rf"(?:{syllables}){{2,}}[hkw]?")


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return (kind, words, words as understood), the longest first."""
    rows = [
        (kind, tuple(phrase.split()), tuple(w.text for w in as_words(expand(phrase.split()))))
        for kind, phrase in words.smalltalk()
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[1])))


@cache
def _whole() -> Mapping[tuple[str, ...], str]:
    """Return the kind of each phrase by its words, as written and as understood."""
    found: dict[tuple[str, ...], str] = {}
    for kind, phrase, meaning in _phrases():
        found.setdefault(phrase, kind)
        found.setdefault(meaning, kind)
    return found


@cache
def _by_first_word() -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
    """Return (kind, words as understood) by the first of the words, the longest first."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind, _, meaning in _phrases():
        found.setdefault(meaning[0], []).append((kind, meaning))
    return found
