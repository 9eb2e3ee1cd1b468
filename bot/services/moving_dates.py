"""What changed rules do to one ticket, and whom that concerns; used by `bot.services.redating`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.directory import Directory
from bot.domain.limits import Limit, paused_minutes
from bot.domain.moved import Concerned, Dated, LimitChange, Moved, MovedLine, Why
from bot.domain.rights import barred_persons
from bot.domain.tickets import ENDED, OPEN, Act, Ticket, TicketStatus
from bot.domain.working_time.differences import differences
from bot.services.alarms import plan_anew, subject_of
from bot.services.deadlines import OfficeDeadlines
from bot.services.ports import UnitOfWork
from bot.services.tickets import Tickets

_LAPSE = "lapse"


@dataclass(frozen=True, slots=True)
class Shift:
    """From the deadlines before to those after, at a moment, in a unit of work."""

    work: UnitOfWork
    before: OfficeDeadlines
    after: OfficeDeadlines
    now: datetime

    async def reckoned(self, tickets: Tickets, ticket: Ticket) -> MovedLine | None:
        """Reckon a ticket with a clock; return what has moved, None if nothing has.

        A clock that stands still goes on standing still; who owes something has until the close
        of the next working day at the least, however much shorter a limit has become.
        """
        if not ticket.allows(Act.RECKON) or ticket.limit is None or ticket.limit_from is None:
            return None
        paused = await self._paused(ticket)
        due = self.after.due(ticket.limit, ticket.limit_from, paused)
        if ticket.paused_since is not None:
            return await self._standing(tickets, ticket, due, paused)
        if ticket.due_at is None:
            return None
        due = max(due, min(ticket.due_at, self.after.soonest(self.now)))
        is_same = (due, paused) == (ticket.due_at, ticket.paused_minutes)
        if is_same or self._is_over(ticket, due):
            return None
        dated = Dated.SETTLE if ticket.limit == Limit.SETTLE else Dated.DUE
        moved = self._moved(ticket, dated, ticket.due_at, due)
        return await self._kept(tickets, ticket, moved, due_at=due, paused_minutes=paused)

    async def _paused(self, ticket: Ticket) -> int:
        """Return the minutes of earlier pauses as they are by the new calendar."""
        if not ticket.paused_minutes:
            return 0
        history = await self.work.tickets.history(ticket.id)
        return paused_minutes(ticket, history, self.after)

    async def _standing(
        self, tickets: Tickets, ticket: Ticket, due: datetime, paused: int
    ) -> MovedLine | None:
        """Move the date by which the complainant owes an answer, if it was planned elsewhere."""
        pending = await self.work.reminders.pending(subject_of(ticket.id))
        was = next((row.due_at for row in pending if row.rung == _LAPSE), None)
        if was is None or ticket.paused_since is None:
            return None
        until = self.after.due(Limit.SUPPLY, ticket.paused_since)
        if (until, paused) == (was, ticket.paused_minutes):
            return None
        moved = self._moved(ticket, Dated.LAPSE, was, until)
        return await self._kept(tickets, ticket, moved, due_at=due, paused_minutes=paused)

    def _is_over(self, ticket: Ticket, due: datetime) -> bool:
        """Tell whether the time of an ended ticket was over and still is: nothing hangs on it."""
        latest = max(due, ticket.due_at or due)
        return ticket.status in ENDED and (latest <= self.now or ticket.complainant is None)

    async def _kept(
        self, tickets: Tickets, ticket: Ticket, moved: Moved, **fields: Any
    ) -> MovedLine:
        ticket = await tickets.reckon(self.work, ticket, fields, moved, self.now)
        await plan_anew(self.work, ticket, self.after, self.now)
        return MovedLine(ticket, Concerned.COMPLAINANT, moved)

    def _moved(self, ticket: Ticket, dated: Dated, was: datetime, now: datetime) -> Moved:
        moved = Moved(ticket.id, ticket.events + 1, dated, was, now)
        return replace(moved, why=why(ticket, moved, self.before, self.after))


def why(ticket: Ticket, moved: Moved, before: OfficeDeadlines, after: OfficeDeadlines) -> Why:
    """Return what differs between two sets of rules where it concerns a date that moved."""
    is_lapse = moved.dated is Dated.LAPSE
    since = (ticket.paused_since if is_lapse else ticket.limit_from) or ticket.filed_at
    first = after.calendar.local(since).date()
    last = after.calendar.local(max(moved.was, moved.now)).date()
    days = differences(before.calendar, after.calendar, first, last)
    name = Limit.SUPPLY.value if is_lapse else str(ticket.limit)
    was, now = (int(deadlines.limit(name).span.amount) for deadlines in (before, after))
    return Why(days, LimitChange(name, was, now) if was != now else None)


def concerned(
    ticket: Ticket, moved: Moved, office: Directory, at: datetime
) -> tuple[tuple[int, Concerned], ...]:
    """Return whom a moved date concerns, and as what: the complainant, and who handles it."""
    return tuple(_concerned(ticket, moved, office, at))


def _concerned(
    ticket: Ticket, moved: Moved, office: Directory, at: datetime
) -> Iterator[tuple[int, Concerned]]:
    if ticket.complainant is not None:
        yield ticket.complainant, Concerned.COMPLAINANT
    if moved.dated is not Dated.SETTLE and ticket.status in OPEN:
        reach = office.reach(ticket.owner, at, barred_persons(ticket, office, at))
        if reach.person_id is not None and reach.post is not None:
            yield reach.person_id, Concerned.HANDLER


def still_says(ticket: Ticket, moved: Moved, deadlines: OfficeDeadlines) -> bool:
    """Tell whether the new date is still that of the ticket."""
    if moved.dated is Dated.LAPSE:
        waits = ticket.status is TicketStatus.WAITING and ticket.paused_since is not None
        return waits and deadlines.due(Limit.SUPPLY, ticket.paused_since or moved.now) == moved.now
    return ticket.paused_since is None and ticket.due_at == moved.now
