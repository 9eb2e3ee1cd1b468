"""An office changes its calendar: what is closed, opened, corrected, and what differs then."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import DomainError
from bot.domain.working_time.calendar import office_calendar
from bot.domain.working_time.differences import Difference, differences
from bot.domain.working_time.editing import (
    closable,
    openable,
    require_near,
    seasons_from,
    with_closed,
    with_opened,
    with_season,
    without_day,
    without_season,
)
from bot.domain.working_time.hours import Block, Season
from bot.domain.working_time.overrides import CalendarOverrides
from bot.domain.working_time.warnings import Unconfirmed, calendar_warnings

ZONE = ZoneInfo("Asia/Jakarta")
NOTHING = CalendarOverrides()
MONDAY, TUESDAY = date(2026, 4, 13), date(2026, 4, 14)


def raised(do: object, *args: object) -> str:
    with pytest.raises(DomainError) as error:
        do(*args)  # type: ignore[operator]
    return error.value.key


def test_closing_and_opening_replace_one_another_and_removing_forgets_both() -> None:
    closed = with_closed(NOTHING, [TUESDAY, MONDAY], "  Hari   jadi ")
    assert [(one.day, one.name) for one in closed.closed] == [
        (MONDAY, "Hari jadi"),
        (TUESDAY, "Hari jadi"),
    ]
    opened = with_opened(closed, [MONDAY])
    assert ([one.day for one in opened.closed], opened.open) == ([TUESDAY], (MONDAY,))
    assert with_closed(opened, [MONDAY], "Lagi").open == ()
    assert without_day(without_day(opened, MONDAY), TUESDAY) == NOTHING
    assert CalendarOverrides.from_data(opened.to_data()) == opened


def test_what_would_change_nothing_is_refused() -> None:
    assert raised(with_closed, NOTHING, [], "x") == "calendar.closed_already"
    assert raised(with_opened, NOTHING, []) == "calendar.open_already"
    assert raised(without_day, NOTHING, MONDAY) == "calendar.no_entry"
    assert raised(without_season, NOTHING, "x") == "calendar.no_entry"


def test_closing_skips_what_is_off_and_takes_what_is_not_certain() -> None:
    calendar = office_calendar(ZONE, NOTHING)
    assert closable(calendar, date(2026, 12, 24), date(2026, 12, 28)) == (date(2026, 12, 28),)
    estimate = next(w for w in calendar_warnings(calendar, date(2027, 1, 1), date(2027, 12, 31))
                    if w.what is Unconfirmed.HOLIDAY)  # fmt: skip
    assert closable(calendar, estimate.first, estimate.first) == (estimate.first,)
    closed = with_closed(NOTHING, [estimate.first], estimate.name)
    later = calendar_warnings(office_calendar(ZONE, closed), estimate.first, estimate.first)
    doubtful = [one.first for one in later if one.what is Unconfirmed.HOLIDAY]
    assert estimate.first not in doubtful, "closing it makes it certain"


def test_opening_takes_a_weekend_only_when_it_is_asked_for_alone() -> None:
    calendar = office_calendar(ZONE, NOTHING)
    assert openable(calendar, date(2026, 12, 24), date(2026, 12, 28)) == (
        date(2026, 12, 24),
        date(2026, 12, 25),
    )
    assert openable(calendar, date(2026, 12, 26), date(2026, 12, 26)) == (date(2026, 12, 26),)


def test_a_season_of_the_same_name_stands_in_the_place_of_the_shipped_one() -> None:
    (shipped,) = (s for s in seasons_from(NOTHING, date(2026, 4, 1)) if "1448" in s.name)
    own = Season(date(2027, 2, 9), date(2027, 3, 10), shipped.hours, shipped.name.upper())
    corrected = with_season(NOTHING, own)
    before, after = (office_calendar(ZONE, one) for one in (NOTHING, corrected))
    first, last = date(2027, 2, 5), date(2027, 2, 12)
    (changed,) = differences(before, after, first, last)
    assert (changed.first, changed.last) == (date(2027, 2, 8), date(2027, 2, 8))
    assert seasons_from(corrected, first) == (own,)
    assert not [w for w in calendar_warnings(after, first, last) if w.what is Unconfirmed.SEASON]
    again = with_season(corrected, Season(first, last, shipped.hours, shipped.name))
    assert len(again.seasons) == 1


def test_differences_join_neighbours_and_survive_as_data() -> None:
    before = office_calendar(ZONE, NOTHING)
    after = office_calendar(ZONE, with_closed(NOTHING, [MONDAY, TUESDAY], "Rapat"))
    (found,) = differences(before, after, date(2026, 4, 1), date(2026, 4, 30))
    assert (found.first, found.last, found.now.name) == (MONDAY, TUESDAY, "Rapat")
    assert found.was.hours[0] == (450, 720)
    assert Difference.from_data(found.to_data()) == found
    assert differences(before, before, MONDAY, TUESDAY) == ()


def test_a_wrong_year_or_span_is_refused() -> None:
    for day in (date(2024, 4, 13), date(2062, 4, 13)):
        assert raised(require_near, day, day, MONDAY) == "calendar.too_far"
    require_near(date(2025, 12, 24), date(2027, 12, 24), MONDAY)
    calendar = office_calendar(ZONE, NOTHING)
    year = date(2026, 1, 1), date(2026, 12, 31)
    assert raised(closable, calendar, *year) == "calendar.too_many_days"
    hours = ((Block(480, 720),),) * 5 + (None, None)
    assert raised(with_season, NOTHING, Season(*year, hours)) == "calendar.season_too_long"
