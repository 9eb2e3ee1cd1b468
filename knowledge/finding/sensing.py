"""What a question seems to ask for, where no cue says it: weights of words, learned from examples.

The cues in `aspects` explain themselves and come first. Of all the ways in which people ask they
miss most ("siang udah kepegang blm?" asks for the time). The weights are data, made by
`python -m tests.evaluation.learn_asking`; here they are only added up.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.language import words
from knowledge.language.normalize import Word

NOTHING = "none"
"""What a message asks for that is no question about a service."""

_SHORT = 4  # words; short questions are follow-ups, of other kinds than long ones
_TELLS = 0.3  # weight from which a word is one that asks, and none that names a thing


@dataclass(frozen=True, slots=True)
class Sensed:
    """What a question seems to ask for, how likely that is, and the words that tell it."""

    asked: str
    share: float
    positions: frozenset[int]


def features(stems: Sequence[str]) -> frozenset[str]:
    """Return what the weights go by: stems, pairs of near ones, the ends, and if it is short."""
    return frozenset(_features(stems))


def _features(stems: Sequence[str]) -> Iterator[str]:
    yield from stems
    yield from (f"{left} {right}" for left, right in zip(stems, stems[1:], strict=False))
    yield from (f"{left} _ {right}" for left, right in zip(stems, stems[2:], strict=False))
    if stems:
        yield from (f"^{stems[0]}", f"{stems[-1]}$")
    if len(stems) <= _SHORT:
        yield "<"


def sense(question: Sequence[Word]) -> Sensed | None:
    """Return what a question most likely asks for, or None for a message without words."""
    shares = likelihoods(question)
    if not shares:
        return None
    best = max(shares, key=lambda asked: shares[asked])
    return Sensed(best, shares[best], frozenset(_telling([w.stem for w in question], best)))


def likelihoods(question: Sequence[Word]) -> Mapping[str, float]:
    """Return how likely each thing is asked for; nothing for a message without words."""
    weights = words.asking()
    stems = [word.stem for word in question]
    if not stems:
        return {}
    sums: dict[str, float] = defaultdict(float, weights.get("", {}))
    for feature in features(stems):
        for asked, weight in weights.get(feature, {}).items():
            sums[asked] += weight
    most = max(sums.values())
    shares = {asked: math.exp(one - most) for asked, one in sums.items()}
    total = math.fsum(shares.values())
    return {asked: share / total for asked, share in shares.items()}


def _telling(stems: Sequence[str], asked: str) -> Iterator[int]:
    weights = words.asking()
    for position, stem in enumerate(stems):
        if weights.get(stem, {}).get(asked, 0.0) >= _TELLS:
            yield position
