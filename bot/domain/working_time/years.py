"""The years of a calendar in a row: work and working days counted across the turn of the year.

Instants are moments here, as in `year`; zones belong to the calendar above.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

from bot.domain.errors import DomainError
from bot.domain.working_time.days import DayRules, SkippedDay
from bot.domain.working_time.hours import DayHours
from bot.domain.working_time.national import FIRST_YEAR, LAST_YEAR, beyond_known, require_known
from bot.domain.working_time.year import Moment, Year, year_of

_EMPTY_YEARS = 3
"""After so many years without an hour of work there is none to wait for."""


class Years:
    """All years that the national holidays are known for, each worked out when first needed.

    Two threads may work out the same year at once: both come to the same, and one is kept.
    Raises DomainError: `calendar.never_open`, or `calendar.out_of_range` beyond those years.
    """

    def __init__(self, rules: DayRules) -> None:
        """Prepare; nothing is worked out yet."""
        self._rules = rules
        self._known: dict[int, Year] = {}

    def hours(self, day: int) -> DayHours:
        """Return the hours of a date; none on a day off."""
        return self._of(day).hours_of(day)

    def next_begin(self, moment: Moment) -> Moment:
        """Return the moment itself if work goes on at it, else when it begins next."""
        work = self._of(moment[0]).worked_until(moment)
        for year in self._onward(moment[0]):
            if work < year.total:
                return year.begin_of(work)
            work -= year.total
        raise beyond_known(LAST_YEAR + 1)

    def end_after(self, moment: Moment, work: int) -> Moment:
        """Return the first moment by which so much more is worked; work > 0."""
        work += self._of(moment[0]).worked_until(moment)
        for year in self._onward(moment[0]):
            if work <= year.total:
                return year.end_of(work)
            work -= year.total
        raise beyond_known(LAST_YEAR + 1)

    def begin_before(self, moment: Moment, work: int) -> Moment:
        """Return the last moment from which so much is worked until this one; work > 0."""
        lacking = work - self._of(moment[0]).worked_until(moment)
        for number, year in enumerate(self._backward(moment[0])):
            lacking -= year.total if number else 0
            if lacking <= 0 and year.total:
                return year.begin_of(-lacking)
        raise beyond_known(FIRST_YEAR - 1)

    def work_between(self, first: Moment, last: Moment) -> int:
        """Return how much is worked from one moment to a later one."""
        years = range(_year(first[0]), _year(last[0]))
        before = sum(self.year(year).total for year in years)
        return (
            before + self._of(last[0]).worked_until(last) - self._of(first[0]).worked_until(first)
        )

    def day_after(self, day: int, count: int) -> int:
        """Return the Nth working day after a date; count > 0."""
        for year in self._onward(day):
            index = bisect_right(year.days, day) + count - 1
            if index < len(year.days):
                return year.days[index]
            count = index - len(year.days) + 1
        raise beyond_known(LAST_YEAR + 1)

    def day_before(self, day: int, count: int) -> int:
        """Return the Nth working day before a date; count > 0."""
        for year in self._backward(day):
            index = bisect_left(year.days, day) - count
            if index >= 0:
                return year.days[index]
            count = -index
        raise beyond_known(FIRST_YEAR - 1)

    def days_between(self, first: int, last: int) -> tuple[int, ...]:
        """Return the working days from a date to another, both included."""
        return tuple(
            day
            for number in range(_year(first), _year(last) + 1)
            if (days := self.year(number).days)
            for day in days[bisect_left(days, first) : bisect_right(days, last)]
        )

    def off_between(self, first: date, last: date) -> tuple[SkippedDay, ...]:
        """Return the days off from a date to another, both included."""
        return tuple(
            skipped
            for number in range(first.year, last.year + 1)
            for skipped in self.year(number).off_between(first, last)
        )

    def year(self, number: int) -> Year:
        """Return one year."""
        require_known(number)
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = year_of(self._rules, number)
        return found

    def _of(self, day: int) -> Year:
        return self.year(_year(day))

    def _onward(self, day: int) -> Iterator[Year]:
        return self._in_order(range(_year(day), LAST_YEAR + 1), day)

    def _backward(self, day: int) -> Iterator[Year]:
        return self._in_order(range(_year(day), FIRST_YEAR - 1, -1), day)

    def _in_order(self, numbers: range, day: int) -> Iterator[Year]:
        empty = 0
        for number in numbers:
            year = self.year(number)
            empty = 0 if year.total else empty + 1
            if empty == _EMPTY_YEARS:
                raise DomainError("calendar.never_open", day=date.fromordinal(day))
            yield year


def _year(day: int) -> int:
    return date.fromordinal(day).year
