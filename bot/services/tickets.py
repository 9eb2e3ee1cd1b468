"""Tickets: filed, moved, answered; every act is checked, written down and told, in one unit.

The rules are in `bot.domain`; this is the one door through which a ticket changes.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeAlias

from bot.domain.calls import Call, Filing
from bot.domain.directory import Directory
from bot.domain.effects import effect, placed
from bot.domain.errors import DomainError
from bot.domain.history import Event, sealed
from bot.domain.limits import Deadlines, Limit, clock_after, clock_at_filing, due_now
from bot.domain.moved import Moved
from bot.domain.news import News, answer_key
from bot.domain.receipts import new_number
from bot.domain.rights import in_right_of, may, rights
from bot.domain.telling import news_of
from bot.domain.tickets import SILENT, Act, Ticket, filed_status
from bot.services.ports import UnitOfWork

_log = logging.getLogger(__name__)
UNDO_TIME = timedelta(seconds=15)
"""An answer leaves the office so long after it was confirmed, and can be taken back until then."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an act came to: the ticket as it is now, its new line of history, whom to tell."""

    ticket: Ticket
    event: Event
    news: tuple[News, ...]


class Alarms(Protocol):
    """What is planned to be said about a ticket in time."""

    async def reset(self, work: UnitOfWork, ticket: Ticket, now: datetime) -> None:
        """Plan what is to be said about the ticket as it stands, and nothing else."""
        ...


_ANSWERS = frozenset({Act.ANSWER, Act.REJECT})
SUBSTITUTE = "substitute"
"""What the history says of an act by whoever stands in for the holder of a post."""

DeadlineFinder: TypeAlias = Callable[[UnitOfWork], Awaitable[Deadlines]]


class Tickets:
    """The one door through which tickets change."""

    def __init__(self, deadlines: DeadlineFinder, alarms: Alarms) -> None:
        """Reckon with the deadlines of the moment, and plan alarms with each change."""
        self._deadlines = deadlines
        self._alarms = alarms

    async def file(
        self, work: UnitOfWork, filing: Filing, office: Directory, now: datetime
    ) -> Change:
        """Keep a new ticket under a fresh number, with its files; tell whose desk it is on.

        Raises DomainError("ticket.filed_already") if the draft was filed before.
        """
        files = await work.attachments.of_draft(filing.draft_id)
        marks = [file.facts.file_id for file in files]
        clock = clock_at_filing(now, await self._deadlines(work))
        ticket = _fresh(filing, _digest(filing.text, marks), clock, now)
        ticket = replace(ticket, edition=await _edition(work, ticket.standard))
        ticket = replace(ticket, id=await work.tickets.add(ticket))
        await work.attachments.file(filing.draft_id, ticket.id)
        data = {"text": filing.text, "files": [file.id for file in files], "owner": ticket.owner}
        event = _event(ticket, Act.FILE, filing.complainant, now, data=data, office=office)
        return await self._keep(work, None, ticket, event, office)

    async def act(self, work: UnitOfWork, call: Call, office: Directory, now: datetime) -> Change:
        """Do something to a ticket.

        Raises DomainError: ticket.unknown, ticket.not_allowed, ticket.no_such_move,
        ticket.changed_meanwhile (somebody else was first), ticket.no_owner, ticket.answer_sent.
        """
        before = await self._known(work, call, office, now)
        if call.act is Act.UNDO_ANSWER:
            await _take_answer_back(work, before)
        ticket, event = await self._after(work, before, call, office, now)
        return await self._keep(work, before, ticket, event, office)

    async def rehearse(
        self, work: UnitOfWork, call: Call, office: Directory, now: datetime
    ) -> Change:
        """Return what an act would come to, without doing it; raises what `act` raises."""
        before = await self._known(work, call, office, now)
        ticket, event = await self._after(work, before, call, office, now)
        return Change(ticket, event, news_of(before, ticket, event, office))

    async def _after(
        self, work: UnitOfWork, before: Ticket, call: Call, office: Directory, now: datetime
    ) -> tuple[Ticket, Event]:
        """Return the ticket as a call leaves it, and the line that tells it."""
        changes = effect(before, call, office, now)
        deadlines = await self._deadlines(work)
        changes |= clock_after(before, call.act, now, deadlines)
        if "standard" in changes:
            changes["edition"] = await _edition(work, changes["standard"])
        ticket = before.after(call.act, now, **changes)
        data = dict(call.data) | ({"owner": ticket.owner} if "owner" in changes else {})
        if call.act is Act.ASK:
            data["until"] = deadlines.due(Limit.SUPPLY, now).isoformat()
        if call.act in _ANSWERS and (due := due_now(before, now, deadlines)) is not None:
            data["due"] = due.isoformat()  # whether it was in time: rules may change later
        event = _event(before, call.act, call.by, now, data=data, office=office)
        return ticket, event

    async def reckon(
        self,
        work: UnitOfWork,
        ticket: Ticket,
        fields: Mapping[str, Any],
        moved: Moved,
        now: datetime,
    ) -> Ticket:
        """Keep the clock as changed rules have it; alarms are the caller's, who does many."""
        event = sealed(
            Event(ticket.id, ticket.events + 1, Act.RECKON, now, data=moved.to_data()), ticket.head
        )
        ticket = ticket.after(Act.RECKON, now, **fields)
        ticket = replace(ticket, head=event.seal, events=event.number)
        await work.tickets.save(ticket)
        await work.tickets.append(event)
        return replace(ticket, version=ticket.version + 1)

    async def note_reading(
        self, work: UnitOfWork, ticket: Ticket, by: int, office: Directory, now: datetime
    ) -> Ticket:
        """Write down that an official has read a confidential ticket."""
        event = _event(ticket, Act.READ, by, now, data={}, office=office)
        change = await self._keep(work, ticket, ticket, event, office)
        return change.ticket

    async def _known(
        self, work: UnitOfWork, call: Call, office: Directory, now: datetime
    ) -> Ticket:
        """Return the ticket, if the call may be made on it as it stands."""
        ticket = await work.tickets.get(call.ticket_id)
        if ticket is None:
            raise DomainError("ticket.unknown")
        if call.by is not None and call.act not in rights(call.by, ticket, office, now):
            _log.warning("refused: %s of ticket %d", call.act.value, ticket.id)
            raise DomainError("ticket.not_allowed")
        if call.version is not None and await self._is_stale(work, ticket, call.version):
            raise DomainError("ticket.changed_meanwhile")
        if not ticket.allows(call.act) or not (
            call.by is None or may(call.by, call.act, ticket, office, now)
        ):
            raise DomainError("ticket.no_such_move", act=call.act.value, status=ticket.status.value)
        return ticket

    async def _is_stale(self, work: UnitOfWork, ticket: Ticket, version: int) -> bool:
        """Tell whether something was done since that version; being read changes nothing."""
        if version == ticket.version:
            return False
        history = await work.tickets.history(ticket.id)
        later = history[version:]  # each version has one line
        return version > ticket.version or any(event.act not in SILENT for event in later)

    async def _keep(
        self,
        work: UnitOfWork,
        before: Ticket | None,
        ticket: Ticket,
        event: Event,
        office: Directory,
    ) -> Change:
        """Write the ticket and its new line down, and plan what is to be said in time."""
        event = sealed(event, ticket.head)
        ticket = replace(ticket, head=event.seal, events=event.number)
        await work.tickets.save(ticket)
        ticket = replace(ticket, version=ticket.version + 1)
        await work.tickets.append(event)
        if event.act is not Act.READ:
            await self._alarms.reset(work, ticket, event.at)
        return Change(ticket, event, news_of(before, ticket, event, office))


async def _edition(work: UnitOfWork, standard: str | None) -> str | None:
    """Return the digest of the document in force, to which the ticket keeps."""
    return None if standard is None else await work.standards.digest_of(standard)


def _fresh(filing: Filing, digest: str, clock: Mapping[str, Any], now: datetime) -> Ticket:
    placement = filing.placement
    return Ticket(
        id=0,
        number=new_number(),
        draft_id=filing.draft_id,
        kind=filing.kind,
        status=filed_status(placement.owner, decided=placement.decided),
        text=filing.text,
        digest=digest,
        complainant=filing.complainant,
        confidential=filing.confidential,
        language=filing.language,
        filed_at=now,
        changed_at=now,
        **placed(placement),
        **clock,
    )


def _event(  # noqa: PLR0913 - an event is who, what, when and in whose right
    ticket: Ticket,
    act: Act,
    by: int | None,
    now: datetime,
    *,
    data: Mapping[str, Any],
    office: Directory,
) -> Event:
    """Return the next line of the history, with the post in whose right it is done."""
    event = Event(ticket.id, ticket.events + 1, act, now, by, data=data)
    if by is None or by == ticket.complainant:
        return event
    right = in_right_of(by, ticket, office, now)
    if right is None or right.holding is None:
        return event
    stands_in = right.substitute_for is not None
    holding = SUBSTITUTE if stands_in else right.holding.value
    return replace(event, post=right.post, holding=holding)


async def _take_answer_back(work: UnitOfWork, ticket: Ticket) -> None:
    """Keep the last answer from going out; commit raises DomainError if it has gone."""
    history = await work.tickets.history(ticket.id)
    number = max((event.number for event in history if event.act is Act.ANSWER), default=0)
    await work.outbox.cancel(answer_key(ticket.id, number), DomainError("ticket.answer_sent"))


def _digest(text: str, files: Sequence[str]) -> str:
    """Return the SHA-256 of what is filed, for the receipt."""
    return hashlib.sha256(json.dumps([text, *files]).encode()).hexdigest()
