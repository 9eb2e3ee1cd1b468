"""An office changes its calendar: days closed and opened, entries removed, seasons of other hours.

Each function returns new overrides, or raises DomainError where there is nothing to change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.errors import DomainError
from bot.domain.working_time.calendar import WorkingCalendar
from bot.domain.working_time.days import DayOff, seasons_of
from bot.domain.working_time.hours import Season, same_season
from bot.domain.working_time.overrides import CalendarOverrides, ClosedDay

MOST_DAYS = 62
"""So many days can be closed or opened at once; more is a mistake."""

LONGEST_NAME = 120
_BACK, _AHEAD = timedelta(days=370), timedelta(days=3 * 366)
LONGEST_SEASON = timedelta(days=120)


def require_near(first: date, last: date, today: date) -> None:
    """Raise DomainError("calendar.too_far") for dates that nobody plans today."""
    if first < today - _BACK or last > today + _AHEAD:
        raise DomainError("calendar.too_far", since=today - _BACK, until=today + _AHEAD)


def closable(calendar: WorkingCalendar, first: date, last: date) -> tuple[date, ...]:
    """Return the days that closing would change: worked ones, and holidays yet to be confirmed."""
    off = {one.day: one for one in calendar.days_off(first, last)}
    days = _days(first, last)
    return tuple(day for day in days if day not in off or off[day].estimated)


def openable(calendar: WorkingCalendar, first: date, last: date) -> tuple[date, ...]:
    """Return the days off from a date to another; weekends in a longer span stay off."""
    off = calendar.days_off(first, last)
    if first == last:
        return tuple(one.day for one in off)
    return tuple(one.day for one in off if one.why is not DayOff.WEEKEND)


def with_closed(overrides: CalendarOverrides, days: Iterable[date], name: str) -> CalendarOverrides:
    """Close days under a name."""
    closing = _required(days, "calendar.closed_already")
    kept = tuple(one for one in overrides.closed if one.day not in closing)
    new = tuple(ClosedDay(day, " ".join(name.split())) for day in closing)
    return replace(
        overrides,
        closed=tuple(sorted((*kept, *new), key=lambda one: one.day)),
        open=tuple(day for day in overrides.open if day not in closing),
    )


def with_opened(overrides: CalendarOverrides, days: Iterable[date]) -> CalendarOverrides:
    """Open days, whatever closes them."""
    opening = _required(days, "calendar.open_already")
    return replace(
        overrides,
        closed=tuple(one for one in overrides.closed if one.day not in opening),
        open=tuple(sorted({*overrides.open, *opening})),
    )


def without_day(overrides: CalendarOverrides, day: date) -> CalendarOverrides:
    """Forget what the office has set for a day: it is again what the shipped calendar says."""
    closed = tuple(one for one in overrides.closed if one.day != day)
    opened = tuple(one for one in overrides.open if one != day)
    if (closed, opened) == (overrides.closed, overrides.open):
        raise DomainError("calendar.no_entry")
    return replace(overrides, closed=closed, open=opened)


def with_season(overrides: CalendarOverrides, season: Season) -> CalendarOverrides:
    """Let other hours hold; a season of the same name is corrected by it."""
    if season.last - season.first > LONGEST_SEASON:
        raise DomainError("calendar.season_too_long", days=LONGEST_SEASON.days)
    kept = tuple(one for one in overrides.seasons if not same_season(one, season))
    return replace(overrides, seasons=(*kept, season))


def without_season(overrides: CalendarOverrides, name: str) -> CalendarOverrides:
    """Forget a season of the office's own."""
    kept = tuple(one for one in overrides.seasons if one.name != name)
    if kept == overrides.seasons:
        raise DomainError("calendar.no_entry")
    return replace(overrides, seasons=kept)


def seasons_from(overrides: CalendarOverrides, day: date) -> tuple[Season, ...]:
    """Return the seasons that end on a day or later, shipped ones as the office has them."""
    found = [one for one in seasons_of(overrides) if one.last >= day]
    return tuple(sorted(found, key=lambda one: one.first))


def _days(first: date, last: date) -> list[date]:
    count = (last - first).days + 1
    if count > MOST_DAYS:
        raise DomainError("calendar.too_many_days", most=MOST_DAYS)
    return [first + timedelta(days=number) for number in range(count)]


def _required(days: Iterable[date], key: str) -> frozenset[date]:
    found = frozenset(days)
    if not found:
        raise DomainError(key)
    return found
