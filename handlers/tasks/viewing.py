"""Buttons that only show: a task, its steps, why a date is that one, the standard's text, files."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.errors import DomainError
from bot.domain.tasks.steps import step_of
from handlers.reasons import Reasons
from handlers.task_buttons import OnTask
from handlers.tasks import members, notes, recap, reminding, screens
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.doing import OnOneTask, planned
from handlers.tasks.preview import send_calendar, send_picture
from handlers.tasks.scenes import TaskScene
from handlers.turn import NOTHING, Outcome


async def _open(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    return Outcome((screens.detail(seen),))


async def _steps(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    page = int(meaning.argument) if meaning.argument.isdecimal() else 1
    return Outcome((screens.steps(seen, page),))


async def _step(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    return Outcome((screens.step_card(seen, planned(seen, number)),))


async def _why(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Say why the date is that one, sentence by sentence."""
    step = planned(seen, number)
    reasons = Reasons(seen.turn.texts, seen.turn.language)
    return seen.turn.say(
        "tasks.why", **seen.heading(), step=seen.shown(step), reasons=reasons.why(step)
    )


async def _text(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Show the words of the standard, as it was when the task began."""
    step = step_of(seen.view.standard, number or "")
    if step is None:
        raise DomainError("task.no_such_step")
    parts = [part.text for part in step.steps]
    return seen.turn.say(
        "tasks.text",
        **seen.heading(),
        number=step.number,
        text=step.text,
        parts=parts[:12],
        section=step.source.section,
        page=step.source.page,
    )


async def _picture(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    if seen.view.plan.finish is None:
        return seen.turn.say("tasks.no_picture")
    await send_picture(seen.turn, {"task": seen.task.id})
    return NOTHING


async def _file(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    await send_calendar(seen.turn, seen.task.id)
    return NOTHING


async def _attached(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    return await notes.send_file(seen, planned(seen, number).number)


async def _times(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    return await recap.times_of_one(seen)


async def _members(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    return Outcome((members.members(seen),))


VIEWS: Mapping[str, OnOneTask] = {
    TaskDeed.OPEN: _open,
    TaskDeed.STEPS: _steps,
    TaskDeed.STEP: _step,
    TaskDeed.WHY: _why,
    TaskDeed.TEXT: _text,
    TaskDeed.ATTACHED: _attached,
    TaskDeed.TIMES: _times,
    TaskDeed.MEMBERS: _members,
    TaskDeed.PICTURE: _picture,
    TaskDeed.FILE: _file,
    TaskDeed.LADDER: reminding.ladder,
}
"""What shows something, by its deed."""

IN_PLACE = frozenset(
    {TaskDeed.OPEN, TaskDeed.STEPS, TaskDeed.STEP, TaskDeed.MEMBERS, TaskDeed.LADDER}
)
"""What takes the place of the message under which its button stands."""
