"""Which tickets are on whose desk, and in what order they want attention. No wording here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.directory import SERVICE_DESK, Directory
from bot.domain.rights import Role, roles
from bot.domain.tickets import OPEN, Ticket, TicketStatus
from bot.services.deadlines import OfficeDeadlines
from bot.services.ports import UnitOfWork


class Urgency(StrEnum):
    """Why a ticket wants attention, the most urgent first."""

    LATE = "late"
    DECIDE = "decide"
    TODAY = "today"
    NEW = "new"
    WORK = "work"
    WAIT = "wait"
    DONE = "done"


class Filter(StrEnum):
    """Which part of a desk is shown."""

    OPEN = ""
    LATE = "late"
    NEW = "new"
    WORK = "work"
    WAIT = "wait"
    DONE = "done"
    BUREAU = "bureau"  # on the desks below one's own
    SEARCH = "search"  # what the conversation remembers to look for


_ORDER = tuple(Urgency)
_BY_STATUS = {
    TicketStatus.UNDECIDED: Urgency.DECIDE,
    TicketStatus.RECEIVED: Urgency.NEW,
    TicketStatus.HANDLED: Urgency.WORK,
    TicketStatus.WAITING: Urgency.WAIT,
}


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A ticket as it lies on a desk: `own`, or only on one below."""

    ticket: Ticket
    urgency: Urgency
    own: bool


@dataclass(frozen=True, slots=True)
class DeskOf:
    """Finds what is on the desks of one person at a moment."""

    person_id: int
    office: Directory
    deadlines: OfficeDeadlines
    at: datetime

    @property
    def posts(self) -> frozenset[str]:
        """Return the posts that the person holds or stands in for."""
        return self.office.acts_for(self.person_id, self.at)

    @property
    def leads(self) -> bool:
        """Tell whether there are desks below."""
        return any(self.office.below(post, self.at) for post in self.posts)

    async def tickets(
        self, work: UnitOfWork, statuses: Iterable[TicketStatus]
    ) -> tuple[OnDesk, ...]:
        """Return what the person may work on or decide over, the most urgent first."""
        wanted = frozenset(statuses)
        owned = await work.tickets.owned_by(self._reach(), wanted)
        received = await work.tickets.received_by(self._keys(self.posts), wanted)
        found = {ticket.id: ticket for ticket in (*owned, *received)}
        seen = [one for ticket in found.values() if (one := self._seen(ticket)) is not None]
        return tuple(sorted(seen, key=self._rank))

    def _seen(self, ticket: Ticket) -> OnDesk | None:
        found = roles(self.person_id, ticket, self.office, self.at)
        if not found & {Role.OWNER, Role.SUPERIOR}:
            return None
        return OnDesk(ticket, self._urgency(ticket), Role.OWNER in found)

    def _urgency(self, ticket: Ticket) -> Urgency:
        if ticket.status not in OPEN:
            return Urgency.DONE
        usual = _BY_STATUS[ticket.status]
        if ticket.status is TicketStatus.WAITING or ticket.due_at is None:
            return usual
        if self.at >= ticket.due_at:
            return Urgency.LATE
        if usual is Urgency.DECIDE:
            return usual
        local = self.deadlines.calendar.local
        today = local(ticket.due_at).date() == local(self.at).date()
        return Urgency.TODAY if today else usual

    def _rank(self, one: OnDesk) -> tuple[int, float, int]:
        """Order by urgency, then by what is due first; what is done, the newest first."""
        if one.urgency is Urgency.DONE:
            changed = one.ticket.changed_at or one.ticket.filed_at
            return _ORDER.index(one.urgency), -changed.timestamp(), one.ticket.id
        due = one.ticket.due_at
        return _ORDER.index(one.urgency), due.timestamp() if due else 0.0, one.ticket.id

    def _reach(self) -> tuple[str, ...]:
        """Return the own posts, those below them, and the service desk where it is one of them."""
        own, at = self.posts, self.at
        below = {key for key in self.office.posts if own & set(self.office.superiors(key, at))}
        return self._keys(own | below)

    def _keys(self, present: Iterable[str]) -> tuple[str, ...]:
        """Return all keys, old ones too, under which the tickets of these posts may stand."""
        wanted = set(present)
        keys = (*self.office.posts, SERVICE_DESK)
        return tuple(key for key in keys if self.office.present(key, self.at) in wanted)


def chosen(tickets: Iterable[OnDesk], wanted: Filter) -> tuple[OnDesk, ...]:
    """Return what a filter leaves; what is done is only shown when it is asked for."""
    if wanted is Filter.BUREAU:
        return tuple(one for one in tickets if not one.own)
    if wanted in (Filter.DONE, Filter.SEARCH):
        return tuple(tickets)
    own = [one for one in tickets if one.own]
    if wanted is Filter.NEW:
        return tuple(o for o in own if o.ticket.status in _FRESH)
    if wanted is Filter.WORK:
        return tuple(o for o in own if o.ticket.status is TicketStatus.HANDLED)
    if wanted is Filter.OPEN:
        return tuple(own)
    return tuple(one for one in own if one.urgency == wanted.value)


_FRESH = frozenset({TicketStatus.UNDECIDED, TicketStatus.RECEIVED})
