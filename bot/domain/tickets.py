"""A pengaduan, keluhan or masukan on its way: what it is, and the only moves its status can make.

Each move returns the changed ticket; that it is written down in the history is the service's
duty, who may make it is decided in `bot.domain.rights`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from bot.domain.directory import SERVICE_DESK
from bot.domain.errors import DomainError


class TicketKind(StrEnum):
    """What the sender wants: a wrong looked into, a dissatisfaction heard, an idea taken up."""

    PENGADUAN = "pengaduan"
    KELUHAN = "keluhan"
    MASUKAN = "masukan"


class TicketStatus(StrEnum):
    """Where a ticket stands."""

    UNDECIDED = "undecided"  # somebody must decide to whom it goes
    RECEIVED = "received"  # on a desk, not yet taken up
    HANDLED = "handled"  # taken up
    WAITING = "waiting"  # the complainant owes an answer: the clock stands still
    ANSWERED = "answered"
    REJECTED = "rejected"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # by the complainant
    LAPSED = "lapsed"  # the complainant never answered: deemed withdrawn, with a way back


class Act(StrEnum):
    """What can be done with a ticket; each is one line of its history."""

    FILE = "file"
    ROUTE = "route"
    CHOOSE_STANDARD = "choose_standard"
    ACCEPT = "accept"
    ASK = "ask"
    SUPPLY = "supply"
    CORRECT = "correct"
    PASS_ON = "pass_on"  # noqa: S105 - an act, not a password
    TAKE_OVER = "take_over"
    RETURN = "return"
    NOTE = "note"
    ANSWER = "answer"
    UNDO_ANSWER = "undo_answer"
    REJECT = "reject"
    CLOSE = "close"
    SETTLE = "settle"
    LAPSE = "lapse"
    CONFIRM = "confirm"
    OBJECT = "object"
    WITHDRAW = "withdraw"
    RATE = "rate"
    READ = "read"
    OPEN_IDENTITY = "open_identity"
    ESCALATE = "escalate"
    RECKON = "reckon"  # the calendar or a limit has changed, and with it a date
    ANONYMISE = "anonymise"


_S = TicketStatus
OPEN = frozenset({_S.UNDECIDED, _S.RECEIVED, _S.HANDLED, _S.WAITING})
"""Statuses in which somebody still owes something."""

ENDED = frozenset({_S.CLOSED, _S.WITHDRAWN, _S.LAPSED, _S.REJECTED})
"""Statuses in which nobody does; ANSWERED is neither: the complainant may yet object."""

SILENT = frozenset({Act.READ, Act.RECKON})
"""Acts after which whoever saw the ticket before may go on as if nothing had happened."""

_DESK = frozenset({_S.UNDECIDED, _S.RECEIVED, _S.HANDLED})
_ANY = frozenset(TicketStatus)


class Move(NamedTuple):
    """From which statuses an act is possible, and to which it leads (None: it stays)."""

    origins: frozenset[TicketStatus]
    target: TicketStatus | None


MOVES: Mapping[Act, Move] = {
    Act.ROUTE: Move(_DESK, _S.RECEIVED),
    Act.CHOOSE_STANDARD: Move(frozenset({_S.UNDECIDED}), None),
    Act.ACCEPT: Move(frozenset({_S.RECEIVED}), _S.HANDLED),
    Act.ASK: Move(frozenset({_S.RECEIVED, _S.HANDLED}), _S.WAITING),
    Act.SUPPLY: Move(frozenset({_S.WAITING, _S.LAPSED}), _S.HANDLED),
    Act.CORRECT: Move(OPEN | {_S.ANSWERED}, None),
    Act.PASS_ON: Move(OPEN, _S.RECEIVED),
    Act.TAKE_OVER: Move(OPEN, _S.HANDLED),
    Act.RETURN: Move(frozenset({_S.RECEIVED, _S.HANDLED}), _S.UNDECIDED),
    Act.NOTE: Move(_ANY, None),
    Act.ANSWER: Move(frozenset({_S.RECEIVED, _S.HANDLED, _S.WAITING}), _S.ANSWERED),
    Act.UNDO_ANSWER: Move(frozenset({_S.ANSWERED}), _S.HANDLED),
    Act.REJECT: Move(OPEN, _S.REJECTED),
    Act.CLOSE: Move(frozenset({_S.ANSWERED}), _S.CLOSED),
    Act.SETTLE: Move(frozenset({_S.ANSWERED}), _S.CLOSED),
    Act.LAPSE: Move(frozenset({_S.WAITING}), _S.LAPSED),
    Act.CONFIRM: Move(frozenset({_S.ANSWERED, _S.REJECTED}), _S.CLOSED),
    Act.OBJECT: Move(frozenset({_S.ANSWERED, _S.REJECTED, _S.CLOSED}), _S.RECEIVED),
    Act.WITHDRAW: Move(OPEN, _S.WITHDRAWN),
    Act.RATE: Move(frozenset({_S.ANSWERED, _S.REJECTED, _S.CLOSED}), None),
    Act.READ: Move(_ANY, None),
    Act.OPEN_IDENTITY: Move(_ANY, None),
    Act.ESCALATE: Move(OPEN, None),
    Act.RECKON: Move(OPEN | {_S.ANSWERED, _S.REJECTED}, None),
    Act.ANONYMISE: Move(ENDED, None),
}
"""Every way a status can change; FILE alone makes a ticket and is not among them."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """One pengaduan, keluhan or masukan.

    `text` is as filed and never changes; what is added later stands in the history. `owner` is
    the key of the post on whose desk it is, or SERVICE_DESK: never nobody. `received_by` is the
    post that receives complaints about the standard and may take it over. `barred` posts must
    not read it. `standard` is an id, `edition` the SHA-256 of its document at filing; `reason`
    and `source` say why it went where it went. The clock: `limit` runs since `limit_from` and
    ends at `due_at`; while `paused_since` is set it stands still, `paused_minutes` are the
    working minutes of earlier pauses. `head` and `events` seal the history.
    """

    id: int
    number: str
    draft_id: str
    kind: TicketKind
    status: TicketStatus
    text: str
    digest: str
    complainant: int | None
    confidential: bool
    language: str
    filed_at: datetime
    owner: str
    standard: str | None = None
    standard_title: str | None = None
    edition: str | None = None
    received_by: str | None = None
    together_with: tuple[str, ...] = ()
    delegation: str | None = None
    barred: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    reason: Mapping[str, Any] = field(default_factory=dict)
    source: Mapping[str, Any] = field(default_factory=dict)
    limit: str | None = None
    limit_from: datetime | None = None
    due_at: datetime | None = None
    paused_since: datetime | None = None
    paused_minutes: int = 0
    objections: int = 0
    rating: int | None = None
    changed_at: datetime | None = None
    version: int = 0
    head: str = ""
    events: int = 0

    def allows(self, act: Act) -> bool:
        """Tell whether the act is possible in this status."""
        move = MOVES.get(act)
        return move is not None and self.status in move.origins

    def after(self, act: Act, now: datetime, **changes: Any) -> Ticket:  # noqa: ANN401 - fields
        """Return the ticket as the act leaves it; raises DomainError if it is not possible.

        `changes` are further fields; the status is changed by the table of moves alone.
        """
        if not self.allows(act):
            raise DomainError("ticket.no_such_move", act=act.value, status=self.status.value)
        if "status" in changes or ("owner" in changes and not changes["owner"]):
            raise ValueError("a status changes by its move, and a ticket has an owner")
        target = MOVES[act].target or self.status
        return replace(self, status=target, changed_at=now, **changes)


def filed_status(owner: str, *, decided: bool) -> TicketStatus:
    """Return the status of a fresh ticket: on a desk, or waiting for somebody's decision."""
    return _S.RECEIVED if decided and owner != SERVICE_DESK else _S.UNDECIDED
