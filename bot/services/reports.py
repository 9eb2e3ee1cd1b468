"""The register of complaints: each one's line, its clock run again from its history."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.directory import Directory
from bot.domain.history import Event
from bot.domain.limits import Limit, clock_after, clock_at_filing
from bot.domain.reporting import Line
from bot.domain.rights import barred_persons
from bot.domain.tickets import ENDED, Act, Ticket
from bot.services.deadlines import DeadlineSource, OfficeDeadlines
from bot.services.ports import UnitOfWork

_BATCH = 250
_ANSWERS = frozenset({Act.ANSWER, Act.REJECT})
_AFTERWARDS = frozenset(
    {Act.READ, Act.NOTE, Act.RATE, Act.ANONYMISE, Act.OPEN_IDENTITY, Act.RECKON}
)
_GRANTED = frozenset({Limit.FORWARD.value, Limit.FOLLOW_UP.value})


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose complaints a report is about: on the desks `posts`, or received by them.

    None: all of the office. `reader` gets none that he is barred from.
    """

    posts: Collection[str] | None = None
    reader: int | None = None


class Reports:
    """Makes registers."""

    def __init__(self, deadlines: DeadlineSource) -> None:
        """Reckon with the deadlines of the moment."""
        self._deadlines = deadlines

    async def register(
        self,
        work: UnitOfWork,
        office: Directory,
        scope: Scope,
        span: tuple[datetime, datetime],
        now: datetime,
    ) -> tuple[Line, ...]:
        """Return a line for each complaint that was filed in that time, oldest first."""
        deadlines = await self._deadlines(work)
        tickets = [
            ticket
            for ticket in await work.tickets.filed_between(*span)
            if _is_within(ticket, scope, office, now)
        ]
        lines: list[Line] = []
        for start in range(0, len(tickets), _BATCH):
            batch = tickets[start : start + _BATCH]
            histories = await work.tickets.histories([ticket.id for ticket in batch])
            lines += [
                _line(ticket, histories.get(ticket.id, ()), deadlines, office, now)
                for ticket in batch
            ]
        return tuple(lines)


def _is_within(ticket: Ticket, scope: Scope, office: Directory, now: datetime) -> bool:
    if scope.posts is None:
        return True
    if scope.reader is not None and scope.reader in barred_persons(ticket, office, now):
        return False
    own = (ticket.owner, ticket.received_by)
    return any(post is not None and office.present(post, now) in scope.posts for post in own)


def _line(
    ticket: Ticket,
    events: Sequence[Event],
    deadlines: OfficeDeadlines,
    office: Directory,
    now: datetime,
) -> Line:
    answer = _first_answer(events)
    due = _due_at(ticket, events, answer, deadlines)
    ended = ticket.changed_at if ticket.status in ENDED else None
    if ticket.status in ENDED:
        ended = next((e.at for e in reversed(events) if e.act not in _AFTERWARDS), ended)
    post = office.posts.get(office.present(ticket.owner, now))
    return Line(
        number=ticket.number,
        filed_at=ticket.filed_at,
        kind=ticket.kind,
        standard=ticket.standard_title,
        post=post.name if post else ticket.owner,
        status=ticket.status,
        confidential=ticket.confidential,
        due_at=due,
        answered_at=answer.at if answer else None,
        on_time=_on_time(ticket, answer, due, now),
        ended_at=ended,
        answer_minutes=_minutes(deadlines, ticket, answer.at if answer else None),
        end_minutes=_minutes(deadlines, ticket, ended),
        rating=ticket.rating,
        objections=ticket.objections,
        door=_door(events),
    )


def _first_answer(events: Sequence[Event]) -> Event | None:
    """Return the first answer or rejection that was not taken back."""
    for index, event in enumerate(events):
        if event.act not in _ANSWERS:
            continue
        after = next((e.act for e in events[index + 1 :] if e.act not in _AFTERWARDS), None)
        if after is not Act.UNDO_ANSWER:
            return event
    return None


def _due_at(
    ticket: Ticket, events: Sequence[Event], answer: Event | None, deadlines: OfficeDeadlines
) -> datetime | None:
    """Return by when it had to be answered, when it was, as the answer's line has it.

    Where that was erased, its clock is run again until then.
    """
    if answer is None:
        return ticket.due_at if ticket.limit in _GRANTED else None
    if "due" in answer.data:
        return datetime.fromisoformat(answer.data["due"])
    then = replace(ticket, **_fields(clock_at_filing(ticket.filed_at, deadlines)))
    for event in events[1:]:
        if event.number >= answer.number:
            break
        then = replace(then, **_fields(clock_after(then, event.act, event.at, deadlines)))
    if then.paused_since is None or then.limit is None or then.limit_from is None:
        return then.due_at
    paused = then.paused_minutes + deadlines.working_minutes(then.paused_since, answer.at)
    return deadlines.due(then.limit, then.limit_from, paused)


def _fields(clock: Mapping[str, object]) -> dict[str, Any]:
    return dict(clock)


def _on_time(
    ticket: Ticket, answer: Event | None, due: datetime | None, now: datetime
) -> bool | None:
    if due is None:
        return None
    if answer is not None:
        return answer.at <= due
    overdue = ticket.paused_since is None and ticket.status not in ENDED and now > due
    return False if overdue else None


def _minutes(deadlines: OfficeDeadlines, ticket: Ticket, until: datetime | None) -> int | None:
    return None if until is None else deadlines.working_minutes(ticket.filed_at, until)


def _door(events: Sequence[Event]) -> str | None:
    """Return where the last rejection sent the complainant, if the act says so."""
    rejected = next((e for e in reversed(events) if e.act is Act.REJECT), None)
    door = rejected.data.get("door") if rejected else None
    return None if door is None else str(door)
