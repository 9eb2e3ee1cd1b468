"""An office with many tasks under way, whose clock stands at a working hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.clock import FixedClock
from bot.domain.appointing import Appointment
from bot.domain.plans.model import PlanInputs
from bot.domain.posts import Holding
from bot.domain.reminders import Reminder
from bot.domain.tasks.calls import Starting
from bot.domain.tasks.ladder import Rung, subject_of
from bot.domain.tasks.parts import open_steps
from bot.domain.tasks.task import Outlook, Task
from bot.office import Office
from bot.services.ports import UnitOfWork

_NOW = datetime(2026, 10, 5, 2, 0, tzinfo=UTC)  # a Monday, 9 o'clock in Jakarta
_OWNER, _FIRST_HOLDER = 7000, 7001
_SPREAD = 60  # days over which the deadlines of the tasks lie
_A_UNIT = 500  # tasks kept in one unit of work


class Crowd:
    """The clock of that office, and how many lines its people have heard."""

    def __init__(self) -> None:
        self.clock = FixedClock(_NOW)
        self.heard = 0
        self._next = 0

    async def look(self, office: Office) -> None:
        """Do what the housekeeping does for tickets and tasks, with nobody to send to."""
        await office.task_reckoning.round(self._hear)
        await office.task_watch.get_ready()
        await office.ticket_watch.round(self._hear, self._hear_news, self._show)
        await office.task_watch.round(self._hear)

    async def let_come_due(self, office: Office, count: int) -> None:
        """Let so many reminders, each of another task, be due now."""
        async with office.unit_of_work() as work:
            tasks = await work.tasks.open()
            first = self._next
            some = [tasks[number % len(tasks)] for number in range(first, first + count)]
            rows = [_row(task, f"now:{first + n}", self.clock.now()) for n, task in enumerate(some)]
            self._next += count
            await work.reminders.plan(rows)
            await work.commit()

    async def _hear(self, work: UnitOfWork, person_id: int, lines: Sequence[object]) -> None:
        self.heard += len(lines)

    async def _hear_news(self, work: UnitOfWork, news: Sequence[object]) -> None:
        """Hear nothing: there are no tickets."""

    async def _show(self, *_: object) -> None:
        """Show nothing: there are no tickets."""


async def crowded(office: Office, crowd: Crowd, *, tasks: int, reminders: int) -> None:
    """Let so many tasks be under way, with so many reminders in the days to come."""
    await _appoint(office)
    first = await _first(office)
    a_task = max(reminders // tasks, 1)
    for start in range(0, tasks - 1, _A_UNIT):
        async with office.unit_of_work() as work:
            directory = await office.directory(work)
            view = await office.tasks.view(work, first.id, directory, _NOW)
            for number in range(start, min(start + _A_UNIT, tasks - 1)):
                outlook = _later(first.outlook, timedelta(days=number % _SPREAD))
                task = replace(first, draft=f"draft-{number}", version=1, outlook=outlook)
                task = replace(task, id=await work.tasks.add(task))
                crew = replace(view.crew, task=task)
                await work.open_steps.put(task.id, open_steps(crew))
                later = [crowd.clock.now() + timedelta(days=1 + n) for n in range(a_task)]
                await work.reminders.plan([_row(task, str(n), at) for n, at in enumerate(later)])
            await work.commit()


def _later(outlook: Outlook, by: timedelta) -> Outlook:
    return replace(outlook, due={step: at + by for step, at in outlook.due.items()})


async def _appoint(office: Office) -> None:
    async with office.unit_of_work() as work:
        directory = await office.posts.directory(work)
        for person, post in enumerate(directory.posts, _FIRST_HOLDER):
            since = _NOW - timedelta(days=30)
            held = Appointment(post, "Nama", Holding.DEFINITIVE, since, person_id=person)
            await office.appointments.appoint(work, held, _NOW)
        await work.commit()


async def _first(office: Office) -> Task:
    """Start one real task of the standard with the most steps."""
    standards = office.finders.standards.values()
    longest = max(standards, key=lambda one: len(list(one.walk_steps())))
    starting = Starting("draft", "Tugas", longest, PlanInputs(_NOW), _OWNER)
    async with office.unit_of_work() as work:
        directory = await office.directory(work)
        change = await office.tasks.start(work, starting, directory, _NOW)
        await work.commit()
    return change.task


def _row(task: Task, mark: str, at: datetime) -> Reminder:
    step = task.outlook.turns[0]
    due = task.outlook.due.get(step)
    data = {"task": task.id, "step": step, "due": due.isoformat() if due else None}
    subject = subject_of(task.id)
    return Reminder(f"{subject}:{step}:{mark}", subject, Rung.DUE.value, at, data)
