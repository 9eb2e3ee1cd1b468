"""The prefix sums agree with a walk over days, and the rules hold wherever one begins."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.working_time.calendar import WorkingCalendar, office_calendar
from bot.domain.working_time.overrides import CalendarOverrides, ClosedDay
from bot.domain.working_time.reckoning import Rule, Span, end_of, reckon

from .instants import CALENDAR, WIB
from .naive import Walk

ZONES = [ZoneInfo(name) for name in ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")]
FIRST, LAST = date(2025, 6, 1), date(2028, 6, 30)
DAYS = st.dates(FIRST, LAST)
MANY = settings(max_examples=1000, deadline=None)
WALKED = settings(max_examples=3000, deadline=None)  # four of them: 12,000 random cases

#: Any second, and more often the edges: opening, closing and both ends of each break.
EDGES = [
    (7, 30),
    (8, 0),
    (11, 30),
    (12, 0),
    (12, 30),
    (13, 0),
    (15, 0),
    (15, 30),
    (16, 0),
    (16, 30),
]
SECONDS = st.one_of(
    st.integers(0, 24 * 3600 - 1),
    st.sampled_from([hour * 3600 + minute * 60 for hour, minute in EDGES]),
)
INSTANTS = st.builds(
    lambda day, second: (
        datetime(day.year, day.month, day.day, tzinfo=WIB) + timedelta(seconds=second)
    ),
    DAYS,
    SECONDS,
)
MINUTES = st.one_of(
    st.integers(1, 6000),
    st.sampled_from([30, 60, 210, 240, 270, 390, 450, 900, 2250]),
    st.fractions(Fraction(1, 3), 600, max_denominator=60),
)
OVERRIDES = st.builds(
    lambda closed, opened: (
        frozenset(closed - opened),
        frozenset(d for d in opened if d.weekday() < 5),
    ),
    st.sets(DAYS, max_size=20),
    st.sets(DAYS, max_size=20),
)


def both(closed: frozenset[date], opened: frozenset[date]) -> tuple[WorkingCalendar, Walk]:
    days = tuple(ClosedDay(day, "x") for day in sorted(closed))
    overrides = CalendarOverrides(days, tuple(sorted(opened)))
    return office_calendar(WIB, overrides), Walk(WIB, closed, opened)


@WALKED
@given(INSTANTS, MINUTES)
def test_minutes_are_those_of_the_walk(start: datetime, minutes: Fraction) -> None:
    assert CALENDAR.add_minutes(start, minutes) == Walk(WIB).add_minutes(start, Fraction(minutes))


@WALKED
@given(INSTANTS, st.integers(1, 120))
def test_working_days_are_those_of_the_walk(start: datetime, days: int) -> None:
    assert CALENDAR.add_working_days(start, days) == Walk(WIB).add_working_days(start, days)


@WALKED
@given(INSTANTS, st.integers(0, 400))
def test_dates_and_days_before_an_event_are_those_of_the_walk(start: datetime, days: int) -> None:
    walk = Walk(WIB)
    later = walk.forward(start.date() + timedelta(days))
    assert CALENDAR.add_calendar_days(start, days) == later
    assert CALENDAR.before_event(start.date(), days) == walk.back(start.date() - timedelta(days))


@WALKED
@given(INSTANTS, st.integers(0, 400 * 24 * 3600))
def test_what_lies_between_is_that_of_the_walk(start: datetime, seconds: int) -> None:
    end = start + timedelta(seconds=seconds)
    between = CALENDAR.minutes_between(start, end)
    assert between == Walk(WIB).minutes_between(start, end)
    assert CALENDAR.minutes_between(end, start) == -between


@settings(max_examples=60, deadline=None)
@given(OVERRIDES, INSTANTS, MINUTES, st.integers(1, 60))
def test_an_office_s_own_days_are_kept_too(
    days: tuple[frozenset[date], frozenset[date]], start: datetime, minutes: Fraction, count: int
) -> None:
    ours, walk = both(*days)
    assert ours.add_minutes(start, minutes) == walk.add_minutes(start, Fraction(minutes))
    assert ours.add_working_days(start, count) == walk.add_working_days(start, count)


@pytest.mark.parametrize("zone", ZONES, ids=str)
@settings(max_examples=200, deadline=None)
@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)), st.integers(1, 5000))  # noqa: DTZ001
def test_the_office_s_zone_decides(zone: ZoneInfo, moment: datetime, minutes: int) -> None:
    start = moment.replace(tzinfo=UTC)
    found = office_calendar(zone).add_minutes(start, minutes)
    assert found.tzinfo is zone
    assert found == Walk(zone).add_minutes(start, Fraction(minutes))


@MANY
@given(INSTANTS, MINUTES)
def test_what_was_added_is_what_lies_between(start: datetime, minutes: Fraction) -> None:
    end = CALENDAR.add_minutes(start, minutes)
    exact = round(Fraction(minutes) * 60_000_000)
    assert CALENDAR.minutes_between(start, end) == Fraction(exact, 60_000_000)
    assert CALENDAR.fraction_elapsed(start, end, end) == 1
    assert CALENDAR.at_fraction(start, end, 1) == end
    back = CALENDAR.subtract_minutes(end, minutes)
    assert back == CALENDAR.next_opening(start)


@MANY
@given(INSTANTS, st.integers(1, 200))
def test_days_that_were_added_are_counted_again(start: datetime, days: int) -> None:
    end = CALENDAR.add_working_days(start, days)
    assert CALENDAR.working_days_between(start, end) == days
    assert CALENDAR.working_days_between(start, end - timedelta(seconds=1)) == days - 1


SPANS = st.one_of(
    st.builds(Span, st.sampled_from(list(Rule)), st.integers(1, 100).map(Fraction)),
    st.builds(
        Span,
        st.sampled_from([Rule.MINUTES, Rule.WORKING_DAYS, Rule.WEEKS, Rule.CLOCK_HOURS]),
        st.fractions(Fraction(1, 4), 40, max_denominator=4),
    ),
)


@MANY
@given(INSTANTS, SPANS)
def test_nothing_is_ever_due_on_a_day_off_or_outside_working_hours(
    start: datetime, span: Span
) -> None:
    end = end_of(CALENDAR, start, span)
    assert end > start
    assert CALENDAR.is_working_day(end.date())
    assert CALENDAR.is_open(end) or CALENDAR.is_open(end - timedelta(microseconds=1))


@MANY
@given(INSTANTS, st.integers(0, 10**6), SPANS)
def test_who_begins_later_never_ends_earlier(start: datetime, seconds: int, span: Span) -> None:
    later = start + timedelta(seconds=seconds)
    assert end_of(CALENDAR, start, span) <= end_of(CALENDAR, later, span)


@MANY
@given(INSTANTS, SPANS, st.integers(0, 20))
def test_more_time_never_ends_earlier(start: datetime, span: Span, more: int) -> None:
    longer = Span(span.rule, span.amount + more)
    assert end_of(CALENDAR, start, span) <= end_of(CALENDAR, start, longer)


@MANY
@given(INSTANTS, SPANS, DAYS)
def test_a_late_decree_never_makes_anything_due_earlier(
    start: datetime, span: Span, closed: date
) -> None:
    decreed = WorkingCalendar(WIB, CalendarOverrides((ClosedDay(closed, "Cuti bersama"),)))
    end = end_of(decreed, start, span)
    assert end >= end_of(CALENDAR, start, span)
    assert end.date() != closed


@MANY
@given(INSTANTS, SPANS)
def test_an_explanation_accounts_for_every_day(start: datetime, span: Span) -> None:
    found = reckon(CALENDAR, start, span)
    assert found.end == end_of(CALENDAR, start, span)
    skipped = {one.day for one in found.skipped}
    assert not any(CALENDAR.is_working_day(day) for day in skipped)
    if span.rule in (Rule.MINUTES, Rule.WORKING_DAYS, Rule.WEEKS):
        days = [one.day for one in found.counted]
        assert days == sorted(set(days))
        assert found.counted[-1].ends == found.end
        whole = {start.date() + timedelta(n) for n in range((found.end - start).days + 2)}
        within = {day for day in whole if start.date() < day <= found.end.date()}
        assert within <= skipped | set(days)
    if span.rule is Rule.MINUTES:
        worked = (CALENDAR.minutes_between(one.begins, one.ends) for one in found.counted)
        exact = Fraction(round(span.amount * 60_000_000), 60_000_000)
        assert sum(worked) == exact
    if span.rule is Rule.WORKING_DAYS and span.amount.denominator == 1:
        assert len(found.counted) == span.amount
