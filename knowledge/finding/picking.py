"""Picking from the last choice by typing: a number, an ordinal, or words of one label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from knowledge.finding.answers import Option, Request
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.language.normalize import flatten, tokens
from knowledge.language.spelling import cutoff

_NUMBER = re.compile(
    r"(?:yang\s+|yg\s+|pilih\s+|pilihan\s+|opsi\s+|option\s+|the\s+)*"
    r"(?:nomor\s+|nomer\s+|no\.?\s*|nmr\s+|ke\s*-?\s*|number\s+|#)?(\d{1,2})[.)]?(?:\s+(?:aja|saja|dong|ya|deh|min|kak|pak|bu))*"
)
_ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_BEGINS = re.compile(
    r"(?:kalau |kalo |klo |terus |untuk )?(?:yang|yg|nomor|nomer|no\.?|the)\s+(?:nomor\s+)?"
    rf"({'|'.join((*_ORDINALS, *_ENGLISH, 'terakhir', 'last'))}|\d{{1,2}})\s+(?:itu\s+)?(\S.{{3,}})"
)
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


def pick_and_ask(text: str, options: Sequence[Option]) -> tuple[str, str] | None:
    """Return the standard of the option that a question begins with, and the rest of it."""
    found = _BEGINS.match(flatten(text).strip())
    if found is None:
        return None
    position = int(found[1]) - 1 if found[1].isdigit() else _ordinal([found[1]], len(options))
    if position is None or not 0 <= position < len(options):
        return None
    standard = options[position].request.standard
    return (standard, found[2]) if standard else None


def named_option(question: Question, options: Sequence[Option]) -> Request | None:
    """Return the one option whose standard a message names, saying nothing else."""
    named = question.named
    if not named.certain or question.hits or question.content(named.positions):
        return None
    fitting = [o.request for o in options if o.request.standard == named.certain]
    return fitting[0] if len(fitting) == 1 else None


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
    if word.isdigit():
        return word in label  # a year is no mistyped other year
    limit = cutoff(len(word))
    return any(OSA.distance(word, other, score_cutoff=limit) <= limit for other in label)
