"""How long the office has for what: the limits that a ticket's clock can run by.

Their lengths come from law as data (`bot.services.deadlines`); the standards set none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.history import Event
from bot.domain.tickets import Act, Ticket


class Limit(StrEnum):
    """What must be done in time."""

    FORWARD = "forward"  # verify it and bring it to whoever handles it
    FOLLOW_UP = "follow_up"  # answer it, or state what is being done
    SETTLE = "settle"  # the complainant may object; after that it is closed
    SUPPLY = "supply"  # the complainant completes it; after that it lapses


class Deadlines(Protocol):
    """The office's calendar, applied to the limits."""

    def due(self, limit: str, since: datetime, paused_minutes: int = 0) -> datetime:
        """Return when a limit ends that began then and stood still for some working minutes."""
        ...

    def working_minutes(self, since: datetime, until: datetime) -> int:
        """Return the working minutes between two instants."""
        ...


_BEGINS = {
    Act.ROUTE: Limit.FORWARD,
    Act.OBJECT: Limit.FORWARD,
    Act.ACCEPT: Limit.FOLLOW_UP,
    Act.TAKE_OVER: Limit.FOLLOW_UP,
    Act.ANSWER: Limit.SETTLE,
    Act.REJECT: Limit.SETTLE,
    Act.UNDO_ANSWER: Limit.FOLLOW_UP,
}
_GOES_ON = frozenset({Act.SUPPLY, Act.PASS_ON, Act.TAKE_OVER})
_ENDS = frozenset({Act.CLOSE, Act.SETTLE, Act.CONFIRM, Act.WITHDRAW, Act.LAPSE})


def clock_after(ticket: Ticket, act: Act, now: datetime, deadlines: Deadlines) -> dict[str, object]:
    """Return the fields of the clock as an act leaves them; {} if the act does not touch it.

    Asking the complainant stops the clock; an answer, or anything that goes on without one, lets
    it run again.
    """
    if act in _ENDS:
        return _stopped()
    if act is Act.ASK:
        return {"paused_since": now}
    limit = _BEGINS.get(act)
    if limit is not None and _may_begin(limit, act, ticket.limit):
        return _running(limit, now, deadlines)
    if ticket.limit is None and act is Act.SUPPLY:
        return _running(Limit.FOLLOW_UP, now, deadlines)
    if ticket.paused_since is not None and act in _GOES_ON:
        return _resumed(ticket, now, deadlines)
    return {}


def _may_begin(limit: Limit, act: Act, running: str | None) -> bool:
    """Tell whether a limit begins: passing on wins no time, but an objection starts anew."""
    if act in {Act.OBJECT, Act.UNDO_ANSWER, Act.ANSWER, Act.REJECT}:
        return True
    return running not in {limit.value, Limit.FOLLOW_UP.value}


def clock_at_filing(now: datetime, deadlines: Deadlines) -> dict[str, object]:
    """Return the fields of a fresh ticket's clock."""
    return _running(Limit.FORWARD, now, deadlines)


def due_now(ticket: Ticket, now: datetime, deadlines: Deadlines) -> datetime | None:
    """Return when the running limit ends; while it stands still, when it would if it went on."""
    if ticket.paused_since is None or ticket.limit is None or ticket.limit_from is None:
        return ticket.due_at
    paused = ticket.paused_minutes + deadlines.working_minutes(ticket.paused_since, now)
    return deadlines.due(ticket.limit, ticket.limit_from, paused)


def paused_minutes(ticket: Ticket, events: Iterable[Event], deadlines: Deadlines) -> int:
    """Return the working minutes of the running limit's earlier pauses, by the history."""
    total, since = 0, None
    for event in events:
        if ticket.limit_from is None or event.at < ticket.limit_from:
            continue
        if event.act is Act.ASK:
            since = event.at
        elif since is not None and event.act in _GOES_ON:
            total += deadlines.working_minutes(since, event.at)
            since = None
    return total


def _running(limit: Limit, now: datetime, deadlines: Deadlines) -> dict[str, object]:
    return {
        "limit": limit.value,
        "limit_from": now,
        "due_at": deadlines.due(limit, now),
        "paused_since": None,
        "paused_minutes": 0,
    }


def _stopped() -> dict[str, object]:
    return {"limit": None, "limit_from": None, "due_at": None, "paused_since": None}


def _resumed(ticket: Ticket, now: datetime, deadlines: Deadlines) -> dict[str, object]:
    paused = ticket.paused_minutes
    if ticket.paused_since is not None:
        paused += deadlines.working_minutes(ticket.paused_since, now)
    due_at = ticket.due_at
    if ticket.limit is not None and ticket.limit_from is not None:
        due_at = deadlines.due(ticket.limit, ticket.limit_from, paused)
    return {"paused_since": None, "paused_minutes": paused, "due_at": due_at}
