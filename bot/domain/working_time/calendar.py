"""The office's calendar: when it is open, and when a span of working time runs out.

Instants are aware on both sides, and results are in the office's zone. `reckoning` explains a
result day by day; `warnings` tells what of the calendar is not confirmed.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from bot.domain.working_time.days import DayRules, SkippedDay
from bot.domain.working_time.hours import DayHours
from bot.domain.working_time.national import beyond_known, require_known
from bot.domain.working_time.overrides import CalendarOverrides
from bot.domain.working_time.year import MINUTE, Moment
from bot.domain.working_time.years import Years

Amount = int | Decimal | Fraction

DAYS_OF_A_WEEK = 5
"""What "1 minggu" means in working days, whatever the office's week is."""

_DAYS_OF_A_MONTH = 30
_DAY = 24 * 60 * MINUTE
_NO_OVERRIDES = CalendarOverrides()


class WorkingCalendar:
    """Working hours of one office: immutable, and safe to share between threads.

    Build it with `office_calendar`. Its methods raise ValueError for an instant without a zone,
    DomainError("calendar.never_open") where no working hour comes any more, and
    DomainError("calendar.out_of_range") beyond the years that the holidays are known for.
    """

    __slots__ = ("_years", "overrides", "zone")

    def __init__(self, zone: tzinfo, overrides: CalendarOverrides) -> None:
        """Prepare; a year is worked out when it is first needed."""
        self.zone = zone
        self.overrides = overrides
        self._years = Years(DayRules.under(overrides))

    # ---- when the office is open

    def is_open(self, at: datetime) -> bool:
        """Tell whether work goes on at an instant; at the very moment of closing it does not."""
        day, clock = self._moment(at)
        hours = self._years.hours(day)
        return any(block.opens * MINUTE <= clock < block.closes * MINUTE for block in hours)

    def is_working_day(self, day: date) -> bool:
        """Tell whether a date is worked at all."""
        return bool(self.hours(day))

    def hours(self, day: date) -> DayHours:
        """Return the blocks of a date; none on a day off."""
        return self._years.hours(day.toordinal())

    def opening(self, day: date) -> datetime | None:
        """Return when work begins on a date; None on a day off."""
        hours = self.hours(day)
        return self._instant((day.toordinal(), hours[0].opens * MINUTE)) if hours else None

    def closing(self, day: date) -> datetime | None:
        """Return when work ends on a date; None on a day off."""
        return self._closing(day.toordinal()) if self.hours(day) else None

    def next_opening(self, at: datetime) -> datetime:
        """Return the instant itself if the office is open, else when it opens next."""
        return self._instant(self._years.next_begin(self._moment(at)))

    # ---- when a span runs out

    def add_minutes(self, start: datetime, minutes: Amount) -> datetime:
        """Return when so much working time is over; what runs out at closing ends there."""
        work = _work(minutes)
        if not work:
            return self._ended(start)
        return self._instant(self._years.end_after(self._moment(start), work))

    def subtract_minutes(self, end: datetime, minutes: Amount) -> datetime:
        """Return from when on so much working time is left until `end`; minutes > 0."""
        return self._instant(self._years.begin_before(self._moment(end), _work(minutes)))

    def add_working_days(self, start: datetime, days: Amount) -> datetime:
        """Return the close of the Nth working day; for "1,5 hari" half of the one after it.

        The first is the day of `start` if that is at or before its opening, else the next one.
        """
        whole, part = divmod(Fraction(days), 1)
        day = self.day_before_first(start).toordinal()
        if whole:
            day = self._years.day_after(day, int(whole))
        if part:
            return self._part_of(self._years.day_after(day, 1), part)
        return self._closing(day) if whole else self._ended(start)

    def add_weeks(self, start: datetime, weeks: Amount) -> datetime:
        """Return the end of so many weeks of five working days."""
        return self.add_working_days(start, Fraction(weeks) * DAYS_OF_A_WEEK)

    def add_months(self, start: datetime, months: Amount) -> datetime:
        """Return the close of the same date N months later, or of the next working day.

        A month without that date has its last one instead; half a month is 15 dates.
        """
        return self.closing_from(months_after(self.local(start).date(), months))

    def add_calendar_days(self, start: datetime, days: int) -> datetime:
        """Return the close of the Nth date after that of `start`, or of the next working day."""
        return self.closing_from(days_after(self.local(start).date(), days))

    def add_clock_hours(self, start: datetime, hours: Amount) -> datetime:
        """Return the instant N hours later by the clock, or the next opening if that is closed."""
        day, clock = self._moment(start)
        days, clock = divmod(clock + _work(Fraction(hours) * 60), _DAY)
        end = days_after(date.fromordinal(day), days)
        return self._ended(self._instant((end.toordinal(), clock)))

    def before_event(self, event: date, days: int, *, working: bool = False) -> datetime:
        """Return the close of the day N dates before an event ("H-7"), or N working days before.

        A date off moves back to the working day before it.
        """
        if working and days:
            return self._closing(self._years.day_before(event.toordinal(), days))
        return self.closing_until(days_after(event, -days))

    def closing_from(self, day: date) -> datetime:
        """Return the close of the first working day that is not before a date."""
        return self._closing(self._years.day_after(day.toordinal() - 1, 1))

    def closing_until(self, day: date) -> datetime:
        """Return the close of the last working day that is not after a date."""
        return self._closing(self._years.day_before(day.toordinal() + 1, 1))

    # ---- how much lies between

    def minutes_between(self, start: datetime, end: datetime) -> Fraction:
        """Return the working minutes from one instant to another, negative if it is earlier."""
        if end < start:
            return -self.minutes_between(end, start)
        return Fraction(self._years.work_between(self._moment(start), self._moment(end)), MINUTE)

    def working_days_between(self, start: datetime, end: datetime) -> int:
        """Return how many days, counted as `add_working_days` counts them, are over by `end`."""
        last, clock = self._moment(end)
        hours = self._years.hours(last)
        if hours and clock < hours[-1].closes * MINUTE:
            last -= 1  # that day itself is not over yet
        first = self.day_before_first(start).toordinal() + 1
        return len(self._years.days_between(first, last)) if first <= last else 0

    def fraction_elapsed(self, start: datetime, due: datetime, now: datetime) -> Fraction:
        """Return which part of the working time from start to due is over: 1 when it is due."""
        whole = self.minutes_between(start, due)
        if whole <= 0:
            return Fraction(int(now >= due))
        return max(Fraction(0), self.minutes_between(start, now) / whole)

    def at_fraction(self, start: datetime, due: datetime, fraction: Amount) -> datetime:
        """Return when a part of the working time from start to due is over."""
        minutes = self.minutes_between(start, due) * Fraction(fraction)
        return self.add_minutes(start, max(Fraction(0), minutes))

    def skipped(self, start: datetime, end: datetime) -> tuple[SkippedDay, ...]:
        """Return the days off from the date of one instant to that of another, both included."""
        return self.days_off(self.local(start).date(), self.local(end).date())

    def days_off(self, first: date, last: date) -> tuple[SkippedDay, ...]:
        """Return the days off from a date to another, both included."""
        return self._years.off_between(first, last)

    def working_days(self, first: date, last: date) -> tuple[date, ...]:
        """Return the working days from a date to another, both included."""
        found = self._years.days_between(first.toordinal(), last.toordinal())
        return tuple(map(date.fromordinal, found))

    def day_before_first(self, start: datetime) -> date:
        """Return the date after which the days of a span that begins at `start` are counted."""
        day, clock = self._moment(start)
        hours = self._years.hours(day)
        is_first = bool(hours) and clock <= hours[0].opens * MINUTE
        return date.fromordinal(day - is_first)

    def local(self, at: datetime) -> datetime:
        """Return an instant in the office's zone; raises ValueError if it has none."""
        if at.tzinfo is None:
            raise ValueError("a calendar needs an aware instant")
        return at.astimezone(self.zone)

    # ---- between instants and moments

    def _moment(self, at: datetime) -> Moment:
        local = self.local(at)
        seconds = local.hour * 3600 + local.minute * 60 + local.second
        return local.toordinal(), seconds * 1_000_000 + local.microsecond

    def _instant(self, moment: Moment) -> datetime:
        day, clock = moment
        midnight = datetime.combine(date.fromordinal(day), time(), self.zone)
        return midnight + timedelta(microseconds=clock)

    def _closing(self, day: int) -> datetime:
        return self._instant((day, self._years.hours(day)[-1].closes * MINUTE))

    def _part_of(self, day: int, part: Fraction) -> datetime:
        hours = self._years.hours(day)
        work = sum(block.closes - block.opens for block in hours) * part
        return self.add_minutes(self._instant((day, hours[0].opens * MINUTE)), work)

    def _ended(self, at: datetime) -> datetime:
        """Return an instant at which the office is open or just closes, else the next opening."""
        day, clock = self._moment(at)
        if any(clock == block.closes * MINUTE for block in self._years.hours(day)):
            return self.local(at)
        return self.next_opening(at)


@lru_cache(maxsize=32)
def office_calendar(zone: tzinfo, overrides: CalendarOverrides = _NO_OVERRIDES) -> WorkingCalendar:
    """Return the calendar of an office; the same one for the same overrides."""
    return WorkingCalendar(zone, overrides)


def months_after(day: date, months: Amount) -> date:
    """Return the same date N months later, or that month's last day; months may be negative.

    A part of a month is so much of 30 dates.
    """
    whole, part = divmod(Fraction(months), 1)
    year, month = divmod(day.year * 12 + day.month - 1 + int(whole), 12)
    require_known(year)
    same = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return days_after(same, round(part * _DAYS_OF_A_MONTH))


def days_after(day: date, days: int) -> date:
    """Return the Nth date after a date; days may be negative."""
    try:
        return day + timedelta(days)
    except OverflowError:
        raise beyond_known(day.year + days // 365) from None


def _work(minutes: Amount) -> int:
    """Return minutes in microseconds; raises ValueError for a negative span."""
    if minutes < 0:
        raise ValueError("a span of time cannot be negative")
    return minutes * MINUTE if isinstance(minutes, int) else round(Fraction(minutes) * MINUTE)
