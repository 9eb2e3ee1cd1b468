"""What is planned to be said about a task in time; saying it is `bot.services.task_watch`'s.

Each row has a key of its own for task, step, rung and deadline, so nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.domain.plans.model import Plan, PlannedStep
from bot.domain.reminders import Reminder
from bot.domain.tasks.calls import UNDO_TIME
from bot.domain.tasks.duties import turns
from bot.domain.tasks.ladder import CLIMBS, Rung, Spoken, ladder, reminder, subject_of
from bot.domain.tasks.rungs import LadderRules
from bot.domain.tasks.task import Task, TaskState
from bot.domain.working_time.calendar import WorkingCalendar
from bot.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Timing:
    """By what is reckoned when something is said: working time, and the ladder's rules."""

    calendar: WorkingCalendar
    rules: LadderRules


@dataclass(frozen=True, slots=True)
class Came:
    """The steps whose turn has come at this moment."""

    now: datetime
    steps: Collection[str]


async def reset(work: UnitOfWork, task: Task, plan: Plan, timing: Timing, came: Came) -> None:
    """Plan what is to be said about a task as it stands, and nothing else.

    What is due this very moment and still holds is kept.
    """
    subject = subject_of(task.id)
    waiting = {row.key for row in await work.reminders.pending(subject)}
    await work.reminders.cancel(subject)
    if task.state is not TaskState.RUNNING:
        return
    rows = []
    for step in turns(plan):
        for spoken in _spoken(plan, step, timing, came):
            row = reminder(task.id, step, spoken)
            if row.due_at > came.now or row.key in waiting:
                rows.append(row)
    await work.reminders.plan(rows)


def _spoken(plan: Plan, step: PlannedStep, timing: Timing, came: Came) -> Iterator[Spoken]:
    """Yield the rungs of a step; a turn that has come just now is told when it is sure to stay.

    Of a step whose parts have deadlines the parts tell the beginning.
    """
    told_by_parts = any(s.parent == step.number and s.deadline is not None for s in plan.steps)
    for spoken in ladder(step, timing.calendar, timing.rules):
        if spoken.rung is not Rung.BEGIN:
            yield spoken
        elif not told_by_parts:
            is_new = step.number in came.steps
            sure = timing.calendar.next_opening(came.now + UNDO_TIME) if is_new else spoken.at
            yield Spoken(spoken.rung, max(spoken.at, sure))


def newest(reminders: Collection[Reminder]) -> tuple[Reminder, ...]:
    """Return a step's last rung, and its last climb: after an outage earlier ones say nothing."""
    last: dict[tuple[str, str, str], Reminder] = {}
    for row in sorted(reminders, key=lambda row: (row.due_at, row.key)):
        rung = Rung(row.rung)
        kind = "climb" if rung in CLIMBS else row.key if rung is Rung.TAKEN else ""
        last[row.subject, str(row.data["step"]), kind] = row
    return tuple(last.values())
