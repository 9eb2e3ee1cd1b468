"""Free-text search over the smallest quotable pieces of all standards (BM25 on stems).

The postings of a stem are two flat arrays in the order of the passages, and the passages of one
standard stand together: one of them is a slice.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import TypeAlias

from knowledge.finding.leaf import Leaf, Passage, PassageKind
from knowledge.finding.pairs import is_pair
from knowledge.language import words

_K1 = 1.2
_SATURATED = _K1 + 1  # what a word counts for, however often it is said
_B = 0.6
_SYNONYM = 0.6
_FEW = 16  # so many times fewer passages than postings are looked up one by one

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, the share of the query's weight that it covers, and its score times that."""

    passage: Passage
    score: float
    coverage: float


def best_of_others(found: Iterable[Found], told: Sequence[Found], share: float) -> list[Found]:
    """Return the best passage of each standard not told yet, if it has that share of the best."""
    seen = {one.passage.standard for one in told}
    best: dict[str, Found] = {}
    for one in found:
        if one.passage.standard not in seen and one.score >= share * told[0].score:
            best.setdefault(one.passage.standard, one)
    return list(best.values())


class Postings:
    """Where one stem stands, and how much it weighs there; passages in ascending order."""

    __slots__ = ("passages", "weights")

    def __init__(self) -> None:
        self.passages = array("I")
        self.weights = array("d")

    def add(self, passages: Iterable[int], weights: array[float]) -> None:
        """Add occurrences; passages come in their order."""
        self.passages.extend(passages)
        self.weights.extend(weights)

    def of(self, span: Span) -> Iterator[tuple[int, float]]:
        """Yield the occurrences from one passage up to another."""
        begin, end = bisect_left(self.passages, span[0]), bisect_left(self.passages, span[1])
        return zip(self.passages[begin:end], self.weights[begin:end], strict=True)

    def at(self, passage: int) -> float:
        """Return the weight in one passage, 0 if the stem does not stand there."""
        at = bisect_left(self.passages, passage)
        found = at < len(self.passages) and self.passages[at] == passage
        return self.weights[at] if found else 0.0

    def __len__(self) -> int:
        return len(self.passages)


_NOWHERE = Postings()


class Index:
    """An inverted index over leaves; immutable after it is built.

    The passages of a standard stand together. Where a stem stands in all standards is put
    together when it is first asked for: most stems never are, so a new index costs little.
    """

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        self._leaves = tuple(leaf for leaf in leaves if len(leaf))
        ends = list(accumulate(map(len, self._leaves), initial=0))
        self._begins = ends[:-1]
        self._spans: dict[str, Span] = {
            leaf.standard: span for leaf, span in zip(self._leaves, pairwise(ends), strict=True)
        }
        lengths = array("d", chain.from_iterable(leaf.lengths for leaf in self._leaves))
        mean = sum(lengths) / len(lengths) if lengths else 1.0
        self._norms = array("d", [_K1 * (1 - _B + _B * length / mean) for length in lengths])
        self._usage = Counter(chain.from_iterable(leaf.stems for leaf in self._leaves))
        self._postings: dict[str, Postings] = {}

    def knows(self, stem: str) -> bool:
        """Say whether any passage holds the stem, or a synonym of it."""
        return stem in self._usage or any(
            other in self._usage for other in words.alike().get(stem, ())
        )

    def usage(self) -> Mapping[str, int]:
        """Return in how many standards each stem occurs."""
        return self._usage

    def says(self, standard: str, stem: str) -> bool:
        """Say whether that standard holds the stem."""
        return any(True for _ in self._within(stem, standard))

    def says_alike(self, standard: str, stem: str) -> bool:
        """Say whether that standard holds the stem, or one of about the same meaning."""
        return any(self.says(standard, one) for one in (stem, *words.alike().get(stem, ())))

    def holds(self, passage: Passage, stems: Iterable[str]) -> bool:
        """Say whether a passage of this index has any of the stems."""
        number = self._spans[passage.standard][0] + passage.number
        return any(self._of(stem).at(number) for stem in stems)

    def shares(self, stem: str) -> dict[str, float]:
        """Return how much each standard speaks of a stem."""
        found: defaultdict[str, float] = defaultdict(float)
        postings = self._of(stem)
        for number, weight in zip(postings.passages, postings.weights, strict=True):
            found[self._at(number)[0].standard] += weight
        return dict(found)

    def counts(self, stem: str) -> dict[str, int]:
        """Return how many passages of each standard say the stem in words of their own."""
        found: defaultdict[str, int] = defaultdict(int)
        postings = self._of(stem)
        for number, weight in zip(postings.passages, postings.weights, strict=True):
            if weight >= 1:
                found[self._at(number)[0].standard] += 1
        return dict(found)

    def count(self, stem: str, standard: str) -> int:
        """Return how many passages of a standard say the stem in words of their own."""
        return sum(weight >= 1 for _, weight in self._within(stem, standard))

    def idf(self, stem: str) -> float:
        """Return the weight of a stem; one that no passage holds weighs most."""
        count = len(self._of(stem))
        return math.log(1 + (len(self._norms) - count + 0.5) / (count + 0.5))

    def search(
        self,
        query: Mapping[str, float],
        *,
        within: Collection[str] | None = None,
        kinds: Collection[PassageKind] | None = None,
        limit: int = 12,
        floor: float = 0.0,
    ) -> list[Found]:
        """Return the best passages for weighted stems that cover so much of them, best first.

        Keys of two neighbouring stems ("a_b") raise the score and are no part of the coverage.
        """
        if not query:
            return []
        weights = {stem: self.idf(stem) * weight for stem, weight in query.items()}
        single = {stem: weight for stem, weight in weights.items() if not is_pair(stem)}
        total = sum(single.values())
        scores, covered = self._gather(single, self._chosen(within), floor * total)
        self._raise(scores, {stem: w for stem, w in weights.items() if is_pair(stem)})
        least = floor * total * (1 - 1e-9)
        reaching = [n for n in sorted(scores) if covered[n] >= least and self._is_of(n, kinds)]
        found = {n: scores[n] * covered[n] / total for n in reaching}
        best = sorted(reaching, key=lambda n: -found[n])[:limit]
        return [Found(self._passage(n), found[n], covered[n] / total) for n in best]

    def _at(self, number: int) -> tuple[Leaf, int]:
        """Return the leaf of a passage, and its number there."""
        at = bisect_right(self._begins, number) - 1
        return self._leaves[at], number - self._begins[at]

    def _passage(self, number: int) -> Passage:
        leaf, within = self._at(number)
        return leaf.passage(within)

    def _is_of(self, number: int, kinds: Collection[PassageKind] | None) -> bool:
        if kinds is None:
            return True
        leaf, within = self._at(number)
        return leaf.kind(within) in kinds

    def _chosen(self, within: Collection[str] | None) -> list[Span]:
        if within is None:
            return [(0, len(self._norms))]
        return sorted(self._spans[key] for key in within if key in self._spans)

    def _gather(
        self, weights: Mapping[str, float], spans: list[Span], least: float
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Return score and covered weight of the passages that can reach the least.

        The heaviest stems come first: when what is left cannot reach it alone, no passage is new.
        """
        scores: dict[int, float] = {}
        covered: dict[int, float] = {}
        norms = self._norms
        left = sum(weights.values())
        for stem, weight in sorted(weights.items(), key=lambda one: -one[1]):
            known = None if left >= least * (1 - 1e-9) else scores
            for number, frequency in self._occurrences(stem, spans, known):
                score = weight * (frequency * _SATURATED / (frequency + norms[number]))
                scores[number] = scores.get(number, 0.0) + score
                share = weight if frequency >= 1 else weight * frequency
                covered[number] = covered.get(number, 0.0) + share
            left -= weight
        return scores, covered

    def _raise(self, scores: dict[int, float], pairs: Mapping[str, float]) -> None:
        """Let passages that say two stems side by side score more."""
        for pair, weight in pairs.items():
            postings = self._of(pair)
            for number in [n for n in postings.passages if n in scores]:
                frequency = postings.at(number)
                scores[number] += weight * (
                    frequency * _SATURATED / (frequency + self._norms[number])
                )

    def _occurrences(
        self, stem: str, spans: list[Span], known: Mapping[int, float] | None
    ) -> Iterable[tuple[int, float]]:
        """Return how often passages say the stem: those known, or all within; a synonym is less."""
        synonyms = words.alike().get(stem, ())
        if not synonyms:
            return self._hits(stem, spans, known)
        found = dict(self._hits(stem, spans, known))
        for other in synonyms:
            for number, frequency in self._hits(other, spans, known):
                found[number] = max(found.get(number, 0.0), _SYNONYM * min(1.0, frequency))
        return found.items()

    def _hits(
        self, stem: str, spans: list[Span], known: Mapping[int, float] | None
    ) -> Iterator[tuple[int, float]]:
        postings = self._of(stem)
        if known is not None and len(known) * _FEW < len(postings):
            yield from ((n, weight) for n in known if (weight := postings.at(n)))
            return
        for span in spans:
            for number, weight in postings.of(span):
                if known is None or number in known:
                    yield number, weight

    def _within(self, stem: str, standard: str) -> Iterator[tuple[int, float]]:
        return self._of(stem).of(self._spans.get(standard, (0, 0)))

    def _of(self, stem: str) -> Postings:
        if stem not in self._usage:
            return _NOWHERE
        found = self._postings.get(stem)
        if found is None:
            found = self._postings[stem] = self._gathered(stem)
        return found

    def _gathered(self, stem: str) -> Postings:
        """Put together where a stem stands in all leaves."""
        found = Postings()
        for begin, leaf in zip(self._begins, self._leaves, strict=True):
            where = leaf.where(stem)
            if where is not None:
                found.add([begin + number for number in where[0]], where[1])
        return found
