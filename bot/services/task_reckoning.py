"""A changed calendar or ladder: running tasks are reckoned anew, whom it concerns is told once.

Nobody has to say that it changed: each round compares the mark of both with the last one.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeAlias

from bot.clock import Clock
from bot.domain.errors import DomainError
from bot.domain.office_rules import OfficeRules, reckoning_mark
from bot.domain.tasks.news import TaskNews
from bot.services.ports import DirectoryFinder, UnitOfWork, UnitOfWorkFactory
from bot.services.tasks import Tasks

_log = logging.getLogger(__name__)
TellMoved: TypeAlias = Callable[[UnitOfWork, int, Sequence[TaskNews]], Awaitable[None]]

RECKONED = "tasks_calendar"
"""The office setting that holds the mark of the calendar by which all tasks are reckoned."""

_AT_ONCE = 50


class TaskReckoning:
    """Follows the office's calendar."""

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

    async def round(self, tell: TellMoved) -> None:
        """Reckon anew what rests on another calendar; `tell` says to one person what moved.

        Outside working hours nothing is said, so nothing is done yet.
        """
        while await self._has_changed():
            async with self._unit_of_work() as work:
                calendar = await self._tasks.calendar(work)
                if not calendar.is_open(self._clock.now()):
                    return
                mark = await self._tasks.mark(work)
                news = await self._some(work, mark)
                if news is None:
                    await work.settings.set(RECKONED, mark, self._clock.now(), None)
                for person_id, own in (news or {}).items():
                    await tell(work, person_id, own)
                await work.commit()

    async def _has_changed(self) -> bool:
        async with self._unit_of_work(writing=False) as work:
            settings = await work.settings.all()
        mark = reckoning_mark(OfficeRules.from_settings(settings))
        return bool(settings.get(RECKONED) != mark)

    async def _some(self, work: UnitOfWork, mark: str) -> Mapping[int, list[TaskNews]] | None:
        """Reckon some tasks anew and gather the news for each person; None if there are none."""
        now = self._clock.now()
        tasks = await work.tasks.reckoned_otherwise(mark, _AT_ONCE)
        if not tasks:
            return None
        office = await self._directory(work)
        news: defaultdict[int, list[TaskNews]] = defaultdict(list)
        for task in tasks:
            try:
                change = await self._tasks.reckon(work, task, office, now)
            except DomainError as error:  # its dates stay as they are, and the others go on
                _log.error("task %d cannot be reckoned anew: %s", task.id, error)
                await self._tasks.keep_mark(work, task)
                continue
            for one in change.news if change is not None else ():
                news[one.person_id].append(one)
        return news
