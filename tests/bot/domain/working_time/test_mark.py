from __future__ import annotations

from bot.domain.working_time.mark import calendar_mark
from bot.domain.working_time.overrides import CalendarOverrides


def test_the_same_calendar_has_the_same_mark_and_another_one_another() -> None:
    data = {"closed": {"2026-12-24": "Cuti bersama"}}
    mark = calendar_mark(CalendarOverrides.from_data(data))
    assert mark == calendar_mark(CalendarOverrides.from_data(data))
    assert mark != calendar_mark(CalendarOverrides())
    assert mark != calendar_mark(CalendarOverrides.from_data({"open": ["2026-12-24"]}))
