"""A regression that tells which of several candidates is right, by gradient steps (AdaGrad).

The score of a candidate is the sum of the weights of its traits for each clue of the question, and
of its fits; likelihoods are the shares of the scores' powers. The rows are taken in a fixed order
of chance: the same rows give the same weights.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from knowledge.finding.ranking import FITS, Weighing, scored, shares_of

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Row:
    """What was weighed for a question, the candidates that are right, and how much it counts.

    `fits` is the row of the weights that weighs how candidates fit.
    """

    weighing: Weighing
    right: frozenset[int]
    worth: float = 1.0
    fits: str = FITS


@dataclass(frozen=True, slots=True)
class Teaching:
    """How weights are learned: `rounds` over all rows; `shrink`: what draws a weight to nothing."""

    rounds: int = 8
    step: float = 0.1
    shrink: float = 1e-3
    begin: float = 0.1  # of the squares that steps are divided by the root of


def learn(rows: Sequence[Row], how: Teaching = Teaching()) -> Weights:  # noqa: B008 - frozen
    """Return the weights by which the right candidates of the rows score most."""
    weights: Weights = defaultdict(lambda: defaultdict(float))
    squares: Weights = defaultdict(lambda: defaultdict(lambda: how.begin))
    order = list(rows)
    chance = Random(1)  # noqa: S311 - an order, not a secret
    for _ in range(how.rounds):
        chance.shuffle(order)
        for row in order:
            _step(row, weights, squares, how)
    return {clue: dict(of_trait) for clue, of_trait in weights.items()}


def _step(row: Row, weights: Weights, squares: Weights, how: Teaching) -> None:
    """Move the weights a step towards the right candidates of one row."""
    likely = shares_of(scored(row.weighing, weights, row.fits))
    pull = _pull(likely, row.right, row.worth)
    of_trait: dict[str, float] = defaultdict(float)
    of_fit: dict[str, float] = defaultdict(float)
    for candidate, fits, one in zip(row.weighing.candidates, row.weighing.fits, pull, strict=True):
        for trait in candidate.traits:
            of_trait[trait] += one
        for name, value in fits.items():
            of_fit[name] += one * value
    _move(weights[row.fits], squares[row.fits], of_fit, 1.0, how)
    for clue, value in row.weighing.clues.items():
        _move(weights[clue], squares[clue], of_trait, value, how)


def _pull(likely: Sequence[float], right: Collection[int], worth: float) -> list[float]:
    """Return how much too likely each candidate is: less than nothing for the right ones."""
    whole = math.fsum(likely[number] for number in right)
    return [
        worth * (share - (share / whole if number in right else 0.0))
        for number, share in enumerate(likely)
    ]


def _move(
    weights: dict[str, float],
    squares: dict[str, float],
    pulls: Mapping[str, float],
    value: float,
    how: Teaching,
) -> None:
    for name, pull in pulls.items():
        change = value * pull + how.shrink * weights[name]
        squares[name] += change * change
        weights[name] -= how.step * change / math.sqrt(squares[name])
