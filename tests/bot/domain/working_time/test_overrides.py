"""What an office sets above the shipped calendar, and files that cannot be used."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bot.domain.errors import DomainError
from bot.domain.working_time.calendar import WorkingCalendar, office_calendar
from bot.domain.working_time.days import DayOff
from bot.domain.working_time.overrides import CalendarOverrides
from bot.domain.working_time.warnings import CalendarWarning, Unconfirmed, calendar_warnings

from .instants import CALENDAR, WIB, at

HALF_DAY = {
    "from": "2026-12-31",
    "to": "2026-12-31",
    "hours": {"thu": [["07:30", "11:30"]]},
    "name": "Tutup buku",
}


def calendar(**data: Any) -> WorkingCalendar:
    return office_calendar(WIB, CalendarOverrides.from_data(data))


def test_a_closed_day_is_skipped_by_its_name() -> None:
    closed = calendar(closed={"2026-11-24": "HUT instansi"})
    assert closed.add_working_days(at("2026-11-23 16:00"), 1) == at("2026-11-25 16:00")
    (skipped,) = closed.skipped(at("2026-11-23 16:00"), at("2026-11-25 16:00"))
    assert (skipped.why, skipped.name) == (DayOff.CLOSED, "HUT instansi")
    assert CALENDAR.add_working_days(at("2026-11-23 16:00"), 1) == at("2026-11-24 16:00")


def test_a_name_of_the_office_s_own_replaces_the_holiday_s() -> None:
    closed = calendar(closed={"2026-12-25": "Natal bersama"})
    (skipped,) = closed.days_off(date(2026, 12, 25), date(2026, 12, 25))
    assert skipped.name == "Natal bersama"


def test_an_opened_holiday_has_its_weekday_s_hours() -> None:
    opened = calendar(open=["2026-12-25", "2026-12-26"])
    assert opened.add_working_days(at("2026-12-23 16:00"), 1) == at("2026-12-25 16:30")
    assert opened.add_working_days(at("2026-12-23 16:00"), 2) == at("2026-12-26 16:00")
    assert opened.opening(date(2026, 12, 26)) == at("2026-12-26 07:30")


def test_a_season_changes_only_the_days_it_names() -> None:
    short = calendar(seasons=[HALF_DAY])
    assert short.closing(date(2026, 12, 31)) == at("2026-12-31 11:30")
    assert short.closing(date(2026, 12, 30)) == at("2026-12-30 16:00")
    whole = calendar(seasons=[{**HALF_DAY, "from": "2026-12-28", "to": "2027-01-10"}])
    assert whole.closing(date(2026, 12, 30)) == at("2026-12-30 16:00")
    assert whole.closing(date(2027, 1, 7)) == at("2027-01-07 11:30")


def test_the_last_of_two_seasons_is_on_top_and_both_are_above_the_shipped_ones() -> None:
    first = {"from": "2026-02-19", "to": "2026-03-20", "hours": {"mon": [["09:00", "12:00"]]}}
    second = {"from": "2026-02-23", "to": "2026-02-23", "hours": {"mon": [["10:00", "12:00"]]}}
    both = calendar(seasons=[first, second])
    assert both.opening(date(2026, 2, 23)) == at("2026-02-23 10:00")
    assert both.opening(date(2026, 3, 2)) == at("2026-03-02 09:00")
    assert both.opening(date(2026, 3, 3)) == at("2026-03-03 08:00")


def test_a_six_day_week_can_be_set() -> None:
    hours = {"sat": [["08:00", "12:00"]]}
    six = calendar(seasons=[{"from": "2026-01-01", "to": "2026-12-31", "hours": hours}])
    assert six.add_working_days(at("2026-11-27 16:30"), 1) == at("2026-11-28 12:00")


def test_overrides_are_the_same_after_being_stored() -> None:
    data = {
        "closed": {"2026-12-23": "HUT", "2026-11-24": "Pilkada"},
        "open": ["2026-12-26"],
        "seasons": [{**HALF_DAY, "basis": "Surat edaran 1/2026", "estimated": True}],
    }
    overrides = CalendarOverrides.from_data(data)
    stored = json.loads(json.dumps(overrides.to_data()))
    assert stored == data
    assert CalendarOverrides.from_data(stored) == overrides
    assert CalendarOverrides.from_data({}) == CalendarOverrides()


def season(**changed: Any) -> dict[str, Any]:
    return {"seasons": [{**HALF_DAY, **changed}]}


@pytest.mark.parametrize(
    ("data", "key", "named"),
    [
        ([], "not_an_object", ""),
        ({"close": {}}, "unknown_key", "close"),
        ({"closed": ["2026-12-24"]}, "closed", ""),
        ({"closed": {"24-12-2026": "x"}}, "date", "24-12-2026"),
        ({"closed": {"20261224": "x"}}, "date", "20261224"),
        ({"closed": {"2026-02-30": "x"}}, "date", "2026-02-30"),
        ({"closed": {"2026-12-24": ""}}, "closed_name", "2026-12-24"),
        ({"closed": {"2026-12-24": 1}}, "closed_name", "2026-12-24"),
        ({"open": "2026-12-24"}, "open", ""),
        ({"open": [1]}, "date", "1"),
        ({"closed": {"2026-12-24": "x"}, "open": ["2026-12-24"]}, "open_and_closed", "2026-12-24"),
        ({"seasons": {}}, "seasons", ""),
        ({"seasons": ["x"]}, "seasons", ""),
        ({"seasons": [{"from": "2026-01-01"}]}, "date", "seasons[0].to"),
        (season(to="2026-12-30"), "season_order", "seasons[0]"),
        (season(until="2026-12-30"), "unknown_key", "until"),
        (season(hours=[]), "hours_missing", "seasons[0].hours"),
        (season(hours={"senin": []}), "weekday", "senin"),
        (season(hours={"mon": "08:00"}), "hours", "seasons[0].hours, mon"),
        (season(hours={"mon": ["08:00", "12:00"]}), "hours", "08:00"),
        (season(hours={"mon": [["08:00"]]}), "hours", "08:00"),
        (season(hours={"mon": [["8:00", "12:00"]]}), "hours", "8:00"),
        (season(hours={"mon": [["08:00", "24:00"]]}), "hours", "24:00"),
        (season(hours={"mon": [["12:00", "08:00"]]}), "hours", "12:00"),
        (season(hours={"mon": [[8, 12]]}), "hours", "8"),
        (season(hours={"mon": [["08:00", "12:00"], ["11:00", "13:00"]]}), "hours", "11:00"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_what_is_wrong(
    data: object, key: str, named: str
) -> None:
    with pytest.raises(DomainError) as refused:
        CalendarOverrides.from_data(data)
    assert refused.value.key == f"calendar.{key}"
    assert named in " ".join(map(str, refused.value.values.values()))


CLOSED_WEEK: dict[str, list[Any]] = {day: [] for day in ("mon", "tue", "wed", "thu", "fri")}


def test_a_calendar_without_any_working_hour_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        calendar(seasons=[{"from": "2026-01-01", "to": "2099-12-31", "hours": CLOSED_WEEK}])
    assert refused.value.key == "calendar.never_open"


def refusal(find: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as refused:
        find()
    return refused.value.key


def test_years_that_are_closed_one_by_one_are_refused_when_a_deadline_is_sought() -> None:
    years = [
        {"from": f"{year}-01-01", "to": f"{year}-12-31", "hours": CLOSED_WEEK}
        for year in range(2027, 2031)
    ]
    closed = calendar(seasons=years)
    assert closed.add_working_days(at("2026-11-23 16:00"), 1) == at("2026-11-24 16:00")
    finds: tuple[Callable[[], object], ...] = (
        lambda: closed.add_working_days(at("2026-12-30 16:00"), 9),
        lambda: closed.add_minutes(at("2026-12-30 16:00"), 10_000),
        lambda: closed.next_opening(at("2027-01-04 08:00")),
        lambda: closed.before_event(date(2030, 12, 31), 1),
    )
    assert {refusal(find) for find in finds} == {"calendar.never_open"}


def test_a_closed_season_of_some_months_is_waited_for() -> None:
    closed = calendar(
        seasons=[{"from": "2026-11-24", "to": "2027-06-30", "hours": CLOSED_WEEK}],
    )
    assert closed.add_working_days(at("2026-11-23 16:00"), 1) == at("2027-07-01 16:00")
    assert closed.before_event(date(2027, 7, 1), 1) == at("2026-11-23 16:00")


def test_beyond_the_years_that_are_known_there_is_no_deadline() -> None:
    finds: tuple[Callable[[], object], ...] = (
        lambda: CALENDAR.add_working_days(at("2026-11-23 16:00"), 100_000),
        lambda: CALENDAR.add_minutes(at("2026-11-23 16:00"), 10**8),
        lambda: CALENDAR.add_months(at("2026-11-23 16:00"), 12_000),
        lambda: CALENDAR.add_calendar_days(at("2026-11-23 16:00"), 10**7),
        lambda: CALENDAR.add_clock_hours(at("2026-11-23 16:00"), 10**8),
        lambda: CALENDAR.next_opening(at("2100-12-31 23:00")),
        lambda: CALENDAR.before_event(date(1946, 1, 3), 30, working=True),
        lambda: CALENDAR.subtract_minutes(at("1946-01-03 10:00"), 10_000),
        lambda: CALENDAR.is_open(at("1900-01-01 10:00")),
    )
    assert {refusal(find) for find in finds} == {"calendar.out_of_range"}


def unconfirmed(where: WorkingCalendar, first: str, last: str) -> list[CalendarWarning]:
    return list(calendar_warnings(where, date.fromisoformat(first), date.fromisoformat(last)))


def test_nothing_is_left_to_confirm_in_a_year_that_is_over() -> None:
    assert unconfirmed(CALENDAR, "2025-01-01", "2025-12-31") == []
    assert unconfirmed(CALENDAR, "2026-01-01", "2026-12-30") == []


def test_a_year_without_decreed_cuti_bersama_is_told_until_the_office_has_entered_one() -> None:
    told = unconfirmed(CALENDAR, "2028-01-03", "2028-01-10")
    assert [(one.what, one.first.year) for one in told] == [(Unconfirmed.CUTI_BERSAMA, 2028)]
    decreed = calendar(closed={"2028-02-29": "Cuti bersama Idul Fitri"})
    assert unconfirmed(decreed, "2028-01-03", "2028-01-10") == []


def test_an_estimated_holiday_is_told_until_the_office_has_settled_it() -> None:
    (told,) = unconfirmed(CALENDAR, "2027-05-17", "2027-05-17")
    assert told == CalendarWarning(
        Unconfirmed.HOLIDAY, date(2027, 5, 17), date(2027, 5, 17), "Hari Raya Idul Adha"
    )
    assert unconfirmed(CALENDAR, "2027-05-18", "2027-05-18") == [told]  # it may still move in
    settled = calendar(open=["2027-05-17"], closed={"2027-05-16": "Hari Raya Idul Adha"})
    assert unconfirmed(settled, "2027-05-17", "2027-05-17") == []


def test_the_estimated_ramadan_is_told_until_the_office_has_set_its_own() -> None:
    told = unconfirmed(CALENDAR, "2027-02-15", "2027-02-19")
    assert [(one.what, one.name) for one in told] == [(Unconfirmed.SEASON, "Ramadan 1448 H")]
    own = {"from": "2027-02-09", "to": "2027-03-09", "hours": {"mon": [["08:00", "12:00"]]}}
    assert unconfirmed(calendar(seasons=[own]), "2027-02-15", "2027-02-19") == []
    guess = calendar(seasons=[{**own, "estimated": True, "name": "Ramadan"}])
    assert [one.name for one in unconfirmed(guess, "2027-02-15", "2027-02-19")] == ["Ramadan"]


def test_nothing_heavy_is_imported_before_a_calendar_is_asked() -> None:
    code = (
        "import sys; from bot.domain.working_time.calendar import office_calendar;"
        "from datetime import UTC; office_calendar(UTC); sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
