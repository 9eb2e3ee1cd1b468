"""What the office has set in its calendar itself: who, when, on what basis; removed, undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.setting_changes import SettingChange
from bot.domain.working_time.editing import without_day
from bot.domain.working_time.overrides import CalendarOverrides
from bot.services.ruling import CALENDAR
from handlers.markup import plain
from handlers.officials.forms import today
from handlers.replies import Message
from handlers.rules.changes import changes_of, difference
from handlers.rules.making import Mark, Who, button, by, named
from handlers.turn import Outcome, Turn

_MOST = 24  # buttons of one screen
_PAST = timedelta(days=31)
_HISTORY = 200
_LOG = 12


async def entries(turn: Turn) -> Message:
    """Return the days that the office has closed or opened, from a month ago on; each a button."""
    overrides = (await turn.office.ruling.rules(turn.work)).calendar
    names = {one.day: one.name for one in overrides.closed} | dict.fromkeys(overrides.open, "")
    found = sorted(day for day in names if day >= today(turn) - _PAST)
    html = turn.render("rules.entries", count=len(found), more=max(len(found) - _MOST, 0))
    rows = []
    for day in found[:_MOST]:
        sign = "🔓" if day in overrides.open else "🚫"
        label = turn.render("rules.b_entry", day=day, name=names[day][:24])
        rows.append((named(f"{sign} {plain(label)}", turn, "entry", f"{day:%Y%m%d}"),))
    return Message(html, (*rows, (button(turn, "rules.b_calendar", "cal"),)))


async def entry(turn: Turn, value: str) -> Message | None:
    """Return one day that the office has set, with who did it and on what basis."""
    day = _day(value)
    overrides = (await turn.office.ruling.rules(turn.work)).calendar
    closed = next((one for one in overrides.closed if one.day == day), None)
    if day is None or (closed is None and day not in overrides.open):
        return None
    html = turn.render(
        "rules.entry",
        day=day,
        name=closed.name if closed else "",
        closed=closed is not None,
        mark=await _mark(turn, day),
    )
    row = (button(turn, "rules.b_remove", "drop", value),)
    return Message(html, (row, (button(turn, "rules.b_entries", "entries"),)))


async def drop(turn: Turn, value: str) -> Outcome | None:
    """Forget what the office has set for a day."""
    day = _day(value)
    if day is None:
        return None
    await turn.office.ruling.change_calendar(
        turn.work, lambda overrides: without_day(overrides, day), by(turn)
    )
    return turn.say("rules.kept_dates")


async def ask_undo(turn: Turn) -> Message:
    """Show the last change of the calendar, and ask whether it is to be taken back."""
    back = button(turn, "rules.b_calendar", "cal")
    change = await turn.office.ruling.last_change(turn.work, CALENDAR)
    if change is None:
        return Message(turn.render("rules.nothing_to_undo"), ((back,),))
    who = await Who.of(turn)
    mark = Mark(await who.name(change.by), change.at, change.basis)
    html = turn.render("rules.ask_undo", days=difference(change), mark=mark)
    return Message(html, ((button(turn, "rules.b_undo_now", "undone", change.id), back),))


async def undo(turn: Turn, value: str) -> Outcome | None:
    """Take back the change that was shown."""
    if not value.isdecimal():
        return None
    await turn.office.ruling.take_back(turn.work, int(value), by(turn))
    return turn.say("rules.undone")


async def log(turn: Turn) -> Message:
    """Return the last changes of the calendar."""
    changes = await changes_of(turn, (CALENDAR,), _LOG)
    html = turn.render("rules.log", changes=changes)
    return Message(html, ((button(turn, "rules.b_calendar", "cal"),),))


async def _mark(turn: Turn, day: date) -> Mark | None:
    """Return who has set a day as it is."""
    changes = await turn.work.settings.changes([CALENDAR], _HISTORY)
    change = _that_set(changes, day)
    if change is None:
        return None
    who = await Who.of(turn)
    return Mark(await who.name(change.by), change.at, change.basis)


def _that_set(changes: Sequence[SettingChange], day: date) -> SettingChange | None:
    for change in changes:
        if _about(change.old, day) != _about(change.new, day):
            return change
    return None


def _about(data: object, day: date) -> tuple[str | None, bool]:
    calendar = CalendarOverrides.from_data(data or {})
    closed = next((one.name for one in calendar.closed if one.day == day), None)
    return closed, day in calendar.open


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
