"""The open steps of tasks under way: whose they are and when they are due, found by indexes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
)

from bot.domain.tasks.parts import BY_TEXT, Answering, OpenStep, Part
from bot.domain.tasks.task import OPEN, TaskState
from bot.storage.task_tables import TaskOpenRow, TaskRow
from bot.storage.transaction import Transaction

_open, _task = TaskOpenRow.table(), TaskRow.table()
_COLUMNS = tuple(
    _open.c[name] for name in ("task_id", "step", "edition", "desk", "due_at", "is_turn")
)
_IS_TURN = _open.c.is_turn == literal_column("1")  # literal, as the partial index has it
_IS_OPEN = _task.c.state.in_([state.value for state in OPEN])
_RUNS = _task.c.state == TaskState.RUNNING.value


class SqlOpenSteps:
    """Open steps of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def put(self, task_id: int, steps: Sequence[OpenStep]) -> None:
        """Keep these open steps of a task in place of those that it had."""
        self._transaction.write(_FORGET, {"wanted": task_id})
        rows = [
            {column.name: getattr(step, column.name) for column in _COLUMNS}
            | {"is_turn": int(step.is_turn)}
            for step in steps
        ]
        if rows:
            self._transaction.write(_ADD, rows)

    async def editions(self) -> tuple[str, ...]:
        """Return the keys of the editions that tasks have, or had."""
        wanted = select(_task.c.edition).distinct()
        return await self._transaction.read(lambda c: tuple(c.execute(wanted).scalars()))

    async def desks(self) -> tuple[str, ...]:
        """Return the desks that tasks under way name themselves."""
        wanted = select(_open.c.desk).where(_open.c.desk > BY_TEXT).distinct()
        return await self._transaction.read(lambda c: tuple(c.execute(wanted).scalars()))

    async def tasks_of(self, part: Part, limit: int, skip: int = 0) -> tuple[int, tuple[int, ...]]:
        """Return how many tasks under way a person has part in, and some of them, oldest first."""
        seen = _IS_OPEN & or_(_own(part), _task.c.id.in_(select(_open.c.task_id).where(_his(part))))
        count = select(func.count()).select_from(_task).where(seen)
        some = select(_task.c.id).where(seen).order_by(_task.c.id).limit(limit).offset(skip)

        def query(connection: Connection) -> tuple[int, tuple[int, ...]]:
            found = connection.execute(count).scalar() or 0
            return found, tuple(connection.execute(some).scalars())

        return await self._transaction.read(query)

    async def ended_of(self, part: Part, limit: int) -> tuple[int, ...]:
        """Return the latest ended tasks that a person began or leads."""
        wanted = select(_task.c.id).where(~_IS_OPEN, _own(part))
        latest = wanted.order_by(_task.c.changed_at.desc(), _task.c.id.desc()).limit(limit)
        return await self._transaction.read(lambda c: tuple(c.execute(latest).scalars()))

    async def due_for(self, part: Part, until: datetime, limit: int) -> tuple[OpenStep, ...]:
        """Return a person's open steps that are due before then, and those without a deadline.

        Of tasks that he began all such steps: those that reach nobody are his.
        """
        own = _open.c.task_id.in_(
            select(_task.c.id).where(_IS_OPEN, _task.c.owner == part.person_id)
        )
        in_time = or_(_open.c.due_at.is_(None), _open.c.due_at < until)
        wanted = select(*_COLUMNS).where(or_(_his(part), own), in_time)
        return await self._some(wanted.order_by(_open.c.due_at, _open.c.id).limit(limit))

    async def turning(self, now: datetime, until: datetime) -> tuple[OpenStep, ...]:
        """Return the steps of running tasks whose turn it is and that are due before then."""
        begun = select(_task.c.id).where(_RUNS, _task.c.start <= now)
        wanted = select(*_COLUMNS).where(
            _IS_TURN, _open.c.due_at < until, _open.c.task_id.in_(begun)
        )
        return await self._some(wanted.order_by(_open.c.due_at, _open.c.id))

    async def answered(
        self, about: Answering, now: datetime, limit: int
    ) -> tuple[int, int, tuple[OpenStep, ...]]:
        """Return how many tasks run of those answered for, how many steps are late, and some.

        The latest late first.
        """
        theirs = or_(_task.c.edition.in_(about.editions), _task.c.post.in_(about.posts))
        running = select(func.count()).select_from(_task).where(_RUNS, theirs)
        late = _IS_TURN & (_open.c.due_at <= now)
        late &= _open.c.task_id.in_(select(_task.c.id).where(_RUNS, theirs))
        each = select(_open.c.task_id, _open.c.step).where(late).distinct().subquery()
        wanted = select(*_COLUMNS).where(late).order_by(_open.c.due_at, _open.c.id).limit(limit)

        def query(connection: Connection) -> tuple[int, int, tuple[OpenStep, ...]]:
            count = connection.execute(running).scalar() or 0
            lates = connection.execute(select(func.count()).select_from(each)).scalar() or 0
            return count, lates, _steps(connection, wanted)

        return await self._transaction.read(query)

    async def _some(self, wanted: Select[*tuple[Any, ...]]) -> tuple[OpenStep, ...]:
        return await self._transaction.read(lambda connection: _steps(connection, wanted))


def _steps(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> tuple[OpenStep, ...]:
    rows = (dict(row._mapping) for row in connection.execute(wanted))
    return tuple(OpenStep(**{**row, "is_turn": bool(row["is_turn"])}) for row in rows)


def _own(part: Part) -> ColumnElement[bool]:
    return or_(_task.c.owner == part.person_id, _task.c.edition.in_(part.leads))


def _his(part: Part) -> ColumnElement[bool]:
    """Tell that a row is at a desk of his, or is his by the text of its edition."""
    by_text = [
        and_(_open.c.desk == BY_TEXT, _open.c.edition == edition, _open.c.step.in_(steps))
        for edition, steps in part.steps.items()
        if steps
    ]
    return or_(_open.c.desk.in_(part.desks), *by_text)


_FORGET = delete(_open).where(_open.c.task_id == bindparam("wanted"))
_ADD = insert(_open)
