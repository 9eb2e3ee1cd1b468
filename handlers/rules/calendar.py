"""/libur: the office's calendar for everybody, with the admin's ways to change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from bot.domain.date_spans import Days, days_and_rest
from bot.domain.working_time.calendar import WorkingCalendar
from bot.domain.working_time.days import DayOff
from bot.domain.working_time.editing import seasons_from
from bot.domain.working_time.hours import DayHours, Season
from bot.domain.working_time.overrides import CalendarOverrides
from bot.domain.working_time.shipped import shipped_hours
from bot.domain.working_time.warnings import calendar_warnings
from handlers.buttons import Button, Rows
from handlers.officials.forms import today
from handlers.replies import Message
from handlers.rules import days
from handlers.rules.making import button, may_change
from handlers.turn import Outcome, Turn

WEEKS = 10
"""How far one screen looks; the next one goes on from there."""

_STEP = timedelta(weeks=WEEKS)
_MOST_SCREENS = 10
_ONE_DAY = timedelta(days=1)
_YEAR = timedelta(days=366)


async def holidays(turn: Turn) -> Outcome:
    """Show the calendar; with a date, what that day is; with a name too, an admin closes it."""
    if not turn.text:
        return Outcome((await coming(turn),))
    found, rest = days_and_rest(turn.text, today(turn))
    if found is None:
        return await _called(turn)
    if rest and may_change(turn):
        return await days.named(turn, found, rest)
    return Outcome((await about(turn, found),))


async def _called(turn: Turn) -> Outcome:
    """Return when the next days off are whose name holds all the words that were written."""
    calendar = (await turn.office.deadlines(turn.work)).calendar
    words = turn.text.casefold().split()
    lines = [
        line
        for line in _off(calendar, today(turn), today(turn) + _YEAR)
        if all(word in line["name"].casefold() for word in words)
    ]
    return turn.say("rules.called", off=lines) if lines else turn.say("rules.bad_days")


async def coming(turn: Turn, screen: int = 0) -> Message:
    """Return the days off, other hours and what is not confirmed of ten weeks."""
    calendar = (await turn.office.deadlines(turn.work)).calendar
    screen = min(max(screen, 0), _MOST_SCREENS)
    first = today(turn) + screen * _STEP
    last = first + _STEP - _ONE_DAY
    overrides = calendar.overrides
    html = turn.render(
        "rules.calendar",
        first=first,
        last=last,
        off=_off(calendar, first, last),
        opened=[day for day in overrides.open if first <= day <= last],
        seasons=[season_facts(one) for one in seasons_from(overrides, first) if one.first <= last],
        doubts=_doubts(calendar, first, last),
        week=_week(),
        is_admin=may_change(turn),
    )
    return Message(html, _rows(turn, overrides, screen))


async def about(turn: Turn, found: Days) -> Message:
    """Return what each of some days is."""
    calendar = (await turn.office.deadlines(turn.work)).calendar
    last = min(found.last, found.first + timedelta(days=30))
    facts = [
        day_facts(calendar, found.first + timedelta(days=n))
        for n in range((last - found.first).days + 1)
    ]
    rows: Rows = ()
    if may_change(turn):
        span = f"{found.first:%Y%m%d}-{found.last:%Y%m%d}"
        rows = (
            (
                button(turn, "rules.b_close_these", "close", span),
                button(turn, "rules.b_open_these", "open", span),
            ),
        )
    return Message(turn.render("rules.these_days", days=facts), rows)


def day_facts(calendar: WorkingCalendar, day: date) -> Mapping[str, Any]:
    """Return what a date is, for the texts."""
    off = calendar.days_off(day, day)
    return {
        "day": day,
        "why": off[0].why.value if off else "",
        "name": off[0].name if off else "",
        "estimated": off[0].estimated if off else False,
        "hours": clock_times(calendar.hours(day)),
    }


def season_facts(season: Season) -> Mapping[str, Any]:
    """Return a season for the texts, with the hours of its first worked weekday."""
    hours = next((day for day in season.hours if day), ())
    return {
        "first": season.first,
        "last": season.last,
        "name": season.name,
        "hours": clock_times(hours or ()),
        "estimated": season.estimated,
    }


def clock_times(hours: DayHours) -> list[tuple[str, str]]:
    """Return blocks as clock times ("07.30", "12.00")."""
    return [(_clock(block.opens), _clock(block.closes)) for block in hours]


def has_entries(overrides: CalendarOverrides) -> bool:
    """Tell whether the office has set anything itself."""
    return bool(overrides.closed or overrides.open or overrides.seasons)


def _off(calendar: WorkingCalendar, first: date, last: date) -> Sequence[Mapping[str, Any]]:
    """Return the days off that are no mere weekends, neighbours of one name as one line."""
    lines: list[dict[str, Any]] = []
    for one in calendar.days_off(first, last):
        if one.why is DayOff.WEEKEND:
            continue
        about = {"name": one.name, "why": one.why.value, "estimated": one.estimated}
        held = lines[-1] if lines else None
        follows = held is not None and one.day - held["last"] == _ONE_DAY
        if held and follows and all(held[key] == value for key, value in about.items()):
            held["last"] = one.day
        else:
            lines.append({"first": one.day, "last": one.day, **about})
    return lines


def _doubts(calendar: WorkingCalendar, first: date, last: date) -> list[Mapping[str, Any]]:
    return [
        {"what": one.what.value, "first": one.first, "last": one.last, "name": one.name}
        for one in calendar_warnings(calendar, first, last)
    ]


def _week() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the usual hours of Monday and of Friday."""
    usual = shipped_hours().usual
    return [("mon", clock_times(usual[0])), ("fri", clock_times(usual[4]))]


def _rows(turn: Turn, overrides: CalendarOverrides, screen: int) -> Rows:
    turning: list[Button] = []
    if screen:
        turning.append(button(turn, "rules.b_earlier", "cal", screen - 1))
    if screen < _MOST_SCREENS:
        turning.append(button(turn, "rules.b_later", "cal", screen + 1))
    if not may_change(turn):
        return (tuple(turning),)
    rows: list[tuple[Button, ...]] = [
        tuple(turning),
        (button(turn, "rules.b_close", "close"), button(turn, "rules.b_open", "open")),
        (button(turn, "rules.b_season", "seasons"),),
    ]
    if has_entries(overrides):
        rows[-1] = (*rows[-1], button(turn, "rules.b_entries", "entries"))
    rows.append((button(turn, "rules.b_undo", "undo"), button(turn, "rules.b_history", "callog")))
    return tuple(rows)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}.{minutes % 60:02}"
