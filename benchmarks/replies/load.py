"""People who ask, wait for the reply and ask again: the stand-in's side of the measurement."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

import simulator
from simulator import people
from simulator.events import Event
from simulator.model import BOT
from simulator.town import Town

Events: TypeAlias = "asyncio.Queue[Event | None]"
QUESTIONS = (
    "berapa lama penyelenggaraan sosialisasi?",
    "siapa penanggung jawab sisdur",
    "biaya pelayanan pimpinan brp",
    "kemana ngadu soal rkpk",
    "apa saja persyaratan sop",
    "langkah 3 sosialisasi apa",
    "dasar hukum rkpk",
    "jam pelayanan sisdur",
)
_WARM_UP = 0.5  # seconds
_PATIENCE = 60  # seconds
_FIRST = 1001  # the id of the first resident


@dataclass
class Figures:
    """What one run gave: replies a second, and each reply's time in milliseconds."""

    seconds: float
    times: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Return the replies a second."""
        return len(self.times) / self.seconds if self.seconds else 0.0

    def at(self, share: float) -> float:
        """Return the time that this share of the replies did not exceed."""
        ordered = sorted(self.times)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


@asynccontextmanager
async def town_of(users: int) -> AsyncIterator[tuple[Town, str]]:
    """Serve a town of so many people, without flood control and without a folder."""
    residents = tuple(simulator.Resident(f"P{n}", f"p{n}", "") for n in range(users))
    town = Town(None, None, residents=residents, flood=None)
    async with simulator.serve_town(town, "127.0.0.1", 0) as address:
        yield town, address


async def measure(town: Town, users: int, seconds: float) -> Figures:
    """Let all users ask again and again for a while, after a warm-up of half a second."""
    figures, texts = Figures(seconds), itertools.cycle(QUESTIONS)
    asked: dict[int, float] = {}
    with town.events.listening() as events:
        for person in range(_FIRST, _FIRST + users):
            _ask(town, person, next(texts), asked)
        _ask(town, await _replied(events), next(texts), asked)  # now the bot has started
        begin = time.perf_counter() + _WARM_UP
        while (now := time.perf_counter()) < begin + seconds:
            person = await _replied(events)
            now = time.perf_counter()
            if now >= begin:
                figures.times.append((now - asked[person]) * 1000)
            town.state.chats[person].messages.clear()  # a chat of thousands would slow us, not it
            _ask(town, person, next(texts), asked)
    return figures


async def _replied(events: Events) -> int:
    """Return who gets the bot's next message."""
    while True:
        event = await asyncio.wait_for(events.get(), _PATIENCE)
        if event is None:
            raise RuntimeError("the events come faster than they are read")
        if event["type"] == "message" and event["message"].sender == BOT:
            return int(event["chat"])


def _ask(town: Town, person: int, text: str, asked: dict[int, float]) -> None:
    asked[person] = time.perf_counter()
    people.say(town, town.state.chats[person], town.person(person), text)
