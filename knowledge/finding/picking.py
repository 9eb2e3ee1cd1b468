"""Picking from the last choice by typing: a number, an ordinal, or words of one label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from knowledge.finding.answers import Option, Request
from knowledge.finding.passages import stems_of
from knowledge.language.normalize import flatten, tokens
from knowledge.language.spelling import cutoff

_NUMBER = re.compile(
    r"(?:yang\s+|yg\s+|pilih\s+|pilihan\s+|opsi\s+|option\s+|the\s+)*"
    r"(?:nomor\s+|nomer\s+|no\.?\s*|nmr\s+|ke\s*-?\s*|number\s+|#)?(\d{1,2})[.)]?(?:\s+(?:aja|saja|dong|ya|deh|min|kak|pak|bu))*"
)
_ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_FILLERS = frozenset(
    "yang yg the one nomor pilih pilihan opsi aja saja dong ya deh itu kak min".split()
)
_MOST_WORDS = 9


def pick(text: str, options: Sequence[Option]) -> Request | None:
    """Return the request of the option that the text picks, or None if it picks none."""
    if not options:
        return None
    flat = flatten(text).strip(" .!?")
    number = _NUMBER.fullmatch(flat)
    if number and 1 <= int(number[1]) <= len(options):
        return options[int(number[1]) - 1].request
    said = [token for token in tokens(flat) if token not in _FILLERS]
    position = _ordinal(said, len(options))
    if position is not None:
        return options[position].request
    return _by_name(said, options)


def _ordinal(said: list[str], count: int) -> int | None:
    if len(said) != 1:
        return None
    if said[0] in ("terakhir", "last"):
        return count - 1
    for names in (_ORDINALS, _ENGLISH):
        if said[0] in names[:count]:
            return names.index(said[0])
    return None


def _by_name(said: list[str], options: Sequence[Option]) -> Request | None:
    """Return the only option whose label holds all the words, typing errors allowed."""
    if not said or len(said) > _MOST_WORDS:
        return None
    labels = [
        set(tokens(flatten(option.label))) | set(stems_of(option.label)) for option in options
    ]
    fitting = [
        option
        for option, label in zip(options, labels, strict=True)
        if all(_in_label(word, label) for word in said)
    ]
    return fitting[0].request if len(fitting) == 1 else None


def _in_label(word: str, label: set[str]) -> bool:
    limit = cutoff(len(word))
    return any(OSA.distance(word, other, score_cutoff=limit) <= limit for other in label)
