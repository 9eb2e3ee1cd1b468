"""Tasks that are read before they are told of, so that telling of thousands holds nobody up.

Reading a task takes long beside asking whether it has changed; who writes waits only for that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping

from bot.domain.tasks.task import Task
from bot.services.ports import UnitOfWork, UnitOfWorkFactory

_PORTION = 50  # tasks that are read in one go, some 10 ms


class TasksAhead:
    """Holds tasks for one round."""

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        """Read from a store."""
        self._unit_of_work = unit_of_work
        self._known: dict[int, Task] = {}

    async def read(self, ids: Collection[int]) -> None:
        """Read tasks, giving way to others again and again."""
        wanted = sorted(ids)
        for first in range(0, len(wanted), _PORTION):
            async with self._unit_of_work(writing=False) as work:
                self._known |= await work.tasks.many(wanted[first : first + _PORTION])
            await asyncio.sleep(0)

    async def many(self, work: UnitOfWork, ids: Collection[int]) -> Mapping[int, Task]:
        """Return tasks as they are now; those that have changed meanwhile are read again."""
        ahead = self._known.keys() & set(ids)
        versions = await work.tasks.versions(ahead)
        known = ((key, self._known[key]) for key in ahead)
        same = {key: task for key, task in known if task.version == versions.get(key)}
        return {**same, **await work.tasks.many(set(ids) - same.keys())}

    def forget(self) -> None:
        """Let go of all."""
        self._known = {}
