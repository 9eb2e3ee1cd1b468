"""How long steps took, beside how long the standard gives them: what its evaluation can go by.

Times are working minutes; a time in which a task stood still does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from statistics import median

from bot.domain.plans.model import Plan, PlannedStep
from bot.domain.tasks.duties import closed, duties
from bot.domain.working_time.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class StepTime:
    """What one step of one task took; `planned` is None where the text sets no time."""

    number: str
    title: str
    planned: int | None
    real: int
    late: bool


@dataclass(frozen=True, slots=True)
class StepTimes:
    """What a step took in `count` tasks: medians, and how often it was late."""

    number: str
    title: str
    count: int
    planned: int | None
    real: int
    late: int


@dataclass(frozen=True, slots=True)
class StandardTimes:
    """What a standard's finished tasks took; `on_time` are those without a late step."""

    standard: str
    title: str
    count: int
    on_time: int
    steps: tuple[StepTimes, ...]


def times_of(plan: Plan, calendar: WorkingCalendar) -> tuple[StepTime, ...]:
    """Return what each step that is over took."""
    over = closed(plan)
    return tuple(
        _time(step, over[step.number], calendar) for step in duties(plan) if step.number in over
    )


def _time(step: PlannedStep, ended: datetime, calendar: WorkingCalendar) -> StepTime:
    given = step.replaced or step.deadline
    planned = None if given is None else _minutes(calendar, step, given)
    late = step.deadline is not None and ended > step.deadline
    return StepTime(step.number, step.title, planned, _minutes(calendar, step, ended), late)


def _minutes(calendar: WorkingCalendar, step: PlannedStep, end: datetime) -> int:
    minutes = calendar.minutes_between(step.begins, end) - step.paused
    return int(max(minutes, Fraction(0)))


def summed(standard: str, title: str, tasks: Iterable[Sequence[StepTime]]) -> StandardTimes:
    """Return what all these tasks of one standard come to, step by step in the text's order."""
    all_tasks = list(tasks)
    found: dict[tuple[str, str], list[StepTime]] = {}
    for task in all_tasks:
        for step in task:
            found.setdefault((step.number, step.title), []).append(step)
    on_time = sum(not any(step.late for step in task) for task in all_tasks)
    steps = tuple(_summed(times) for times in found.values())
    return StandardTimes(standard, title, len(all_tasks), on_time, steps)


def _summed(times: Sequence[StepTime]) -> StepTimes:
    planned = [time.planned for time in times if time.planned is not None]
    first = times[0]
    return StepTimes(
        first.number,
        first.title,
        len(times),
        round(median(planned)) if planned else None,
        round(median(time.real for time in times)),
        sum(time.late for time in times),
    )
