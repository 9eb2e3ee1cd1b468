"""A regression with one weight per feature and class (softmax), by plain gradient steps.

The rows are taken in a fixed order of chance: the same rows give the same weights.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

#: The feature that every row has.
ALWAYS = ""

Weights = dict[str, list[float]]  # feature -> the weight of each class
Row = tuple[Iterable[str], int]  # features, and the number of the class


@dataclass(frozen=True, slots=True)
class Teaching:
    """How weights are learned: `rounds` over all rows, in steps that grow smaller.

    `often`: rows that must have a feature; `shrink`: share of a weight that each step takes off.
    """

    rounds: int
    step: float
    shrink: float
    often: int


def learn(rows: Sequence[Row], worth: Sequence[float], how: Teaching) -> Weights:
    """Return the weights of the features; `worth` says how much a row of each class counts."""
    sets = [(sorted(features), label) for features, label in rows]
    seen = Counter(feature for found, _ in sets for feature in found)
    kept = [([*(f for f in found if seen[f] >= how.often), ALWAYS], label) for found, label in sets]
    weights: Weights = defaultdict(lambda: [0.0] * len(worth))
    chance = Random(1)  # noqa: S311 - an order, not a secret
    for count in range(how.rounds):
        chance.shuffle(kept)
        step = how.step / (1 + count / 3)
        for found, label in kept:
            _step([weights[f] for f in found], label, worth[label] * step, how.shrink)
    return weights


def _step(rows: Sequence[list[float]], label: int, step: float, shrink: float) -> None:
    sums = [sum(column) for column in zip(*rows, strict=True)]
    most = max(sums)
    shares = [math.exp(one - most) for one in sums]
    whole = sum(shares)
    for i, share in enumerate(shares):
        change = step * ((i == label) - share / whole)
        for row in rows:
            row[i] += change - shrink * row[i]
