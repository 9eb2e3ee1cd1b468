"""Outgoing messages: queued with the change that causes them, claimed by one sender each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Insert,
    Select,
    Update,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)

from bot.domain.errors import DomainError
from bot.domain.messages import ClaimedMessage, MessageCount, OutboxState, Outcome, Outgoing
from bot.storage.conditions import is_state
from bot.storage.tables import OutboxRow
from bot.storage.transaction import Transaction, insert_unless_known

_outbox = OutboxRow.table()
_earlier = _outbox.alias("earlier")


class SqlOutbox:
    """Messages of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Begin with nothing queued by this unit."""
        self._transaction = transaction
        self.has_news = False

    async def queue(self, message: Outgoing, now: datetime) -> None:
        """Queue a message; it goes out only if the unit commits. A known dedupe_key is dropped."""
        row = {
            "chat_id": message.chat_id,
            "method": message.method,
            "payload": message.payload,
            "priority": message.priority,
            "state": OutboxState.QUEUED,
            "attempts": 0,
            "not_before": message.not_before,
            "dedupe_key": message.dedupe_key,
            "created_at": now,
            "update_id": message.update_id,
            "due_at": message.due_at,
        }
        self._transaction.write(_queue(self._transaction.dialect), row)
        self.has_news = True

    async def claim(
        self, limit: int, now: datetime, lease: timedelta, *, held: Collection[int] = ()
    ) -> tuple[ClaimedMessage, ...]:
        """Claim what may go now, at most one a chat; see `bot.services.ports.Outbox`."""
        values = {"now": now, "until": now + lease, "limit": limit}

        statement = _claim(self._transaction.dialect, holding=bool(held))

        def claim(connection: Connection) -> tuple[ClaimedMessage, ...]:
            rows: Iterable[Any]
            if held:  # a list of any length, which SQLAlchemy writes out anew each time
                rows = connection.execute(statement, {**values, "held": sorted(held)})
            else:
                rows = self._transaction.statements.rows(connection, statement, values)
            claimed = (ClaimedMessage(*row) for row in rows)
            return tuple(sorted(claimed, key=lambda message: (message.priority, message.id)))

        return await self._transaction.read(claim)

    async def settle(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Note what came of claimed messages."""
        rows = [
            {
                "id_": outcome.id,
                "state": outcome.state,
                "telegram_message_id": outcome.telegram_message_id,
                "error": outcome.error,
                "not_before": outcome.not_before,
                "lease_until": None,
                "sent_at": now if outcome.state is OutboxState.SENT else None,
            }
            for outcome in outcomes
        ]
        if rows:
            self._transaction.write(_SETTLE, rows)

    async def expire(self, now: datetime, *, all_leases: bool = False) -> int:
        """Turn messages whose sender vanished into uncertain ones; return how many."""
        lost = update(_outbox).where(is_state(_outbox.c.state, OutboxState.SENDING))
        if not all_leases:
            lost = lost.where(_outbox.c.lease_until <= now)
        lost = lost.values(state=OutboxState.UNCERTAIN, lease_until=None, error="sender_lost")
        return await self._transaction.read(lambda c: c.execute(lost).rowcount)

    async def next_due(self, now: datetime) -> datetime | None:
        """Return when a queued message is next to go, or None if none is queued."""

        def find(connection: Connection) -> datetime | None:
            (row,) = self._transaction.statements.rows(connection, _NEXT_DUE, {"now": now})
            due: datetime | None = row.due
            return due

        return await self._transaction.read(find)

    async def sent_id(self, dedupe_key: str) -> int | None:
        """Return Telegram's number of a message that was sent, or None."""
        values = {"dedupe_key_": dedupe_key}
        return await self._transaction.read(lambda c: c.execute(_SENT_ID, values).scalar())

    async def is_known(self, dedupe_key: str) -> bool:
        """Tell whether a message of that key was queued, and not taken back since."""
        known = select(1).where(_outbox.c.dedupe_key == dedupe_key)
        return await self._transaction.read(lambda c: c.execute(known).first() is not None)

    async def cancel(self, dedupe_key: str, refusal: DomainError) -> None:
        """Take a queued message back; commit raises the refusal if it is not queued any more."""
        self._transaction.write(_CANCEL, {"dedupe_key_": dedupe_key}, refusal=refusal)

    async def counts(self, since: datetime | None = None) -> tuple[MessageCount, ...]:
        """Return how many messages are in each state, of those made since then."""
        query = (
            select(_outbox.c.state, func.count(), func.min(_outbox.c.created_at))
            .group_by(_outbox.c.state)
            .order_by(_outbox.c.state)
        )

        if since is not None:
            query = query.where(_outbox.c.created_at >= since)

        def count(connection: Connection) -> tuple[MessageCount, ...]:
            rows = connection.execute(query)
            return tuple(MessageCount(OutboxState(state), n, oldest) for state, n, oldest in rows)

        return await self._transaction.read(count)

    async def lateness(self, since: datetime) -> tuple[timedelta, ...]:
        """Return how long after its time each reminder was sent since then, the least late first.

        One that went out early is not late.
        """
        wanted = select(_outbox.c.sent_at, _outbox.c.due_at).where(
            _outbox.c.due_at.is_not(None), _outbox.c.sent_at >= since
        )

        def query(connection: Connection) -> tuple[timedelta, ...]:
            late = (sent - due for sent, due in connection.execute(wanted))
            return tuple(sorted(max(one, timedelta()) for one in late))

        return await self._transaction.read(query)

    async def purge(self, before: datetime) -> int:
        """Delete messages made before then that are not to be sent any more; return how many."""
        unsent = is_state(_outbox.c.state, OutboxState.QUEUED, OutboxState.SENDING)
        old = delete(_outbox).where(_outbox.c.created_at < before, ~unsent)
        return await self._transaction.read(lambda c: c.execute(old).rowcount)


_is_queued = is_state(_outbox.c.state, OutboxState.QUEUED)  # literal, as the partial index has it


_now = bindparam("now", type_=_outbox.c.not_before.type)


def _held_back() -> ColumnElement[bool]:
    """Tell that an earlier message of the chat is being sent, is due, or waits to be tried again.

    One that is planned for later and was never tried (a reminder of tomorrow) holds nothing back.
    """
    begun = or_(
        is_state(_earlier.c.state, OutboxState.SENDING),
        _earlier.c.attempts > 0,
        _earlier.c.not_before.is_(None),
        _earlier.c.not_before <= _now,
    )
    return (
        select(1)
        .where(
            _earlier.c.chat_id == _outbox.c.chat_id,
            _earlier.c.id < _outbox.c.id,
            is_state(_earlier.c.state, OutboxState.QUEUED, OutboxState.SENDING),
            begun,
        )
        .exists()
    )


def _due(*, holding: bool) -> Select[int]:
    due = select(_outbox.c.id).where(
        _is_queued,
        or_(_outbox.c.not_before.is_(None), _outbox.c.not_before <= _now),
        ~_held_back(),
    )
    if holding:
        held: BindParameter[int] = bindparam("held", expanding=True)
        due = due.where(or_(_outbox.c.chat_id.is_(None), _outbox.c.chat_id.not_in(held)))
    return due.order_by(_outbox.c.priority, _outbox.c.id).limit(bindparam("limit"))


@cache
def _claim(dialect: str, *, holding: bool) -> Update:
    """Return the statement that claims: SQLite has the only writer, PostgreSQL skips locked rows.

    There the rows are found in a materialized part: the planner may run a plain sub-select
    again, and lock more than the limit.
    """
    due = _due(holding=holding)
    if dialect == "postgresql":
        due = due.with_for_update(skip_locked=True, of=_outbox)
        found = due.cte("due").prefix_with("MATERIALIZED")
        chosen: Any = select(found.c.id)
    else:
        chosen = due
    return (
        update(_outbox)
        .where(_outbox.c.id.in_(chosen))
        .values(
            state=OutboxState.SENDING,
            attempts=_outbox.c.attempts + 1,
            lease_until=bindparam("until", type_=_outbox.c.lease_until.type),
        )
        .returning(
            _outbox.c.id,
            _outbox.c.chat_id,
            _outbox.c.method,
            _outbox.c.payload,
            _outbox.c.priority,
            _outbox.c.attempts,
            _outbox.c.update_id,
        )
    )


@cache
def _queue(dialect: str) -> Insert:
    return insert_unless_known(dialect, _outbox, "dedupe_key")


_NEXT_DUE = select(
    func.min(func.coalesce(_outbox.c.not_before, _outbox.c.created_at)).label("due")
).where(_is_queued, ~_held_back())

_SENT_ID = select(_outbox.c.telegram_message_id).where(
    _outbox.c.dedupe_key == bindparam("dedupe_key_"), _outbox.c.state == OutboxState.SENT
)

# A late answer may still tell what became of a message that was given up as uncertain.
_SETTLE = update(_outbox).where(
    _outbox.c.id == bindparam("id_"),
    is_state(_outbox.c.state, OutboxState.SENDING, OutboxState.UNCERTAIN),
)

_CANCEL = delete(_outbox).where(
    _outbox.c.dedupe_key == bindparam("dedupe_key_"), is_state(_outbox.c.state, OutboxState.QUEUED)
)
