"""Which steps of a plan are somebody's turn: those that can begin and are not done.

A step whose time is only that of its sub-steps is no duty of its own; a step without a time below
one that has a time is a part of that one's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.plans.model import Basis, Plan, PlannedStep
from bot.domain.plans.planner import plan_of
from bot.domain.tasks.task import Outlook, Task
from bot.domain.working_time.calendar import WorkingCalendar
from knowledge.model import ServiceStandard

_CONTAINERS = frozenset({Basis.BELOW, Basis.BRANCH})
_SET_DATES = frozenset({Basis.OFFSET, Basis.GIVEN, Basis.EVENT})
"""What runs from or up to a day of its own does not wait for its turn."""


def is_container(step: PlannedStep) -> bool:
    """Tell whether a step has no time but that of its sub-steps."""
    return step.basis in _CONTAINERS and step.replaced is None


def duties(plan: Plan) -> tuple[PlannedStep, ...]:
    """Return the steps that people are reminded of, in the plan's order."""
    found: dict[str, PlannedStep] = {}
    covered: set[str] = set()
    for step in plan.steps:
        is_covered = step.parent in covered
        if not is_container(step) and (step.basis is not Basis.NONE or not is_covered):
            found[step.number] = step
        if is_covered or step.number in found:
            covered.add(step.number)
    return tuple(found.values())


def closed(plan: Plan) -> Mapping[str, datetime]:
    """Return when steps were over: done themselves, or with what is above or below them.

    A step with a time of its own is over when all its sub-steps are, one without when those are
    that have a deadline.
    """
    over = {step.number: step.done_at for step in plan.steps if step.done_at is not None}
    for step in plan.steps:  # what is above comes first
        if step.number not in over and step.parent in over:
            over[step.number] = over[step.parent]
    children = _children(plan)
    for step in reversed(plan.steps):  # what is below comes first
        parts = children.get(step.number, [])
        if step.basis in _CONTAINERS:
            parts = [part for part in parts if part.deadline is not None]
        if step.number not in over and parts and all(part.number in over for part in parts):
            over[step.number] = max(over[part.number] for part in parts)
    return over


def turns(plan: Plan) -> tuple[PlannedStep, ...]:
    """Return the duties whose turn has come: what they follow is over, and they are not."""
    over = closed(plan)
    return tuple(
        step
        for step in duties(plan)
        if step.number not in over
        and (step.since is None or step.since in over or step.basis in _SET_DATES)
    )


def is_over(plan: Plan) -> bool:
    """Tell whether nothing is left to do."""
    over = closed(plan)
    return all(step.number in over for step in duties(plan))


def plan_of_task(task: Task, standard: ServiceStandard, calendar: WorkingCalendar) -> Plan:
    """Return the plan of a task as things stand; `standard` is the edition it began with.

    A step with a time of its own whose sub-steps are all done is done with the last of them.
    """
    inputs = task.inputs()
    plan = plan_of(standard, inputs, calendar)
    parents = {s.parent for s in plan.steps} & {s.number for s in plan.steps if not is_container(s)}
    ended = {number: at for number, at in closed(plan).items() if number in parents}
    if ended.keys() <= inputs.done.keys():
        return plan
    return plan_of(standard, replace(inputs, done={**ended, **inputs.done}), calendar)


def outlook(plan: Plan) -> Outlook:
    """Return what is derived of a plan: open deadlines, turns and the end."""
    over = closed(plan)
    due = {s.number: s.deadline for s in duties(plan) if s.deadline and s.number not in over}
    return Outlook(due, tuple(step.number for step in turns(plan)), plan.finish)


@dataclass(frozen=True, slots=True)
class Moved:
    """A step with another deadline than people were told; None where there was or is none."""

    step: str
    title: str
    old: datetime | None
    new: datetime | None


def moved(before: Outlook, plan: Plan) -> tuple[Moved, ...]:
    """Return which duties that are still open have another deadline than was told."""
    now = outlook(plan).due
    found = []
    for step in duties(plan):
        old, new = before.due.get(step.number), now.get(step.number)
        if old != new and new is not None:
            found.append(Moved(step.number, step.title, old, new))
    return tuple(found)


def _children(plan: Plan) -> dict[str, list[PlannedStep]]:
    found: dict[str, list[PlannedStep]] = {}
    for step in plan.steps:
        if step.parent is not None:
            found.setdefault(step.parent, []).append(step)
    return found
