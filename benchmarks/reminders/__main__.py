"""What one look at the clock costs: 10,000 tasks under way, 100,000 reminders still to come.

python -m benchmarks.reminders [--tasks 10000] [--reminders 100000] [--due 100] [--rounds 50]

A look is all that the housekeeping does for tickets and tasks; sending is not counted. Below
stands what people look at (`looks`), for whoever sees the most. The store
is SQLite in a temporary folder, or the PostgreSQL that PANDU_TEST_POSTGRES names (an empty one).
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from pydantic import SecretStr

from benchmarks.reminders.looks import LOOKS
from benchmarks.reminders.office import Crowd, crowded
from bot.office import Office, open_office
from bot.settings import Settings

_KEY = SecretStr("only-for-this-benchmark-" * 2)
_NOTHING, _FOUND = 5.0, 100.0  # milliseconds that a look may take


class Time(NamedTuple):
    """Milliseconds of a look: all of them, and those that this process used (CPU)."""

    all: float
    own: float


def main() -> None:
    """Measure, print the table, and end with 1 if a look takes longer than it may."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        nothing, found, looks = asyncio.run(_measured(options, Path(folder)))
    _show("look that finds       median ms   95 % ms   of it CPU   allowed")
    _row("nothing due", nothing, _NOTHING)
    _row(f"{options.due} due", found, _FOUND)
    for name, times in looks.items():
        _row(name, times, LOOKS[name][1])
    slow = [name for name, times in looks.items() if _own(times) > LOOKS[name][1]]
    sys.exit(0 if not slow and _typical(nothing) < _NOTHING and _typical(found) < _FOUND else 1)


def _options() -> Namespace:
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--reminders", type=int, default=100_000)
    parser.add_argument("--due", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=50)
    return parser.parse_args()


async def _measured(
    options: Namespace, folder: Path
) -> tuple[list[Time], list[Time], dict[str, list[Time]]]:
    url = os.environ.get("PANDU_TEST_POSTGRES")
    settings = Settings(_env_file=None, data_dir=folder, database_url=url, secret_key=_KEY)
    crowd = Crowd()
    async with open_office(settings, crowd.clock) as office:
        await crowded(office, crowd, tasks=options.tasks, reminders=options.reminders)
        await crowd.look(office)  # the morning's overview is behind us
        nothing = [await _timed(office, crowd) for _ in range(options.rounds)]
        found = []
        for _ in range(options.rounds):
            crowd.heard = 0
            await crowd.let_come_due(office, options.due)
            found.append(await _timed(office, crowd))
            if crowd.heard != options.due:
                sys.exit(f"{crowd.heard} of {options.due} were said")
        looks = {name: [await _looked(office, crowd, name) for _ in range(5)] for name in LOOKS}
    return nothing, found, looks


async def _looked(office: Office, crowd: Crowd, name: str) -> Time:
    """Time one look; what a morning takes with it is put back."""
    async with office.unit_of_work() as work:
        directory = await office.directory(work)
        begin, used = time.perf_counter(), time.process_time()
        await LOOKS[name][0](office, work, directory, crowd.clock.now())
        return Time((time.perf_counter() - begin) * 1000, (time.process_time() - used) * 1000)


async def _timed(office: Office, crowd: Crowd) -> Time:
    begin, used = time.perf_counter(), time.process_time()
    await crowd.look(office)
    return Time((time.perf_counter() - begin) * 1000, (time.process_time() - used) * 1000)


def _own(times: list[Time]) -> float:
    return median(one.own for one in times)


def _typical(times: list[Time]) -> float:
    return median(one.all for one in times)


def _row(name: str, times: list[Time], allowed: float) -> None:
    share, own = quantiles((one.all for one in times), n=20)[18], _own(times)
    _show(f"{name:<20} {_typical(times):>10.1f} {share:>9.1f} {own:>11.1f} {allowed:>9.0f}")


def _show(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
