"""One year of a calendar as prefix sums, so that a span is added without walking over days.

Instants are pairs here: the date's ordinal and microseconds since its midnight, in office time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from bot.domain.working_time.days import DayRules, SkippedDay
from bot.domain.working_time.hours import DayHours

MINUTE = 60_000_000
"""Microseconds in a minute."""

Moment = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Year:
    """The days that are worked, their hours, the work done before each, and the days off.

    `days` are ordinals; `before` has one entry more than `days`, the last being the year's total.
    """

    days: tuple[int, ...]
    hours: tuple[DayHours, ...]
    before: tuple[int, ...]
    off: tuple[SkippedDay, ...]

    @property
    def total(self) -> int:
        """Return the microseconds worked in the whole year."""
        return self.before[-1]

    def hours_of(self, day: int) -> DayHours:
        """Return the hours of a date; none on a day off."""
        index = bisect_left(self.days, day)
        found = index < len(self.days) and self.days[index] == day
        return self.hours[index] if found else ()

    def worked_until(self, moment: Moment) -> int:
        """Return how much is worked in the year before a moment."""
        day, at = moment
        index = bisect_left(self.days, day)
        done = self.before[index]
        for block in self.hours_of(day):
            done += min(max(at - block.opens * MINUTE, 0), (block.closes - block.opens) * MINUTE)
        return done

    def end_of(self, work: int) -> Moment:
        """Return the first moment by which so much is done; 0 < work <= total."""
        index = bisect_left(self.before, work) - 1
        left = work - self.before[index]
        for block in self.hours[index]:
            length = (block.closes - block.opens) * MINUTE
            if left <= length:
                break
            left -= length
        return self.days[index], block.opens * MINUTE + left

    def begin_of(self, work: int) -> Moment:
        """Return the last moment by which no more than that is done; 0 <= work < total."""
        index = bisect_right(self.before, work) - 1
        left = work - self.before[index]
        for block in self.hours[index]:
            length = (block.closes - block.opens) * MINUTE
            if left < length:
                break
            left -= length
        return self.days[index], block.opens * MINUTE + left

    def off_between(self, first: date, last: date) -> tuple[SkippedDay, ...]:
        """Return the days off from a date to another, both included."""
        low = bisect_left(self.off, first, key=lambda skipped: skipped.day)
        high = bisect_right(self.off, last, key=lambda skipped: skipped.day)
        return self.off[low:high]


def year_of(rules: DayRules, year: int) -> Year:
    """Work out one year, day by day: the only place where days are walked over."""
    ordinals = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    days: list[int] = []
    hours: list[DayHours] = []
    off: list[SkippedDay] = []
    for ordinal in ordinals:
        found = rules.day(date.fromordinal(ordinal))
        if isinstance(found, SkippedDay):
            off.append(found)
        else:
            days.append(ordinal)
            hours.append(found)
    before = accumulate(map(_length, hours), initial=0)
    return Year(tuple(days), tuple(hours), tuple(before), tuple(off))


def _length(hours: DayHours) -> int:
    return sum(block.closes - block.opens for block in hours) * MINUTE
