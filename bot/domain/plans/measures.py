"""How much time a step's duration comes to, with its counts: "2 kali @ 2,5 jam/unit kerja"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from bot.domain.working_time.calendar import DAYS_OF_A_WEEK
from bot.domain.working_time.reckoning import Rule, Span
from knowledge.model import Duration, Rate, TimeUnit

_PERIODS = frozenset("hari minggu pekan bulan triwulan kuartal semester tahun".split())
_BATCH = re.compile(r"(\d{1,4})\s+(?=\D)")
_DATES_OF_A_WEEK = 7

#: How each unit is counted, and how many of the rule's own units it is.
_WORKING = {
    TimeUnit.MENIT: (Rule.MINUTES, 1),
    TimeUnit.JAM: (Rule.MINUTES, 60),
    TimeUnit.HARI: (Rule.WORKING_DAYS, 1),
    TimeUnit.MINGGU: (Rule.WEEKS, 1),
    TimeUnit.BULAN: (Rule.MONTHS, 1),
}
_BY_CALENDAR = {
    TimeUnit.JAM: (Rule.CLOCK_HOURS, 1),
    TimeUnit.HARI: (Rule.CALENDAR_DAYS, 1),
    TimeUnit.MINGGU: (Rule.CALENDAR_DAYS, _DATES_OF_A_WEEK),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a unit ("draf") there are; `assumed` while nobody has said so."""

    unit: str
    number: int
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A duration worked out: times x amount x count, or count / rate, makes `total` units.

    `batch` is how many are done at once ("60 menit/10 berkas"); `shortest` is the lower end of a
    range; with `rate` the amount is how many are done in one unit of time.
    """

    total: Fraction
    unit: TimeUnit
    span: Span
    amount: Decimal
    count: Count | None = None
    times: int | None = None
    batch: int = 1
    rate: bool = False
    shortest: Span | None = None


def counted_unit(duration: Duration | None) -> str | None:
    """Return what a duration is multiplied or divided by ("draf"), None for nothing.

    "/tahun" and the like say how often a thing is done, not how long it takes.
    """
    if duration is None:
        return None
    if duration.rate is not None:
        return duration.rate.unit
    if duration.per is None or as_unit(duration.per) in _PERIODS:
        return None
    return _BATCH.sub("", duration.per, count=1)


def as_unit(text: str) -> str:
    """Return a unit as it is compared: without regard to case and spaces."""
    return " ".join(text.casefold().split())


def measure(duration: Duration | None, counts: Mapping[str, int]) -> Measure | None:
    """Return how much a duration comes to, None where it says no length; counts by `as_unit`."""
    if duration is None:
        return None
    counted = counted_unit(duration)
    given = counts.get(as_unit(counted)) if counted else None
    count = Count(counted, given or 1, assumed=given is None) if counted else None
    if duration.rate is not None:
        return _by_rate(duration.rate, count)
    if duration.amount is None or duration.unit is None:
        return None
    return _by_amount(duration, duration.amount, duration.unit, count)


def _by_rate(rate: Rate, count: Count | None) -> Measure | None:
    """Return count / rate, rounded up to whole days or whatever the rate is by."""
    if count is None or not rate.amount:
        return None
    total = Fraction(ceil(Fraction(count.number) / Fraction(rate.amount)))
    return Measure(total, rate.per, span_of(total, rate.per, None), rate.amount, count, rate=True)


def _by_amount(duration: Duration, amount: Decimal, unit: TimeUnit, count: Count | None) -> Measure:
    """Return times x amount x count, in one run."""
    batch = _batch(duration)
    factor = (duration.times or 1) * ceil(Fraction(count.number if count else 1, batch))
    shortest = None
    if duration.minimum is not None:
        shortest = span_of(Fraction(duration.minimum) * factor, unit, duration.calendar)
    total = Fraction(amount) * factor
    return Measure(
        total,
        unit,
        span_of(total, unit, duration.calendar),
        amount,
        count,
        times=duration.times,
        batch=batch,
        shortest=shortest,
    )


def span_of(total: Fraction, unit: TimeUnit, calendar: str | None) -> Span:
    """Return so many units as a span: of working time, unless the text says "kalender".

    Hours by the calendar are "N x 24 jam".
    """
    by_calendar = calendar == "calendar" and unit in _BY_CALENDAR
    rule, factor = (_BY_CALENDAR if by_calendar else _WORKING)[unit]
    return Span(rule, total * factor)


def days_of_offset(amount: int, unit: TimeUnit, *, working: bool) -> int:
    """Return an offset of days or weeks in days, its sign kept."""
    if unit is TimeUnit.MINGGU:
        return amount * (DAYS_OF_A_WEEK if working else _DATES_OF_A_WEEK)
    return amount


def _batch(duration: Duration) -> int:
    match = _BATCH.match(duration.per or "")
    return max(1, int(match[1])) if match else 1
