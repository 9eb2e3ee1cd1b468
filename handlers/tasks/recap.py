"""/rekap with tasks: how long steps took beside what the standard gives them, and who is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.periods import Period, read_period
from bot.domain.reporting import reported_posts
from bot.domain.tasks.times import StandardTimes, StepTimes, summed
from bot.services.task_reports import Lateness, TaskFigures
from handlers.buttons import Button, encode
from handlers.markup import shorten
from handlers.officials.views import Scene
from handlers.records import recap as complaints
from handlers.replies import Message
from handlers.task_buttons import OnTask
from handlers.task_offers import code_of_standard
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.scenes import TaskScene, title_of
from handlers.titles import short_name
from handlers.turn import Outcome, Turn

_DAY = 450  # minutes of a working day of 37.5 hours a week, to say a time in
_HOUR = 60
_MOST, _STEPS = 8, 24
_LABEL = 40


async def recap(turn: Turn) -> Outcome:
    """Show the figures of complaints, and below them those of tasks to who leads a unit."""
    outcome = await complaints.recap(turn)
    period = complaints.period_for_leads(turn)
    figures = await _figures(turn, period) if period is not None else None
    if period is None or figures is None or not (figures.standards or figures.running):
        return outcome
    scene = await Scene.of(turn)
    html = turn.render(
        "tasks.recap",
        period=complaints.named(turn, period),
        standards=[
            {"name": short_name(one.title), "count": one.count, "on_time": one.on_time}
            for one in figures.standards[:_MOST]
        ],
        running=figures.running,
        late=[_late(one, scene) for one in figures.late[:_MOST]],
        more=max(figures.late_count - _MOST, 0),
    )
    rows = tuple((_times_button(one, period),) for one in figures.standards[:_MOST])
    return replace(outcome, replies=(*outcome.replies, Message(html, rows)))


async def times(turn: Turn, value: str) -> Outcome | None:
    """Show the steps' times of one standard: `value` is its code and the period's."""
    code, _, said = value.partition(":")
    today = turn.now.astimezone(turn.office.settings.zone).date()
    period = read_period(said, today)
    figures = await _figures(turn, period) if period is not None else None
    if period is None or figures is None:
        return turn.say("recap.not_yours")
    found = [one for one in figures.standards if code_of_standard(one.standard) == code]
    if not found:
        return None
    named = complaints.named(turn, period)
    return Outcome((_times(turn, found[0], f"{short_name(found[0].title)}, {named}"),))


async def times_of_one(seen: TaskScene) -> Outcome:
    """Show the steps' times of one task."""
    turn, task = seen.turn, seen.task
    steps = await turn.office.task_reports.times(turn.work, task)
    return Outcome((_times(turn, summed(task.standard, task.title, [steps]), task.name),))


async def _figures(turn: Turn, period: Period) -> TaskFigures | None:
    """Return the figures for whoever asks, or None if he leads no unit."""
    office = await turn.office.directory(turn.work)
    posts = reported_posts(turn.person.id if turn.person else None, office, turn.now)
    span = period.instants(turn.office.settings.zone)
    if not posts:
        return None
    return await turn.office.task_reports.figures(turn.work, office, posts, span, turn.now)


def _times(turn: Turn, found: StandardTimes, about: str) -> Message:
    html = turn.render(
        "tasks.times",
        about=about,
        count=found.count,
        rows=[_row(step) for step in found.steps[:_STEPS]],
        more=max(len(found.steps) - _STEPS, 0),
    )
    return Message(html)


def _row(step: StepTimes) -> dict[str, object]:
    return {
        "number": step.number,
        "title": title_of(step.title, ()),
        "planned": None if step.planned is None else span(step.planned),
        "real": span(step.real),
        "late": step.late,
        "count": step.count,
    }


def span(minutes: int) -> tuple[int, int, int]:
    """Return working minutes as working days, hours and minutes; of long ones no minutes."""
    days, rest = divmod(minutes, _DAY)
    hours, rest = divmod(rest, _HOUR)
    return (days, hours, 0 if days else rest)


def _late(one: Lateness, scene: Scene) -> dict[str, object]:
    line = one.line
    return {
        "name": line.task.name,
        "number": line.step.number,
        "title": title_of(line.step.title, line.step.actors),
        "days": line.days_late,
        "due": line.due,
        "who": _people(one.people, scene),
    }


def _people(people: Iterable[int], scene: Scene) -> list[str]:
    return [scene.person(person) for person in people]


def _times_button(one: StandardTimes, period: Period) -> Button:
    data = OnTask(TaskDeed.TIMES, 0, 0, f"{code_of_standard(one.standard)}:{period.code}")
    return Button(f"⏱ {shorten(short_name(one.title), _LABEL)}", encode(data))
