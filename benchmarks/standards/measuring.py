"""Opens the office of a folder as `pandu run` does, and measures what people would notice."""

from __future__ import annotations

import asyncio
import resource
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from statistics import quantiles

from benchmarks.standards.filling import settings_at
from benchmarks.standards.many import another, titles
from bot.garbage import keep_for_good
from bot.office import Office, open_office
from bot.services.reader import document_of
from knowledge.finding.answers import Topic

_ASKED = (
    "berapa lama {}?", "siapa penanggung jawab {}", "syarat {} apa aja", "biaya {} brp",
    "langkah 2 {} apa", "kemana ngadu soal {}", "dasar hukum {}", "jam layanan {}", "{}",
    "kalau stafnya tidak ramah saat {}, saya lapor ke siapa?",
)  # fmt: skip
_BEAT = 0.005  # seconds
_BETWEEN = 0.05  # seconds between two questions while a standard is loaded
_SOME = 20  # such questions that go on after it


async def measure(place: Path, count: int, questions: int, begun: float) -> dict[str, float]:
    """Measure the office of a folder, whose process was begun then (`time.monotonic`).

    Without questions only the start is measured.
    """
    async with open_office(settings_at(place)) as office:
        keep_for_good()  # as `pandu run` does
        figures = {"start": time.monotonic() - begun, "start_cpu": time.process_time()}
        if questions:
            asked = _questions(count, questions)
            cuts = quantiles((_ask(office, question) for question in asked), n=100)
            figures |= {"median": cuts[49], "percentile_99": cuts[98]}
            figures |= await _load(office, asked)
    return {**figures, "memory": _memory()}


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


def _ask(office: Office, question: str) -> float:
    """Ask, and return how many milliseconds the answer took."""
    began = time.perf_counter()
    office.finder.ask(question, Topic())
    return (time.perf_counter() - began) * 1000


async def _load(office: Office, questions: Sequence[str]) -> dict[str, float]:
    """Load one more standard while somebody asks."""
    async with _beating() as late, _asking(office, questions) as times:
        began, cpu = time.monotonic(), time.process_time()
        report = await office.standards.add_documents([document_of("lain.txt", another())])
        took, used = time.monotonic() - began, time.process_time() - cpu
        await asyncio.sleep(_SOME * _BETWEEN)
    if len(report.loaded) != 1 or report.loaded[0].standard.id not in office.finders.standards:
        raise RuntimeError("the standard was not loaded")
    return {
        "load": took, "load_cpu": used, "pause": max(late), "asked_meanwhile": max(times),
    }  # fmt: skip


@asynccontextmanager
async def _beating() -> AsyncIterator[list[float]]:
    """Gather how many milliseconds late the event loop comes to what is due."""
    late: list[float] = []

    async def beat() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(_BEAT)
            late.append((time.perf_counter() - began - _BEAT) * 1000)

    beating = asyncio.create_task(beat())
    yield late
    beating.cancel()


@asynccontextmanager
async def _asking(office: Office, questions: Sequence[str]) -> AsyncIterator[list[float]]:
    """Ask one question after the other; gather how many milliseconds the answers took."""
    times: list[float] = []

    async def ask() -> None:
        for question in questions:
            times.append(_ask(office, question))
            await asyncio.sleep(_BETWEEN)

    asking = asyncio.create_task(ask())
    yield times
    asking.cancel()


def _memory() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
