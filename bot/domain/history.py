"""The history of a ticket: append-only, each line sealed to the one before it.

A line's seal covers digests of its content, so that anonymising content later breaks nothing,
while a changed, missing or swapped line is noticed.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.tickets import MOVES, Act, Ticket, TicketStatus

_SALT = "salt"  # keeps short contents ("ya") from being guessed from their digest


@dataclass(frozen=True, slots=True)
class Event:
    """One act on a ticket: who did it (`actor`, a person; None: the system), as what, and when.

    `post` is the post in whose right it was done, `holding` how that is held ("plt"); `data` is
    what was written or chosen, `data_digest` its SHA-256, which stays when the data are erased.
    """

    ticket_id: int
    number: int
    act: Act
    at: datetime
    actor: int | None = None
    post: str | None = None
    holding: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    data_digest: str = ""
    seal: str = ""


def sealed(event: Event, head: str) -> Event:
    """Return the event with its digests, sealed to the seal of the one before it."""
    data = {**event.data, "by": event.actor, _SALT: secrets.token_hex(8)}
    whole = replace(event, data=data, data_digest=digest_of(data))
    return replace(whole, seal=_seal(whole, head))


def digest_of(data: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a content, in hex."""
    written = json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def is_whole(events: Iterable[Event], head: str, count: int) -> bool:
    """Tell whether nobody has changed, removed or added a line: all seals fit up to `head`.

    An event whose data were erased (empty) is judged by its digest alone.
    """
    seal = ""
    number = 0
    for number, event in enumerate(events, 1):
        fits = not event.data or digest_of(event.data) == event.data_digest
        if event.number != number or not fits or _seal(event, seal) != event.seal:
            return False
        seal = event.seal
    return seal == head and number == count


def tells(ticket: Ticket, events: Sequence[Event]) -> bool:
    """Tell whether a whole history leads to the ticket as it stands: status, desk and text.

    What was erased from it cannot contradict.
    """
    if not events or events[0].act is not Act.FILE:
        return False
    status: TicketStatus | None = None  # decided by the placement, until something moves it
    for event in events[1:]:
        move = MOVES.get(event.act)
        if move is None:
            return False
        status = move.target or status
    owners = [event.data["owner"] for event in events if "owner" in event.data]
    erased = not events[0].data
    fits = status is None or status is ticket.status
    return fits and (
        erased or (owners[-1:] == [ticket.owner] and events[0].data.get("text") == ticket.text)
    )


def _seal(event: Event, head: str) -> str:
    at = event.at.astimezone(UTC).isoformat()
    parts = [head, event.ticket_id, event.number, event.act.value, at, event.post, event.holding]
    return hashlib.sha256(json.dumps([*parts, event.data_digest]).encode()).hexdigest()
