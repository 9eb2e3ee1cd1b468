"""The form that starts a task: standard, name, start, what the text leaves open, and a look at it.

What each step asks is in `handlers.tasks.asking`, how it is kept in `wizard`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bot.domain.counts import read_count
from bot.domain.errors import DomainError
from bot.domain.moments import read_moment
from bot.domain.working_time.calendar import WorkingCalendar
from handlers.forms import CLOSED, Form, waiting
from handlers.officials.forms import taking
from handlers.officials.views import Scene
from handlers.task_offers import code_of_standard
from handlers.tasks import asking, screens, staffing
from handlers.tasks.choosing import meant
from handlers.tasks.doing import refusal
from handlers.tasks.flow import DESKS, back, onward, passed
from handlers.tasks.scenes import TaskScene
from handlers.tasks.wizard import NAME, Wizard, mark_of
from handlers.turn import NOTHING, Outcome, Turn
from knowledge.model import ServiceStandard

FOR_ALL = "tasks_for_all"
"""The office setting by which every official may start tasks of every standard."""

_LONGEST_NAME = 60
_FIRST = frozenset({"standard", "called"})
_DOUBLE_TAP = timedelta(seconds=7)
_SKIPS = frozenset({"lewati", "skip", "-", "belum tahu", "tidak tahu"})
_SKIP_REST = frozenset(
    {"lewati semua", "lewati sisanya", "nilai baku", "skip all", "defaults", "--"}
)
_BACKS = frozenset({"kembali", "back", "<"})


async def begin(turn: Turn, code: str = "") -> Outcome:
    """Begin: with the code of a standard its name is asked, else which standard."""
    if _has_just_begun(turn):
        return NOTHING  # a second tap; a second form would make the first one's question stale
    scene = await Scene.of(turn)
    form = {"draft": f"{turn.chat_key}:{turn.update_id}"}
    wizard = Wizard(turn, form, scene)
    allowed = await _allowed(wizard)
    if not allowed:
        return turn.say("tasks.may_not_start")
    found = next((one for one in allowed if code_of_standard(one.id) == code), None)
    if found is not None:
        return await onward(replace(wizard, form={**form, "standard": found.id}))
    return _ask_standard(wizard, allowed, again=False)


def _has_just_begun(turn: Turn) -> bool:
    """Tell whether the form asks its first question since a moment."""
    form = waiting(turn, NAME)
    return form is not None and form.get("step") in _FIRST and _is_fresh(turn, form)


def _is_fresh(turn: Turn, form: Form) -> bool:
    """Tell whether the question that waits was asked a moment ago, so a press is a second tap."""
    return turn.now - datetime.fromisoformat(form["at"]) < _DOUBLE_TAP


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the step that waits."""
    wizard = Wizard(turn, form, await Scene.of(turn))
    taker = _WRITTEN.get(str(form.get("step")))
    return None if taker is None else await taker(wizard, turn.text.strip())


async def press(turn: Turn, argument: str) -> Outcome | None:
    """Take a button for the step that waits; None if it waits no more."""
    form = waiting(turn, NAME)
    step, mark, value = (*argument.split(":", 2), "", "")[:3]
    if form is None:
        return None
    wizard = Wizard(turn, form, await Scene.of(turn))
    if mark != mark_of(form):
        return await _show_again(wizard)
    taker = _PRESSED.get(step)
    return None if taker is None else await taker(wizard, value)


async def _show_again(wizard: Wizard) -> Outcome:
    """Answer a button of an earlier question: the one that waits now may never have been seen."""
    if _is_fresh(wizard.turn, wizard.form) or wizard.standard is None:
        return NOTHING
    return await onward(wizard)


async def _allowed(wizard: Wizard) -> list[ServiceStandard]:
    """Return the standards that whoever speaks may start tasks of."""
    turn = wizard.turn
    for_all = bool((await turn.work.settings.all()).get(FOR_ALL))
    standards = turn.office.finders.standards.values()
    tasks, office = turn.office.tasks, wizard.scene.office
    return [
        one
        for one in standards
        if one.steps and tasks.may_start(wizard.starting(one), office, turn.now, for_all=for_all)
    ]


async def _write_standard(wizard: Wizard, text: str) -> Outcome:
    """Find the standard that is meant; a number is its place among those that were shown."""
    allowed = await _allowed(wizard)
    if text.isdecimal():
        shown = wizard.form.get("shown", ())[int(text) - 1 : int(text)]
        found: Sequence[ServiceStandard] = [one for one in allowed if one.id in shown]
    else:
        found = meant(wizard.turn, text, allowed)
    if len(found) == 1:
        return await onward(wizard.with_fields(standard=found[0].id))
    others = () if found else _of_others(wizard.turn, text)
    return _ask_standard(wizard, found or allowed, again=True, others=others)


def _of_others(turn: Turn, text: str) -> tuple[ServiceStandard, ...]:
    """Return the one standard that is meant where it is not theirs who speak."""
    found = meant(turn, text, tuple(turn.office.finders.standards.values()))
    return found if len(found) == 1 and not text.isdecimal() else ()


def _ask_standard(
    wizard: Wizard,
    some: Sequence[ServiceStandard],
    *,
    again: bool,
    others: Sequence[ServiceStandard] = (),
) -> Outcome:
    title = others[0].title if others else None
    ask = partial(asking.standards, wizard.turn, some, again, title)
    return wizard.waits("standard", ask, shown=[one.id for one in some])


async def _press_standard(wizard: Wizard, code: str) -> Outcome:
    found = next((one for one in await _allowed(wizard) if code_of_standard(one.id) == code), None)
    return await onward(wizard.with_fields(standard=found.id if found else None))


async def _name(wizard: Wizard, text: str) -> Outcome:
    return await onward(wizard.with_fields(called=" ".join(text.split())[:_LONGEST_NAME]))


async def _start(wizard: Wizard, text: str) -> Outcome:
    """Take the start; a day alone begins with its opening."""
    turn = wizard.turn
    found = read_moment(text, turn.now, turn.office.settings.zone)
    if found is None:
        return await onward(wizard, turn.render("tasks.bad_moment"))
    calendar = await turn.office.tasks.calendar(turn.work)
    return await onward(wizard.with_fields(start=_opening(found, calendar).isoformat()))


async def _need(wizard: Wizard, text: str) -> Outcome:
    """Take the answer to what is open; the plan itself says whether it fits."""
    turn, need = wizard.turn, wizard.form["need"]
    if text.casefold() in _BACKS:
        return await back(wizard)
    if text.casefold() in _SKIP_REST:
        return await onward(wizard.with_fields(rest=True))
    if text.casefold() in _SKIPS:
        return await _skip(wizard, need["key"])
    fields = _answer(wizard, need, text)
    standard = wizard.standard
    if fields is None:
        bad = "tasks.bad_moment" if need["kind"] == "event" else "tasks.bad_number"
        return await onward(wizard, turn.render(bad))
    answered = passed(wizard.with_fields(**fields), need["key"])
    try:
        if standard is not None:
            await answered.view(standard)
    except DomainError as error:
        return await onward(wizard, turn.render(f"errors.{error.key}", **error.values))
    return await onward(answered)


async def _press_need(wizard: Wizard, value: str) -> Outcome:
    """Take a choice by its place, or a number; "-" leaves it open, "--" all that follow."""
    choices = wizard.form["need"]["choices"]
    if choices and value.isdecimal() and int(value) < len(choices):
        value = choices[int(value)]
    return await _need(wizard, value)


def _answer(wizard: Wizard, need: Mapping[str, Any], text: str) -> dict[str, Any] | None:
    form, turn = wizard.form, wizard.turn
    if need["kind"] == "choice":
        return {"choices": {**form.get("choices", {}), need["step"]: text}}
    if need["kind"] == "count":
        count = read_count(text)
        counts = form.get("counts", {})
        return None if count is None else {"counts": {**counts, need["unit"]: count}}
    found = read_moment(text, turn.now, turn.office.settings.zone)
    if found is None:
        return None
    return {"events": {**form.get("events", {}), need["step"]: found.isoformat()}}


async def _skip(wizard: Wizard, key: str) -> Outcome:
    skipped = [*wizard.form.get("skipped", ()), key]
    return await onward(passed(wizard.with_fields(skipped=skipped), key))


async def _go(wizard: Wizard, value: str) -> Outcome:
    """Start it, or ask for another start, or what was asked last."""
    turn, standard = wizard.turn, wizard.standard
    if value == "<":
        return await back(wizard)
    if value == "start":
        return await onward(wizard.with_fields(start=None))
    if standard is None or standard not in await _allowed(wizard):
        return replace(turn.say("tasks.may_not_start"), remember=CLOSED)
    starting = wizard.starting(standard)
    try:
        change = await turn.office.tasks.start(turn.work, starting, wizard.scene.office, turn.now)
    except DomainError as error:
        return replace(refusal(turn, error), remember=CLOSED)
    said = turn.render("tasks.started", name=change.task.name)
    card = screens.detail(TaskScene(turn, change.view, wizard.scene), said)
    return Outcome((card,), remember=CLOSED)


async def _written_go(wizard: Wizard, text: str) -> Outcome:
    """Show the preview again: what begins a task is a button."""
    return await (back(wizard) if text.casefold() in _BACKS else onward(wizard))


def _opening(found: datetime | date, calendar: WorkingCalendar) -> datetime:
    if isinstance(found, datetime):
        return found.replace(second=0, microsecond=0)
    midnight = datetime.combine(found, datetime.min.time(), calendar.zone)
    return calendar.opening(found) or midnight


_WRITTEN = {
    "standard": _write_standard,
    "called": _name,
    "start": _start,
    "need": _need,
    DESKS: staffing.written,
    staffing.DESK: staffing.write_desk,
    "go": _written_go,
}
_PRESSED = {
    "standard": _press_standard,
    "start": _start,
    "need": _press_need,
    DESKS: staffing.press,
    staffing.DESK: staffing.press_desk,
    "go": _go,
}
