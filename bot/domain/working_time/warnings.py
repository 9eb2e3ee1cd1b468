"""What of a calendar is not confirmed yet, so that nobody trusts a far deadline too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.working_time.calendar import WorkingCalendar
from bot.domain.working_time.days import seasons_of
from bot.domain.working_time.national import awaits_decree
from bot.domain.working_time.overrides import CalendarOverrides


class Unconfirmed(StrEnum):
    """What may still change."""

    CUTI_BERSAMA = "cuti_bersama"  # none is decreed yet for the year
    HOLIDAY = "holiday"  # its date is an estimate
    SEASON = "season"  # from when to when is an estimate


@dataclass(frozen=True, slots=True)
class CalendarWarning:
    """One thing that may change: `first` to `last` are the dates that it is about."""

    what: Unconfirmed
    first: date
    last: date
    name: str = ""


def calendar_warnings(
    calendar: WorkingCalendar, first: date, last: date
) -> tuple[CalendarWarning, ...]:
    """Return what is not confirmed from a date to another, in the order of the dates.

    What the office has settled by an override of its own is not told.
    """
    found = (
        *_years(calendar.overrides, first, last),
        *_holidays(calendar, first, last),
        *_seasons(calendar.overrides, first, last),
    )
    return tuple(sorted(found, key=lambda warning: (warning.first, warning.what)))


def _years(overrides: CalendarOverrides, first: date, last: date) -> Iterator[CalendarWarning]:
    for year in range(first.year, last.year + 1):
        settled = any(
            one.day.year == year and _is_cuti_bersama(one.name) for one in overrides.closed
        )
        if awaits_decree(year) and not settled:
            yield CalendarWarning(Unconfirmed.CUTI_BERSAMA, date(year, 1, 1), date(year, 12, 31))


def _is_cuti_bersama(name: str) -> bool:
    return "cuti bersama" in name.casefold()


def _holidays(calendar: WorkingCalendar, first: date, last: date) -> Iterator[CalendarWarning]:
    """Yield the holidays whose date is an estimate, those that fall on a weekend too.

    An estimate that falls just outside may still move in, hence a day more on both sides.
    """
    day = timedelta(days=1)
    for skipped in calendar.days_off(first - day, last + day):
        if skipped.estimated:
            yield CalendarWarning(Unconfirmed.HOLIDAY, skipped.day, skipped.day, skipped.name)


def _seasons(overrides: CalendarOverrides, first: date, last: date) -> Iterator[CalendarWarning]:
    for season in seasons_of(overrides):
        within = season.first <= last and season.last >= first
        settled = any(o.first <= season.last and o.last >= season.first for o in overrides.seasons)
        if season.estimated and within and (not settled or season in overrides.seasons):
            yield CalendarWarning(Unconfirmed.SEASON, season.first, season.last, season.name)
