"""Who blocks the bot is found out by writing to him: then others are told of his steps, once.

The row that says so has a key of its own for step and people, so looking again repeats nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from bot.domain.directory import Directory
from bot.domain.reminders import Reminder
from bot.domain.tasks.doers import Crew
from bot.domain.tasks.ladder import Gap, taken
from bot.domain.tasks.rungs import LadderRules
from bot.domain.tasks.task import Task
from bot.domain.working_time.calendar import WorkingCalendar
from bot.services.ports import DirectoryFinder, UnitOfWork, UnitOfWorkFactory
from bot.services.tasks import PostNames, Tasks

LOOKED = "tasks_unreachable"
"""The office setting that tells until when was looked for people who went out of reach."""

_OVERLAP = timedelta(minutes=1)  # another process may note somebody with an earlier time, later
_PORTION = 50  # tasks in one unit of work, so that nobody waits long for it
_AT_FIRST = timedelta(days=30)


async def gone_of_late(work: UnitOfWork, now: datetime) -> frozenset[int]:
    """Return who went out of reach since the last time."""
    last = (await work.settings.all()).get(LOOKED)
    since = datetime.fromisoformat(last) - _OVERLAP if last else now - _AT_FIRST
    return await work.people.unreachable_after(since)


async def plan_standing_in(
    unit_of_work: UnitOfWorkFactory, tasks: Tasks, directory: DirectoryFinder, now: datetime
) -> None:
    """Plan what others are told in place of people who went out of reach since the last time.

    A portion of the tasks at a time; if it breaks off, all are looked at again.
    """
    async with unit_of_work(writing=False) as work:
        gone = await gone_of_late(work, now)
        ids = await work.tasks.under_way(now) if gone else ()
    if not gone:
        return
    for first in range(0, len(ids), _PORTION):
        async with unit_of_work() as work:
            some = await work.tasks.many(ids[first : first + _PORTION])
            await _plan(work, tasks, await directory(work), (some.values(), gone, now))
            await work.commit()
        await asyncio.sleep(0)
    async with unit_of_work() as work:
        await work.settings.set(LOOKED, now.isoformat(), now, None)
        await work.commit()


async def _plan(
    work: UnitOfWork,
    tasks: Tasks,
    office: Directory,
    about: tuple[Iterable[Task], frozenset[int], datetime],
) -> None:
    some, gone, now = about
    calendar, names = await tasks.calendar(work), PostNames(office, now)
    for task in some:
        crew = Crew(task, await tasks.edition(work, task), office, now, names)
        rules = await tasks.ladder(work, task)
        await work.reminders.plan(list(_rows(crew, gone, calendar, rules)))


def _rows(
    crew: Crew, gone: frozenset[int], calendar: WorkingCalendar, rules: LadderRules
) -> Iterator[Reminder]:
    """Yield a row for each step of which others are to hear than before."""
    before, task, now = crew.before(gone), crew.task, crew.now
    for number in task.outlook.turns:
        due = task.outlook.due.get(number)
        levels = [
            level
            for level, days in enumerate(rules.climbs(), 1)
            if due and days is not None and calendar.add_working_days(due, days) <= now
        ]
        told = [crew.doers(number) != before.doers(number)]
        told += [crew.above(number, level) != before.above(number, level) for level in levels]
        if any(told):
            yield taken(task.id, number, due, Gap(gone, now, tuple(levels)))
