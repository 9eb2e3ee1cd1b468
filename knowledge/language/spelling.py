"""Mending what was mistyped, against the words that the loaded standards and our cues use.

Distances are optimal string alignment per token with cut-offs by length: partial and weighted
ratios rank "jam" inside "jaminan" at 100 and are not used.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language import words
from knowledge.language.stemming import is_indonesian

_VOWELS = str.maketrans("", "", "aeiou")
_SKELETON = 4


def cutoff(length: int) -> int:
    """Return how many typing errors a word of that length may hold."""
    if length <= 3:
        return 0
    if length <= 5:
        return 1
    return 2 if length <= 11 else 3


class Speller:
    """Corrects one token at a time; `preferred` words win a tie against the other ones."""

    def __init__(self, vocabulary: Iterable[str], preferred: Iterable[str]) -> None:
        self._preferred = frozenset(word for word in preferred if len(word) > 2)
        self._known = frozenset(word for word in vocabulary if len(word) > 2) | self._preferred
        self._choices = sorted(word for word in self._known if len(word) > 3)
        self._skeletons: dict[str, str] = {}
        for word in sorted(self._known, key=lambda word: (word not in self._preferred, word)):
            self._skeletons.setdefault(word.translate(_VOWELS), word)
        self.correct = lru_cache(maxsize=20_000)(self._correct)

    def knows(self, word: str) -> bool:
        """Say whether the word needs no mending."""
        return word in self._known or len(word) < 3 or not word.isalpha()

    def _correct(self, word: str, *, boldly: bool = False) -> tuple[str, ...]:
        """Return what was meant: the word itself, one other word, or the words it joins."""
        if self.knows(word) or word in words.stopwords():
            return (word,)
        if not boldly and is_indonesian(word):
            return (word,)
        return self._nearest(word) or self._parts(word) or self._vowelless(word) or (word,)

    def _nearest(self, word: str) -> tuple[str, ...]:
        limit = cutoff(len(word))
        if not limit:
            return ()
        found = process.extract(
            word, self._choices, scorer=OSA.distance, score_cutoff=limit, limit=12
        )
        if not found:
            return ()
        best = min(found, key=lambda match: self._rank(word, match[0], match[1]))
        return (best[0],)

    def _rank(self, word: str, candidate: str, distance: float) -> tuple[float, int]:
        penalty = distance
        penalty += 0 if candidate[0] == word[0] else 0.75
        penalty += 0 if candidate in self._preferred else 0.5
        penalty += 0 if candidate[-1] == word[-1] else 0.1
        return penalty, abs(len(candidate) - len(word))

    def _parts(self, word: str) -> tuple[str, ...]:
        """Split a token that is two or three known words without their spaces."""
        for cut in range(len(word) - 3, 2, -1):
            head, tail = word[:cut], word[cut:]
            if not self._is_word(head):
                continue
            if self._is_word(tail):
                return head, tail
            rest = self._parts(tail) if len(tail) > 6 else ()
            if rest:
                return head, *rest
        return ()

    def _is_word(self, part: str) -> bool:
        return len(part) > 2 and (part in self._known or part in words.stopwords())

    def _vowelless(self, word: str) -> tuple[str, ...]:
        """Read "pngdn" as "pengaduan": few vowels, same consonants."""
        skeleton = word.translate(_VOWELS)
        if len(skeleton) < _SKELETON or len(word) - len(skeleton) > 2:
            return ()
        found = self._skeletons.get(skeleton)
        return (found,) if found else ()
