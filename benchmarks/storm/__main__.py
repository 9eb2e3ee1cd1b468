"""make storm: complaints filed, and tasks gone through, while the bot is killed again and again.

python -m benchmarks.storm [--people 60] [--tasks 12] [--kills 25] [--jumps 40] [--rounds 1]

With 0 people or 0 tasks that storm is left out; people must be more than kills.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from benchmarks.storm import deadlines, storm


def main() -> None:
    """Run and print what each round came to; exit status 1 if anything was lost or doubled."""
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--tasks", type=int, default=12)
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--jumps", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    if 0 < options.people <= options.kills:
        parser.error(f"{options.kills} kills need more people than {options.people}")
    sound = [_complaints(options) & _tasks(options) for _ in range(options.rounds)]
    sys.exit(int(not all(sound)))


def _complaints(options: Namespace) -> bool:
    if not options.people:
        return True
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(storm.storm(Path(folder), options.people, options.kills))
    _show("complaints", found)
    return not (found.missing or found.doubled or found.unknown or found.silent)


def _tasks(options: Namespace) -> bool:
    if not options.tasks:
        return True
    wanted = options.tasks, options.kills, options.jumps
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(deadlines.storm(Path(folder), *wanted))
    _show("tasks", found)
    return found.is_whole


def _show(about: str, found: storm.Outcome | deadlines.Outcome) -> None:
    for name, value in (("storm", about), *asdict(found).items()):
        sys.stdout.write(f"{name:<10} {value}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
