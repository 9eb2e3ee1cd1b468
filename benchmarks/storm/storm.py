"""One storm from beginning to end, and what it came to, read from the database it left."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import simulator
from benchmarks.storm.killing import TOKEN, Victim
from benchmarks.storm.people import Citizen
from bot.office import open_office
from bot.settings import Settings
from handlers.sample_office import residents, take_office
from knowledge.library import shipped_documents
from knowledge.reading import read_file
from simulator.model import BOT
from simulator.town import Town

_FIRST = 1001
_ON_ITS_WAY = "SELECT 1 FROM outbox WHERE state IN ('queued', 'sending')"
_LIMIT = 900  # seconds; only a storm that loses something takes so long


@dataclass(frozen=True)
class Outcome:
    """What a storm came to; the last four are empty where nothing is lost or doubled.

    `missing` people have confirmed in vain, `doubled` have several reports, `unknown` numbers were
    told and do not exist; of `silent` reports no official has a card, and none is uncertain.
    """

    seconds: float
    kills: int
    people: int
    confirmed: int
    filed: int
    cards: int
    uncertain: int
    presses: int
    missing: tuple[int, ...]
    doubled: tuple[int, ...]
    unknown: tuple[str, ...]
    silent: tuple[str, ...]


async def storm(folder: Path, count: int, kills: int) -> Outcome:
    """Let so many people file while the bot is killed so often; then let it finish in peace."""
    settings = Settings(_env_file=None, telegram_token=TOKEN, data_dir=folder / "data")
    documents = sorted(shipped_documents().iterdir())
    office = residents(standard for path in documents for standard in read_file(path))
    crowd = tuple(simulator.Resident(f"P{n}", f"p{n}", "") for n in range(count))
    town = Town(None, None, residents=(*office, *crowd), flood=None)
    async with open_office(settings) as opened:
        await take_office(opened, office)
    async with simulator.serve_town(town, "127.0.0.1", 0) as address:
        victim = Victim(address, folder / "data")
        citizens = [Citizen(town, _FIRST + len(office) + n) for n in range(count)]
        began = time.monotonic()
        await _rage(town, victim, citizens, kills)
        seconds = time.monotonic() - began
        await _settle(settings)
        await victim.end(signal.SIGTERM)
    return _outcome(settings, town, citizens, victim.kills, seconds)


async def _rage(town: Town, victim: Victim, citizens: list[Citizen], kills: int) -> None:
    """Kill it once for each wave but the last, which begins only after the last kill."""
    at_work = asyncio.Event()
    watching = asyncio.create_task(_watch(town, at_work))
    await victim.start()
    try:
        async with asyncio.timeout(_LIMIT), asyncio.TaskGroup() as filing:
            for number, wave in enumerate(_waves(citizens, kills + 1)):
                if number:
                    await victim.dies(1, at_work)
                for citizen in wave:
                    filing.create_task(citizen.files())
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


def _waves(citizens: list[Citizen], count: int) -> list[list[Citizen]]:
    """Share the people out evenly: a kill needs somebody who is under way.

    Raises ValueError where they are too few.
    """
    if len(citizens) < count:
        raise ValueError(f"{count - 1} kills need at least {count} people, not {len(citizens)}")
    return [citizens[number::count] for number in range(count)]


async def _watch(town: Town, at_work: asyncio.Event) -> None:
    """Set the event whenever the bot says something."""
    with town.events.listening() as events:
        while (event := await events.get()) is not None:
            if event["type"] == "message" and event["message"].sender == BOT:
                at_work.set()


async def _settle(settings: Settings) -> None:
    """Wait until nothing is on its way any more."""
    async with asyncio.timeout(60):
        while _rows(settings, _ON_ITS_WAY):  # noqa: ASYNC110 - another process's database
            await asyncio.sleep(0.2)


def _outcome(
    settings: Settings, town: Town, citizens: list[Citizen], kills: int, seconds: float
) -> Outcome:
    filed = Counter(row[0] for row in _rows(settings, "SELECT complainant FROM ticket"))
    numbers = {row[1]: row[0] for row in _rows(settings, "SELECT id, number FROM ticket")}
    shown = " ".join(
        message.text
        for person in range(_FIRST, citizens[0].id)
        for message in town.state.chats[person].messages.values()
    )
    uncertain = _rows(settings, "SELECT dedupe_key FROM outbox WHERE state = 'uncertain'")
    keys = [str(row[0]) for row in uncertain if row[0]]
    carded = [number for number in numbers if number in shown]
    told = [citizen.told for citizen in citizens if citizen.told]
    return Outcome(
        seconds=seconds,
        kills=kills,
        people=len(citizens),
        confirmed=sum(citizen.confirmed for citizen in citizens),
        filed=sum(filed.values()),
        cards=len(carded),
        uncertain=len(uncertain),
        presses=sum(citizen.presses for citizen in citizens),
        missing=tuple(c.id for c in citizens if c.confirmed and not filed[c.id]),
        doubled=tuple(person for person, times in filed.items() if times > 1),
        unknown=tuple(number for number in told if number not in numbers),
        silent=tuple(
            number
            for number, ticket in numbers.items()
            if number not in shown and not any(k.startswith(f"ticket:{ticket}:") for k in keys)
        ),
    )


def _rows(settings: Settings, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(str(settings.store_file), timeout=30)) as store:
        return store.execute(query).fetchall()
