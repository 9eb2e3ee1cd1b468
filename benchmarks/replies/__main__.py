"""make bench: replies a second and their time, of Pandu and of a bare echo bot, in turn.

python -m benchmarks.replies [--users 1 16 64 256] [--seconds 5] [--rounds 3]
"""

from __future__ import annotations

import asyncio
import socket
import sys
from argparse import ArgumentParser, Namespace
from statistics import median

from benchmarks.replies.bots import BOTS, DOORS, running
from benchmarks.replies.load import Figures, measure, town_of

_HEAD = "door     users  bot    replies/s   median ms   99 % ms    replies/s of echo's"


def main() -> None:
    """Measure and print the table."""
    options = _options()
    _show(_HEAD)
    for door in DOORS:
        for users in options.users:
            rounds = [
                {bot: asyncio.run(_one(bot, door, users, options.seconds)) for bot in BOTS}
                for _ in range(options.rounds)
            ]
            _rows(door, users, rounds)


def _options() -> Namespace:
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--users", type=int, nargs="+", default=[1, 16, 64, 256])
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


async def _one(bot: str, door: str, users: int, seconds: float) -> Figures:
    async with town_of(users) as (town, api), running(bot, door, api, _free_address()) as process:
        figures = await measure(town, users, seconds)
        if process.returncode is not None:
            raise SystemExit(f"{bot} has ended by itself")
        return figures


def _free_address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


def _rows(door: str, users: int, rounds: list[dict[str, Figures]]) -> None:
    """Print the medians of the rounds, and of the ratios pair by pair."""
    ratio = median(one["pandu"].rate / one["echo"].rate for one in rounds)
    for bot in BOTS:
        rate, half, most = (
            median(values)
            for values in zip(
                *((r[bot].rate, r[bot].at(0.5), r[bot].at(0.99)) for r in rounds), strict=True
            )
        )
        beside = f"{ratio:12.2f}" if bot == "pandu" else ""
        _show(f"{door:<8}{users:>6}  {bot:<6}{rate:>10.0f}{half:>12.1f}{most:>10.1f}{beside}")


def _show(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
