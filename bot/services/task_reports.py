"""What tasks come to for who leads a unit: times of the finished ones, and who is late now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain.directory import Directory
from bot.domain.tasks.agenda import AgendaLine, agenda_line
from bot.domain.tasks.doers import Crew
from bot.domain.tasks.duties import plan_of_task
from bot.domain.tasks.steps import step_of
from bot.domain.tasks.task import Task
from bot.domain.tasks.times import StandardTimes, StepTime, summed, times_of
from bot.services.ports import UnitOfWork
from bot.services.task_parts import TaskParts
from bot.services.tasks import PostNames, Tasks

SHOWN = 24
"""Late steps that are looked at, the latest first; the others are counted."""

MOST = 300
"""The latest so many finished tasks of a time are looked at."""


@dataclass(frozen=True, slots=True)
class Lateness:
    """A step that is late, and who has it."""

    line: AgendaLine
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TaskFigures:
    """What tasks come to: of each standard the times, and of those under way what is late.

    `late` holds the first of `late_count` steps, the latest first.
    """

    standards: tuple[StandardTimes, ...] = ()
    running: int = 0
    late: tuple[Lateness, ...] = ()
    late_count: int = 0


class TaskReports:
    """Sums tasks up."""

    def __init__(self, tasks: Tasks) -> None:
        """Look at tasks through their one door."""
        self._tasks = tasks
        self._parts = TaskParts(tasks)

    async def figures(
        self,
        work: UnitOfWork,
        office: Directory,
        posts: Collection[str],
        span: tuple[datetime, datetime],
        now: datetime,
    ) -> TaskFigures:
        """Return the figures of tasks that these posts answer for, finished within the time."""
        names = PostNames(office, now)
        ended = [
            crew
            for task in await work.tasks.finished_between(*span, MOST)
            if _answers(crew := await self._crew(work, task, office, names, now), posts)
        ]
        about = await self._parts.answering(work, frozenset(posts), office, now)
        running, count, steps = await work.open_steps.answered(about, now, SHOWN)
        tasks = await work.tasks.many({step.task_id for step in steps})
        calendar = await self._tasks.calendar(work)
        late = {}
        for one in steps:
            crew = await self._crew(work, tasks[one.task_id], office, names, now)
            step = step_of(crew.standard, one.step)
            if step is not None:
                line = agenda_line(crew.task, step, calendar, now)
                people = tuple(doer.person_id for doer in crew.doers(one.step))
                late[one.task_id, one.step] = Lateness(line, people)
        return TaskFigures(
            await self._by_standard(work, ended), running, tuple(late.values()), count
        )

    async def times(self, work: UnitOfWork, task: Task) -> tuple[StepTime, ...]:
        """Return what the steps of one task took so far."""
        calendar = await self._tasks.calendar(work)
        plan = plan_of_task(task, await self._tasks.edition(work, task), calendar)
        return times_of(plan, calendar)

    async def _by_standard(
        self, work: UnitOfWork, crews: Collection[Crew]
    ) -> tuple[StandardTimes, ...]:
        found: dict[str, list[tuple[StepTime, ...]]] = {}
        titles = {crew.task.standard: crew.task.title for crew in crews}
        for crew in crews:
            times = await self.times(work, crew.task)
            found.setdefault(crew.task.standard, []).append(times)
        return tuple(summed(key, titles[key], tasks) for key, tasks in found.items())

    async def _crew(
        self, work: UnitOfWork, task: Task, office: Directory, names: PostNames, now: datetime
    ) -> Crew:
        return Crew(task, await self._tasks.edition(work, task), office, now, names)


def _answers(crew: Crew, posts: Collection[str]) -> bool:
    """Tell whether one of the posts answers for a task: by the standard, or as its starter's."""
    office, now = crew.office, crew.now
    own = (crew.responsible(), crew.task.post)
    return any(post is not None and office.present(post, now) in posts for post in own)
