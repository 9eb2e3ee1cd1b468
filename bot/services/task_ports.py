"""What services need of the store for tasks, as Protocols; see `bot.services.ports`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.domain.tasks.parts import Answering, OpenStep, Part
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

    async def versions(self, ids: Collection[int]) -> Mapping[int, int]:
        """Return the versions of tasks by id, of those that there are."""
        ...

    async def by_draft(self, draft: str) -> Task | None:
        """Return the task that a draft has become."""
        ...

    async def open(self) -> tuple[Task, ...]:
        """Return all tasks that are neither finished nor cancelled, oldest first."""
        ...

    async def under_way(self, now: datetime) -> tuple[int, ...]:
        """Return the ids of running tasks that have begun, oldest first."""
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


class OpenSteps(Protocol):
    """The open steps of tasks under way, derived with each change of a task."""

    async def put(self, task_id: int, steps: Sequence[OpenStep]) -> None:
        """Keep these open steps of a task in place of those that it had."""
        ...

    async def editions(self) -> tuple[str, ...]:
        """Return the keys of the editions that tasks have, or had."""
        ...

    async def desks(self) -> tuple[str, ...]:
        """Return the desks that tasks under way name themselves."""
        ...

    async def tasks_of(self, part: Part, limit: int, skip: int = 0) -> tuple[int, tuple[int, ...]]:
        """Return how many tasks under way a person has part in, and some of them, oldest first."""
        ...

    async def ended_of(self, part: Part, limit: int) -> tuple[int, ...]:
        """Return the latest ended tasks that a person began or leads."""
        ...

    async def due_for(self, part: Part, until: datetime, limit: int) -> tuple[OpenStep, ...]:
        """Return a person's open steps that are due before then, and those without a deadline.

        Of tasks that he began all such steps: those that reach nobody are his.
        """
        ...

    async def turning(self, now: datetime, until: datetime) -> tuple[OpenStep, ...]:
        """Return the steps of running tasks whose turn it is and that are due before then."""
        ...

    async def answered(
        self, about: Answering, now: datetime, limit: int
    ) -> tuple[int, int, tuple[OpenStep, ...]]:
        """Return how many tasks run of those answered for, how many steps are late, and some.

        The latest late first.
        """
        ...
