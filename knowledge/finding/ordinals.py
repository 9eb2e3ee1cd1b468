"""The numbers of steps in words, and what people type for them: "ke tga", "dlapan", "k3".

Mended is only what stands right behind a word for a step; `pointing` reads it then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.language import words
from knowledge.language.stemming import is_root

_UNITS = (
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    "sebelas", "dua belas", "tiga belas", "empat belas", "lima belas",
)  # fmt: skip
ENGLISH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
#: Word -> the number of the step that it points at.
ORDINALS = {
    "pertama": 1,
    "awal": 1,
    **{form: n for n, unit in enumerate(_UNITS, 1) for form in (unit, unit.replace(" ", ""))},
    **{f"ke{unit}": n for n, unit in enumerate(_UNITS, 1)},
    **{f"ke{unit}".replace(" ", ""): n for n, unit in enumerate(_UNITS, 1)},
    **{f"ke {unit}": n for n, unit in enumerate(_UNITS, 1)},
    **{word: number for number, word in enumerate(ENGLISH, 1)},
}
LAST = frozenset({"terakhir", "terakir", "trakhir", "akhir", "last", "final", "penutup"})

_STAGES = ("langkah", "tahap", "tahapan", "step", "stage")  # "prosedur k3" is no third step
_ONE_WORD = tuple(word for word in (*ORDINALS, *LAST) if " " not in word)
_TOKEN = re.compile(r"[a-z]+|\d+")
_BETWEEN = frozenset({"nya", "yang", "yg", "no", "nomor", "nmr"})
_TEENS = frozenset({"belas", "blas", "bls"})
_SPOKEN = {"dwa": "dua"}  # no vowel is lost here
_VOWELS = str.maketrans("", "", "aeiou")
_LONG = 5  # letters of a number from which one wrong letter makes no other word of it
_SHORTEST_STAGE = 4


def mended(flat: str, knows: Callable[[str], bool]) -> str:
    """Return a flattened message with the mistyped number behind its word for a step mended.

    `knows` says of a word whether the loaded texts use it: then it means what they mean.
    """
    found = list(_TOKEN.finditer(flat))
    typed = [token[0] for token in found]
    for start, word in enumerate(typed):
        stage = _stage(word, knows)
        order = _order(typed[start + 1 :], knows) if stage else None
        if stage and order and (order[2] or stage != word):
            before, behind = flat[: found[start].start()], flat[found[start + order[1]].end() :]
            return f"{before}{stage} {order[0]}{mended(behind, knows)}"
    return flat


def _stage(word: str, knows: Callable[[str], bool]) -> str | None:
    """Return the word for a step that was typed, maybe with one slip, or None."""
    if word in _STAGES or word.removesuffix("nya") in _STAGES:
        return word
    spoken = words.slang().get(word, ())
    if len(spoken) == 1 and spoken[0] in _STAGES:
        return spoken[0]
    if len(word) < _SHORTEST_STAGE or _means_something(word, knows):
        return None
    return next((s for s in _STAGES if s[0] == word[0] and OSA.distance(word, s) == 1), None)


def _means_something(word: str, knows: Callable[[str], bool]) -> bool:
    return is_root(word) or word in words.stopwords() or word in words.slang() or knows(word)


def _order(behind: Sequence[str], knows: Callable[[str], bool]) -> tuple[str, int, bool] | None:
    """Return the order that stands first, how many words it takes, whether it was mistyped."""
    skipped = next((i for i, word in enumerate(behind) if word not in _BETWEEN), len(behind))
    to, word, teen = (*behind[skipped : skipped + 3], "", "", "")[:3]
    if to not in ("ke", "k"):
        to, word, teen = "", to, word
    taken = skipped + (2 if to else 1)
    if word.isdigit() and len(word) < 3:
        return f"ke {word}", taken, to == "k"
    number = _number(word, bool(to), knows)
    if number is None:
        return None
    if teen in _TEENS and f"{number} belas" in ORDINALS:
        return f"{number} belas", taken + 1, to == "k" or (number, "belas") != (word, teen)
    return number, taken, to == "k" or number != word


def _number(word: str, behind_to: bool, knows: Callable[[str], bool]) -> str | None:
    """Return the number that a word is or was to be; "lm" is one only behind "ke"."""
    if word in ORDINALS or word in LAST:
        return word
    slang = words.slang().get(word, ())
    if len(slang) == 1 and slang[0] in ORDINALS.keys() | LAST:
        return slang[0]
    if is_root(word) or word in words.stopwords() or knows(word):
        return None
    return None if slang and len(word) < 3 and not behind_to else _meant(word)


@lru_cache(maxsize=2048)
def _meant(word: str) -> str | None:
    """Return the number that lost its vowels, has one wrong letter or two that changed places."""
    if word in _SPOKEN:
        return _SPOKEN[word]
    if number := next((number for number in _ONE_WORD if _is_short_for(word, number)), None):
        return number
    if number := next((number for number in _ONE_WORD if _is_slip_of(word, number)), None):
        return number
    bare = word.removeprefix("ke") if word.startswith("ke") else word.removeprefix("k")
    return (bare if bare in ORDINALS else _meant(bare)) if bare and bare != word else None


def _is_short_for(word: str, number: str) -> bool:
    """Say whether a word is a number without some of its vowels ("tg", "stu", "smbilan")."""
    kept = word.translate(_VOWELS)
    begins = word[:1] == number[0] or len(kept) > 2
    letters = iter(number)
    return (
        len(kept) > 1
        and begins
        and kept == number.translate(_VOWELS)
        and all(letter in letters for letter in word)
    )


def _is_slip_of(word: str, number: str) -> bool:
    if word[:1] != number[0] or OSA.distance(word, number) != 1:
        return False
    return sorted(word) == sorted(number) or min(len(word), len(number) - 1) >= _LONG - 1
