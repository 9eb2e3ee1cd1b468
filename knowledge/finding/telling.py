"""Which standard a question is about where it names none: by the words that only one uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from knowledge.finding.index import Index
from knowledge.finding.pairs import is_pair

_OWN = 0.8  # share of a word's uses that makes it a word of one standard
FEW_STRANGE = 4  # words for each one that only other standards have
_CENTRAL = 3  # passages of one standard that hold a word which is at the heart of it
_CLEAR = 3.0  # how much more the words of one standard must weigh than those of another


def told_by_words(query: Mapping[str, float], index: Index) -> str | None:
    """Return the standard that alone, or by far mostly, uses the words of the query."""
    scores: defaultdict[str, float] = defaultdict(float)
    for stem in _single(query):
        shares = index.shares(stem)
        total = sum(shares.values())
        for key, share in shares.items():
            if share >= _OWN * total:
                scores[key] += index.idf(stem)
    ranked = sorted(scores, key=lambda key: -scores[key])
    if not ranked:
        return None
    clear = len(ranked) == 1 or scores[ranked[0]] >= _CLEAR * scores[ranked[1]]
    return ranked[0] if clear else None


def is_central(query: Mapping[str, float], standard: str, index: Index) -> bool:
    """Say whether all the words are at the heart of the standard, not said of one part of it."""
    return all(index.count(stem, standard) >= _CENTRAL for stem in _single(query))


def others_know(query: Mapping[str, float], standard: str, index: Index, *, named: bool) -> bool:
    """Say whether only others speak of a word of the query; of a few where it is `named`."""
    words = [stem for stem in _single(query) if stem.isalpha()]
    strange = sum(bool(index.shares(stem)) and not index.says(standard, stem) for stem in words)
    return strange * FEW_STRANGE > len(words) if named else strange > 0


def _single(query: Mapping[str, float]) -> list[str]:
    return [stem for stem, weight in query.items() if not is_pair(stem) and weight >= 1]
