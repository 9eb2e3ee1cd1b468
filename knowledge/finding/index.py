"""Free-text search over the smallest quotable pieces of all standards (BM25 on stems)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.language import words

_K1 = 1.2
_B = 0.6
_SYNONYM = 0.6


class PassageKind(StrEnum):
    """What a passage is in the model."""

    STEP = "step"
    NOTE = "note"
    ITEM = "item"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotable piece: its own words count fully, those of what it stands under less.

    `place` is a step number for steps and notes, else the section of its source.
    """

    standard: str
    kind: PassageKind
    place: str
    facet: str
    stems: Mapping[str, float] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, the share of the query's weight that it covers, and its score times that."""

    passage: Passage
    score: float
    coverage: float


class Index:
    """An inverted index; immutable after it is built."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, passage in enumerate(self._passages):
            for stem, weight in passage.stems.items():
                self._postings[stem].append((number, weight))
        self._users = {
            stem: frozenset(self._passages[number].standard for number, _ in postings)
            for stem, postings in self._postings.items()
        }
        self._lengths = [
            sum(weight for stem, weight in passage.stems.items() if "_" not in stem)
            for passage in self._passages
        ]
        self._mean = (sum(self._lengths) / len(self._lengths)) if self._lengths else 1.0

    def knows(self, stem: str) -> bool:
        """Say whether any passage holds the stem, or a synonym of it."""
        return stem in self._postings or any(
            other in self._postings for other in words.synonyms().get(stem, ())
        )

    def usage(self) -> dict[str, int]:
        """Return in how many standards each stem occurs."""
        return {stem: len(users) for stem, users in self._users.items()}

    def says(self, standard: str, stem: str) -> bool:
        """Say whether that standard holds the stem."""
        return standard in self._users.get(stem, ())

    def shares(self, stem: str) -> dict[str, float]:
        """Return how much each standard speaks of a stem."""
        found: defaultdict[str, float] = defaultdict(float)
        for number, weight in self._postings.get(stem, ()):
            found[self._passages[number].standard] += weight
        return dict(found)

    def count(self, stem: str, standard: str) -> int:
        """Return how many passages of a standard say the stem in words of their own."""
        postings = self._postings.get(stem, ())
        return sum(w >= 1 and self._passages[n].standard == standard for n, w in postings)

    def idf(self, stem: str) -> float:
        """Return the weight of a stem; one that no passage holds weighs most."""
        count = len(self._postings.get(stem, ()))
        return math.log(1 + (len(self._passages) - count + 0.5) / (count + 0.5))

    def search(
        self,
        query: Mapping[str, float],
        *,
        within: Collection[str] | None = None,
        kinds: Collection[PassageKind] | None = None,
        limit: int = 12,
    ) -> list[Found]:
        """Return the best passages for weighted stems, best first.

        Keys of two neighbouring stems ("a_b") raise the score and are no part of the coverage.
        """
        if not query:
            return []
        single = {stem: weight for stem, weight in query.items() if "_" not in stem}
        total = sum(self.idf(stem) * weight for stem, weight in single.items())
        scores: defaultdict[int, float] = defaultdict(float)
        covered: defaultdict[int, float] = defaultdict(float)
        for stem, weight in query.items():
            idf = self.idf(stem) * weight
            for number, frequency in self._occurrences(stem).items():
                scores[number] += idf * self._saturated(frequency, number)
                if stem in single:
                    covered[number] += idf * min(1.0, frequency)
        found = [
            Found(self._passages[n], scores[n] * covered[n] / total, covered[n] / total)
            for n in sorted(scores)
            if self._fits(n, within, kinds)
        ]
        return sorted(found, key=lambda f: -f.score)[:limit]

    def _occurrences(self, stem: str) -> Mapping[int, float]:
        """Return how often each passage says the stem; a synonym counts for less."""
        found = dict(self._postings.get(stem, ()))
        for other in words.synonyms().get(stem, ()):
            for number, frequency in self._postings.get(other, ()):
                found[number] = max(found.get(number, 0.0), _SYNONYM * min(1.0, frequency))
        return found

    def _saturated(self, frequency: float, number: int) -> float:
        norm = 1 - _B + _B * self._lengths[number] / self._mean
        return frequency * (_K1 + 1) / (frequency + _K1 * norm)

    def _fits(
        self,
        number: int,
        within: Collection[str] | None,
        kinds: Collection[PassageKind] | None,
    ) -> bool:
        passage = self._passages[number]
        return (within is None or passage.standard in within) and (
            kinds is None or passage.kind in kinds
        )
