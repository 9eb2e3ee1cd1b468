"""What services need of the store for tasks, as Protocols; see `bot.services.ports`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Protocol

from bot.domain.tasks.task import Task, TaskLine


class Tasks(Protocol):
    """Tasks with what has become of their steps, their history and their editions."""

    async def add(self, task: Task) -> int:
        """Keep a new task; its `id` is given by the store and returned.

        Raises DomainError("task.started_already") if its draft was started before.
        """
        ...

    async def get(self, task_id: int) -> Task | None:
        """Return a task."""
        ...

    async def many(self, ids: Collection[int]) -> Mapping[int, Task]:
        """Return tasks by id, those that there are."""
        ...

    async def by_draft(self, draft: str) -> Task | None:
        """Return the task that a draft has become."""
        ...

    async def open(self) -> tuple[Task, ...]:
        """Return all tasks that are neither finished nor cancelled, oldest first."""
        ...

    async def reckoned_otherwise(self, calendar: str, limit: int) -> tuple[Task, ...]:
        """Return running tasks whose outlook rests on another calendar than this one, by mark."""
        ...

    async def ended(self, limit: int = 50) -> tuple[Task, ...]:
        """Return tasks that are finished or cancelled, the latest changed first."""
        ...

    async def finished_between(
        self, since: datetime, until: datetime, limit: int
    ) -> tuple[Task, ...]:
        """Return the latest tasks that were finished in that time, `until` excluded."""
        ...

    async def save(self, task: Task) -> None:
        """Overwrite a task and the facts about its steps; its version goes up by one.

        Commit raises DomainError("task.changed_meanwhile") if the stored version is another.
        """
        ...

    async def append(self, line: TaskLine) -> None:
        """Add a line to the history."""
        ...

    async def history(self, task_id: int) -> tuple[TaskLine, ...]:
        """Return the history, oldest first."""
        ...

    async def keep_edition(self, key: str, standard: str, model: Mapping[str, Any]) -> None:
        """Keep a standard's model under its key, unless it is there."""
        ...

    async def edition(self, key: str) -> Mapping[str, Any] | None:
        """Return the model that was kept under a key."""
        ...
