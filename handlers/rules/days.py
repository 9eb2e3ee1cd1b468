"""The form by which an admin closes days, opens days that are closed, and says on what basis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.date_spans import Days, days_and_rest, read_days
from bot.domain.errors import DomainError
from bot.domain.working_time.calendar import WorkingCalendar
from bot.domain.working_time.editing import (
    LONGEST_NAME,
    closable,
    openable,
    require_near,
    with_closed,
    with_opened,
)
from bot.domain.working_time.overrides import CalendarOverrides
from handlers.buttons import Button
from handlers.forms import CLOSED, Form
from handlers.officials.forms import explained, taking, today, with_fields
from handlers.rules.making import asking, by, may_change, step
from handlers.turn import Outcome, Turn

NAME = "rule_days"
CLOSE, OPEN = "close", "open"


async def begin(turn: Turn, what: str, span: str = "") -> Outcome:
    """Ask which days, or go on with those of a button."""
    form: Form = {"name": NAME, "step": "days", "what": what}
    days = days_of(span)
    if days is not None:
        return await _with_days(turn, form, days, "")
    key = "rules.ask_close" if what == CLOSE else "rules.ask_open"
    return asking(turn, form, turn.render(key))


async def named(turn: Turn, days: Days, name: str) -> Outcome:
    """Begin closing days that were written with their name in one line."""
    return await _with_days(turn, {"name": NAME, "step": "days", "what": CLOSE}, days, name)


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the step that waits."""
    if not may_change(turn):
        return None
    if form["step"] == "days":
        days, rest = days_and_rest(turn.text, today(turn))
        return (
            turn.say("rules.bad_days") if days is None else await _with_days(turn, form, days, rest)
        )
    again = read_days(turn.text, today(turn))
    if again is not None:  # the days were wrong, and are written anew
        return await _with_days(turn, form, again, form.get("day_name", ""))
    return await _worded(turn, form) if form["step"] != "sure" else None


async def _worded(turn: Turn, form: Form) -> Outcome:
    """Take the name or the basis."""
    written = " ".join(turn.text.split())
    if len(written) > LONGEST_NAME:
        return turn.say("rules.name_too_long", most=LONGEST_NAME)
    return await _next(turn, form, written)


async def press(turn: Turn, form: Form, value: str) -> Outcome:
    """Take a button: no basis, or the confirmation."""
    if form["step"] == "basis":
        return await _next(turn, form, "")
    if form["step"] != "sure":
        return turn.say("rules.over")
    days = [date.fromisoformat(day) for day in form["days"]]
    name = form.get("day_name", "")

    def change(overrides: CalendarOverrides) -> CalendarOverrides:
        if form["what"] == CLOSE:
            return with_closed(overrides, days, name)
        return with_opened(overrides, days)

    basis = form.get("basis", "")
    await turn.office.ruling.change_calendar(turn.work, change, by(turn), basis=basis)
    return replace(turn.say("rules.kept_dates"), remember=CLOSED)


def days_of(span: str) -> Days | None:
    """Return the days that a button carries, None if it carries none."""
    first, _, last = span.partition("-")
    try:
        return Days(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None


async def _with_days(turn: Turn, form: Form, days: Days, rest: str) -> Outcome:
    """Keep the days that can be changed, and ask on; what is already so is said."""
    calendar = (await turn.office.deadlines(turn.work)).calendar
    try:
        require_near(days.first, days.last, today(turn))
        found = _changed(calendar, form["what"], days)
    except DomainError as error:
        return explained(turn, error)
    if not found:
        key = "rules.closed_already" if form["what"] == CLOSE else "rules.open_already"
        off = [one.name for one in calendar.days_off(days.first, days.last) if one.name]
        return turn.say(key, first=days.first, last=days.last, names=list(dict.fromkeys(off)))
    fields: dict[str, Any] = {"days": [day.isoformat() for day in found]}
    fields["left"] = days.length - len(found)
    following = "name" if form["what"] == CLOSE else "basis"
    if rest and form["what"] == CLOSE:
        fields["day_name"], following = rest[:LONGEST_NAME], "basis"
    return _ask(turn, with_fields(form, **fields, step=following))


def _changed(calendar: WorkingCalendar, what: str, days: Days) -> Sequence[date]:
    way = closable if what == CLOSE else openable
    return way(calendar, days.first, days.last)


async def _next(turn: Turn, form: Form, written: str) -> Outcome:
    if form["step"] == "name":
        return _ask(turn, with_fields(form, day_name=written, step="basis"))
    return _ask(turn, with_fields(form, basis=written, step="sure"))


def _ask(turn: Turn, form: Form) -> Outcome:
    days = [date.fromisoformat(day) for day in form["days"]]
    about = {"days": days, "left": form["left"]}
    row: list[Button] = []
    if form["step"] == "name":
        html = turn.render("rules.ask_day_name", **about)
    elif form["step"] == "basis":
        html = turn.render("rules.ask_basis", **about, name=form.get("day_name", ""))
        row = [step(turn, "rules.b_no_basis", form, "-")]
    else:
        html = turn.render(
            "rules.sure_close" if form["what"] == CLOSE else "rules.sure_open",
            **about,
            name=form.get("day_name", ""),
            basis=form.get("basis", ""),
            past=[day for day in days if day < today(turn)],
        )
        row = [step(turn, "rules.b_save", form, "+")]
    return asking(turn, form, html, row)
