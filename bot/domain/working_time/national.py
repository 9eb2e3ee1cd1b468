"""National holidays and cuti bersama of a year, from the library `holidays`.

The only importer of that library, and only when a year is first asked for: its import costs more
than all else that a command does at its start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from bot.domain.errors import DomainError

FIRST_YEAR, LAST_YEAR = 1946, 2100
"""The years that the library knows of."""

_FIRST_CUTI_BERSAMA = 2002
_ESTIMATED = " (perkiraan)"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off in the whole country; `estimated` while its date is not confirmed."""

    name: str
    cuti_bersama: bool = False
    estimated: bool = False


@cache
def national_days(year: int) -> Mapping[date, Holiday]:
    """Return a year's public holidays and cuti bersama by date, named in Indonesian."""
    from holidays.countries.indonesia import Indonesia

    found: dict[date, Holiday] = {}
    for category in ("government", "public"):  # a date that is both is the public holiday
        days = Indonesia(years=year, categories=(category,), language="id")
        for day, name in days.items():
            found[day] = Holiday(
                name=name.replace(_ESTIMATED, ""),
                cuti_bersama=category == "government",
                estimated=_ESTIMATED in name,
            )
    return MappingProxyType(dict(sorted(found.items())))


def awaits_decree(year: int) -> bool:
    """Tell whether the year's cuti bersama are not known yet."""
    known = any(day.cuti_bersama for day in national_days(year).values())
    return year >= _FIRST_CUTI_BERSAMA and not known


def require_known(year: int) -> None:
    """Raise DomainError("calendar.out_of_range") for a year whose holidays are not known."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise beyond_known(year)


def beyond_known(year: int) -> DomainError:
    """Return the error for a year whose holidays are not known."""
    return DomainError("calendar.out_of_range", year=year, first=FIRST_YEAR, last=LAST_YEAR)
