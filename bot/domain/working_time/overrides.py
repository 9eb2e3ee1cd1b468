"""What an office sets above the shipped calendar, and the JSON it is kept in.

    {"closed": {"2026-12-24": "name"},
     "open": ["2026-12-26"],
     "seasons": [{"from": "2026-02-19", "to": "2026-03-20",
                  "hours": {"mon": [["08:00", "12:00"], ["12:30", "15:00"]]}}]}

A season may also have "name", "basis" and "estimated".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self

from bot.domain.errors import DomainError
from bot.domain.working_time.hours import Season, read_week, week_data
from bot.domain.working_time.shipped import shipped_hours

_KEYS = ("closed", "open", "seasons")
_SEASON_KEYS = ("from", "to", "hours", "name", "basis", "estimated")

_LONGEST_CLOSURE = timedelta(days=366)
"""A season that closes the office for longer is a mistake: no deadline could be placed."""


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A date on which the office is closed, and what for."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class CalendarOverrides:
    """Closed days with their names, days that are worked after all, seasons (the last is on top).

    A season with the name of a shipped one stands in its place, also on dates that it leaves out.

    A day that is opened has its weekday's hours, else those of the week's first working day.
    """

    closed: tuple[ClosedDay, ...] = ()
    open: tuple[date, ...] = ()
    seasons: tuple[Season, ...] = ()

    @classmethod
    def from_data(cls, data: object) -> Self:
        """Return the overrides that JSON data describe; raises DomainError, naming the fault."""
        if not isinstance(data, Mapping):
            raise DomainError("calendar.not_an_object")
        _know(data, _KEYS, "-")
        overrides = cls(
            _closed(data.get("closed", {})),
            _open(data.get("open", [])),
            _seasons(data.get("seasons", [])),
        )
        for one in overrides.closed:
            if one.day in overrides.open:
                raise DomainError("calendar.open_and_closed", day=one.day)
        return overrides

    def to_data(self) -> dict[str, Any]:
        """Return the overrides as JSON data; `from_data` makes the same of it."""
        return {
            "closed": {one.day.isoformat(): one.name for one in self.closed},
            "open": [day.isoformat() for day in self.open],
            "seasons": [_season_data(season) for season in self.seasons],
        }


def _closed(data: object) -> tuple[ClosedDay, ...]:
    if not isinstance(data, Mapping):
        raise DomainError("calendar.closed")
    for day, name in data.items():
        if not isinstance(name, str) or not name.strip():
            raise DomainError("calendar.closed_name", day=str(day))
    days = (ClosedDay(_date(day, "closed"), name.strip()) for day, name in data.items())
    return tuple(sorted(days, key=lambda one: one.day))


def _open(data: object) -> tuple[date, ...]:
    if not isinstance(data, list):
        raise DomainError("calendar.open")
    return tuple(sorted({_date(day, "open") for day in data}))


def _seasons(data: object) -> tuple[Season, ...]:
    if not isinstance(data, list):
        raise DomainError("calendar.seasons")
    return tuple(_season(entry, f"seasons[{index}]") for index, entry in enumerate(data))


def _season(entry: object, where: str) -> Season:
    if not isinstance(entry, Mapping):
        raise DomainError("calendar.seasons")
    _know(entry, _SEASON_KEYS, where)
    first, last = _date(entry.get("from"), f"{where}.from"), _date(entry.get("to"), f"{where}.to")
    if first > last:
        raise DomainError("calendar.season_order", where=where, first=first, last=last)
    season = Season(
        first,
        last,
        read_week(entry.get("hours"), f"{where}.hours"),
        name=str(entry.get("name", "")),
        basis=str(entry.get("basis", "")),
        estimated=entry.get("estimated", False) is True,
    )
    if last - first > _LONGEST_CLOSURE and not any(season.over(shipped_hours().usual)):
        raise DomainError("calendar.never_open", day=first)
    return season


def _season_data(season: Season) -> dict[str, Any]:
    data: dict[str, Any] = {
        "from": season.first.isoformat(),
        "to": season.last.isoformat(),
        "hours": week_data(season.hours),
    }
    more = {"name": season.name, "basis": season.basis, "estimated": season.estimated}
    return data | {key: value for key, value in more.items() if value}


def _know(data: Mapping[Any, Any], keys: tuple[str, ...], where: str) -> None:
    for key in data:
        if key not in keys:
            raise DomainError(
                "calendar.unknown_key", where=where, value=str(key), known=", ".join(keys)
            )


def _date(value: object, where: str) -> date:
    try:
        found = date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:  # one way to write a date, so none is twice
        raise DomainError("calendar.date", where=where, value=str(value))
    return found
