"""Whether complaints are in order: whole histories, desks that somebody sits at, files, calendar.

Bounded: of very many tickets the newest are checked and a sample of the rest, another each time.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from bot.clock import Clock
from bot.domain.attachments import AttachmentState
from bot.domain.directory import SERVICE_DESK, Directory
from bot.domain.health import Finding, Level
from bot.domain.history import is_whole, tells
from bot.domain.rights import barred_persons
from bot.domain.tickets import OPEN, Ticket
from bot.domain.working_time.warnings import CalendarWarning, calendar_warnings
from bot.services.deadlines import DeadlineSource
from bot.services.ports import UnitOfWork, UnitOfWorkFactory

NEWEST = 3000
SAMPLE = 2000
"""So many of the newest histories are proved, and so many of all older ones."""

_BATCH = 250
_NAMED = 20  # tickets that a finding names; it counts them all
_AHEAD = timedelta(days=365)
_SOON = timedelta(days=45)  # what is not confirmed by then needs somebody to look it up
DirectoryFinder: TypeAlias = Callable[[UnitOfWork], Awaitable[Directory]]


@dataclass(frozen=True, slots=True)
class TicketHealth:
    """Checks complaints in an open store; changes nothing."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    deadlines: DeadlineSource
    directory: DirectoryFinder

    async def check(self) -> tuple[Finding, ...]:
        """Return what was found, in the order to be shown."""
        return (
            await self._histories(),
            *await self._desks(),
            *await self._files(),
            *await self._calendar(),
        )

    async def _histories(self) -> Finding:
        async with self.unit_of_work(writing=False) as work:
            last = await work.tickets.latest_id()
        checked, broken = 0, list[str]()
        for after, limit in _batches(last):
            async with self.unit_of_work(writing=False) as work:
                tickets = await work.tickets.numbered(after, limit)
                histories = await work.tickets.histories([ticket.id for ticket in tickets])
            checked += len(tickets)
            for ticket in tickets:
                events = histories.get(ticket.id, ())
                whole = is_whole(events, ticket.head, ticket.events) and tells(ticket, events)
                broken += [] if whole else [ticket.number]
        values = {"checked": checked, "highest": last, **_named(broken)}
        return Finding("check.histories", Level.ERROR if broken else Level.OK, values)

    async def _desks(self) -> list[Finding]:
        """Look for open tickets that lie where nobody is, or that only an admin is told of."""
        now = self.clock.now()
        async with self.unit_of_work(writing=False) as work:
            office = await self.directory(work)
            tickets = await work.tickets.in_status(OPEN)
        orphans, unheard, late = list[str](), list[str](), 0
        for ticket in tickets:
            late += ticket.due_at is not None and ticket.due_at < now and not ticket.paused_since
            place = _place(ticket, office, now)
            if place is not None:
                (orphans if place else unheard).append(ticket.number)
        found = [Finding("check.tickets", Level.INFO, {"open": len(tickets), "late": late})]
        for key, numbers, level in (
            ("check.orphans", orphans, Level.ERROR),
            ("check.unheard", unheard, Level.WARNING),
        ):
            if numbers:
                found.append(Finding(key, level, _named(numbers)))
        return found

    async def _files(self) -> list[Finding]:
        async with self.unit_of_work(writing=False) as work:
            counts = await work.attachments.counts()
            wanted = await work.attachments.wanted(1)
        now = self.clock.now()
        oldest = min((file.added_at for file in wanted), default=now)
        stuck = now - oldest > timedelta(hours=1)
        values = {
            "stored": counts.get(AttachmentState.STORED, 0),
            "wanted": counts.get(AttachmentState.WANTED, 0),
            "lost": counts.get(AttachmentState.LOST, 0),
            "age": now - oldest,
        }
        return [Finding("check.files", Level.WARNING if stuck else Level.INFO, values)]

    async def _calendar(self) -> list[Finding]:
        async with self.unit_of_work(writing=False) as work:
            calendar = (await self.deadlines(work)).calendar
        now = self.clock.now()
        today, until = calendar.local(now).date(), calendar.local(now + _AHEAD).date()
        soon = calendar.local(now + _SOON).date()
        return [
            Finding("check.calendar", _urgency(warning, soon), _told(warning))
            for warning in calendar_warnings(calendar, today, until)
        ]


def _batches(last: int) -> Sequence[tuple[int, int]]:
    """Return from where and how many to read: the newest, and random batches of the older ones."""
    edge = max(last - NEWEST, 0)
    newest = [(start, min(_BATCH, last - start)) for start in range(edge, last, _BATCH)]
    older = range(0, edge, _BATCH)
    chosen = random.sample(older, min(len(older), SAMPLE // _BATCH))
    return [*newest, *((start, min(_BATCH, edge - start)) for start in chosen)]


def _place(ticket: Ticket, office: Directory, now: datetime) -> bool | None:
    """Return True for a ticket on no desk, False for one that no official gets, else None."""
    owner = office.present(ticket.owner, now)
    if owner != SERVICE_DESK and owner not in office.posts:
        return True
    reach = office.reach(owner, now, barred_persons(ticket, office, now))
    if reach.person_id is None:
        return True
    return False if reach.post is None else None


def _urgency(warning: CalendarWarning, soon: date) -> Level:
    return Level.WARNING if warning.first <= soon else Level.INFO


def _named(numbers: Sequence[str]) -> dict[str, object]:
    return {"count": len(numbers), "numbers": list(numbers[:_NAMED])}


def _told(warning: CalendarWarning) -> dict[str, object]:
    return {
        "what": warning.what.value,
        "first": warning.first,
        "last": warning.last,
        "name": warning.name,
    }
