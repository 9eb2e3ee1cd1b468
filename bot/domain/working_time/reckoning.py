"""How a span of time runs out, day by day: what is counted, what is skipped, and where it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil

from bot.domain.working_time.calendar import WorkingCalendar, days_after, months_after
from bot.domain.working_time.days import SkippedDay


class Rule(StrEnum):
    """How a span is counted."""

    MINUTES = "minutes"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"
    CLOCK_HOURS = "clock_hours"


@dataclass(frozen=True, slots=True)
class Span:
    """So much time by a rule; calendar days are counted whole, a part of one as another."""

    rule: Rule
    amount: Fraction


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day on which the span runs, from when to when."""

    day: date
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Why a span that begins at `start` ends at `end`.

    `counted` are the days that count, in order. `target` is where the rule alone points to, if
    that is a day off or outside working hours, and the end moved. `skipped` are the days off that
    were passed over.
    """

    start: datetime
    span: Span
    end: datetime
    counted: tuple[CountedDay, ...]
    skipped: tuple[SkippedDay, ...]
    target: datetime | date | None = None


def end_of(calendar: WorkingCalendar, start: datetime, span: Span) -> datetime:
    """Return when a span that begins at `start` runs out."""
    return _ENDS[span.rule](calendar, start, span.amount)


def reckon(calendar: WorkingCalendar, start: datetime, span: Span) -> Reckoning:
    """Return when a span runs out, and why then."""
    start, end = calendar.local(start), end_of(calendar, start, span)
    if span.rule in (Rule.CALENDAR_DAYS, Rule.MONTHS, Rule.CLOCK_HOURS):
        target = _target(start, span)
        moved = target != (end if isinstance(target, datetime) else end.date())
        skipped = calendar.days_off(_date(target), end.date()) if moved else ()
        return Reckoning(start, span, end, (), skipped, target if moved else None)
    counted = tuple(_counted(calendar, start, end, whole_days=span.rule is not Rule.MINUTES))
    return Reckoning(start, span, end, counted, calendar.skipped(start, end))


def _target(start: datetime, span: Span) -> datetime | date:
    """Return where the rule alone points to: an instant for hours, a date for days and months."""
    if span.rule is Rule.CLOCK_HOURS:
        return start + timedelta(hours=float(span.amount))
    if span.rule is Rule.MONTHS:
        return months_after(start.date(), span.amount)
    return days_after(start.date(), ceil(span.amount))


def _counted(
    calendar: WorkingCalendar, start: datetime, end: datetime, *, whole_days: bool
) -> Iterator[CountedDay]:
    first = start.date()
    if whole_days:
        first = calendar.day_before_first(start) + timedelta(days=1)
    for day in calendar.working_days(first, end.date()):
        opens, closes = calendar.opening(day), calendar.closing(day)
        if opens is None or closes is None:
            continue
        begins, ends = opens, min(closes, end)
        if not whole_days and start > opens:
            begins = calendar.next_opening(start)
        if begins < ends:
            yield CountedDay(day, begins, ends)


def _date(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


_ENDS: dict[Rule, Callable[[WorkingCalendar, datetime, Fraction], datetime]] = {
    Rule.MINUTES: WorkingCalendar.add_minutes,
    Rule.WORKING_DAYS: WorkingCalendar.add_working_days,
    Rule.WEEKS: WorkingCalendar.add_weeks,
    Rule.CALENDAR_DAYS: lambda calendar, start, days: calendar.add_calendar_days(start, ceil(days)),
    Rule.MONTHS: WorkingCalendar.add_months,
    Rule.CLOCK_HOURS: WorkingCalendar.add_clock_hours,
}
