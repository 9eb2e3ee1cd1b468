"""The form that asks for a date: more time for a step, an event's day, another start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.domain.errors import DomainError
from bot.domain.moments import read_moment
from bot.domain.tasks.calls import TaskCall, deadline_at
from bot.domain.tasks.task import TaskAct
from handlers.forms import CLOSED, Form, opened
from handlers.officials.forms import taking
from handlers.replies import Message
from handlers.tasks import screens
from handlers.tasks.doing import act, refusal
from handlers.tasks.scenes import TaskScene
from handlers.tasks.wizard import day_or_instant
from handlers.turn import Outcome, Turn

NAME = "task_date"
_ACTS = {
    "ask": TaskAct.ASK_TIME,
    "agree": TaskAct.AGREE,
    "event": TaskAct.EVENT,
    "move": TaskAct.MOVE,
}
_DEADLINES = frozenset({"ask", "agree"})  # what must be still to come
_REASON = 500


def begin(seen: TaskScene, purpose: str, step: str | None) -> Outcome:
    """Ask for a date; `purpose` is a key of the acts that may follow."""
    turn = seen.turn
    planned = seen.view.plan.step(step) if step else None
    shown = seen.shown(planned) if planned else None
    html = turn.render("tasks.ask_date", purpose=purpose, name=seen.task.name, step=shown)
    form = {"task": seen.task.id, "step": step, "purpose": purpose, "at": turn.now.isoformat()}
    return Outcome((Message(html),), remember=opened(NAME, **form))


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take the date, and for more time the reason."""
    if form["purpose"] not in _ACTS:
        return None
    if form.get("day") is not None:
        return await _finish(turn, form, day_or_instant(form["day"]), turn.text[:_REASON])
    found = read_moment(turn.text, turn.now, turn.office.settings.zone)
    if found is None:
        return turn.say("tasks.bad_moment")
    if form["purpose"] in _DEADLINES:
        try:
            deadline_at(found, await turn.office.tasks.calendar(turn.work), turn.now)
        except DomainError as error:
            return refusal(turn, error)
    if form["purpose"] != "ask":
        return await _finish(turn, form, found, "")
    fields = {key: value for key, value in form.items() if key != "name"}
    remember = opened(NAME, **{**fields, "day": found.isoformat(), "at": turn.now.isoformat()})
    return Outcome((Message(turn.render("tasks.ask_reason")),), remember=remember)


async def _finish(turn: Turn, form: Form, at: datetime | date, note: str) -> Outcome:
    person = turn.person
    by = person.id if person else None
    call = TaskCall(int(form["task"]), _ACTS[form["purpose"]], by, form["step"], at, note)
    try:
        seen = await act(turn, call)
    except DomainError as error:
        waits = error.key in ("task.past_date", "plan.no_event")
        return replace(refusal(turn, error), remember={} if waits else CLOSED)
    said = turn.render("tasks.date_taken", purpose=form["purpose"])
    planned = seen.view.plan.step(form["step"]) if form["step"] else None
    message = screens.step_card(seen, planned, said) if planned else screens.detail(seen, said)
    return Outcome((message,), remember=CLOSED)
