"""The form for other working hours from a day to another: Ramadan's dates, or own ones."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.date_spans import days_and_rest
from bot.domain.errors import DomainError
from bot.domain.working_time.editing import (
    LONGEST_NAME,
    require_near,
    seasons_from,
    with_season,
    without_season,
)
from bot.domain.working_time.hours import WEEKDAYS, Season, read_week, week_data
from bot.domain.working_time.overrides import CalendarOverrides
from handlers.buttons import Button
from handlers.forms import CLOSED, Form
from handlers.officials.forms import explained, taking, today, with_fields
from handlers.replies import Message
from handlers.rules.calendar import clock_times, season_facts
from handlers.rules.making import asking, button, by, may_change, named, step
from handlers.turn import Outcome, Turn

NAME = "rule_season"
_BLOCK = re.compile(
    r"(\d{1,2})[.:](\d{2})\s*(?:-|\u2013|s\.?/?d\.?|sampai|to)\s*(\d{1,2})[.:](\d{2})"
)
_FRIDAY = re.compile(r"\b(?:jumat|jum'at|friday|jum|fri)\b:?", re.IGNORECASE)
_WORKDAYS, _FRIDAY_AT = 5, 4


async def choose(turn: Turn) -> Message:
    """Return the seasons to come, each to be corrected, and the way to one of one's own."""
    calendar = (await turn.office.deadlines(turn.work)).calendar
    found = seasons_from(calendar.overrides, today(turn))
    html = turn.render("rules.seasons", seasons=[season_facts(one) for one in found])
    rows: list[tuple[Button, ...]] = []
    for number, one in enumerate(found):
        value = f"{one.first:%Y%m%d}"
        row = [named(f"✏️ {one.name or number + 1}", turn, "season", value)]
        if one in calendar.overrides.seasons:
            row.append(button(turn, "rules.b_remove", "unseason", value))
        rows.append(tuple(row))
    new = (button(turn, "rules.b_new_season", "season", "new"),)
    return Message(html, (*rows, new, (button(turn, "rules.b_calendar", "cal"),)))


async def begin(turn: Turn, value: str) -> Outcome | None:
    """Ask for the dates of a known season, or for the name of a new one."""
    if value == "new":
        new = {"name": NAME, "step": "name"}
        return asking(turn, new, turn.render("rules.ask_season_name"))
    season = await _season(turn, value)
    if season is None:
        return None
    form: dict[str, Any] = {"name": NAME, "step": "dates", "season": season.name}
    form["hours"] = week_data(season.hours)
    html = turn.render("rules.ask_season_dates", **_about(season))
    row = []
    if season.estimated:
        form |= {"from": season.first.isoformat(), "to": season.last.isoformat()}
        row = [step(turn, "rules.b_dates_right", form, "+")]
    return asking(turn, form, html, row)


async def forget(turn: Turn, value: str) -> Outcome | None:
    """Forget a season of the office's own."""
    season = await _season(turn, value)
    if season is None:
        return None
    name = season.name
    await turn.office.ruling.change_calendar(
        turn.work, lambda overrides: without_season(overrides, name), by(turn)
    )
    return turn.say("rules.kept_dates")


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the step that waits."""
    if not may_change(turn) or form["step"] == "sure":
        return None
    if form["step"] == "dates":
        return _dates(turn, form)
    if form["step"] == "hours":
        return _hours(turn, form)
    written = " ".join(turn.text.split())
    if len(written) > LONGEST_NAME:
        return turn.say("rules.name_too_long", most=LONGEST_NAME)
    if form["step"] == "name":
        following = with_fields(form, season=written, step="dates")
        html = turn.render("rules.ask_season_dates", name=written, first=None, last=None)
        return asking(turn, following, html)
    return _sure(turn, with_fields(form, basis=written, step="sure"))


async def press(turn: Turn, form: Form, value: str) -> Outcome:
    """Take a button: the dates are right, no basis, or the confirmation."""
    if form["step"] == "dates" and "from" in form:
        return _basis(turn, form)
    if form["step"] == "basis":
        return _sure(turn, with_fields(form, basis="", step="sure"))
    if form["step"] != "sure":
        return turn.say("rules.over")
    season = _made(form)

    def change(overrides: CalendarOverrides) -> CalendarOverrides:
        return with_season(overrides, season)

    basis = form.get("basis", "")
    await turn.office.ruling.change_calendar(turn.work, change, by(turn), basis=basis)
    return replace(turn.say("rules.kept_dates"), remember=CLOSED)


def _dates(turn: Turn, form: Form) -> Outcome:
    days, _ = days_and_rest(turn.text, today(turn))
    if days is None:
        return turn.say("rules.bad_days")
    try:
        require_near(days.first, days.last, today(turn))
        dated = with_fields(form, **{"from": days.first.isoformat(), "to": days.last.isoformat()})
        with_season(CalendarOverrides(), _made({"hours": {}, **dated}))
    except DomainError as error:
        return explained(turn, error)
    if "hours" in form:
        return _basis(turn, dated)
    return asking(turn, with_fields(dated, step="hours"), turn.render("rules.ask_hours"))


def _hours(turn: Turn, form: Form) -> Outcome:
    hours = hours_in(turn.text)
    try:
        read_week(hours or None, form["season"])
    except DomainError:
        return turn.say("rules.bad_hours")
    return _basis(turn, with_fields(form, hours=hours))


def _basis(turn: Turn, form: Form) -> Outcome:
    following = with_fields(form, step="basis")
    html = turn.render("rules.ask_season_basis", **_about(_made(form)))
    return asking(turn, following, html, [step(turn, "rules.b_no_basis", following, "-")])


def _sure(turn: Turn, form: Form) -> Outcome:
    season = _made(form)
    html = turn.render(
        "rules.sure_season",
        **_about(season),
        hours=clock_times(season.hours[0] or ()),
        friday=clock_times(season.hours[_FRIDAY_AT] or ()),
        basis=form.get("basis", ""),
    )
    return asking(turn, form, html, [step(turn, "rules.b_save", form, "+")])


def hours_in(text: str) -> dict[str, list[list[str]]]:
    """Return the hours that a text names, from Monday to Friday; {} if it names none.

    "08.00-12.00, 12.30-15.00; jumat 08.00-11.30, 12.30-15.30": what follows "jumat" is Friday's.
    """
    parts = _FRIDAY.split(text, maxsplit=1)
    every, friday = parts[0], parts[1] if len(parts) > 1 else ""
    blocks, last = _blocks(every), _blocks(friday)
    if not blocks or (len(parts) > 1 and not last):
        return {}
    week = dict.fromkeys(WEEKDAYS[:_WORKDAYS], blocks)
    return week | ({WEEKDAYS[_FRIDAY_AT]: last} if last else {})


def _blocks(text: str) -> list[list[str]]:
    return [[f"{int(a):02}:{b}", f"{int(c):02}:{d}"] for a, b, c, d in _BLOCK.findall(text)]


def _made(form: Form) -> Season:
    return Season(
        date.fromisoformat(form["from"]),
        date.fromisoformat(form["to"]),
        read_week(form["hours"], form["season"]),
        name=form["season"],
        basis=form.get("basis", ""),
    )


def _about(season: Season) -> dict[str, Any]:
    return {"name": season.name, "first": season.first, "last": season.last}


async def _season(turn: Turn, value: str) -> Season | None:
    """Return the season that a button means, by its first day."""
    calendar = (await turn.office.deadlines(turn.work)).calendar
    found = seasons_from(calendar.overrides, today(turn))
    return next((one for one in found if f"{one.first:%Y%m%d}" == value), None)
