"""Start, memory, loading and answers of an office with a thousand standards.

python -m benchmarks.standards [--count 1000] [--questions 2000]

The office is a whole one: a database in a folder that is thrown away afterwards, filled with the
standards as the bot itself stores them, and opened as `pandu run` does, in a process of its own.
While one more standard is loaded, somebody asks all the time; the longest pause is how late the
event loop came to what was due (a question included). Processor times are those of the office's
process, without the one that reads the document.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

_ROWS = (
    ("first start: everything is derived", "s", "first_start", None),
    ("start", "s", "start", 5.0),
    ("  processor time of it", "s", "start_cpu", None),
    ("memory, at most", "MB", "memory", 600.0),
    ("question, median", "ms", "median", 15.0),
    ("question, 99 %", "ms", "percentile_99", 60.0),
    ("one more standard, until it answers", "s", "load", None),
    ("  processor time of it", "s", "load_cpu", 2.0),
    ("  longest pause", "ms", "pause", 100.0),
    ("  slowest question meanwhile", "ms", "asked_meanwhile", None),
)


def main() -> int:
    """Measure and print; the exit status is 1 if a figure misses its goal."""
    options = _options()
    if options.at is not None:
        sys.stdout.write(json.dumps(_measured_here(options)))
        return 0
    from benchmarks.standards.filling import fill  # late: a process that measures fills nothing

    with TemporaryDirectory() as folder:
        place = Path(folder)
        asyncio.run(fill(place, options.count))
        first = _measured(options, place, questions=0)
        figures = _measured(options, place, questions=options.questions)
    return _show({**figures, "first_start": first["start"]}, options.count)


def _options() -> Namespace:
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--at", type=Path, help="measure the office of this folder, as JSON")
    parser.add_argument("--begun", type=float, default=time.monotonic())
    return parser.parse_args()


def _measured_here(options: Namespace) -> Mapping[str, float]:
    from benchmarks.standards.measuring import measure  # late: its imports are part of a start

    place, begun = options.at, options.begun
    return asyncio.run(measure(place, options.count, options.questions, begun))


def _measured(options: Namespace, place: Path, *, questions: int) -> dict[str, float]:
    """Measure in a process of its own, as a start is one."""
    given = ["--at", str(place), "--count", str(options.count), "--questions", str(questions)]
    begun = ["--begun", str(time.monotonic())]
    command = [sys.executable, "-m", "benchmarks.standards", *given, *begun]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _show(figures: Mapping[str, float], count: int) -> int:
    sys.stdout.write(f"{count} standards\n")
    missed = 0
    for name, unit, key, goal in _ROWS:
        value = figures[key]
        told = "" if goal is None else f"   goal {goal:g}{'' if value <= goal else ', missed'}"
        missed += goal is not None and value > goal
        sys.stdout.write(f"{name:<38}{value:8.1f} {unit:<2}{told}\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
