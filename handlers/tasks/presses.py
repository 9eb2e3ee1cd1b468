"""What the buttons of tasks do. Every press is checked anew: it may come twice, late or forged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.domain.errors import DomainError
from handlers.forms import CLOSED, KEY, waiting
from handlers.heard import Place, Press
from handlers.markup import plain
from handlers.officials.screens import manages
from handlers.task_buttons import OnTask
from handlers.tasks import acting, recap, screens, starting, viewing
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.scenes import TaskScene
from handlers.tasks.wizard import NAME as STARTING
from handlers.turn import NOTHING, Edit, Notice, Outcome, Turn


async def press(turn: Turn, pressed: Press, meaning: OnTask) -> Outcome | None:
    """Do what a button of tasks says; None if it says nothing any more."""
    if turn.place is not Place.PRIVATE or turn.person is None:
        return None
    general = _GENERAL.get(meaning.deed) if not meaning.task else None
    if general is not None:
        return await general(turn, pressed, meaning)
    doing = _ON_TASK.get(meaning.deed)
    if doing is None:
        return None
    seen = await TaskScene.of(turn, meaning.task)
    if seen is None:
        return _alert(turn, "errors.task.unknown")
    try:
        outcome = await doing(seen, meaning, seen.number(meaning.step))
    except DomainError as error:
        return _alert(turn, f"errors.{error.key}", **error.values)
    return _in_place(outcome, pressed) if meaning.deed in _IN_PLACE else outcome


async def _list(turn: Turn, pressed: Press, meaning: OnTask) -> Outcome | None:
    page = int(meaning.argument) if meaning.argument.isdecimal() else 1
    return _in_place(Outcome((await screens.listing(turn, page),)), pressed)


async def _begin(turn: Turn, pressed: Press, meaning: OnTask) -> Outcome | None:
    return await starting.begin(turn, meaning.argument)


async def _pick(turn: Turn, pressed: Press, meaning: OnTask) -> Outcome | None:
    """Take a button of the form that waits; "stop" closes it."""
    if meaning.argument.startswith("stop:"):
        is_open = waiting(turn, STARTING) is not None
        return replace(turn.say("commands.cancelled"), remember=CLOSED) if is_open else NOTHING
    outcome = await starting.press(turn, meaning.argument)
    if outcome is None:
        return _alert(turn, "tasks.form_gone")
    waits = outcome.remember.get(KEY) or {}
    is_at_end = waits.get("step", "go") == "go"  # there a picture comes first, or a task's card
    return outcome if is_at_end else _in_place(outcome, pressed)


async def _times(turn: Turn, pressed: Press, meaning: OnTask) -> Outcome | None:
    return await recap.times(turn, meaning.argument)


async def _for_all(turn: Turn, pressed: Press, meaning: OnTask) -> Outcome | None:
    """Let every official start tasks, or only those of the standard's unit; for admins."""
    if not manages(turn):
        return _alert(turn, "notices.admins_only")
    allowed = meaning.argument == "+"
    by = turn.person.id if turn.person else None
    await turn.work.settings.set(starting.FOR_ALL, allowed or None, turn.now, by)
    outcome = _in_place(Outcome((await screens.listing(turn, 1),)), pressed)
    name = "tasks.now_for_all" if allowed else "tasks.now_unit_only"
    return replace(outcome, notice=Notice(plain(turn.render(name)), alert=True))


def _in_place(outcome: Outcome, pressed: Press) -> Outcome:
    """Change the message under which the button stands, where there is one message to show."""
    if pressed.message_id is None or len(outcome.replies) != 1 or outcome.edit is not None:
        return outcome
    return replace(outcome, replies=(), edit=Edit(pressed.message_id, outcome.replies[0]))


def _alert(turn: Turn, key: str, **values: object) -> Outcome:
    return Outcome(notice=Notice(plain(turn.render(key, **values)), alert=True))


_GENERAL: Mapping[str, Callable[[Turn, Press, OnTask], Awaitable[Outcome | None]]] = {
    TaskDeed.LIST: _list,
    TaskDeed.BEGIN: _begin,
    TaskDeed.PICK: _pick,
    TaskDeed.FOR_ALL: _for_all,
    TaskDeed.TIMES: _times,
}
_ON_TASK = {**viewing.VIEWS, **acting.ACTS}
_IN_PLACE = viewing.IN_PLACE | acting.IN_PLACE
