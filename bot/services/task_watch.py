"""Time passing over tasks: reminders of steps, and the part of tasks in a morning's overview.

Run again and again by the housekeeping. In working hours only; each thing is claimed in the unit
of work that queues its message, so it is said once, by one process.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.clock import Clock
from bot.domain.directory import Directory
from bot.domain.reminders import Reminder
from bot.domain.tasks.agenda import SOON, Morning, TaskSaid, When, agenda_line, said_of
from bot.domain.tasks.doers import Crew
from bot.domain.tasks.ladder import SUBJECT, Rung
from bot.domain.tasks.steps import step_of
from bot.domain.tasks.task import TaskState
from bot.domain.working_time.calendar import WorkingCalendar
from bot.services.ports import DirectoryFinder, UnitOfWork, UnitOfWorkFactory
from bot.services.task_alarms import newest
from bot.services.task_reckoning import RECKONED
from bot.services.task_standing_in import gone_of_late, plan_standing_in
from bot.services.tasks import PostNames, Tasks
from bot.services.tasks_ahead import TasksAhead
from bot.services.ticket_watch import MORNING

_log = logging.getLogger(__name__)
TellTasks: TypeAlias = Callable[[UnitOfWork, int, Sequence[TaskSaid]], Awaitable[None]]
_AT_ONCE = 200


class TaskWatch:
    """Says in time what is to be said about tasks."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        tasks: Tasks,
        directory: DirectoryFinder,
    ) -> None:
        """Work on a store; who is told how is given to `round`."""
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._tasks = tasks
        self._directory = directory
        self._ahead = TasksAhead(unit_of_work)
        self._next_day: datetime | None = None

    async def get_ready(self) -> None:
        """Before the first round of a day: read what the morning's overview is about.

        That is much at once, so it is read in portions; others are served in between.
        """
        now = self._clock.now()
        if self._next_day is not None and now < self._next_day:
            return
        async with self._unit_of_work(writing=False) as work:
            calendar = await self._tasks.calendar(work)
            if not calendar.is_open(now):
                return
            due = await work.reminders.due(now, about=SUBJECT)
            steps = await _to_tell(work, due, calendar, now)
        midnight = calendar.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        self._next_day = midnight + timedelta(days=1)
        await self._ahead.read({task for task, _ in steps} | {_task_id(row) for row in due})

    async def round(self, say: TellTasks) -> None:
        """Say what is due; while a morning's overview is still to come, that says it."""
        now = self._clock.now()
        if await self._is_anything_due(now):
            await self._round(say, now)
        self._ahead.forget()

    async def _round(self, say: TellTasks, now: datetime) -> None:
        async with self._unit_of_work(writing=False) as work:
            if not (await self._tasks.calendar(work)).is_open(now) or await _waits(work, now):
                return
        await plan_standing_in(self._unit_of_work, self._tasks, self._directory, now)
        async with self._unit_of_work() as work:
            due = () if await _waits(work, now) else await _claimed(work, now)
            if due:
                office = await self._directory(work)
                for person_id, lines in (await self._hints(work, due, office, now)).items():
                    await say(work, person_id, lines)
            await work.commit()

    async def _is_anything_due(self, now: datetime) -> bool:
        """Look without writing, for mostly there is nothing."""
        async with self._unit_of_work(writing=False) as work:
            due = await work.reminders.is_due(now, about=SUBJECT)
            return due or bool(await gone_of_late(work, now))

    async def morning(
        self, work: UnitOfWork, office: Directory, now: datetime
    ) -> Mapping[int, Morning]:
        """Return what each person is told this morning, and claim what is due with it."""
        found: defaultdict[int, Morning] = defaultdict(Morning)
        due = await _claimed(work, now)
        for person_id, lines in (await self._hints(work, due, office, now)).items():
            found[person_id].said.extend(lines)
        calendar, names = await self._tasks.calendar(work), PostNames(office, now)
        if await work.tasks.reckoned_otherwise(await self._tasks.mark(work), 1):
            await work.settings.set(RECKONED, None, now, None)  # kept while the calendar changed
        steps = await _to_tell(work, due, calendar, now)
        tasks = await self._ahead.many(work, {task_id for task_id, _ in steps})
        for task_id, number in steps:
            task = tasks.get(task_id)
            if task is None or task.state is not TaskState.RUNNING or task.start > now:
                continue
            crew = Crew(task, await self._tasks.edition(work, task), office, now, names)
            step = step_of(crew.standard, number)
            if step is None or number not in task.outlook.turns:
                continue
            line = agenda_line(task, step, calendar, now)
            if line.when is When.LATE and not (await self._tasks.ladder(work, task)).late:
                continue
            for doer in crew.doers(number):
                found[doer.person_id].lines.append(line)
        return found

    async def _hints(
        self, work: UnitOfWork, due: Sequence[Reminder], office: Directory, now: datetime
    ) -> Mapping[int, list[TaskSaid]]:
        """Gather all hints for one person."""
        found: defaultdict[int, list[TaskSaid]] = defaultdict(list)
        names = PostNames(office, now)
        rows = newest(due)
        known = await self._ahead.many(work, {_task_id(row) for row in rows})
        for reminder in rows:
            task = known.get(_task_id(reminder))
            if task is None:
                continue
            crew = Crew(task, await self._tasks.edition(work, task), office, now, names)
            step = step_of(crew.standard, str(reminder.data["step"]))
            for said in said_of(reminder, crew, step) if step is not None else ():
                found[said.person_id].append(replace(said, planned=reminder.due_at))
        return found


async def _to_tell(
    work: UnitOfWork, due: Sequence[Reminder], calendar: WorkingCalendar, now: datetime
) -> list[tuple[int, str]]:
    """Return the steps that a morning may tell: due soon or late, and those that just began."""
    until = calendar.add_working_days(calendar.closing_until(calendar.local(now).date()), SOON + 1)
    turning = [(one.task_id, one.step) for one in await work.open_steps.turning(now, until)]
    begun = [
        (_task_id(row), str(row.data["step"]))
        for row in due
        if Rung(row.rung) in (Rung.BEGIN, Rung.TAKEN)
    ]
    return list(dict.fromkeys((*turning, *begun)))


async def _waits(work: UnitOfWork, now: datetime) -> bool:
    """Tell whether a morning's overview is still to come, which says all that is due with it."""
    return any(row.due_at <= now for row in await work.reminders.pending(MORNING))


async def _claimed(work: UnitOfWork, now: datetime) -> list[Reminder]:
    """Take all that is due."""
    found: list[Reminder] = []
    while some := await work.reminders.claim(now, _AT_ONCE, about=SUBJECT):
        found += some
    return found


def _task_id(row: Reminder) -> int:
    return int(row.data["task"])
