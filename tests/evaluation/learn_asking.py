"""Learn from labelled questions what words ask for, and write the weights.

python -m tests.evaluation.learn_asking [--write]

A regression with one weight per feature and class (softmax), by plain gradient steps in a fixed
order of chance: the same texts give the same file. `asking/learned.tsv` is learned from,
`asking/unseen.tsv`, by other writers, is measured. A line is what is asked for, TAB, the question.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from knowledge.finding.sensing import features, sense
from knowledge.language.normalize import Word, as_words, expand, flatten, tokens

HERE = Path(__file__).parent / "asking"
LEARNED, UNSEEN = HERE / "learned.tsv", HERE / "unseen.tsv"
WEIGHTS = Path(__file__).parents[2] / "knowledge" / "language" / "data" / "asking.tsv"
_ROUNDS = 12
_STEP = 0.15
_SHRINK = 3e-4
_OFTEN = 2  # questions that must have a feature
_LEAST = 0.15  # weight below which a feature tells nothing
_SMALL = 1e-4  # change that is not worth the time

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what it asks for."""

    text: str
    asked: str

    @property
    def words(self) -> tuple[Word, ...]:
        """Return its words as they are read."""
        return as_words(expand(tokens(flatten(self.text))))


def labelled(path: Path) -> list[Asked]:
    """Read labelled questions; raises ValueError for a line that is none."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return [Asked(text, asked) for asked, text in rows]


def learn(questions: Sequence[Asked]) -> Weights:
    """Return the weights of the features that tell something."""
    classes = sorted({one.asked for one in questions})
    rows = [(sorted(features([w.stem for w in one.words])), one.asked) for one in questions]
    seen = Counter(feature for found, _ in rows for feature in found)
    kept = [([*(f for f in found if seen[f] >= _OFTEN), ""], asked) for found, asked in rows]
    weights: Weights = defaultdict(lambda: dict.fromkeys(classes, 0.0))
    chance = Random(1)  # noqa: S311 - an order, not a secret
    for count in range(_ROUNDS):
        chance.shuffle(kept)
        for found, asked in kept:
            _step([weights[feature] for feature in found], asked, _STEP / (1 + count / 3))
    return weights


def _step(rows: Sequence[dict[str, float]], asked: str, step: float) -> None:
    sums = {one: math.fsum(row[one] for row in rows) for one in rows[0]}
    most = max(sums.values())
    shares = {one: math.exp(total - most) for one, total in sums.items()}
    whole = math.fsum(shares.values())
    for one, share in shares.items():
        change = step * ((one == asked) - share / whole)
        if abs(change) > _SMALL:
            for row in rows:
                row[one] += change - _SHRINK * row[one]


def _write(weights: Weights) -> None:
    lines = ["# stem, pair or sign <TAB> what it asks for, with its weight (made by learn_asking)"]
    for feature, row in sorted(weights.items()):
        told = [f"{one}:{weight:.2f}" for one, weight in row.items() if abs(weight) >= _LEAST]
        if told:
            lines.append(f"{feature or '*'}\t{' '.join(told)}")
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def right(questions: Sequence[Asked]) -> float:
    """Return the share of questions of which the weights in use tell what they ask for."""
    told = [(sense(one.words), one.asked) for one in questions]
    return sum(bool(found) and found.asked == asked for found, asked in told if found) / len(told)


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, write if asked to, and measure the weights in use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    if parser.parse_args(arguments).write:
        _write(learn(labelled(LEARNED)))
    for path in (LEARNED, UNSEEN):
        print(f"{path.stem:<10}{right(labelled(path)):.1%}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
