"""An office with a task under way, whose time passes; what it says is heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.clock import FixedClock
from bot.domain.plans.model import PlanInputs
from bot.domain.posts import Absence, Holding, Post, Tenure
from bot.domain.tasks.agenda import TaskSaid
from bot.domain.tasks.calls import Starting, TaskCall
from bot.domain.tasks.news import TaskNews
from bot.domain.tasks.task import Task, TaskAct
from bot.services.deadlines import DeadlineSource
from bot.services.ports import UnitOfWork
from bot.services.posts import Offices
from bot.services.task_reckoning import TaskReckoning
from bot.services.task_watch import TaskWatch
from bot.services.tasks import TaskChange, Tasks
from bot.storage.unit_of_work import SqlUnitsOfWork
from knowledge.model import ServiceStandard
from tests.bot.domain.plans.planning import CALENDAR, WIB, at, standard_of, step

ADMIN, OWNER, KABAG, KABIRO, DEPUTY, KASUBBAG = 1, 901, 902, 903, 904, 905
POSTS = (
    Post("deputi-bidang-umum", "Deputi Bidang Umum", "deputi"),
    Post("kepala-biro-umum", "Kepala Biro Umum", "kepala_biro", superior="deputi-bidang-umum"),
    Post("kepala-bagian-izin", "Kepala Bagian Izin", "kepala_bagian", superior="kepala-biro-umum"),
    Post(
        "kepala-subbagian-surat",
        "Kepala Subbagian Surat",
        "kepala_subbagian",
        superior="kepala-bagian-izin",
    ),
)
HOLDERS = dict(zip([post.key for post in POSTS], (DEPUTY, KABIRO, KABAG, KASUBBAG), strict=True))
MONDAY = at("2026-10-05 07:30")


def izin() -> ServiceStandard:
    """Return a standard of three steps, each of another post."""
    actors = ("Kepala Subbagian Surat", "Kepala Bagian Izin", "Kepala Biro Umum")
    texts = ("Menyusun (2 hari)", "Memeriksa (1 hari)", "Menandatangani (2 jam)")
    steps = [
        replace(step(str(number), text), actors=(actor,))
        for number, (actor, text) in enumerate(zip(actors, texts, strict=True), 1)
    ]
    return replace(standard_of(*steps), responsible="Kepala Biro Umum", unit="Biro Umum")


class TaskOffice:
    """An office whose time passes, with the services that tasks need."""

    def __init__(self, unit_of_work: SqlUnitsOfWork) -> None:
        self.unit_of_work = unit_of_work
        self.clock = FixedClock(MONDAY)
        self.directory = Offices(unit_of_work, self.clock, (ADMIN,)).directory
        self.tasks = Tasks(DeadlineSource(WIB))
        watched = unit_of_work, self.clock, self.tasks, self.directory
        self.watch, self.reckoning = TaskWatch(*watched), TaskReckoning(*watched)
        self.moved: list[tuple[int, str, str, str]] = []
        self.heard: list[tuple[str, int, str, str]] = []

    async def open(self) -> None:
        async with self.unit_of_work() as work:
            await work.posts.put(POSTS)
            for post, person in HOLDERS.items():
                since = MONDAY - timedelta(days=30)
                tenure = Tenure(0, post, "Nama", Holding.DEFINITIVE, since, person_id=person)
                await work.posts.appoint(tenure)
            await work.commit()

    async def start(self, standard: ServiceStandard | None = None, **fields: Any) -> Task:
        inputs = PlanInputs(fields.pop("start", self.clock.now()))
        starting = _starting(standard or izin(), inputs, fields)
        async with self.unit_of_work() as work:
            office = await self.directory(work)
            change = await self.tasks.start(work, starting, office, self.clock.now())
            await work.commit()
        return change.task

    async def start_many(self, count: int) -> None:
        """Start tasks that are all alike, in one unit of work."""
        async with self.unit_of_work() as work:
            office, now = await self.directory(work), self.clock.now()
            for number in range(count):
                starting = _starting(izin(), PlanInputs(now), {"draft": str(number)})
                await self.tasks.start(work, starting, office, now)
            await work.commit()

    async def act(
        self, task: Task, act: TaskAct, by: int | None = OWNER, /, **fields: Any
    ) -> TaskChange:
        async with self.unit_of_work() as work:
            office = await self.directory(work)
            call = TaskCall(task.id, act, by, **fields)
            change = await self.tasks.act(work, call, office, self.clock.now())
            await work.commit()
        return change

    async def leave(self, person: int, substitute: int | None) -> None:
        async with self.unit_of_work() as work:
            now = self.clock.now()
            absence = Absence(0, person, now - timedelta(1), now + timedelta(9), substitute)
            await work.posts.leave(absence)
            await work.commit()

    async def until(self, moment: str, minutes: int = 10) -> None:
        """Let time pass until then, with a round each so many minutes while the office is open."""
        end = at(moment)
        while self.clock.now() < end:
            later = CALENDAR.next_opening(self.clock.now() + timedelta(minutes=minutes))
            self.clock.set(min(end, later))
            await self.round()

    async def round(self) -> None:
        await self.watch.round(self._say)

    async def _say(self, work: UnitOfWork, person_id: int, lines: Sequence[TaskSaid]) -> None:
        now = self.clock.now().astimezone(WIB).strftime("%d %H:%M")
        self.heard += [(now, person_id, said.step.number, said.rung.value) for said in lines]

    async def block(self, person: int) -> None:
        """Let somebody block the bot, as the sender finds out when it writes to him."""
        async with self.unit_of_work() as work:
            await work.people.set_unreachable(person, self.clock.now())
            await work.commit()

    async def close(self, *days: str) -> None:
        """Let the admin close the office on these days, and a round notice it."""
        async with self.unit_of_work() as work:
            closed = {"closed": dict.fromkeys(days, "Tutup")}
            await work.settings.set("calendar", closed if days else None, self.clock.now(), 1)
            await work.commit()
        await self.reckoning.round(self._tell_moved)

    async def set_ladder(self, data: dict[str, Any] | None) -> None:
        """Let the admin set the office's ladder, and a round notice it."""
        async with self.unit_of_work() as work:
            await work.settings.set("ladder", data, self.clock.now(), 1)
            await work.commit()
        await self.reckoning.round(self._tell_moved)

    async def _tell_moved(self, work: UnitOfWork, person: int, news: Sequence[TaskNews]) -> None:
        for one in (moved for told in news for moved in told.moved):
            assert one.old is not None
            assert one.new is not None
            old, new = (at.astimezone(WIB).strftime("%d %H:%M") for at in (one.old, one.new))
            self.moved.append((person, one.step, old, new))

    async def pending(self, task: Task) -> dict[str, datetime]:
        async with self.unit_of_work(writing=False) as work:
            rows = await work.reminders.pending(f"task:{task.id}")
        return {f"{row.data['step']}:{row.rung}": row.due_at for row in rows}


def _starting(standard: ServiceStandard, inputs: PlanInputs, fields: dict[str, Any]) -> Starting:
    given = {"draft": "d", "name": "Izin A", "owner": OWNER, "inputs": inputs, **fields}
    return Starting(standard=standard, **given)
