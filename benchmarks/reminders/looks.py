"""What people look at: each look is timed as the chat makes it, without wording and sending."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from bot.domain.directory import Directory
from bot.office import Office
from bot.services.ports import UnitOfWork

A_PAGE, _STEPS = 8, 200
_WEEK, _MONTH = timedelta(days=7), timedelta(days=31)

Look = Callable[[Office, UnitOfWork, Directory, datetime], Awaitable[object]]


async def _tasks(office: Office, work: UnitOfWork, directory: Directory, now: datetime) -> object:
    part = await office.task_parts.of(work, _busiest(directory, now), directory, now)
    _, ids = await work.open_steps.tasks_of(part, A_PAGE)
    return await work.tasks.many(ids)


async def _week(office: Office, work: UnitOfWork, directory: Directory, now: datetime) -> object:
    part = await office.task_parts.of(work, _busiest(directory, now), directory, now)
    steps = await work.open_steps.due_for(part, now + _WEEK, _STEPS)
    return await work.tasks.many({step.task_id for step in steps})


async def _recap(office: Office, work: UnitOfWork, directory: Directory, now: datetime) -> object:
    posts, span = frozenset(directory.posts), (now - _MONTH, now)
    return await office.task_reports.figures(work, directory, posts, span, now)


async def _morning(office: Office, work: UnitOfWork, directory: Directory, now: datetime) -> object:
    return await office.task_watch.morning(work, directory, now)


def _busiest(directory: Directory, now: datetime) -> int:
    """Return the holder of the highest post, who sees the most."""
    highest = min(directory.posts, key=lambda post: len(list(directory.superiors(post, now))))
    return directory.reach(highest, now).person_id or 0


LOOKS: Mapping[str, tuple[Look, float]] = {
    "/tugas": (_tasks, 100.0),
    "/jadwal": (_week, 200.0),
    "/rekap": (_recap, 200.0),
    "morning's overview": (_morning, 1000.0),
}
"""What is looked at, and how many milliseconds of this process it may take."""
