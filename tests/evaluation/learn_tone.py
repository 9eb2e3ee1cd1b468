"""Learn what complaints sound like from the labelled texts, and write the weights.

python -m tests.evaluation.learn_tone [--write] [TEXTS...]

The same texts give the same file. Texts named on the command line are measured, not learned from.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.routing.kinds import Kind
from knowledge.routing.tone import CLASSES, features

from .complaint_expectations import COMPLAINTS, load_complaints
from .expectations import QUESTIONS, load
from .softmax import ALWAYS, Teaching, Weights, learn

TEXTS = Path(__file__).parent / "tone" / "learned.jsonl"
WEIGHTS = Path(__file__).parents[2] / "knowledge" / "language" / "data" / "tone.tsv"
_HOW = Teaching(rounds=14, step=0.12, shrink=2e-5, often=3)
_LEAST = 0.08  # weight below which a feature tells nothing
_WORTH = {None: 1.4, Kind.KELUHAN: 1.5, Kind.PENGADUAN: 2.0, Kind.MASUKAN: 2.0}
_QUESTIONS_EACH = 3  # one question of so many: else they would drown the rest


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what it is."""

    text: str
    kind: Kind | None


def labelled(path: Path) -> list[Labelled]:
    """Read texts, one JSON object with "text" and "kind" a line; raises ValueError, KeyError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [Labelled(row["text"], Kind(row["kind"]) if row["kind"] else None) for row in rows]


def learned() -> list[Labelled]:
    """Return all texts that are learned from: labelled ones, complaints and questions."""
    complaints = [c for c in load_complaints([COMPLAINTS]) if not c.given]
    told = [Labelled(c.text, Kind(c.kind[0]) if c.kind and c.kind[0] else None) for c in complaints]
    asked = [Labelled(q.text, None) for q in load([QUESTIONS])[::_QUESTIONS_EACH]]
    return [*labelled(TEXTS), *told, *asked]


def taught(texts: Sequence[Labelled]) -> Weights:
    """Return the weights of the features that tell something."""
    rows = [(features(one.text), CLASSES.index(one.kind)) for one in texts]
    weights = learn(rows, [_WORTH[kind] for kind in CLASSES], _HOW)
    return {f: row for f, row in weights.items() if max(row) - min(row) >= _LEAST or f == ALWAYS}


def _write(weights: Weights) -> None:
    lines = ["# stem, pair or sign\tnone\tkeluhan\tpengaduan\tmasukan (made by learn_tone)"]
    for feature, row in sorted(weights.items()):
        lines.append("\t".join([feature or "*", *(f"{one:.2f}" for one in row)]))
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _measure(weights: Weights, texts: Iterable[Labelled]) -> str:
    """Return how many are told from none, and how many kinds are right, as a line."""
    table: Counter[tuple[Kind | None, Kind | None]] = Counter()
    for one in texts:
        known = [weights[f] for f in (*features(one.text), "") if f in weights]
        sums = [sum(row[i] for row in known) for i in range(len(CLASSES))]
        table[one.kind, CLASSES[sums.index(max(sums))]] += 1
    return "\n".join(
        f"{kind or 'none':<10}" + "".join(f"{table[kind, other]:>7}" for other in CLASSES)
        for kind in CLASSES
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, measure, and with --write keep the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    texts = learned()
    weights = taught(texts)
    print(f"{len(texts)} texts, {len(weights)} weights")  # noqa: T201
    for path in options.texts:
        print(f"{path.name}\n{_measure(weights, labelled(path))}")  # noqa: T201
    if options.write:
        _write(weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
