"""Start, memory and answers of an office with a thousand standards.

python -m benchmarks.standards [--count 1000] [--questions 2000]
"""

from __future__ import annotations

import resource
import sys
import time
from argparse import ArgumentParser, Namespace
from random import Random
from statistics import quantiles

from benchmarks.standards.many import standards, titles
from bot.services.finding import FinderHolder
from knowledge.finding.answers import Topic

_ASKED = (
    "berapa lama {}?", "siapa penanggung jawab {}", "syarat {} apa aja", "biaya {} brp",
    "langkah 2 {} apa", "kemana ngadu soal {}", "dasar hukum {}", "jam layanan {}", "{}",
    "kalau stafnya tidak ramah saat {}, saya lapor ke siapa?",
)  # fmt: skip


def main() -> None:
    """Measure and print."""
    options = _options()
    known = tuple(standards(options.count))
    before = _memory()
    began = time.perf_counter()
    holder = FinderHolder()
    holder.load(known)
    _show(f"{len(known)} standards: finder and router built in {time.perf_counter() - began:.1f} s")
    _show(f"memory of the process: {_memory():.0f} MB, {_memory() - before:.0f} MB of it for them")
    times = _ask(holder, _questions(options.count, options.questions))
    cuts = quantiles(times, n=100)
    _show(f"{len(times)} questions: median {cuts[49]:.1f} ms, 99 % {cuts[98]:.1f} ms")


def _options() -> Namespace:
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=2000)
    return parser.parse_args()


def _questions(count: int, wanted: int) -> list[str]:
    chance = Random(1)  # noqa: S311 - which questions, not a secret
    names = titles(count)
    return [chance.choice(_ASKED).format(_named(chance, names)) for _ in range(wanted)]


def _named(chance: Random, names: tuple[str, ...]) -> str:
    """Return a title as people type it: often without its last word, now and then mistyped."""
    words = chance.choice(names).lower().split()
    words = words[: chance.choice((2, 3, len(words)))]
    if chance.random() < 0.3:
        spot = chance.randrange(len(words))
        words[spot] = words[spot][:-2] + words[spot][-1:]
    return " ".join(words)


def _ask(holder: FinderHolder, questions: list[str]) -> list[float]:
    times = []
    for question in questions:
        began = time.perf_counter()
        holder.finder.ask(question, Topic())
        times.append((time.perf_counter() - began) * 1000)
    return times


def _memory() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _show(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
