"""By which rules the dates of running tickets are reckoned, and how far a reckoning anew has come.

Kept as JSON in the office setting `reckoned`; it is Pandu's own and no change by a person.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any, Self

from bot.domain.general_limits import general_limits
from bot.domain.office_rules import OfficeRules
from bot.domain.working_time.national import national_days
from bot.domain.working_time.shipped import shipped_hours

SETTING = "reckoned"
_YEARS = range(-1, 3)
"""The years, from the present one, in which deadlines of running tickets can lie."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """All dates are by `rules`, whose stamp is `stamp`; {} and "" if that is not known.

    While a reckoning by the rules of the stamp `to` is under way, the tickets up to the id
    `after` are by those. `told` are the rules as they were when everybody had last been told:
    the reasons that people are given begin there.
    """

    stamp: str = ""
    rules: Mapping[str, Any] = field(default_factory=dict)
    to: str | None = None
    after: int = 0
    told: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: object) -> Self:
        """Return what a setting says; nothing is known from none."""
        if not isinstance(data, Mapping):
            return cls()
        return cls(data["stamp"], data["rules"], data["to"], data["after"], data["told"])

    def to_data(self) -> dict[str, Any]:
        """Return it as JSON data."""
        return asdict(self)


def rules_data(rules: OfficeRules) -> dict[str, Any]:
    """Return those of the office's rules that dates depend on, as settings have them."""
    return {"calendar": rules.calendar.to_data(), "limits": dict(rules.limits)}


def stamp_of(rules: OfficeRules, year: int) -> str:
    """Return a digest of all that dates depend on, in and around a year."""
    written = json.dumps([rules_data(rules), _shipped(year)], sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


@lru_cache(maxsize=4)
def _shipped(year: int) -> str:
    """Return a digest of the limits, hours and holidays that ship."""
    limits = sorted((g.name, g.span.rule.value, str(g.span.amount)) for g in _limits())
    holidays = {
        day.isoformat(): holiday.name
        for ahead in _YEARS
        for day, holiday in national_days(year + ahead).items()
    }
    written = json.dumps([limits, holidays]) + repr(shipped_hours())
    return hashlib.sha256(written.encode()).hexdigest()


def _limits() -> tuple[Any, ...]:
    return tuple(general_limits().values())
