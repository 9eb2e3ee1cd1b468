"""What the admin has set for the office, with what holds where nothing was set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from bot.domain.tasks.rungs import LadderRules
from bot.domain.working_time.mark import calendar_mark
from bot.domain.working_time.overrides import CalendarOverrides

_MOST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class OfficeRules:
    """The office's own rules; each field is a setting of the same name.

    `service_desk` is the post that takes complaints without a standard. `delegation_waits`: a
    complaint waits for the receiving post's decision where the standard says "dapat
    mendelegasikan", instead of going straight on. `limits` are amounts of days by the names of
    the general limits; `retention_days` after the end a complaint is anonymised; `ladder` says
    when steps of tasks are spoken of.
    """

    service_desk: str | None = None
    delegation_waits: bool = False
    limits: Mapping[str, int] = field(default_factory=dict)
    calendar: CalendarOverrides = field(default_factory=CalendarOverrides)
    retention_days: int = 730
    ladder: LadderRules = field(default_factory=LadderRules)

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> Self:
        """Return the rules that stored settings make; what is unknown or spoiled is left out."""
        usual = cls()
        desk = settings.get("service_desk")
        calendar = settings.get("calendar")
        return cls(
            service_desk=desk if isinstance(desk, str) else None,
            delegation_waits=settings.get("delegation_waits") is True,
            limits=_amounts(settings.get("limits")),
            calendar=CalendarOverrides.from_data(calendar) if calendar else usual.calendar,
            retention_days=_amount(settings.get("retention_days")) or usual.retention_days,
            ladder=usual.ladder.but(settings.get("ladder")),
        )


def reckoning_mark(rules: OfficeRules) -> str:
    """Return the mark of all that reminders of tasks go by: another mark, other times."""
    return calendar_mark(rules.calendar) + rules.ladder.mark


def _amounts(value: object) -> Mapping[str, int]:
    if not isinstance(value, Mapping):
        return {}
    amounts = {str(name): _amount(amount) for name, amount in value.items()}
    return {name: amount for name, amount in amounts.items() if amount is not None}


def _amount(value: object) -> int | None:
    """Return a number of days that makes sense, or None."""
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return value if is_whole and isinstance(value, int) and 0 < value <= _MOST_DAYS else None
