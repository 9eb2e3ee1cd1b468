"""Learn from labelled questions what words ask for, and write the weights.

python -m tests.evaluation.learn_asking [--write]

The same questions give the same file. `asking/learned.tsv` is learned from, `asking/unseen.tsv`, by
other writers, is measured. A line is what is asked for, TAB, the question.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.finding.sensing import features, sense
from knowledge.language.normalize import Word, as_words, expand, flatten, tokens

from .softmax import Teaching, learn

HERE = Path(__file__).parent / "asking"
LEARNED, UNSEEN = HERE / "learned.tsv", HERE / "unseen.tsv"
WEIGHTS = Path(__file__).parents[2] / "knowledge" / "language" / "data" / "asking.tsv"
_HOW = Teaching(rounds=12, step=0.15, shrink=3e-4, often=2)
_LEAST = 0.15  # weight below which a feature tells nothing


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


def taught(questions: Sequence[Asked]) -> dict[str, dict[str, float]]:
    """Return for each feature what it asks for, with the weights that tell something."""
    classes = sorted({one.asked for one in questions})
    rows = [(features([w.stem for w in q.words]), classes.index(q.asked)) for q in questions]
    weights = learn(rows, [1.0] * len(classes), _HOW)
    told = {f: dict(zip(classes, row, strict=True)) for f, row in weights.items()}
    return {
        f: {one: weight for one, weight in row.items() if abs(weight) >= _LEAST}
        for f, row in told.items()
    }


def _write(weights: Mapping[str, Mapping[str, float]]) -> None:
    lines = ["# stem, pair or sign <TAB> what it asks for, with its weight (made by learn_asking)"]
    for feature, row in sorted(weights.items()):
        if row:
            told = " ".join(f"{one}:{weight:.2f}" for one, weight in row.items())
            lines.append(f"{feature or '*'}\t{told}")
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
        _write(taught(labelled(LEARNED)))
    for path in (LEARNED, UNSEEN):
        print(f"{path.stem:<10}{right(labelled(path)):.1%}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
