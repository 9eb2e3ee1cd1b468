"""Heartbeats and leases: what worked when, and who may do a thing alone."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Insert, bindparam, delete, or_, select

from bot.domain.health import Beat, LeaseHolder
from bot.storage.tables import HeartbeatRow, LeaseRow
from bot.storage.transaction import COUNTED, Transaction, insert_or_replace

_heartbeat = HeartbeatRow.table()
_lease = LeaseRow.table()


class SqlHeartbeats:
    """Heartbeats of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def beat(self, name: str, now: datetime, note: str = "") -> None:
        """Note that it works now."""
        row = {"name": name, "at": now, "note": note}
        self._transaction.write(_beat(self._transaction.dialect), row)

    async def all(self) -> tuple[Beat, ...]:
        """Return all, by name."""
        query = select(_heartbeat.c.name, _heartbeat.c.at, _heartbeat.c.note)
        query = query.order_by(_heartbeat.c.name)
        return await self._transaction.read(lambda c: tuple(Beat(*row) for row in c.execute(query)))


class SqlLeases:
    """Leases, of which one process at a time holds each."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def holder(self, name: str) -> LeaseHolder | None:
        """Return who holds it, even if the time is over."""
        query = select(_lease.c.name, _lease.c.holder, _lease.c.until).where(_lease.c.name == name)

        def find(connection: Connection) -> LeaseHolder | None:
            row = connection.execute(query).first()
            return None if row is None else LeaseHolder(*row)

        return await self._transaction.read(find)

    async def all(self) -> tuple[LeaseHolder, ...]:
        """Return all, also those whose time is over."""
        query = select(_lease.c.name, _lease.c.holder, _lease.c.until).order_by(_lease.c.name)
        return await self._transaction.read(
            lambda c: tuple(LeaseHolder(*row) for row in c.execute(query))
        )

    async def take(self, lease: LeaseHolder, now: datetime, *, from_holder: str | None) -> bool:
        """Take or renew it if it is free, over, already ours or `from_holder`'s; tell whether."""
        values = {"name": lease.name, "holder": lease.holder, "until": lease.until}
        others = {"now": now, "ours": lease.holder, "theirs": from_holder or lease.holder}

        def take(connection: Connection) -> bool:
            statement = _take(connection.dialect.name)
            result = connection.execute(statement, {**values, **others}, execution_options=COUNTED)
            return result.rowcount == 1

        return await self._transaction.read(take)

    async def release(self, name: str, holder: str) -> None:
        """Give it back, if it is that holder's."""
        self._transaction.write(_RELEASE, {"name_": name, "holder_": holder})


@cache
def _beat(dialect: str) -> Insert:
    return insert_or_replace(dialect, _heartbeat, "name", replaced=("at", "note"))


@cache
def _take(dialect: str) -> Insert:
    """Return one statement that both asks and takes, so that two processes cannot both win."""
    may = or_(
        _lease.c.until <= bindparam("now", type_=_lease.c.until.type),
        _lease.c.holder.in_([bindparam("ours"), bindparam("theirs")]),
    )
    return insert_or_replace(dialect, _lease, "name", replaced=("holder", "until"), when=may)


_RELEASE = delete(_lease).where(
    _lease.c.name == bindparam("name_"), _lease.c.holder == bindparam("holder_")
)
