"""Tasks, what has become of their steps, their history, and the editions that they run on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, fields, replace
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from sqlalchemy import Connection, Insert, Row, Select, bindparam, insert, select, update
from sqlalchemy.sql.dml import ReturningInsert

from bot.domain.errors import DomainError
from bot.domain.plans.model import Pause
from bot.domain.tasks.task import OPEN, Outlook, StepFact, Task, TaskAct, TaskLine, TaskState
from bot.storage.task_tables import EditionRow, TaskLineRow, TaskRow, TaskStepRow
from bot.storage.transaction import Transaction, insert_or_replace, insert_unless_known

_task, _step = TaskRow.table(), TaskStepRow.table()
_line, _edition = TaskLineRow.table(), EditionRow.table()
_FACTS = tuple(field.name for field in fields(StepFact))
_MOST_IDS = 500  # in one statement


class SqlTasks:
    """Tasks of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def add(self, task: Task) -> int:
        """Keep a new task; its `id` is given by the store and returned.

        Raises DomainError("task.started_already") if its draft was started before.
        """
        statement, values = _add(self._transaction.dialect), _values(task)
        del values["id"]
        found: int | None = await self._transaction.read(
            lambda c: c.execute(statement, values).scalar()
        )
        if found is None:
            raise DomainError("task.started_already")
        return found

    async def get(self, task_id: int) -> Task | None:
        """Return a task."""
        return next(iter(await self._many(select(_task).where(_task.c.id == task_id))), None)

    async def many(self, ids: Collection[int]) -> Mapping[int, Task]:
        """Return tasks by id, those that there are."""
        found: dict[int, Task] = {}
        known = sorted(ids)
        for first in range(0, len(known), _MOST_IDS):
            wanted = select(_task).where(_task.c.id.in_(known[first : first + _MOST_IDS]))
            found |= {task.id: task for task in await self._many(wanted)}
        return found

    async def versions(self, ids: Collection[int]) -> Mapping[int, int]:
        """Return the versions of tasks by id, of those that there are."""
        found: dict[int, int] = {}
        known = sorted(ids)
        for first in range(0, len(known), _MOST_IDS):
            some = known[first : first + _MOST_IDS]
            wanted = select(_task.c.id, _task.c.version).where(_task.c.id.in_(some))
            found |= await self._transaction.read(partial(_versions, wanted))
        return found

    async def by_draft(self, draft: str) -> Task | None:
        """Return the task that a draft has become."""
        return next(iter(await self._many(select(_task).where(_task.c.draft == draft))), None)

    async def open(self) -> tuple[Task, ...]:
        """Return all tasks that are neither finished nor cancelled, oldest first."""
        states = [state.value for state in OPEN]
        return await self._many(select(_task).where(_task.c.state.in_(states)).order_by(_task.c.id))

    async def under_way(self, now: datetime) -> tuple[int, ...]:
        """Return the ids of running tasks that have begun, oldest first."""
        running = _task.c.state == TaskState.RUNNING.value
        wanted = select(_task.c.id).where(running, _task.c.start <= now).order_by(_task.c.id)
        return await self._transaction.read(lambda c: tuple(c.execute(wanted).scalars()))

    async def reckoned_otherwise(self, calendar: str, limit: int) -> tuple[Task, ...]:
        """Return running tasks whose outlook rests on another calendar than this one, by mark."""
        running = _task.c.state == TaskState.RUNNING.value
        wanted = select(_task).where(running, _task.c.calendar != calendar)
        return await self._many(wanted.order_by(_task.c.id).limit(limit))

    async def ended(self, limit: int = 50) -> tuple[Task, ...]:
        """Return tasks that are finished or cancelled, the latest changed first."""
        states = [state.value for state in TaskState if state not in OPEN]
        wanted = select(_task).where(_task.c.state.in_(states))
        latest = wanted.order_by(_task.c.changed_at.desc(), _task.c.id.desc())
        return await self._many(latest.limit(limit))

    async def finished_between(
        self, since: datetime, until: datetime, limit: int
    ) -> tuple[Task, ...]:
        """Return the latest tasks that were finished in that time, `until` excluded."""
        at = _task.c.changed_at
        finished = _task.c.state == TaskState.FINISHED.value
        wanted = select(_task).where(finished, at >= since, at < until)
        return await self._many(wanted.order_by(at.desc(), _task.c.id.desc()).limit(limit))

    async def save(self, task: Task) -> None:
        """Overwrite a task and the facts about its steps; its version goes up by one.

        Commit raises DomainError("task.changed_meanwhile") if the stored version is another.
        """
        values = _values(task)
        wanted = {"wanted": values.pop("id"), "known": values.pop("version")}
        refusal = DomainError("task.changed_meanwhile")
        values["version"] = task.version + 1
        self._transaction.write(_SAVE, {**wanted, **values}, refusal=refusal)
        rows = [{"task_id": task.id, **asdict(fact)} for fact in task.facts.values()]
        if rows:
            self._transaction.write(_put_steps(self._transaction.dialect), rows)

    async def append(self, line: TaskLine) -> None:
        """Add a line to the history."""
        self._transaction.write(_APPEND, asdict(line))

    async def history(self, task_id: int) -> tuple[TaskLine, ...]:
        """Return the history, oldest first."""
        wanted = select(_line).where(_line.c.task_id == task_id).order_by(_line.c.number)

        def query(connection: Connection) -> tuple[TaskLine, ...]:
            return tuple(_line_of(row) for row in connection.execute(wanted))

        return await self._transaction.read(query)

    async def keep_edition(self, key: str, standard: str, model: Mapping[str, Any]) -> None:
        """Keep a standard's model under its key, unless it is there."""
        values = {"key": key, "standard": standard, "model": dict(model)}
        self._transaction.write(_keep_edition(self._transaction.dialect), values)

    async def edition(self, key: str) -> Mapping[str, Any] | None:
        """Return the model that was kept under a key."""
        wanted = select(_edition.c.model).where(_edition.c.key == key)
        return await self._transaction.read(lambda c: c.execute(wanted).scalar())

    async def _many(self, wanted: Select[*tuple[Any, ...]]) -> tuple[Task, ...]:
        def query(connection: Connection) -> tuple[Task, ...]:
            tasks = [_task_of(row) for row in connection.execute(wanted)]
            facts = _facts_of(connection, [task.id for task in tasks])
            return tuple(replace(task, facts=facts.get(task.id, {})) for task in tasks)

        return await self._transaction.read(query)


def _versions(wanted: Select[tuple[int, int]], connection: Connection) -> dict[int, int]:
    return {row.id: row.version for row in connection.execute(wanted)}


def _facts_of(connection: Connection, ids: Collection[int]) -> dict[int, dict[str, StepFact]]:
    """Return the facts by task and step, for so many tasks at a time."""
    found: dict[int, dict[str, StepFact]] = {}
    known = list(ids)
    for first in range(0, len(known), _MOST_IDS):
        some = known[first : first + _MOST_IDS]
        wanted = select(_step).where(_step.c.task_id.in_(some)).order_by(_step.c.id)
        for row in connection.execute(wanted):
            values = {name: row._mapping[name] for name in _FACTS}
            fact = StepFact(**{**values, "desks": tuple(values["desks"])})
            found.setdefault(row.task_id, {})[fact.step] = fact
    return found


def _values(task: Task) -> dict[str, Any]:
    """Return the columns of a task."""
    values = {field.name: getattr(task, field.name) for field in fields(Task)}
    del values["facts"]
    return values | {
        "state": task.state.value,
        "counts": dict(task.counts),
        "choices": dict(task.choices),
        "events": {step: at.isoformat() for step, at in task.events.items()},
        "desks": {name: list(desks) for name, desks in task.desks.items()},
        "pauses": [[p.since.isoformat(), p.until.isoformat()] for p in task.pauses],
        "outlook": _outlook_data(task.outlook),
        "ladder": dict(task.ladder) or None,
        "invites": {digest: dict(one) for digest, one in task.invites.items()} or None,
    }


def _outlook_data(outlook: Outlook) -> dict[str, Any]:
    return {
        "due": {step: at.isoformat() for step, at in outlook.due.items()},
        "turns": list(outlook.turns),
        "finish": outlook.finish.isoformat() if outlook.finish else None,
    }


def _task_of(row: Row[*tuple[Any, ...]]) -> Task:
    values = dict(row._mapping)
    outlook = values["outlook"]
    return Task(
        **values
        | {
            "state": TaskState(values["state"]),
            "ladder": values["ladder"] or {},
            "invites": values["invites"] or {},
            "events": {step: _day_or_instant(text) for step, text in values["events"].items()},
            "desks": {name: tuple(desks) for name, desks in values["desks"].items()},
            "pauses": tuple(Pause(*map(datetime.fromisoformat, two)) for two in values["pauses"]),
            "outlook": Outlook(
                {step: datetime.fromisoformat(at) for step, at in outlook["due"].items()},
                tuple(outlook["turns"]),
                datetime.fromisoformat(outlook["finish"]) if outlook["finish"] else None,
            ),
        }
    )


def _day_or_instant(text: str) -> datetime | date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _line_of(row: Row[*tuple[Any, ...]]) -> TaskLine:
    names: Iterable[str] = (field.name for field in fields(TaskLine))
    values = {name: row._mapping[name] for name in names}
    return TaskLine(**{**values, "act": TaskAct(row.act)})


@cache
def _add(dialect: str) -> ReturningInsert[int]:
    return insert_unless_known(dialect, _task, "draft").returning(_task.c.id)


@cache
def _put_steps(dialect: str) -> Insert:
    replaced = tuple(name for name in _FACTS if name != "step")
    return insert_or_replace(dialect, _step, "task_id", "step", replaced=replaced)


@cache
def _keep_edition(dialect: str) -> Insert:
    return insert_unless_known(dialect, _edition, "key")


_SAVE = update(_task).where(
    _task.c.id == bindparam("wanted"), _task.c.version == bindparam("known")
)
_APPEND = insert(_line)
