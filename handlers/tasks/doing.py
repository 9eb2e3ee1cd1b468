"""One act on a task from the chat: carried out, and everybody told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from bot.domain.errors import DomainError
from bot.domain.plans.model import PlannedStep
from bot.domain.tasks.calls import TaskCall
from bot.domain.tasks.task import TaskAct
from handlers.officials.views import Scene
from handlers.task_buttons import OnTask
from handlers.tasks.scenes import TaskScene, kept_edition_of, people_of
from handlers.tasks.telling import queue_news
from handlers.turn import Outcome, Turn

OnOneTask: TypeAlias = Callable[[TaskScene, OnTask, str | None], Awaitable[Outcome]]
"""Does what a button of one task says; the last is the number of the step, None for the task."""


async def act(turn: Turn, call: TaskCall) -> TaskScene:
    """Do it and tell the others; return the task as it is now. Raises DomainError."""
    if call.by is None:
        raise DomainError("task.not_allowed")
    scene = await Scene.of(turn)
    change = await turn.office.tasks.act(turn.work, call, scene.office, turn.now)
    await queue_news(turn.work, turn.texts, change.view, change.news, turn.now)
    scene = await scene.with_names(people_of(change.task))
    return TaskScene(turn, change.view, scene, await kept_edition_of(turn, change.task))


def refusal(turn: Turn, error: DomainError) -> Outcome:
    """Say why something cannot be."""
    return turn.say(f"errors.{error.key}", **error.values)


async def do(seen: TaskScene, wanted: TaskAct, number: str | None) -> TaskScene:
    """Do an act that needs no more to be said; raises DomainError."""
    person = seen.turn.person
    by = person.id if person else None
    return await act(seen.turn, TaskCall(seen.task.id, wanted, by, number))


def planned(seen: TaskScene, number: str | None) -> PlannedStep:
    """Return a step of the plan; raises DomainError if it is none of this plan."""
    step = seen.view.plan.step(number) if number is not None else None
    if step is None:
        raise DomainError("task.no_such_step")
    return step
