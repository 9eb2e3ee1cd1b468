"""Deadlines worked out by hand, from the rules and a printed calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest

from bot.domain.working_time.reckoning import end_of

from .instants import CALENDAR, at, span

# 2026-11-23 is a Monday. Off: 24 and 25 December 2026 (Thursday, Friday), 1 and 5 January 2027;
# 16 and 17 February 2026 (Monday, Tuesday), 18 to 24 March 2026 (Wednesday to Tuesday).
# Ramadan hours from Thursday, 19 February to Friday, 20 March 2026.
TABLE = [
    # minutes and hours
    ("2026-11-23 07:30", "30 menit", "2026-11-23 08:00"),
    ("2026-11-23 06:00", "30 menit", "2026-11-23 08:00"),  # before opening
    ("2026-11-23 11:30", "30 menit", "2026-11-23 12:00"),  # just until lunch
    ("2026-11-23 11:30", "31 menit", "2026-11-23 13:01"),
    ("2026-11-23 12:00", "1 menit", "2026-11-23 13:01"),
    ("2026-11-23 12:30", "1 menit", "2026-11-23 13:01"),  # in the break
    ("2026-11-23 10:00", "2,5 jam", "2026-11-23 13:30"),
    ("2026-11-23 07:30", "4,5 jam", "2026-11-23 12:00"),
    ("2026-11-23 07:30", "7,5 jam", "2026-11-23 16:00"),  # just until closing
    ("2026-11-23 07:30", "451 menit", "2026-11-24 07:31"),
    ("2026-11-23 15:00", "1 jam", "2026-11-23 16:00"),
    ("2026-11-23 15:00", "2 jam", "2026-11-24 08:30"),
    ("2026-11-23 16:00", "1 jam", "2026-11-24 08:30"),
    ("2026-11-23 22:00", "1 jam", "2026-11-24 08:30"),  # after closing
    ("2026-11-21 10:00", "1 jam", "2026-11-23 08:30"),  # Saturday
    ("2026-11-23 07:30", "12,5 jam", "2026-11-24 13:30"),  # 5 times 2,5 jam
    ("2026-11-23 07:30", "15 jam", "2026-11-24 16:00"),
    ("2026-11-23 07:30", "37,5 jam", "2026-11-27 16:30"),  # a week's hours
    ("2026-11-27 11:00", "30 menit", "2026-11-27 11:30"),  # Friday
    ("2026-11-27 11:00", "1 jam", "2026-11-27 13:30"),
    ("2026-11-27 11:30", "30 menit", "2026-11-27 13:30"),
    ("2026-11-27 16:00", "1 jam", "2026-11-30 08:00"),  # over the weekend
    ("2026-12-23 15:30", "1 jam", "2026-12-28 08:00"),  # over Christmas
    ("2026-12-31 15:30", "1 jam", "2027-01-04 08:00"),  # over the year's end
    # Ramadan
    ("2026-02-18 15:00", "1 jam", "2026-02-18 16:00"),  # the day before
    ("2026-02-18 15:30", "1 jam", "2026-02-19 08:30"),
    ("2026-02-19 07:30", "30 menit", "2026-02-19 08:30"),
    ("2026-02-19 11:30", "30 menit", "2026-02-19 12:00"),
    ("2026-02-19 11:30", "1 jam", "2026-02-19 13:00"),
    ("2026-02-19 08:00", "6,5 jam", "2026-02-19 15:00"),
    ("2026-02-20 11:00", "1 jam", "2026-02-20 13:00"),  # Friday
    ("2026-02-20 12:30", "3 jam", "2026-02-20 15:30"),
    ("2026-03-17 14:30", "1 jam", "2026-03-25 08:00"),  # over Idul Fitri, into the usual hours
    # days
    ("2026-11-23 07:30", "1 hari", "2026-11-23 16:00"),
    ("2026-11-23 06:00", "1 hari", "2026-11-23 16:00"),
    ("2026-11-23 07:31", "1 hari", "2026-11-24 16:00"),
    ("2026-11-23 10:00", "1 hari", "2026-11-24 16:00"),
    ("2026-11-23 16:00", "1 hari", "2026-11-24 16:00"),
    ("2026-11-23 07:30", "5 hari", "2026-11-27 16:30"),
    ("2026-11-23 07:30", "6 hari", "2026-11-30 16:00"),
    ("2026-11-27 16:30", "1 hari", "2026-11-30 16:00"),
    ("2026-11-21 10:00", "1 hari", "2026-11-23 16:00"),  # Saturday
    ("2026-11-22 10:00", "2 hari", "2026-11-24 16:00"),  # Sunday
    ("2026-12-23 07:30", "2 hari", "2026-12-28 16:00"),
    ("2026-12-24 09:00", "1 hari", "2026-12-28 16:00"),  # on a cuti bersama
    ("2026-12-30 10:00", "3 hari", "2027-01-06 16:00"),  # past 1 and 5 January
    ("2026-02-13 10:00", "1 hari", "2026-02-18 16:00"),
    ("2026-02-13 10:00", "2 hari", "2026-02-19 15:00"),  # into Ramadan
    ("2026-03-16 08:00", "3 hari", "2026-03-25 16:00"),  # out of it
    ("2026-11-23 07:30", "1,5 hari", "2026-11-24 11:15"),
    ("2026-11-23 07:30", "0,5 hari", "2026-11-23 11:15"),
    ("2026-11-23 10:00", "1,5 hari", "2026-11-25 11:15"),
    ("2026-11-26 07:30", "1,5 hari", "2026-11-27 11:15"),  # half of a Friday
    ("2026-02-18 07:30", "1,5 hari", "2026-02-19 11:15"),  # half of a day in Ramadan
    ("2026-11-20 08:00", "2,5 hari", "2026-11-25 11:15"),
    # weeks, months, dates, clock hours
    ("2026-11-23 07:30", "1 minggu", "2026-11-27 16:30"),
    ("2026-11-23 10:00", "1 minggu", "2026-11-30 16:00"),
    ("2026-11-23 07:30", "3 minggu", "2026-12-11 16:30"),
    ("2026-12-14 07:30", "2 minggu", "2026-12-29 16:00"),
    ("2026-11-23 10:00", "1 bulan", "2026-12-23 16:00"),
    ("2026-11-24 10:00", "1 bulan", "2026-12-28 16:00"),  # 24 December is off
    ("2026-01-30 10:00", "1 bulan", "2026-03-02 15:00"),  # 28 February is a Saturday
    ("2026-08-31 10:00", "1 bulan", "2026-09-30 16:00"),  # no 31 September
    ("2026-11-23 10:00", "12 bulan", "2027-11-23 16:00"),
    ("2026-11-23 10:00", "1,5 bulan", "2027-01-07 16:00"),  # 23 December and 15 dates
    ("2026-11-23 07:30", "1,5 hari kalender", "2026-11-25 16:00"),
    ("2026-11-23 07:30", "1 hari kalender", "2026-11-24 16:00"),
    ("2026-11-23 07:30", "7 hari kalender", "2026-11-30 16:00"),
    ("2026-11-23 10:00", "5 hari kalender", "2026-11-30 16:00"),  # a Saturday
    ("2026-12-23 10:00", "2 hari kalender", "2026-12-28 16:00"),
    ("2026-11-23 10:00", "1 x 24 jam", "2026-11-24 10:00"),
    ("2026-11-23 10:00", "3 x 24 jam", "2026-11-26 10:00"),
    ("2026-11-27 10:00", "1 x 24 jam", "2026-11-30 07:30"),  # a Saturday
    ("2026-11-23 12:15", "1 x 24 jam", "2026-11-24 13:00"),  # in the break
    ("2026-11-23 16:00", "1 x 24 jam", "2026-11-24 16:00"),  # just at closing
    ("2026-11-23 18:00", "1 x 24 jam", "2026-11-25 07:30"),
]


@pytest.mark.parametrize(("start", "time", "end"), TABLE)
def test_a_span_ends_where_it_was_worked_out_by_hand(start: str, time: str, end: str) -> None:
    assert end_of(CALENDAR, at(start), span(time)) == at(end)


def test_the_table_is_as_long_as_was_asked() -> None:
    assert len({(start, time) for start, time, _ in TABLE}) >= 60


@pytest.mark.parametrize(
    ("event", "days", "working", "end"),
    [
        ("2026-11-30", 7, False, "2026-11-23 16:00"),  # H-7
        ("2026-11-23", 1, False, "2026-11-20 16:30"),  # a Sunday moves back to Friday
        ("2027-01-01", 7, False, "2026-12-23 16:00"),  # Christmas too
        ("2026-11-26", 3, True, "2026-11-23 16:00"),  # 3 hari sebelum
        ("2026-11-23", 3, True, "2026-11-18 16:00"),
        ("2026-11-22", 1, True, "2026-11-20 16:30"),  # an event on a Sunday
        ("2026-12-28", 3, True, "2026-12-21 16:00"),
        ("2027-01-04", 2, True, "2026-12-30 16:00"),
        ("2026-11-23", 0, False, "2026-11-23 16:00"),
        ("2026-11-22", 0, True, "2026-11-20 16:30"),
    ],
)
def test_days_before_an_event(event: str, days: int, working: bool, end: str) -> None:
    found = CALENDAR.before_event(date.fromisoformat(event), days, working=working)
    assert found == at(end)


@pytest.mark.parametrize(
    ("end", "minutes", "start"),
    [
        ("2026-11-23 10:00", 60, "2026-11-23 09:00"),
        ("2026-11-23 13:00", 60, "2026-11-23 11:00"),
        ("2026-11-23 14:00", 60, "2026-11-23 13:00"),
        ("2026-11-23 08:00", 60, "2026-11-20 16:00"),
        ("2026-12-28 07:31", 61, "2026-12-23 15:00"),
        ("2027-01-04 08:00", 60, "2026-12-31 15:30"),
        ("2026-11-22 10:00", 30, "2026-11-20 16:00"),
    ],
)
def test_minutes_back_from_an_instant(end: str, minutes: int, start: str) -> None:
    assert CALENDAR.subtract_minutes(at(end), minutes) == at(start)


@pytest.mark.parametrize(
    ("instant", "is_open", "opens"),
    [
        ("2026-11-23 07:29", False, "2026-11-23 07:30"),
        ("2026-11-23 07:30", True, "2026-11-23 07:30"),
        ("2026-11-23 12:00", False, "2026-11-23 13:00"),
        ("2026-11-23 13:00", True, "2026-11-23 13:00"),
        ("2026-11-23 16:00", False, "2026-11-24 07:30"),
        ("2026-11-27 11:45", False, "2026-11-27 13:00"),
        ("2026-11-27 16:15", True, "2026-11-27 16:15"),
        ("2026-12-24 10:00", False, "2026-12-28 07:30"),
        ("2026-02-19 07:45", False, "2026-02-19 08:00"),
        ("2026-12-31 16:00", False, "2027-01-04 07:30"),
    ],
)
def test_when_the_office_is_open(instant: str, is_open: bool, opens: str) -> None:
    assert CALENDAR.is_open(at(instant)) is is_open
    assert CALENDAR.next_opening(at(instant)) == at(opens)


def test_a_day_opens_and_closes_or_is_off() -> None:
    friday, christmas = date(2026, 11, 27), date(2026, 12, 25)
    assert CALENDAR.opening(friday) == at("2026-11-27 07:30")
    assert CALENDAR.closing(friday) == at("2026-11-27 16:30")
    assert CALENDAR.is_working_day(friday)
    assert CALENDAR.opening(christmas) is CALENDAR.closing(christmas) is None
    assert not CALENDAR.is_working_day(christmas)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-11-23 11:00", "2026-11-23 14:00", 120),
        ("2026-11-23 14:00", "2026-11-23 11:00", -120),
        ("2026-11-20 16:00", "2026-11-23 08:00", 60),
        ("2026-11-21 00:00", "2026-11-22 23:59", 0),
        ("2026-12-31 15:00", "2027-01-04 08:30", 120),
        ("2026-11-23 07:30:30", "2026-11-23 07:31", Fraction(1, 2)),
    ],
)
def test_working_minutes_between(start: str, end: str, minutes: int) -> None:
    assert CALENDAR.minutes_between(at(start), at(end)) == minutes


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-11-23 16:00", "2026-11-24 15:59", 0),
        ("2026-11-23 16:00", "2026-11-24 16:00", 1),
        ("2026-11-23 16:00", "2026-11-30 16:00", 5),
        ("2026-11-23 07:30", "2026-11-23 16:00", 1),
        ("2026-11-23 07:30", "2026-11-29 12:00", 5),  # a Sunday
        ("2026-11-24 07:30", "2026-11-23 16:00", 0),
        ("2026-12-23 16:00", "2027-01-06 16:00", 6),
    ],
)
def test_working_days_between(start: str, end: str, days: int) -> None:
    assert CALENDAR.working_days_between(at(start), at(end)) == days


def test_the_parts_of_a_time() -> None:
    start, due = at("2026-11-23 16:00"), at("2026-11-25 16:00")  # two days
    assert CALENDAR.at_fraction(start, due, Fraction(1, 2)) == at("2026-11-24 16:00")
    assert CALENDAR.at_fraction(start, due, Fraction(3, 4)) == at("2026-11-25 11:15")
    assert CALENDAR.at_fraction(start, due, 1) == due
    assert CALENDAR.fraction_elapsed(start, due, at("2026-11-24 16:00")) == Fraction(1, 2)
    assert CALENDAR.fraction_elapsed(start, due, at("2026-11-26 16:00")) == Fraction(3, 2)
    assert CALENDAR.fraction_elapsed(start, due, at("2026-11-20 10:00")) == 0


def test_a_time_without_working_time_is_over_when_it_is_due() -> None:
    start, due = at("2026-11-21 10:00"), at("2026-11-21 12:00")
    assert CALENDAR.fraction_elapsed(start, due, at("2026-11-21 11:00")) == 0
    assert CALENDAR.fraction_elapsed(start, due, due) == 1
    assert CALENDAR.at_fraction(start, due, Fraction(1, 2)) == at("2026-11-23 07:30")


def test_no_time_at_all_ends_at_once_but_never_while_closed() -> None:
    assert CALENDAR.add_minutes(at("2026-11-23 10:00"), 0) == at("2026-11-23 10:00")
    assert CALENDAR.add_minutes(at("2026-11-23 12:00"), 0) == at("2026-11-23 12:00")
    assert CALENDAR.add_minutes(at("2026-11-23 12:01"), 0) == at("2026-11-23 13:00")
    assert CALENDAR.add_working_days(at("2026-11-21 10:00"), 0) == at("2026-11-23 07:30")


def test_results_are_in_the_office_s_zone_whatever_zone_is_asked_in() -> None:
    found = CALENDAR.add_minutes(datetime.fromisoformat("2026-11-23T00:30:00+00:00"), 60)
    assert found.isoformat() == "2026-11-23T08:30:00+07:00"


def test_an_instant_without_a_zone_is_refused() -> None:
    naive = at("2026-11-23 10:00").replace(tzinfo=None)
    with pytest.raises(ValueError, match="aware"):
        CALENDAR.next_opening(naive)
    with pytest.raises(ValueError, match="negative"):
        CALENDAR.add_minutes(at("2026-11-23 10:00"), -1)


def test_the_days_that_were_skipped_have_their_names() -> None:
    skipped = CALENDAR.skipped(at("2026-12-23 10:00"), at("2026-12-28 16:00"))
    assert [(one.day.day, one.why.value, one.name) for one in skipped] == [
        (24, "cuti_bersama", "Cuti Bersama Hari Raya Natal"),
        (25, "holiday", "Hari Raya Natal"),
        (26, "weekend", ""),
        (27, "weekend", ""),
    ]
    assert CALENDAR.skipped(at("2026-11-23 10:00"), at("2026-11-27 16:00")) == ()
    whole = CALENDAR.days_off(date(2026, 12, 31), date(2027, 1, 5))
    assert [one.day.day for one in whole] == [1, 2, 3, 5]
    assert timedelta(days=5) == whole[-1].day - date(2026, 12, 31)
