"""By which rules the dates of running tickets are reckoned, and how far a reckoning anew has come.

Kept as JSON in the office setting `reckoned`; it is Pandu's own and no change by a person.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from bot.domain.general_limits import general_limits
from bot.domain.office_rules import OfficeRules
from bot.domain.working_time.mark import calendar_mark

SETTING = "reckoned"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """All dates are by `rules`, whose mark is `mark`; {} and "" if that is not known.

    While a reckoning by the rules of the mark `to` is under way, the tickets up to the id
    `after` are by those. `told` are the rules as they were when everybody had last been told:
    the reasons that people are given begin there.
    """

    mark: str = ""
    rules: Mapping[str, Any] = field(default_factory=dict)
    to: str | None = None
    after: int = 0
    told: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: object) -> Self:
        """Return what a setting says; nothing is known from none, or from another version's."""
        if not isinstance(data, Mapping) or data.keys() != cls().to_data().keys():
            return cls()
        return cls(data["mark"], data["rules"], data["to"], data["after"], data["told"])

    def to_data(self) -> dict[str, Any]:
        """Return it as JSON data."""
        return asdict(self)


def rules_data(rules: OfficeRules) -> dict[str, Any]:
    """Return those of the office's rules that dates depend on, as settings have them."""
    return {"calendar": rules.calendar.to_data(), "limits": dict(rules.limits)}


def mark_of(rules: OfficeRules) -> str:
    """Return a text that changes with all that dates depend on, also with what ships."""
    limits = [
        (limit.name, limit.span.rule.value, str(rules.limits.get(limit.name, limit.span.amount)))
        for limit in general_limits().values()
    ]
    written = json.dumps([calendar_mark(rules.calendar), sorted(limits)])
    return hashlib.sha256(written.encode()).hexdigest()
