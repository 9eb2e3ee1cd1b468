"""A storm over tasks: started and done while the bot is killed and time runs over deadlines."""

from __future__ import annotations

import asyncio
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import simulator
from benchmarks.storm.account import Account
from benchmarks.storm.killing import TOKEN, Victim
from benchmarks.storm.officials import PATIENCE, Official
from benchmarks.storm.procedure import POSTS, TEXT
from benchmarks.storm.timed import FileClock
from bot.domain.appointing import Appointment
from bot.domain.messages import OutboxState
from bot.domain.posts import Holding
from bot.domain.tasks.calls import UNDO_TIME
from bot.domain.tasks.ladder import SUBJECT
from bot.domain.tasks.task import Task, TaskAct
from bot.domain.working_time.calendar import office_calendar
from bot.office import Office, open_office
from bot.settings import Settings
from simulator.model import BOT
from simulator.town import Town

_FIRST = 1001
_ZONE = ZoneInfo("Asia/Jakarta")
_BEGIN = datetime(2026, 10, 5, 7, 40, tzinfo=_ZONE)  # a Monday, ten minutes after opening
_A_JUMP = 5.0  # seconds in which a bot that was killed is there again
_A_DEED = 1.5  # seconds
_JUMPS = (timedelta(minutes=10), timedelta(hours=3), timedelta(hours=1))
_LIMIT = 900  # seconds; only a storm that loses something takes so long


@dataclass(frozen=True)
class Outcome:
    """What a storm came to; the last six are empty where nothing is lost or doubled.

    `missing` tasks were confirmed in vain, `doubled` ones exist twice; `forgotten` steps were
    called done and are not, `repeated` ones are done twice; `lost` reminders reached nobody though
    it was time; `echoes` are those that somebody read twice.
    """

    seconds: float
    kills: int
    tasks: int
    steps_done: int
    reminders: int
    uncertain: int
    presses: int
    days: float
    missing: tuple[str, ...]
    doubled: tuple[str, ...]
    forgotten: tuple[str, ...]
    repeated: tuple[str, ...]
    lost: tuple[str, ...]
    echoes: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was lost and nothing doubled."""
        wrong = (self.missing, self.doubled, self.forgotten, self.repeated)
        return not any((*wrong, self.lost, self.echoes))


class Ear:
    """Hears what the bot sends: every text to each person, and that it is at work."""

    def __init__(self, town: Town) -> None:
        self.texts: defaultdict[int, list[str]] = defaultdict(list)
        self.at_work = asyncio.Event()
        self._said = asyncio.Event()
        self._town = town

    async def listens(self) -> None:
        """Hear until cancelled."""
        with self._town.events.listening() as events:
            while (event := await events.get()) is not None:
                if event["type"] == "message" and event["message"].sender == BOT:
                    self.texts[event["message"].chat].append(event["message"].text)
                    self.at_work.set()
                    self._said.set()

    async def waits(self, seconds: float) -> None:
        """Wait until the bot says something new, at most so long."""
        self._said.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._said.wait(), seconds)


async def storm(folder: Path, count: int, kills: int, jumps: int) -> Outcome:
    """Let so many tasks be started and gone through; the bot dies and time jumps so often."""
    clock = FileClock(folder / "ahead")
    clock.set(_BEGIN)
    crowd = await _crowd(folder, count, clock)
    town, ear = crowd[0].town, Ear(crowd[0].town)
    began = time.monotonic()
    async with simulator.serve_town(town, "127.0.0.1", 0) as address:
        victim = Victim(address, folder / "data", _program(folder), _own(folder))
        watching = asyncio.create_task(ear.listens())
        await _rage(victim, crowd, clock, (kills, jumps), ear)
        async with open_office(_settings(folder), clock) as opened:
            await _settle(opened, clock)
            await victim.end(signal.SIGTERM)
            watching.cancel()
            seconds = time.monotonic() - began
            account = Account(folder / "data" / "pandu.db", ear.texts)
            return await _outcome(opened, account, crowd, victim.kills, seconds)


async def _crowd(folder: Path, count: int, clock: FileClock) -> list[Official]:
    """Prepare the office; return its officials, each with the tasks that he is to start."""
    (folder / "standards").mkdir()
    (folder / "standards" / "uji.txt").write_text(TEXT, "utf-8")
    office = tuple(simulator.Resident(name, f"p{n}", name) for n, name in enumerate(POSTS))
    town = Town(None, None, residents=office, flood=None)
    people = range(_FIRST, _FIRST + len(POSTS))
    async with open_office(_settings(folder), clock) as opened:
        await opened.standards_folder.load(opened.standards)
        await _appoint(opened, people)
    names = [f"Uji-{number}" for number in range(count)]
    return [
        Official(town, person, tuple(names[at :: len(POSTS)]), "Ketahanan")
        for at, person in enumerate(people)
    ]


def _settings(folder: Path) -> Settings:
    return Settings(
        _env_file=None,
        telegram_token=TOKEN,
        data_dir=folder / "data",
        standards_dir=folder / "standards",
    )


def _program(folder: Path) -> tuple[str, ...]:
    return ("benchmarks.storm.timed", str(folder / "ahead"))


def _own(folder: Path) -> dict[str, str]:
    return {"PANDU_STANDARDS_DIR": str(folder / "standards")}


async def _appoint(office: Office, people: Iterable[int]) -> None:
    async with office.unit_of_work() as work:
        posts = {post.name: post.key for post in (await office.directory(work)).posts.values()}
        for name, person in zip(POSTS, people, strict=True):
            since = _BEGIN - timedelta(days=9)
            held = Appointment(posts[name], name, Holding.DEFINITIVE, since, person_id=person)
            await office.appointments.appoint(work, held, office.clock.now())
        await work.commit()


async def _rage(
    victim: Victim,
    crowd: list[Official],
    clock: FileClock,
    often: tuple[int, int],
    ear: Ear,
) -> None:
    """Let people work while the bot dies; once the tasks are there, let time run as well."""
    kills, jumps = often
    await victim.start()
    working = [asyncio.create_task(one.works()) for one in crowd]
    try:
        async with asyncio.timeout(_LIMIT):
            starting = asyncio.gather(*(one.starts() for one in crowd))
            await _dying(victim, kills // 2, ear.at_work, starting)
            await _dying(victim, kills - kills // 2, ear.at_work, _runs(clock, jumps, ear))
    finally:
        for each in working:
            each.cancel()
        await asyncio.gather(*working, return_exceptions=True)
    if victim.is_dead:
        await victim.start()


async def _dying(
    victim: Victim, kills: int, at_work: asyncio.Event, meanwhile: Awaitable[object]
) -> None:
    """Kill it so often while something else goes on."""
    killing = asyncio.create_task(victim.dies(kills, at_work))
    try:
        await meanwhile
        await asyncio.wait({killing}, timeout=PATIENCE)
    finally:
        killing.cancel()
        await asyncio.gather(killing, return_exceptions=True)
        if victim.is_dead:
            await victim.start()


async def _runs(clock: FileClock, jumps: int, ear: Ear) -> None:
    """Let time run in jumps; after each the bot may say something, and people do something."""
    for jump in range(jumps):
        clock.set(_later(clock.now(), _JUMPS[jump % len(_JUMPS)]))
        await ear.waits(_A_JUMP)
        await asyncio.sleep(_A_DEED)


def _later(now: datetime, by: timedelta) -> datetime:
    """Return so much later, at an hour at which the office is open."""
    calendar = office_calendar(_ZONE)
    return calendar.next_opening((now + by).astimezone(_ZONE)) + timedelta(minutes=1)


async def _settle(office: Office, clock: FileClock) -> None:
    """Wait until all that is due was said, and nothing is on its way any more.

    A minute on is told what could have been taken back so long.
    """
    clock.set(clock.now() + UNDO_TIME)
    async with asyncio.timeout(60):
        while await _is_busy(office):  # noqa: ASYNC110 - another process's database
            await asyncio.sleep(0.2)


async def _is_busy(office: Office) -> bool:
    async with office.unit_of_work(writing=False) as work:
        now = office.clock.now()
        due = await work.reminders.is_due(now, about=SUBJECT)
        states = {count.state for count in await work.outbox.counts()}
        waiting = await work.inbox.counts(now - timedelta(days=99))
    on_its_way = states & {OutboxState.QUEUED, OutboxState.SENDING}
    return due or bool(on_its_way) or bool(waiting.waiting)


async def _outcome(
    office: Office, account: Account, crowd: list[Official], kills: int, seconds: float
) -> Outcome:
    tasks, done, states = await _kept(office)
    found = Counter(task.name for task in tasks)
    wanted = {name for one in crowd for name in one.confirmed | one.told}
    names = {str(task.id): task.name for task in tasks}
    account = replace(account, names=names)
    steps_done = {(names[str(task)], step) for task, step in done}
    return Outcome(
        seconds=seconds,
        kills=kills,
        tasks=len(tasks),
        steps_done=len(done),
        reminders=len(account.queued),
        uncertain=states[OutboxState.UNCERTAIN],
        presses=sum(one.presses for one in crowd),
        days=(office.clock.now() - _BEGIN.astimezone(UTC)) / timedelta(days=1),
        missing=tuple(sorted(wanted - set(found))),
        doubled=tuple(name for name, times in found.items() if times > 1),
        forgotten=tuple(sorted(map(str, account.called_done() - steps_done))),
        repeated=tuple(str(step) for step, times in done.items() if times > 1),
        lost=account.lost(),
        echoes=account.doubled(),
    )


async def _kept(
    office: Office,
) -> tuple[list[Task], Counter[tuple[int, str]], Counter[OutboxState]]:
    """Return the tasks, how often each of their steps was done, and the messages by state."""
    async with office.unit_of_work(writing=False) as work:
        tasks = [*await work.tasks.open(), *await work.tasks.ended(1000)]
        lines = [line for task in tasks for line in await work.tasks.history(task.id)]
        states = Counter({c.state: c.count for c in await work.outbox.counts()})
    done = Counter((x.task_id, str(x.data["step"])) for x in lines if x.act is TaskAct.DONE)
    return tasks, done, states
