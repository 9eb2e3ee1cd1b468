"""Working time found by walking, a day at a time: slow, plain, and sharing nothing with ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from fractions import Fraction
from functools import cache

from holidays.countries.indonesia import Indonesia

USUAL = ((time(7, 30), time(12)), (time(13), time(16)))
FRIDAY = ((time(7, 30), time(11, 30)), (time(13), time(16, 30)))
RAMADAN = ((time(8), time(12)), (time(12, 30), time(15)))
RAMADAN_FRIDAY = ((time(8), time(11, 30)), (time(12, 30), time(15, 30)))
RAMADANS = (
    (date(2026, 2, 19), date(2026, 3, 20)),
    (date(2027, 2, 8), date(2027, 3, 9)),
)
DAY = timedelta(days=1)

Blocks = tuple[tuple[time, time], ...]


@cache
def days_off(year: int) -> frozenset[date]:
    return frozenset(Indonesia(years=year, categories=("public", "government")))


class Walk:
    """A calendar with some dates closed and some opened."""

    def __init__(
        self,
        zone: tzinfo,
        closed: frozenset[date] = frozenset(),
        opened: frozenset[date] = frozenset(),
    ) -> None:
        self.zone, self.closed, self.opened = zone, closed, opened

    def blocks(self, day: date) -> Blocks:
        if day not in self.opened and (
            day in self.closed or day in days_off(day.year) or day.weekday() > 4
        ):
            return ()
        fasting = any(first <= day <= last for first, last in RAMADANS)
        if day.weekday() == 4:
            return RAMADAN_FRIDAY if fasting else FRIDAY
        return RAMADAN if fasting else USUAL

    def stretches(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield what is left of each block from an instant on."""
        day = start.astimezone(self.zone).date()
        while True:
            for opens, closes in self.blocks(day):
                begins = max(datetime.combine(day, opens, self.zone), start)
                ends = datetime.combine(day, closes, self.zone)
                if begins < ends:
                    yield begins, ends
            day += DAY

    def add_minutes(self, start: datetime, minutes: Fraction) -> datetime:
        left = timedelta(microseconds=round(minutes * 60_000_000))
        for begins, ends in self.stretches(start):
            if begins + left <= ends:
                return begins + left
            left -= ends - begins
        raise AssertionError

    def minutes_between(self, start: datetime, end: datetime) -> Fraction:
        total = timedelta()
        for begins, ends in self.stretches(start):
            if begins >= end:
                break
            total += min(ends, end) - begins
        return Fraction(total // timedelta(microseconds=1), 60_000_000)

    def add_working_days(self, start: datetime, count: int) -> datetime:
        local = start.astimezone(self.zone)
        day = local.date()
        blocks = self.blocks(day)
        if not blocks or local.time() > blocks[0][0]:
            day += DAY
        while True:
            blocks = self.blocks(day)
            count -= bool(blocks)
            if count == 0:
                return datetime.combine(day, blocks[-1][1], self.zone)
            day += DAY

    def forward(self, day: date) -> datetime:
        while not self.blocks(day):
            day += DAY
        return datetime.combine(day, self.blocks(day)[-1][1], self.zone)

    def back(self, day: date) -> datetime:
        while not self.blocks(day):
            day -= DAY
        return datetime.combine(day, self.blocks(day)[-1][1], self.zone)
