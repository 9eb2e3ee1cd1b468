"""A date of a ticket that a changed calendar or limit has moved: from when, to when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from bot.domain.tickets import Ticket
from bot.domain.working_time.differences import Difference


class Dated(StrEnum):
    """What the date is for."""

    DUE = "due"  # the office acts by then
    SETTLE = "settle"  # the complainant may object until then
    LAPSE = "lapse"  # the complainant answers by then


class Concerned(StrEnum):
    """As whom a person is told of it."""

    COMPLAINANT = "complainant"
    HANDLER = "handler"


@dataclass(frozen=True, slots=True)
class LimitChange:
    """A general limit had one number of days and has another now."""

    name: str
    was: int
    now: int


@dataclass(frozen=True, slots=True)
class Why:
    """Why a date has moved: days that count differently, a limit of another length.

    Neither: the holidays and hours that ship with Pandu have changed.
    """

    days: tuple[Difference, ...] = ()
    limit: LimitChange | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A date of a ticket was one and is another now; `line` is the number in its history."""

    ticket_id: int
    line: int
    dated: Dated
    was: datetime
    now: datetime
    why: Why = Why()

    def to_data(self) -> dict[str, Any]:
        """Return it as JSON data; `from_data` makes the same of it."""
        limit = self.why.limit
        return {
            "ticket": self.ticket_id,
            "line": self.line,
            "dated": self.dated.value,
            "was": self.was.isoformat(),
            "now": self.now.isoformat(),
            "days": [one.to_data() for one in self.why.days],
            "limit": None if limit is None else [limit.name, limit.was, limit.now],
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Return what `to_data` gave."""
        limit = data["limit"]
        return cls(
            ticket_id=data["ticket"],
            line=data["line"],
            dated=Dated(data["dated"]),
            was=datetime.fromisoformat(data["was"]),
            now=datetime.fromisoformat(data["now"]),
            why=Why(
                tuple(Difference.from_data(one) for one in data["days"]),
                None if limit is None else LimitChange(*limit),
            ),
        )


@dataclass(frozen=True, slots=True)
class MovedLine:
    """One line of what a person is told: the ticket as it stands, as whom, and what moved."""

    ticket: Ticket
    concerned: Concerned
    moved: Moved


def come_to(moves: Iterable[Moved]) -> Moved | None:
    """Return what the moves of one ticket's date come to; None if it is where it was.

    Only the last kind of date counts: what was due before an answer says nothing after it.
    """
    ordered = sorted(moves, key=lambda move: move.line)
    kept = [move for move in ordered if move.dated is ordered[-1].dated]
    if not kept or kept[0].was == kept[-1].now:
        return None
    return replace(kept[-1], was=kept[0].was)
