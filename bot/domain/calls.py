"""What people ask of a ticket: to file one, to do something to it, and where it is to go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.directory import SERVICE_DESK
from bot.domain.tickets import Act, TicketKind


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a ticket goes and why: posts by key; `decided` is False where somebody must decide."""

    owner: str = SERVICE_DESK
    decided: bool = False
    standard: str | None = None
    standard_title: str | None = None
    received_by: str | None = None
    together_with: tuple[str, ...] = ()
    delegation: str | None = None
    barred: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    reason: Mapping[str, Any] = field(default_factory=dict)
    source: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filing:
    """What somebody files; `complainant` is a person, `draft_id` makes a second press harmless."""

    draft_id: str
    kind: TicketKind
    text: str
    complainant: int
    confidential: bool
    language: str
    placement: Placement


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody does to a ticket (`by` None: the system).

    `version` is that of the ticket as the person saw it, None where it does not matter. `data`
    is what was written; `owner` the post it goes to; `placement` the way it takes now.
    """

    ticket_id: int
    act: Act
    by: int | None
    version: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    owner: str | None = None
    placement: Placement | None = None
