"""What is to be said at a time, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Integer,
    Row,
    Select,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy.sql.dml import ReturningUpdate

from bot.domain.reminders import Reminder
from bot.storage.conditions import is_state
from bot.storage.ticket_tables import ReminderRow
from bot.storage.transaction import Transaction, insert_or_replace

_reminder = ReminderRow.table()
_FIELDS = ("key", "subject", "rung", "due_at", "data")
_COLUMNS = tuple(_reminder.c[name] for name in _FIELDS)


class _State(StrEnum):
    PENDING = "pending"
    SAID = "said"
    CANCELLED = "cancelled"


class SqlReminders:
    """Reminders of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def plan(self, reminders: Sequence[Reminder]) -> None:
        """Keep reminders; what was said under a key is not said again."""
        state = {"state": _State.PENDING.value}
        rows = [{name: getattr(row, name) for name in _FIELDS} | state for row in reminders]
        if rows:
            self._transaction.write(_plan(self._transaction.dialect), rows)

    async def cancel(self, subject: str) -> None:
        """Let nothing that is still to be said about a subject be said."""
        values = {"wanted": subject, "state": _State.CANCELLED.value}
        self._transaction.write(_CANCEL, values)

    async def claim(
        self, now: datetime, limit: int = 100, *, about: str = ""
    ) -> tuple[Reminder, ...]:
        """Take what is due, oldest first, as said; undone if the unit does not commit.

        With `about`, only subjects that begin so.
        """
        take, values = _take(about), {"now": now, "most": limit}

        return await self._taken(take, values)

    async def take(self, subject: str, now: datetime) -> tuple[Reminder, ...]:
        """Take all that is still to be said about a subject, due or not, as said."""
        return await self._taken(_TAKE_ALL, {"wanted": subject, "now": now})

    async def is_due(self, now: datetime, *, about: str = "") -> bool:
        """Tell whether there is something to claim, without claiming it."""
        wanted, values = _any_due(about), {"now": now}
        found = await self._transaction.read(lambda c: c.execute(wanted, values).first())
        return found is not None

    async def due(self, now: datetime, *, about: str = "") -> tuple[Reminder, ...]:
        """Return what there is to claim, without claiming it."""
        wanted, values = _all_due(about), {"now": now}

        def query(connection: Connection) -> tuple[Reminder, ...]:
            return tuple(_reminder_of(row) for row in connection.execute(wanted, values))

        return await self._transaction.read(query)

    async def next_due(self, now: datetime) -> datetime | None:
        """Return when the next one is due, or None."""
        first = select(func.min(_reminder.c.due_at)).where(_PENDING)
        found: datetime | None = await self._transaction.read(lambda c: c.execute(first).scalar())
        return None if found is None else max(found, now)

    async def _taken(
        self, take: ReturningUpdate[Any], values: Mapping[str, object]
    ) -> tuple[Reminder, ...]:
        def query(connection: Connection) -> tuple[Reminder, ...]:
            found = connection.execute(take, values)
            rows = sorted(found, key=lambda row: (row.due_at, row.id))
            return tuple(_reminder_of(row) for row in rows)

        return await self._transaction.read(query)

    async def is_pending(self, about: str) -> bool:
        """Tell whether anything is still to be said about subjects that begin so."""
        wanted = select(_reminder.c.id).where(_PENDING, _reminder.c.subject.startswith(about))
        found = await self._transaction.read(lambda c: c.execute(wanted.limit(1)).scalar())
        return found is not None

    async def pending(self, subject: str) -> tuple[Reminder, ...]:
        """Return what is still to be said about a subject."""

        def query(connection: Connection) -> tuple[Reminder, ...]:
            found = connection.execute(_PENDING_ABOUT, {"wanted": subject})
            return tuple(_reminder_of(row) for row in found)

        return await self._transaction.read(query)


def _reminder_of(row: Row[*tuple[Any, ...]]) -> Reminder:
    return Reminder(**{name: row._mapping[name] for name in _FIELDS})


@cache
def _plan(dialect: str) -> Insert:
    """Return an INSERT that also takes up again what was only cancelled."""
    replaced = ("rung", "due_at", "data", "state")
    was_cancelled = is_state(_reminder.c.state, _State.CANCELLED)
    return insert_or_replace(dialect, _reminder, "key", replaced=replaced, when=was_cancelled)


@cache
def _any_due(about: str) -> Select[tuple[int]]:
    """Return a query for one thing that is due."""
    return select(_reminder.c.id).where(*_is_due(about)).limit(1)


@cache
def _all_due(about: str) -> Select[*tuple[Any, ...]]:
    """Return a query for all that is due."""
    order = _reminder.c.due_at, _reminder.c.id
    return select(*_COLUMNS).where(*_is_due(about)).order_by(*order)


def _is_due(about: str) -> tuple[ColumnElement[bool], ...]:
    return _PENDING, _reminder.c.due_at <= _NOW, _reminder.c.subject.startswith(about)


@cache
def _take(about: str) -> ReturningUpdate[Any]:
    """Return an UPDATE that takes what is due; `most` of it."""
    due = (
        select(_reminder.c.id)
        .where(*_is_due(about))
        .order_by(_reminder.c.due_at, _reminder.c.id)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
    )
    return (
        update(_reminder)
        .where(_reminder.c.id.in_(due.scalar_subquery()))
        .values(state=_State.SAID.value, done_at=_NOW)
        .returning(_reminder.c.id, *_COLUMNS)
    )


_NOW = bindparam("now", type_=_reminder.c.due_at.type)
_PENDING = is_state(_reminder.c.state, _State.PENDING)
_CANCEL = update(_reminder).where(_PENDING, _reminder.c.subject == bindparam("wanted"))
_TAKE_ALL = (
    update(_reminder)
    .where(_PENDING, _reminder.c.subject == bindparam("wanted"))
    .values(state=_State.SAID.value, done_at=_NOW)
    .returning(_reminder.c.id, *_COLUMNS)
)
_PENDING_ABOUT = (
    select(*_COLUMNS)
    .where(_PENDING, _reminder.c.subject == bindparam("wanted"))
    .order_by(_reminder.c.due_at, _reminder.c.id)
)
