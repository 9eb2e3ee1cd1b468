"""What is asked of a task, and what that changes of it beside its state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.errors import DomainError
from bot.domain.plans.model import Pause, Plan, PlanInputs
from bot.domain.tasks.duties import closed
from bot.domain.tasks.staffing import invited, joined, staffed
from bot.domain.tasks.task import Task, TaskAct
from bot.domain.working_time.calendar import WorkingCalendar
from knowledge.model import ServiceStandard

UNDO_TIME = timedelta(minutes=1)
"""So long a step that was marked as done can be unmarked, and nobody is told of it."""


@dataclass(frozen=True, slots=True)
class Starting:
    """A task that is to be started; see `Task` for the fields."""

    draft: str
    name: str
    standard: ServiceStandard
    inputs: PlanInputs
    owner: int
    post: str | None = None
    desks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TaskCall:
    """An act that somebody wants (`by`, None: the system), at a step or on the whole task.

    `at` is a day or an instant that it is about, `desks` where a step goes, or who stands for an
    `actor`; `note` and `file` as in `StepFact`, `ladder` as in `Task`; `invite` is the digest of
    a link's code.
    """

    task_id: int
    act: TaskAct
    by: int | None
    step: str | None = None
    at: datetime | date | None = None
    note: str = ""
    file: str = ""
    desks: tuple[str, ...] = ()
    ladder: Mapping[str, Any] = field(default_factory=dict)
    actor: str = ""
    invite: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A task with its plan as it stands before an act, and when that is."""

    task: Task
    plan: Plan
    calendar: WorkingCalendar
    now: datetime


def changed(stage: Stage, call: TaskCall) -> Task:
    """Return the task as an act leaves it.

    Raises DomainError: task.no_such_step, task.done_already, task.undo_late, task.no_event,
    task.past_date, task.not_asked, task.begun, task.no_such_move, task.too_many, task.no_invite.
    """
    task = stage.task.after(call.act, stage.now)
    effect = _EFFECTS.get(call.act)
    return task if effect is None else effect(task, stage, call)


def _step(stage: Stage, call: TaskCall) -> str:
    """Return the number of the step, which must still be open."""
    if call.step is None or stage.plan.step(call.step) is None:
        raise DomainError("task.no_such_step")
    if call.step in closed(stage.plan):
        raise DomainError("task.done_already")
    return call.step


def _day(call: TaskCall) -> datetime | date:
    if call.at is None:
        raise DomainError("task.past_date")
    return call.at


def _deadline(stage: Stage, call: TaskCall) -> datetime:
    """Return the deadline that is meant, still to come; a date alone is meant until its closing."""
    return deadline_at(_day(call), stage.calendar, stage.now)


def deadline_at(at: datetime | date, calendar: WorkingCalendar, now: datetime) -> datetime:
    """Return the instant until which a day is meant; raises DomainError("task.past_date")."""
    if isinstance(at, datetime):
        found, is_past = calendar.local(at), False
    else:
        found, is_past = calendar.closing_from(at), at < calendar.local(now).date()
    if is_past or found <= now:
        raise DomainError("task.past_date")
    return found


def _done(task: Task, stage: Stage, call: TaskCall) -> Task:
    step = _step(stage, call)
    fact = replace(task.fact(step), done_at=stage.now, done_by=call.by, note=call.note, asked=None)
    return task.with_fact(fact)


def _undo(task: Task, stage: Stage, call: TaskCall) -> Task:
    fact = task.fact(call.step or "")
    if fact.done_at is None or stage.now - fact.done_at > UNDO_TIME:
        raise DomainError("task.undo_late")
    return task.with_fact(replace(fact, done_at=None, done_by=None, note="", file=""))


def _note(task: Task, stage: Stage, call: TaskCall) -> Task:
    fact = task.fact(call.step or "")
    if fact.done_at is None:
        raise DomainError("task.no_such_step")
    note, file = call.note or fact.note, call.file or fact.file
    return task.with_fact(replace(fact, note=note, file=file))


def _event(task: Task, stage: Stage, call: TaskCall) -> Task:
    step, at = _step(stage, call), _day(call)
    planned = stage.plan.step(step)
    if planned is None or (planned.event is None and planned.measure is not None):
        raise DomainError("task.no_event")
    return replace(task, events={**task.events, step: at})


def _ask(task: Task, stage: Stage, call: TaskCall) -> Task:
    fact = task.fact(_step(stage, call))
    return task.with_fact(replace(fact, asked=_deadline(stage, call), asked_by=call.by))


def _agree(task: Task, stage: Stage, call: TaskCall) -> Task:
    """Set the deadline that is given, or else the one that was asked for."""
    fact = task.fact(_step(stage, call))
    agreed = fact.asked if call.at is None else _deadline(stage, call)
    if agreed is None:
        raise DomainError("task.not_asked")
    return task.with_fact(replace(fact, agreed=agreed, asked=None))


def _refuse(task: Task, stage: Stage, call: TaskCall) -> Task:
    fact = task.fact(_step(stage, call))
    if fact.asked is None:
        raise DomainError("task.not_asked")
    return task.with_fact(replace(fact, asked=None))


def _pass_on(task: Task, stage: Stage, call: TaskCall) -> Task:
    return task.with_fact(replace(task.fact(_step(stage, call)), desks=call.desks))


def _move(task: Task, stage: Stage, call: TaskCall) -> Task:
    at = _day(call)
    if any(fact.done_at is not None for fact in task.facts.values()):
        raise DomainError("task.begun")
    if not isinstance(at, datetime):
        at = datetime.combine(at, datetime.min.time(), stage.calendar.zone)
    return replace(task, start=at)


def _pause(task: Task, stage: Stage, call: TaskCall) -> Task:
    return replace(task, paused_since=stage.now)


def _go_on(task: Task, stage: Stage, call: TaskCall) -> Task:
    """Keep the pause that ends now, if there was one."""
    if task.paused_since is None:
        return task
    pause = Pause(task.paused_since, stage.now)
    return replace(task, pauses=(*task.pauses, pause), paused_since=None)


def _staff(task: Task, stage: Stage, call: TaskCall) -> Task:
    step = _step(stage, call) if call.step is not None else None
    return staffed(task, step, call.actor, call.desks)


def _invite(task: Task, stage: Stage, call: TaskCall) -> Task:
    step = _step(stage, call) if call.step is not None else None
    return invited(task, call.invite, step, call.actor, stage.now)


def _join(task: Task, stage: Stage, call: TaskCall) -> Task:
    if call.by is None:
        raise DomainError("task.no_invite")
    return joined(task, call.invite, call.by, stage.now)


def _ladder(task: Task, stage: Stage, call: TaskCall) -> Task:
    return replace(task, ladder=dict(call.ladder))


_EFFECTS: Mapping[TaskAct, Callable[[Task, Stage, TaskCall], Task]] = {
    TaskAct.DONE: _done,
    TaskAct.UNDO: _undo,
    TaskAct.NOTE: _note,
    TaskAct.EVENT: _event,
    TaskAct.ASK_TIME: _ask,
    TaskAct.AGREE: _agree,
    TaskAct.REFUSE: _refuse,
    TaskAct.PASS_ON: _pass_on,
    TaskAct.MOVE: _move,
    TaskAct.LADDER: _ladder,
    TaskAct.STAFF: _staff,
    TaskAct.INVITE: _invite,
    TaskAct.JOIN: _join,
    TaskAct.PAUSE: _pause,
    TaskAct.RESUME: _go_on,
    TaskAct.FINISH: _go_on,
    TaskAct.CANCEL: _go_on,
}
