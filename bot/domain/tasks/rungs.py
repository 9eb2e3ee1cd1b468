"""Which rungs of the ladder are climbed, and by which figures: the office's, and a task's own.

When each rung is told is reckoned in `bot.domain.tasks.ladder`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from types import MappingProxyType
from typing import Any, Self

from bot.domain.errors import DomainError

FIGURES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "near_days": (1, 10),
        "near_share": (50, 95),
        "climb_1_days": (1, 20),
        "climb_2_days": (2, 40),
    }
)
"""The figures of rungs with the least and the most that each may be."""

RUNGS = ("begin", "near", "day", "due", "late", "climb_1", "climb_2")
_TO_DOERS = RUNGS[:5]


@dataclass(frozen=True, slots=True)
class LadderRules:
    """Which rungs are told; one that is off is not.

    `near_days` working days before the deadline where the step takes two days or longer, else
    when `near_share` percent of its time are over; `climb_…_days` working days after it. `late` is
    the line in the overview of each morning.
    """

    begin: bool = True
    near: bool = True
    day: bool = True
    due: bool = True
    late: bool = True
    climb_1: bool = True
    climb_2: bool = True
    near_days: int = 1
    near_share: int = 75
    climb_1_days: int = 1
    climb_2_days: int = 3

    def but(self, data: object) -> Self:
        """Return the rules with what stored data say otherwise; what makes no sense is left out."""
        if not isinstance(data, Mapping):
            return self
        kept = {name: value for name, value in data.items() if _fits(str(name), value)}
        found = replace(self, **kept)
        least = max(found.climb_2_days, found.climb_1_days + 1)
        return replace(found, climb_2_days=least)

    def but_for(self, base: LadderRules) -> dict[str, Any]:
        """Return as JSON data what is other than in these rules."""
        usual = asdict(base)
        return {name: value for name, value in asdict(self).items() if usual[name] != value}

    def changed(self, name: str, value: int) -> Self:
        """Return the rules with one rung on (1) or off (0), or another figure.

        Raises DomainError: ladder.bounds, ladder.order (the next but one before the next),
        ladder.silent (nobody who does a step would hear of it any more).
        """
        wanted = bool(value) if name in RUNGS and value in (0, 1) else value
        if not _fits(name, wanted):
            least, most = FIGURES.get(name, (0, 1))
            raise DomainError("ladder.bounds", least=least, most=most)
        changes: dict[str, Any] = {name: wanted}
        found = replace(self, **changes)
        if found.climb_2_days <= found.climb_1_days:
            raise DomainError("ladder.order")
        if not any(getattr(found, rung) for rung in _TO_DOERS):
            raise DomainError("ladder.silent")
        return found

    def climbs(self) -> tuple[int | None, int | None]:
        """Return after how many working days each level above is told; None: it is not."""
        first = self.climb_1_days if self.climb_1 else None
        return first, self.climb_2_days if self.climb_2 else None

    @property
    def mark(self) -> str:
        """Return what tells these rules from others; "" for those that ship."""
        own = self.but_for(LadderRules())
        return json.dumps(own, sort_keys=True) if own else ""


def _fits(name: str, value: object) -> bool:
    """Tell whether a field may have a value."""
    if name in RUNGS:
        return isinstance(value, bool)
    bounds = FIGURES.get(name)
    if bounds is None or isinstance(value, bool) or not isinstance(value, int):
        return False
    return bounds[0] <= value <= bounds[1]


NAMES = tuple(field.name for field in fields(LadderRules))
"""All that can be set."""
