"""Who is told of what: from an act on a ticket to the people it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.domain.directory import Directory
from bot.domain.history import Event
from bot.domain.news import Audience, News
from bot.domain.rights import barred_persons
from bot.domain.tickets import Act, Ticket, TicketStatus

_MOVES_DESK = frozenset(
    {Act.FILE, Act.ROUTE, Act.PASS_ON, Act.TAKE_OVER, Act.RETURN, Act.OBJECT, Act.CHOOSE_STANDARD}
)
_FOR_OWNER = frozenset(
    {Act.SUPPLY, Act.CORRECT, Act.CONFIRM, Act.WITHDRAW, Act.RATE, Act.LAPSE, Act.SETTLE}
)
_FOR_COMPLAINANT = frozenset(
    {
        Act.ACCEPT, Act.ASK, Act.ANSWER, Act.REJECT, Act.CLOSE, Act.SETTLE, Act.LAPSE,
        Act.OPEN_IDENTITY, Act.PASS_ON, Act.ROUTE, Act.TAKE_OVER, Act.RETURN, Act.CHOOSE_STANDARD,
    }
)  # fmt: skip


def news_of(
    before: Ticket | None, ticket: Ticket, event: Event, office: Directory
) -> tuple[News, ...]:
    """Return whom to tell of an event; whoever did it is not told what he knows."""
    found = list(_all_news(before, ticket, event, office))
    told: set[int] = set()
    kept = []
    posts = names_of(ticket, event, office)
    for news in found:
        if news.person_id not in told and news.person_id != event.actor:
            kept.append(replace(news, posts=posts))
        told.add(news.person_id)
    return tuple(kept)


def names_of(ticket: Ticket, event: Event, office: Directory) -> dict[str, str]:
    """Return the names of the posts that people read of, by the keys under which they stand."""
    keys = (ticket.owner, ticket.received_by, event.post, *ticket.together_with)
    present = {key: office.present(key, event.at) for key in keys if key}
    return {key: office.posts[now].name for key, now in present.items() if now in office.posts}


def _all_news(
    before: Ticket | None, ticket: Ticket, event: Event, office: Directory
) -> Iterator[News]:
    at, act = event.at, event.act
    barred = barred_persons(ticket, office, at)
    if act in _MOVES_DESK or act in _FOR_OWNER:
        reach = office.reach(ticket.owner, at, barred)
        if reach.person_id is not None:
            audience = Audience.OWNER if reach.post is not None else Audience.ADMIN
            yield News(reach.person_id, audience, ticket, event, reach)
    if act in _MOVES_DESK:
        yield from _receiver(ticket, event, office, barred)
        yield from _former(before, ticket, event, office, barred)
    if act in _FOR_COMPLAINANT and ticket.complainant is not None:
        yield News(ticket.complainant, Audience.COMPLAINANT, ticket, event)


def _receiver(
    ticket: Ticket, event: Event, office: Directory, barred: frozenset[int]
) -> Iterator[News]:
    """Show it to the receiving post, which may take over what has gone straight on."""
    may_decide = ticket.delegation == "optional" and ticket.status is TicketStatus.RECEIVED
    if not may_decide or ticket.received_by in (None, ticket.owner):
        return
    reach = office.reach(ticket.received_by or "", event.at, barred)
    if reach.person_id is not None and reach.post is not None:
        yield News(reach.person_id, Audience.RECEIVER, ticket, event, reach)


def _former(
    before: Ticket | None,
    ticket: Ticket,
    event: Event,
    office: Directory,
    barred: frozenset[int],
) -> Iterator[News]:
    """Tell whoever had it on the desk that it is there no more."""
    if before is None or before.owner == ticket.owner:
        return
    reach = office.reach(before.owner, event.at, barred)
    if reach.person_id is not None and reach.post is not None:
        yield News(reach.person_id, Audience.FORMER, ticket, event, reach)


def stand_in_path(office: Directory, ticket: Ticket, at: datetime) -> tuple[str, ...]:
    """Return the posts that were tried in vain before somebody was reached, for the receipt."""
    reach = office.reach(ticket.owner, at, barred_persons(ticket, office, at))
    return tuple(step.post for step in reach.tried)
