"""What the buttons of rules and calendar do. Every press is checked anew: codes can be forged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.domain.errors import DomainError
from bot.services.ruling import RETENTION, limit_named
from handlers.forms import CLOSED, waiting
from handlers.heard import Press
from handlers.markup import plain
from handlers.replies import Message
from handlers.rule_buttons import OnRules
from handlers.rules import amounts, calendar, days, entries, reminding, screens, seasons
from handlers.rules.making import by, may_change, refusal, shown
from handlers.turn import NOTHING, Notice, Outcome, Turn

_DOUBLE_TAP = timedelta(seconds=30)
_FORMS = {amounts.NAME: amounts.press, days.NAME: days.press, seasons.NAME: seasons.press}

Pressed: TypeAlias = Callable[[Turn, str], Awaitable[Outcome | None]]
Screen: TypeAlias = Callable[[Turn], Awaitable[Message]]


async def press(turn: Turn, pressed: Press, meaning: OnRules) -> Outcome | None:
    """Do what a button says; None if it says nothing any more."""
    if meaning.act == "cal":
        return await _calendar(turn, meaning.value)
    act = _ACTS.get(meaning.act)
    if act is not None and not may_change(turn):
        return Outcome(notice=Notice(plain(_refused(turn)), alert=True))
    if _is_double_tap(turn, pressed):
        return NOTHING
    outcome = None if act is None else await _done(turn, act, meaning.value)
    if outcome is None:
        return None
    tap = {"message": pressed.message_id, "data": pressed.data, "at": turn.now.isoformat()}
    return replace(outcome, remember={**outcome.remember, "tap": tap})


async def _done(turn: Turn, act: Pressed, value: str) -> Outcome | None:
    """Do it; what cannot be is said and leaves no trace."""
    try:
        return await act(turn, value)
    except DomainError as error:
        said = plain(turn.render(f"errors.{error.key}", **error.values))
        return Outcome(notice=Notice(said, alert=True))


async def _calendar(turn: Turn, value: str) -> Outcome | None:
    """Turn the calendar's screens; everybody may."""
    if value and not value.isdecimal():
        return None
    return shown(turn, await calendar.coming(turn, int(value or 0)))


def _showing(screen: Screen) -> Pressed:
    async def show(turn: Turn, value: str) -> Outcome:
        return shown(turn, await screen(turn))

    return show


async def _limit(turn: Turn, value: str) -> Outcome:
    return shown(turn, await screens.limit(turn, limit_named(value)))


async def _change(turn: Turn, value: str) -> Outcome:
    return await amounts.begin(turn, value)


async def _default(turn: Turn, value: str) -> Outcome:
    if value != RETENTION:
        limit_named(value)
    return await amounts.keep(turn, value, None)


async def _waits(turn: Turn, value: str) -> Outcome:
    await turn.office.ruling.set_delegation_waits(turn.work, value == "+", by(turn))
    return shown(turn, await screens.delegation(turn))


async def _close(turn: Turn, value: str) -> Outcome:
    return await days.begin(turn, days.CLOSE, value)


async def _open(turn: Turn, value: str) -> Outcome:
    return await days.begin(turn, days.OPEN, value)


async def _entry(turn: Turn, value: str) -> Outcome | None:
    message = await entries.entry(turn, value)
    return None if message is None else shown(turn, message)


async def _step(turn: Turn, value: str) -> Outcome | None:
    """Take a button for the form that waits, if it still waits at that step."""
    form = waiting(turn)
    wanted, _, answer = value.partition(".")
    take = _FORMS.get(str(form.get("name"))) if form else None
    if form is None or take is None or form.get("step") != wanted:
        return Outcome(notice=Notice(plain(turn.render("rules.over")), alert=True))
    return await take(turn, form, answer)


async def _cancel(turn: Turn, value: str) -> Outcome:
    """Close the form, if one of these waits."""
    form = waiting(turn)
    if form is None or form.get("name") not in _FORMS:
        return Outcome(notice=Notice(plain(turn.render("rules.over")), alert=True))
    return replace(turn.say("rules.cancelled"), remember=CLOSED)


def _refused(turn: Turn) -> str:
    refused = refusal(turn)
    return refused.replies[0].html if refused is not None else ""


def _is_double_tap(turn: Turn, pressed: Press) -> bool:
    """Tell whether the same button was answered a moment ago and nothing happened since."""
    tap = turn.state.get("tap")
    if not tap or (tap["message"], tap["data"]) != (pressed.message_id, pressed.data):
        return False
    return turn.now - datetime.fromisoformat(tap["at"]) < _DOUBLE_TAP


_ACTS: Mapping[str, Pressed] = {
    "top": _showing(screens.overview),
    "limits": _showing(screens.limits),
    "limit": _limit,
    "keep": _showing(screens.retention),
    "deleg": _showing(screens.delegation),
    "desk": _showing(screens.desk),
    "log": _showing(screens.log),
    "change": _change,
    "default": _default,
    "waits": _waits,
    "close": _close,
    "open": _open,
    "entries": _showing(entries.entries),
    "entry": _entry,
    "drop": entries.drop,
    "seasons": _showing(seasons.choose),
    "season": seasons.begin,
    "unseason": seasons.forget,
    "undo": _showing(entries.ask_undo),
    "undone": entries.undo,
    "callog": _showing(entries.log),
    "ladder": _showing(reminding.screen),
    "rung": reminding.change,
    "step": _step,
    "cancel": _cancel,
}
