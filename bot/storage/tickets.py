"""Tickets and their history."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.sql.dml import ReturningInsert

from bot.domain.errors import DomainError
from bot.domain.history import Event
from bot.domain.tickets import ENDED, Act, Ticket, TicketKind, TicketStatus
from bot.storage.ticket_tables import TicketEventRow, TicketRow
from bot.storage.transaction import Transaction, insert_unless_known

_ticket, _event = TicketRow.table(), TicketEventRow.table()
_TUPLES = ("together_with", "barred", "candidates")
_EVENT_COLUMNS = tuple(_event.c[field.name] for field in fields(Event))
_FIELDS = tuple(field.name for field in fields(Ticket))  # asdict would copy what is in them
_ERASED = "-"
_MANY = 500  # ids in one statement


class SqlTickets:
    """Tickets of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def add(self, ticket: Ticket) -> int:
        """Keep a new ticket; its `id` is given by the store and returned.

        Raises DomainError("ticket.filed_already") if its draft was filed before.
        """
        values = asdict(ticket)
        del values["id"]

        statement = _add(self._transaction.dialect)
        found: int | None = await self._transaction.read(
            lambda c: c.execute(statement, values).scalar()
        )
        if found is None:
            raise DomainError("ticket.filed_already")
        return found

    async def get(self, ticket_id: int) -> Ticket | None:
        """Return a ticket."""
        return await self._one(_ticket.c.id == ticket_id)

    async def by_number(self, number: str) -> Ticket | None:
        """Return the ticket of a receipt."""
        return await self._one(_ticket.c.number == number)

    async def by_draft(self, draft_id: str) -> Ticket | None:
        """Return the ticket that a draft has become."""
        return await self._one(_ticket.c.draft_id == draft_id)

    async def filed_by(self, person_id: int, limit: int = 50) -> tuple[Ticket, ...]:
        """Return what a person has filed, newest first."""
        mine = select(_ticket).where(_ticket.c.complainant == person_id)
        return await self._many(mine.order_by(_ticket.c.id.desc()).limit(limit))

    async def owned_by(
        self, posts: Collection[str], statuses: Collection[TicketStatus]
    ) -> tuple[Ticket, ...]:
        """Return tickets on these desks in these statuses, oldest first."""
        return await self._where(_ticket.c.owner.in_(posts), _in(statuses))

    async def received_by(
        self, posts: Collection[str], statuses: Collection[TicketStatus]
    ) -> tuple[Ticket, ...]:
        """Return tickets that these posts receive, on whosever desk, oldest first."""
        return await self._where(_ticket.c.received_by.in_(posts), _in(statuses))

    async def in_status(self, statuses: Collection[TicketStatus]) -> tuple[Ticket, ...]:
        """Return all tickets in these statuses, oldest first."""
        return await self._where(_in(statuses))

    async def filed_between(self, since: datetime, until: datetime) -> tuple[Ticket, ...]:
        """Return what was filed in that time (`until` excluded), oldest first."""
        return await self._where(_ticket.c.filed_at >= since, _ticket.c.filed_at < until)

    async def ended_before(self, before: datetime, limit: int = 500) -> tuple[Ticket, ...]:
        """Return tickets that ended before then and are not anonymised yet, oldest first."""
        ended = _in(ENDED), _ticket.c.changed_at < before, _ticket.c.complainant.is_not(None)
        wanted = select(_ticket).where(*ended).order_by(_ticket.c.id).limit(limit)
        return await self._many(wanted)

    async def numbered(self, after: int, limit: int) -> tuple[Ticket, ...]:
        """Return tickets by rising id, beginning after one: the next batch of all of them."""
        wanted = select(_ticket).where(_ticket.c.id > after).order_by(_ticket.c.id).limit(limit)
        return await self._many(wanted)

    async def several(self, ticket_ids: Collection[int]) -> tuple[Ticket, ...]:
        """Return tickets by their ids, by rising id; unknown ones are left out."""
        ids = sorted(ticket_ids)
        found: list[Ticket] = []
        for start in range(0, len(ids), _MANY):
            found += await self._where(_ticket.c.id.in_(ids[start : start + _MANY]))
        return tuple(found)

    async def running(self, after: int, limit: int) -> tuple[Ticket, ...]:
        """Return tickets with a running or paused clock by rising id, beginning after one."""
        runs = _ticket.c.limit.is_not(None), _ticket.c.id > after
        return await self._many(select(_ticket).where(*runs).order_by(_ticket.c.id).limit(limit))

    async def latest_id(self) -> int:
        """Return the highest id that was given, 0 if there is none."""
        wanted = select(func.max(_ticket.c.id))
        return await self._transaction.read(lambda c: c.execute(wanted).scalar() or 0)

    async def save(self, ticket: Ticket) -> None:
        """Overwrite a ticket; its version goes up by one.

        Commit raises DomainError("ticket.changed_meanwhile") if the stored version is another.
        """
        values = {name: getattr(ticket, name) for name in _FIELDS}
        wanted = {"wanted": values.pop("id"), "known": values.pop("version")}
        refusal = DomainError("ticket.changed_meanwhile")
        values["version"] = ticket.version + 1
        self._transaction.write(_SAVE, {**wanted, **values}, refusal=refusal)

    async def append(self, event: Event) -> None:
        """Add a line to the history."""
        self._transaction.write(_APPEND, asdict(event))

    async def history(self, ticket_id: int) -> tuple[Event, ...]:
        """Return the history, oldest first."""
        lines = (
            select(*_EVENT_COLUMNS).where(_event.c.ticket_id == ticket_id).order_by(_event.c.number)
        )

        def query(connection: Connection) -> tuple[Event, ...]:
            return tuple(_event_of(row) for row in connection.execute(lines))

        return await self._transaction.read(query)

    async def histories(self, ticket_ids: Collection[int]) -> Mapping[int, tuple[Event, ...]]:
        """Return several histories, oldest first; a ticket without one is left out."""
        lines = (
            select(*_EVENT_COLUMNS)
            .where(_event.c.ticket_id.in_(ticket_ids))
            .order_by(_event.c.ticket_id, _event.c.number)
        )

        def query(connection: Connection) -> Mapping[int, tuple[Event, ...]]:
            events = (_event_of(row) for row in connection.execute(lines))
            return {key: tuple(group) for key, group in groupby(events, lambda e: e.ticket_id)}

        return await self._transaction.read(query)

    async def erase(self, ticket_id: int) -> None:
        """Erase what people wrote and who the complainant was; digests and seals stay."""
        erased = {"wanted": ticket_id, "text": _ERASED, "complainant": None}
        self._transaction.write(_ERASE, erased)
        self._transaction.write(_ERASE_EVENTS, {"wanted": ticket_id, "data": {}, "actor": None})

    async def _one(self, condition: ColumnElement[bool]) -> Ticket | None:
        found = await self._where(condition)
        return found[0] if found else None

    async def _where(self, *conditions: ColumnElement[bool]) -> tuple[Ticket, ...]:
        return await self._many(select(_ticket).where(*conditions).order_by(_ticket.c.id))

    async def _many(self, wanted: Select[*tuple[Any, ...]]) -> tuple[Ticket, ...]:
        def query(connection: Connection) -> tuple[Ticket, ...]:
            return tuple(_ticket_of(row) for row in connection.execute(wanted))

        return await self._transaction.read(query)


def _in(statuses: Collection[TicketStatus]) -> ColumnElement[bool]:
    return _ticket.c.status.in_([status.value for status in statuses])


def _ticket_of(row: Row[*tuple[Any, ...]]) -> Ticket:
    values = dict(row._mapping)
    for name in _TUPLES:
        values[name] = tuple(values[name])
    values["kind"] = TicketKind(values["kind"])
    values["status"] = TicketStatus(values["status"])
    return Ticket(**values)


def _event_of(row: Row[*tuple[Any, ...]]) -> Event:
    return Event(**{**row._mapping, "act": Act(row.act)})


@cache
def _add(dialect: str) -> ReturningInsert[int]:
    return insert_unless_known(dialect, _ticket, "draft_id").returning(_ticket.c.id)


_SAVE = update(_ticket).where(
    _ticket.c.id == bindparam("wanted"), _ticket.c.version == bindparam("known")
)
_APPEND = insert(_event)
_ERASE = update(_ticket).where(_ticket.c.id == bindparam("wanted"))
_ERASE_EVENTS = update(_event).where(_event.c.ticket_id == bindparam("wanted"))
