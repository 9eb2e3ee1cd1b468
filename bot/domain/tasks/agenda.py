"""What is said of tasks to one person: single reminders, and a morning's overview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.reminders import Reminder
from bot.domain.tasks.doers import Crew, Doer
from bot.domain.tasks.ladder import CLIMBS, Rung
from bot.domain.tasks.task import Task, TaskState
from bot.domain.working_time.calendar import WorkingCalendar
from knowledge.model import ProcedureStep

SOON = 3
"""What is due within so many working days is told in the morning as coming."""


@dataclass(frozen=True, slots=True)
class TaskSaid:
    """One line for one person: a rung of a step of a task.

    `stands_in` is the desk for which somebody else was reached, `unreached` tells the owner that
    this is so; `planned` is when it was to be said.
    """

    person_id: int
    rung: Rung
    task: Task
    step: ProcedureStep
    due: datetime | None
    stands_in: str | None = None
    unreached: bool = False
    planned: datetime | None = None


class When(StrEnum):
    """How a step stands on a morning."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    OPEN = "open"  # later, or without a deadline


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A step that is a person's turn: when it is due, and how many working days it is late."""

    task: Task
    step: ProcedureStep
    when: When
    due: datetime | None
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class Morning:
    """What one person is told of tasks on a morning."""

    lines: list[AgendaLine] = field(default_factory=list)
    said: list[TaskSaid] = field(default_factory=list)

    def is_new(self, line: AgendaLine) -> bool:
        """Tell whether the turn of a step has come since the last morning."""
        step = line.task.id, line.step.number
        return any(
            one.rung is Rung.BEGIN and (one.task.id, one.step.number) == step for one in self.said
        )


def said_of(reminder: Reminder, crew: Crew, step: ProcedureStep) -> Iterator[TaskSaid]:
    """Yield who is to hear of a reminder, if it still says something."""
    task, rung = crew.task, Rung(reminder.rung)
    if task.state is not TaskState.RUNNING or task.fact(step.number).done_at is not None:
        return
    due = reminder.data.get("due")
    at = None if due is None else datetime.fromisoformat(str(due))
    if rung is Rung.TAKEN:
        yield from _taken(reminder, crew, step, at)
        return
    if rung in CLIMBS:
        for doer in crew.above(step.number, CLIMBS.index(rung) + 1):
            yield TaskSaid(doer.person_id, rung, task, step, at)
        return
    doers = crew.doers(step.number)
    for doer in doers:
        stands_in = doer.desk if doer.is_stand_in else None
        yield TaskSaid(doer.person_id, rung, task, step, at, stands_in)
    if rung is Rung.BEGIN:
        yield from _to_owner(crew, step, at, doers)


def _taken(
    reminder: Reminder, crew: Crew, step: ProcedureStep, at: datetime | None
) -> Iterator[TaskSaid]:
    """Yield what those hear who stand in for people that cannot be reached any more."""
    before, number = crew.before(reminder.data["gone"]), step.number
    known = {doer.person_id for doer in before.doers(number)}
    doers = [doer for doer in crew.doers(number) if doer.person_id not in known]
    for doer in doers:
        yield TaskSaid(doer.person_id, Rung.BEGIN, crew.task, step, at, doer.desk)
    yield from _to_owner(crew, step, at, doers)
    for level in reminder.data.get("levels", ()):
        known = {doer.person_id for doer in before.above(number, level)}
        for doer in crew.above(number, level):
            if doer.person_id not in known:
                yield TaskSaid(doer.person_id, CLIMBS[level - 1], crew.task, step, at)


def _to_owner(
    crew: Crew, step: ProcedureStep, at: datetime | None, doers: Iterable[Doer]
) -> Iterator[TaskSaid]:
    """Yield what tells the owner who could not be reached, once a step."""
    owner = crew.owner()
    for doer in doers:
        if doer.is_stand_in and owner is not None and owner.person_id != doer.person_id:
            yield TaskSaid(
                owner.person_id, Rung.BEGIN, crew.task, step, at, doer.desk, unreached=True
            )


def agenda_line(
    task: Task, step: ProcedureStep, calendar: WorkingCalendar, now: datetime
) -> AgendaLine:
    """Return how a step whose turn it is stands at a moment."""
    due = task.outlook.due.get(step.number)
    if due is None:
        return AgendaLine(task, step, When.OPEN, None)
    if due <= now:
        late = calendar.working_days_between(due, now)
        return AgendaLine(task, step, When.LATE, due, late)
    today, day = calendar.local(now).date(), calendar.local(due).date()
    if day == today:
        return AgendaLine(task, step, When.TODAY, due)
    ahead = len(calendar.working_days(today, day)) - 1
    return AgendaLine(task, step, When.SOON if ahead <= SOON else When.OPEN, due)
