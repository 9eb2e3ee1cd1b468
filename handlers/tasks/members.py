"""Who has part in a task: the owner, and for each desk its steps and whom they reach now."""

from __future__ import annotations

from bot.domain.tasks.doers import Doer
from bot.domain.tasks.duties import closed, duties
from bot.domain.tasks.task import OPEN, TaskAct
from handlers.buttons import Rows
from handlers.replies import Message
from handlers.tasks.asking import open_actors
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.scenes import TaskScene
from handlers.tasks.staff import code_of_actor

_MOST, _ACTORS = 20, 10


def members(seen: TaskScene) -> Message:
    """Return the screen; a desk whose steps are all over is not told with a person."""
    crew, over = seen.view.crew, closed(seen.view.plan)
    steps: dict[str, list[str]] = {}
    for step in duties(seen.view.plan):
        for desk in crew.desks(step.number):
            steps.setdefault(desk, []).append(step.number)
    lines = [
        {
            "desk": seen.desk(desk),
            "steps": numbers,
            "open": [number for number in numbers if number not in over],
            **_reached(seen, crew.at_desk(desk)),
        }
        for desk, numbers in list(steps.items())[:_MOST]
    ]
    html = seen.turn.render(
        "tasks.members",
        **seen.heading(),
        owner=seen.person(seen.task.owner),
        lines=lines,
        more=max(len(steps) - _MOST, 0),
    )
    return Message(html, (*_groups(seen), (seen.button("open", TaskDeed.OPEN),)))


def _groups(seen: TaskScene) -> Rows:
    """Return a button for each actor whom the text leaves open, for whoever may name people."""
    if seen.task.state not in OPEN or not seen.may(TaskAct.STAFF):
        return ()
    return tuple(
        (seen.labelled(f"👥 {actor}", TaskDeed.STAFF, None, f"{code_of_actor(actor)}::"),)
        for actor in open_actors(seen.view)[:_ACTORS]
    )


def _reached(seen: TaskScene, doer: Doer | None) -> dict[str, object]:
    person = seen.person(doer.person_id) if doer is not None else None
    return {"person": person, "stands_in": doer is not None and doer.is_stand_in}
