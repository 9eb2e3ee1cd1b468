"""What is planned to be said about a ticket in time; saying it is `bot.services.ticket_watch`'s.

Each row has a key of its own for ticket, rung and due date, so nothing is said twice, and all
that is planned falls away with the next change of the ticket.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.domain.limits import Limit
from bot.domain.reminders import Reminder
from bot.domain.tickets import Ticket, TicketStatus
from bot.services.deadlines import DeadlineSource, OfficeDeadlines
from bot.services.ports import UnitOfWork

WARN_AT = (50, 80, 100)
"""At which shares of the working time, in percent, the official is warned."""

CLIMB_AFTER = (1, 3)
"""After so many working days over time it is told to the next post up, and the next but one."""


_LAST = frozenset({"settle", "lapse"})


def subject_of(ticket_id: int) -> str:
    """Return the subject under which a ticket's reminders are kept."""
    return f"ticket:{ticket_id}"


class TicketAlarms:
    """Plans what is to be said about tickets."""

    def __init__(self, deadlines: DeadlineSource) -> None:
        """Reckon with the deadlines of the moment."""
        self._deadlines = deadlines

    async def reset(self, work: UnitOfWork, ticket: Ticket, now: datetime) -> None:
        """Plan what is to be said about the ticket as it stands, and nothing else."""
        await plan_anew(work, ticket, await self._deadlines(work), now)


async def plan_anew(
    work: UnitOfWork, ticket: Ticket, deadlines: OfficeDeadlines, now: datetime
) -> None:
    """Plan what is to be said about the ticket by these deadlines, and nothing else.

    What ends a time that is over already is planned all the same: else it would never end.
    """
    await work.reminders.cancel(subject_of(ticket.id))
    planned = [
        replace(row, due_at=deadlines.soonest(now))
        if row.rung in _LAST and row.due_at <= now
        else row
        for row in _planned(ticket, deadlines)
    ]
    await work.reminders.plan([row for row in planned if row.due_at > now])


def _planned(ticket: Ticket, deadlines: OfficeDeadlines) -> Iterator[Reminder]:
    if ticket.status is TicketStatus.WAITING and ticket.paused_since is not None:
        yield from _while_waiting(ticket, ticket.paused_since, deadlines)
    elif ticket.limit == Limit.SETTLE and ticket.due_at is not None:
        yield _row(ticket, "settle", ticket.due_at)
    elif ticket.limit is not None and ticket.due_at is not None:
        yield from _while_due(ticket, ticket.limit_from or ticket.filed_at, deadlines)


def _while_due(ticket: Ticket, since: datetime, deadlines: OfficeDeadlines) -> Iterator[Reminder]:
    """Warn the owner at each share of the time, then go up step by step."""
    due = ticket.due_at or since
    for percent in WARN_AT:
        yield _row(ticket, f"warn:{percent}", deadlines.share(since, due, percent))
    for level, days in enumerate(CLIMB_AFTER, 1):
        yield _row(ticket, f"climb:{level}", deadlines.calendar.add_working_days(due, days))


def _while_waiting(
    ticket: Ticket, since: datetime, deadlines: OfficeDeadlines
) -> Iterator[Reminder]:
    """Remind the complainant half-way, and let it lapse at the end."""
    end = deadlines.due(Limit.SUPPLY, since)
    yield _row(ticket, "supply", deadlines.share(since, end, 50), end)
    yield _row(ticket, "supply:last", deadlines.share(since, end, 80), end)
    yield _row(ticket, "lapse", end)


def _row(ticket: Ticket, rung: str, at: datetime, due: datetime | None = None) -> Reminder:
    """Return a row whose key changes with the date that it is about."""
    due = due or ticket.due_at or at
    subject = subject_of(ticket.id)
    key = f"{subject}:{rung}:{due:%Y%m%dT%H%M}"
    return Reminder(key, subject, rung, at, {"ticket": ticket.id, "due": due.isoformat()})
