"""Counts as people write them: "4", "ada 4 draf", "empat", "dua belas"."""

from __future__ import annotations

import re

_WORDS = {
    word: number
    for number, words in enumerate(
        ("satu one se", "dua two", "tiga three", "empat four", "lima five", "enam six",
         "tujuh seven", "delapan eight", "sembilan nine", "sepuluh ten", "sebelas eleven"), 1
    )
    for word in words.split()
}  # fmt: skip
_DIGITS = re.compile(r"(?<![\d.,-])\d{1,7}(?![\d.,]*\d)")
_TEN = 10


def read_count(text: str) -> int | None:
    """Return the one whole number that a text names; None if it names none, or several."""
    digits = _DIGITS.findall(text)
    if digits or re.search(r"\d", text):
        return int(digits[0]) if len(digits) == 1 else None
    words = re.findall(r"[a-z]+", text.casefold())
    known = [at for at, word in enumerate(words) if word in _WORDS]
    return _spoken(words, known[0]) if known else None


def _spoken(words: list[str], first: int) -> int | None:
    """Return the number that begins at a word: "dua belas", "tiga puluh lima"."""
    number, rest = _WORDS[words[first]], words[first + 1 :]
    if rest[:1] == ["belas"]:
        number, rest = number + _TEN, rest[1:]
    elif rest[:1] == ["puluh"]:
        ones = _WORDS.get(rest[1], 0) if len(rest) > 1 else 0
        number, rest = number * _TEN + ones, rest[2 if ones else 1 :]
    return None if any(word in _WORDS for word in rest) else number
