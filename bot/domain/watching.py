"""What is said about tickets in time, and to whom: decided here, said by the handlers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.directory import SERVICE_DESK, Directory, Reach
from bot.domain.reminders import Reminder
from bot.domain.rights import barred_persons
from bot.domain.tickets import OPEN, Ticket, TicketStatus

SETTLE, LAPSE, SUPPLY, WARN, CLIMB = "settle", "lapse", "supply", "warn", "climb"
ALL = 100
"""Percent: the time is over."""


class Hint(StrEnum):
    """Why a person hears of a ticket without anybody having done something."""

    WARN = "warn"  # so much of the time is over
    OVERDUE = "overdue"  # all of it
    CLIMB = "climb"  # overdue on the desk of a post below
    SUPPLY = "supply"  # the complainant owes an answer
    ORPHAN = "orphan"  # nobody can be reached: for an admin, without content


@dataclass(frozen=True, slots=True)
class Said:
    """One line for one person: `percent` of the time is over; `reach` says in whose right.

    `planned` is when it was to be said.
    """

    person_id: int
    hint: Hint
    ticket: Ticket
    percent: int = 0
    reach: Reach | None = None
    planned: datetime | None = None


def newest(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """Return a ticket's last reminder of each kind: after an outage earlier ones say nothing."""
    last: dict[tuple[str, str], Reminder] = {}
    for reminder in sorted(reminders, key=lambda r: (r.due_at, r.rung)):
        last[reminder.subject, reminder.rung.partition(":")[0]] = reminder
    return tuple(last.values())


def said_of(reminder: Reminder, ticket: Ticket, office: Directory, now: datetime) -> Iterator[Said]:
    """Yield who is to hear of a reminder, if it still says something."""
    kind, _, number = reminder.rung.partition(":")
    if kind == SUPPLY and ticket.status is TicketStatus.WAITING and ticket.complainant:
        yield Said(ticket.complainant, Hint.SUPPLY, ticket)
    elif ticket.status not in OPEN or ticket.paused_since is not None:
        return
    elif kind == WARN:
        hint = Hint.WARN if int(number) < ALL else Hint.OVERDUE
        yield from _Desks(ticket, office, now).at(ticket.owner, hint, int(number))
    elif kind == CLIMB:
        yield from _Desks(ticket, office, now).above(int(number))


@dataclass(frozen=True, slots=True)
class _Desks:
    """Finds who sits at the desks that a ticket concerns."""

    ticket: Ticket
    office: Directory
    now: datetime

    def at(self, post: str, hint: Hint, percent: int) -> Iterator[Said]:
        """Yield whoever is reached for a post; an admin learns only that nobody is."""
        reach = self._reach(post)
        if reach.person_id is not None:
            found = hint if reach.post is not None else Hint.ORPHAN
            yield Said(reach.person_id, found, self.ticket, percent, reach)

    def above(self, level: int) -> Iterator[Said]:
        """Yield the post so many steps up, or the highest there is; not the owner again."""
        above = list(self.office.superiors(self.ticket.owner, self.now))
        post = above[min(level, len(above)) - 1] if above else SERVICE_DESK
        owner = self._reach(self.ticket.owner).person_id
        yield from (s for s in self.at(post, Hint.CLIMB, ALL) if s.person_id != owner)

    def _reach(self, post: str) -> Reach:
        barred = barred_persons(self.ticket, self.office, self.now)
        return self.office.reach(post, self.now, barred)
