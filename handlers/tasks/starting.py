"""The form that starts a task: standard, name, start, what the text leaves open, and a look at it.

What each step asks is in `handlers.tasks.asking`, how it is kept in `wizard`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.domain.errors import DomainError
from bot.domain.moments import read_moment
from bot.domain.tasks.doers import PERSON
from bot.domain.working_time.calendar import WorkingCalendar
from bot.services.post_search import search
from handlers.forms import CLOSED, Form, waiting
from handlers.officials.forms import taking
from handlers.officials.views import Scene, post_of
from handlers.replies import Message
from handlers.task_offers import code_of_standard
from handlers.tasks import asking, screens
from handlers.tasks.choosing import meant
from handlers.tasks.doing import refusal
from handlers.tasks.preview import preview
from handlers.tasks.scenes import TaskScene
from handlers.tasks.wizard import NAME, Wizard
from handlers.turn import Outcome, Turn
from knowledge.model import ServiceStandard

FOR_ALL = "tasks_for_all"
"""The office setting by which every official may start tasks of every standard."""

_LONGEST_NAME = 60
_SKIPS = frozenset({"lewati", "skip", "-", "belum tahu", "tidak tahu"})
_DESK = "desk"


async def begin(turn: Turn, code: str = "") -> Outcome:
    """Begin: with the code of a standard its name is asked, else which standard."""
    scene = await Scene.of(turn)
    form = {"draft": f"{turn.chat_key}:{turn.update_id}"}
    wizard = Wizard(turn, form, scene)
    allowed = await _allowed(wizard)
    if not allowed:
        return turn.say("tasks.may_not_start")
    found = next((one for one in allowed if code_of_standard(one.id) == code), None)
    if found is not None:
        return await _next(replace(wizard, form={**form, "standard": found.id}))
    return wizard.waits("standard", asking.standards(turn, allowed))


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the step that waits."""
    wizard = Wizard(turn, form, await Scene.of(turn))
    taker = _WRITTEN.get(str(form.get("step")))
    return None if taker is None else await taker(wizard, turn.text.strip())


async def press(turn: Turn, argument: str) -> Outcome | None:
    """Take a button for the step that waits; None if it waits no more."""
    form = waiting(turn, NAME)
    step, _, value = argument.partition(":")
    if form is None or form.get("step") != step:
        return None
    wizard = Wizard(turn, form, await Scene.of(turn))
    taker = _PRESSED.get(step)
    return None if taker is None else await taker(wizard, value)


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


async def _next(wizard: Wizard) -> Outcome:
    """Ask what is still open, one by one; then show what it comes to."""
    standard, turn, form = wizard.standard, wizard.turn, wizard.form
    if standard is None:
        return replace(turn.say("tasks.standard_gone"), remember=CLOSED)
    if not form.get("called"):
        return wizard.waits("called", asking.name(turn, standard))
    if not form.get("start"):
        return wizard.waits("start", asking.start(turn))
    view = await wizard.view(standard)
    skipped = set(form.get("skipped", ()))
    for need in view.plan.needs:
        key = f"{need.kind.value}:{need.step}"
        if key not in skipped:
            fields = {"kind": need.kind.value, "step": need.step, "unit": need.unit}
            known = {**fields, "choices": list(need.choices)}
            return wizard.waits("need", asking.need(turn, need), need=known)
    for actor in asking.open_actors(view):
        if f"{_DESK}:{actor}" not in skipped and actor not in form.get("desks", {}):
            return wizard.waits(_DESK, asking.desk(turn, actor), actor=actor)
    message = await preview(TaskScene(turn, view, wizard.scene), form)
    return wizard.waits("go", message)


def _with(wizard: Wizard, **fields: Any) -> Wizard:  # noqa: ANN401 - any JSON
    return replace(wizard, form={**wizard.form, **fields})


async def _write_standard(wizard: Wizard, text: str) -> Outcome:
    """Find the standard that is meant."""
    allowed = await _allowed(wizard)
    found = meant(wizard.turn, text, allowed)
    if len(found) == 1:
        return await _next(_with(wizard, standard=found[0].id))
    return wizard.waits("standard", asking.standards(wizard.turn, found or allowed, again=True))


async def _press_standard(wizard: Wizard, code: str) -> Outcome:
    found = next((one for one in await _allowed(wizard) if code_of_standard(one.id) == code), None)
    return await _next(_with(wizard, standard=found.id if found else None))


async def _name(wizard: Wizard, text: str) -> Outcome:
    return await _next(_with(wizard, called=" ".join(text.split())[:_LONGEST_NAME]))


async def _start(wizard: Wizard, text: str) -> Outcome:
    """Take the start; a day alone begins with its opening."""
    turn = wizard.turn
    found = read_moment(text, turn.now, turn.office.settings.zone)
    if found is None:
        return turn.say("tasks.bad_moment")
    calendar = await turn.office.tasks.calendar(turn.work)
    return await _next(_with(wizard, start=_opening(found, calendar).isoformat()))


async def _need(wizard: Wizard, text: str) -> Outcome:
    """Take the answer to what is open; the plan itself says whether it fits."""
    turn, need = wizard.turn, wizard.form["need"]
    if text.casefold() in _SKIPS:
        return await _skip(wizard, f"{need['kind']}:{need['step']}")
    fields = _answer(wizard, need, text)
    standard = wizard.standard
    if fields is None:
        return turn.say("tasks.bad_moment" if need["kind"] == "event" else "tasks.bad_number")
    answered = _with(wizard, **fields)
    try:
        if standard is not None:
            await answered.view(standard)
    except DomainError as error:
        return refusal(turn, error)
    return await _next(answered)


async def _press_need(wizard: Wizard, value: str) -> Outcome:
    """Take a choice by its place, or a number; "-" leaves it open."""
    choices = wizard.form["need"]["choices"]
    if choices and value.isdecimal() and int(value) < len(choices):
        value = choices[int(value)]
    return await _need(wizard, value)


def _answer(wizard: Wizard, need: Mapping[str, Any], text: str) -> dict[str, Any] | None:
    form, turn = wizard.form, wizard.turn
    if need["kind"] == "choice":
        return {"choices": {**form.get("choices", {}), need["step"]: text}}
    if need["kind"] == "count":
        digits = "".join(word for word in text.split()[:1] if word.isascii() and word.isdecimal())
        count = int(digits) if digits and len(digits) <= 7 else None  # noqa: PLR2004
        return (
            None if count is None else {"counts": {**form.get("counts", {}), need["unit"]: count}}
        )
    found = read_moment(text, turn.now, turn.office.settings.zone)
    if found is None:
        return None
    return {"events": {**form.get("events", {}), need["step"]: found.isoformat()}}


async def _desk(wizard: Wizard, text: str) -> Outcome:
    """Find the post that is meant."""
    actor = wizard.form["actor"]
    if text.casefold() in _SKIPS:
        return await _skip(wizard, f"{_DESK}:{actor}")
    found = search(wizard.scene.office, text, wizard.turn.now)
    if len(found) == 1:
        return await _set_desk(wizard, found[0].key)
    return wizard.waits(_DESK, asking.desk(wizard.turn, actor, found, again=True), actor=actor)


async def _press_desk(wizard: Wizard, value: str) -> Outcome:
    """Take a post, oneself ("me"), nobody ("-"), or nobody for all that are left ("--")."""
    actor, person = wizard.form["actor"], wizard.turn.person
    if value == "me" and person is not None:
        return await _set_desk(wizard, f"{PERSON}{person.id}")
    if value == "--" and (standard := wizard.standard) is not None:
        view = await wizard.view(standard)
        return await _skip(wizard, *(f"{_DESK}:{one}" for one in asking.open_actors(view)))
    post = post_of(wizard.scene.office, value)
    return await (_set_desk(wizard, post.key) if post else _skip(wizard, f"{_DESK}:{actor}"))


async def _set_desk(wizard: Wizard, desk: str) -> Outcome:
    desks = {**wizard.form.get("desks", {}), wizard.form["actor"]: [desk]}
    return await _next(_with(wizard, desks=desks))


async def _skip(wizard: Wizard, *keys: str) -> Outcome:
    return await _next(_with(wizard, skipped=[*wizard.form.get("skipped", ()), *keys]))


async def _go(wizard: Wizard, value: str) -> Outcome:
    """Start it, or ask for another start."""
    turn, standard = wizard.turn, wizard.standard
    if value == "start":
        return await _next(_with(wizard, start=None))
    if standard is None or standard not in await _allowed(wizard):
        return replace(turn.say("tasks.may_not_start"), remember=CLOSED)
    starting = wizard.starting(standard)
    try:
        change = await turn.office.tasks.start(turn.work, starting, wizard.scene.office, turn.now)
    except DomainError as error:
        return replace(refusal(turn, error), remember=CLOSED)
    said = Message(turn.render("tasks.started", name=change.task.name))
    card = screens.detail(TaskScene(turn, change.view, wizard.scene))
    return Outcome((said, card), remember=CLOSED)


async def _written_go(wizard: Wizard, text: str) -> Outcome:
    """Show the preview again: what begins a task is a button."""
    return await _next(wizard)


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
    _DESK: _desk,
    "go": _written_go,
}
_PRESSED = {
    "standard": _press_standard,
    "start": _start,
    "need": _press_need,
    _DESK: _press_desk,
    "go": _go,
}
