"""Mending what was mistyped, against the words that the loaded standards and our cues use.

Distances are optimal string alignment per token with cut-offs by length: partial and weighted
ratios rank "jam" inside "jaminan" at 100 and are not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language import words
from knowledge.language.stemming import informal, is_root, stem, without_enclitic

_VOWELS = str.maketrans("", "", "aeiou")
_SKELETON = 4
_LONG = 6  # from this length one slip from a cue or title word is a slip, whatever the dictionary
_SURE_ROOT = 5  # shorter roots are found inside mistyped words too ("una" in "penguna")
_LONGEST = 10  # from this length a missing letter is one, though the rest has a root
_LONGER = 8  # from this length two slips from any word are believed


def cutoff(length: int) -> int:
    """Return how many typing errors a word of that length may hold."""
    if length <= 3:
        return 0
    if length <= 5:
        return 1
    return 2 if length <= 11 else 3


class Speller:
    """Corrects one token at a time; `preferred` words win a tie against the other ones.

    `fixed` words are right as they are, but no other word is mended into them. `stems` are those
    of words of the vocabulary, as far as they are known already.
    """

    def __init__(
        self,
        vocabulary: Iterable[str],
        preferred: Iterable[str],
        pairs: Iterable[tuple[str, str]] = (),
        fixed: Iterable[str] = (),
        stems: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        pairs = tuple(pairs)
        self._pairs = pairs
        self._known_stems = stems
        self._preferred = frozenset(word for word in preferred if len(word) > 2)
        self._joined: dict[str, tuple[str, ...]] = {a + b: (a, b) for a, b in pairs}
        self._joined |= {f"{word}nya": (word,) for word in self._preferred if len(word) > 3}
        self._known = frozenset(word for word in vocabulary if len(word) > 2) | self._preferred
        whole = (w for w in self._known if len(w) > 3 or w in self._preferred)
        self._choices = sorted({*whole, *self._joined})
        self._known |= frozenset(fixed)
        own = self._known - words.slang().keys()  # short forms have no stems worth knowing
        self._stems = {stems.get(word) or stem(word) for word in own} | set(words.stopwords())
        self._skeletons: dict[str, str] = {}
        for word in sorted(self._known, key=lambda word: (word not in self._preferred, word)):
            self._skeletons.setdefault(word.translate(_VOWELS), word)
        self.correct = lru_cache(maxsize=20_000)(self._correct)

    def with_words(self, words_: Iterable[str]) -> Speller:
        """Return a speller that knows these words too.

        No slip leads to a short one: "Rina" is a name and not "hina".
        """
        given = frozenset(words_)
        long = {word for word in given if len(word) >= _LONG}
        return Speller(self._known | long, self._preferred, self._pairs, given, self._known_stems)

    def knows(self, word: str) -> bool:
        """Say whether the word needs no mending."""
        return word in self._known or len(word) < 3 or not word.isalpha()

    def _correct(self, word: str) -> tuple[str, ...]:
        """Return what was meant: the word itself, one other word, or the words it joins."""
        if self._is_fine(word):
            return (word,)
        slip = self._slip(word)
        if slip:
            return slip
        plain = informal(word)
        if plain:
            return (plain,)
        root = stem(word)
        if is_root(root) and (len(root) >= _SURE_ROOT or word == f"di{root}" != f"di{root[:3]}"):
            return (self._with_lost_letter(word) or word,)
        return self._far(word) or (word,)

    def _slip(self, word: str) -> tuple[str, ...]:
        """Return the cue or title word that is at most one slip away, or ()."""
        near = word if word in self._joined else None
        if near is None and len(word) >= _LONG:
            near = self._nearest(word, 1)
        if near and (near in self._preferred or near in self._joined):
            return self._joined.get(near, (near,))
        return ()

    def _with_lost_letter(self, word: str) -> str | None:
        """Return the long word of the texts that lacks one letter here ("perpustakan")."""
        near = self._nearest(word, 1) if len(word) >= _LONGEST else None
        return near if near and near in self._known and _is_part(word, near) else None

    def _far(self, word: str) -> tuple[str, ...]:
        """Return what a word with more than one slip was meant to be, or ()."""
        parts = self._parts(word) if len(word) >= _LONGER else ()
        nearest = None if parts else self._nearest(word, cutoff(len(word)))
        if nearest:
            return self._joined.get(nearest, (nearest,))
        return parts or self._parts(word) or self._vowelless(word)

    def _is_fine(self, word: str) -> bool:
        known = self.knows(word) or word in words.stopwords() | words.names() | words.stems().keys()
        return known or is_root(without_enclitic(word)) or stem(word) in self._stems

    def _nearest(self, word: str, limit: int) -> str | None:
        if not limit:
            return None
        matches = process.extract(
            word, self._choices, scorer=OSA.distance, score_cutoff=limit, limit=15
        )
        found = [(c, d) for c, d, _ in matches if self._plausible(word, c, d)]
        if not found:
            return None
        return min(found, key=lambda match: self._rank(word, *match))[0]

    def _plausible(self, word: str, candidate: str, distance: float) -> bool:
        """Say whether so different a word may be meant: names and fillers are short and many."""
        if distance <= 1:
            return True
        preferred = candidate in self._preferred or candidate in self._joined
        return candidate[0] == word[0] and (preferred or len(word) >= _LONGER)

    def _rank(self, word: str, candidate: str, distance: float) -> tuple[float, int]:
        penalty = distance
        penalty += 0 if candidate[0] == word[0] else 0.75
        preferred = candidate in self._preferred or candidate in self._joined
        penalty += 0 if preferred else 0.5
        penalty += 0 if candidate[-1] == word[-1] else 0.1
        penalty -= 0.2 if _is_part(word, candidate) else 0
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


def _is_part(word: str, candidate: str) -> bool:
    """Say whether the word is the candidate with letters left out, the commonest slip."""
    letters = iter(candidate)
    return all(letter in letters for letter in word)
