"""What each date is: worked, and when; or off, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from bot.domain.working_time.hours import DayHours, Season, in_force, same_season
from bot.domain.working_time.national import national_days
from bot.domain.working_time.overrides import CalendarOverrides
from bot.domain.working_time.shipped import shipped_hours


class DayOff(StrEnum):
    """Why a date is not worked."""

    WEEKEND = "weekend"  # the week has no hours on that day
    HOLIDAY = "holiday"
    CUTI_BERSAMA = "cuti_bersama"
    CLOSED = "closed"  # by the office itself


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A date that does not count, and why; `name` is "" on a mere weekend.

    `estimated` while the date of the holiday is not confirmed.
    """

    day: date
    why: DayOff
    name: str = ""
    estimated: bool = False


def seasons_of(overrides: CalendarOverrides) -> tuple[Season, ...]:
    """Return the shipped seasons and the office's own above them, which correct their namesakes."""
    shipped = (
        one
        for one in shipped_hours().seasons
        if not any(same_season(one, own) for own in overrides.seasons)
    )
    return (*shipped, *overrides.seasons)


@dataclass(frozen=True, slots=True)
class DayRules:
    """The shipped hours and national holidays under what an office sets above them."""

    closed: Mapping[date, str]
    open: frozenset[date]
    seasons: tuple[Season, ...]

    @classmethod
    def under(cls, overrides: CalendarOverrides) -> Self:
        """Return the rules that hold with these overrides."""
        return cls(
            closed={one.day: one.name for one in overrides.closed},
            open=frozenset(overrides.open),
            seasons=seasons_of(overrides),
        )

    def day(self, day: date) -> DayHours | SkippedDay:
        """Return the hours of a date, never none, or why it is off."""
        week = in_force(day, shipped_hours().usual, self.seasons)
        own = week[day.weekday()]
        if day in self.open:  # one without hours of its own has those of the first day of work
            own = own or next(filter(None, week), ())
        elif off := self._off(day):
            return off
        return own or SkippedDay(day, DayOff.WEEKEND)

    def _off(self, day: date) -> SkippedDay | None:
        if day in self.closed:
            return SkippedDay(day, DayOff.CLOSED, self.closed[day])
        holiday = national_days(day.year).get(day)
        if holiday is None:
            return None
        why = DayOff.CUTI_BERSAMA if holiday.cuti_bersama else DayOff.HOLIDAY
        return SkippedDay(day, why, holiday.name, holiday.estimated)
