"""How a task reminds: the office's ladder, or rungs of its own."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import DomainError
from bot.domain.tasks.calls import TaskCall
from bot.domain.tasks.task import TaskAct
from handlers.buttons import Button
from handlers.ladders import change_of, rows, rungs
from handlers.replies import Message
from handlers.task_buttons import OnTask
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.doing import act
from handlers.tasks.scenes import TaskScene
from handlers.turn import Outcome

_RESET = "reset"


async def ladder(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Show the ladder, or change one thing of it; for whoever leads the task."""
    if not seen.may(TaskAct.LADDER):
        raise DomainError("task.not_allowed")
    if meaning.argument:
        seen = await _changed(seen, meaning.argument)
    return Outcome((await _screen(seen),))


async def _changed(seen: TaskScene, value: str) -> TaskScene:
    turn, wanted = seen.turn, change_of(value)
    person = turn.person
    call = TaskCall(seen.task.id, TaskAct.LADDER, person.id if person else None)
    if value == _RESET:
        return await act(turn, call)
    if wanted is None:
        raise DomainError("task.no_such_move", state=seen.task.state.value)
    office = (await turn.office.ruling.rules(turn.work)).ladder
    own = office.but(seen.task.ladder).changed(*wanted).but_for(office)
    return await act(turn, replace(call, ladder=own))


async def _screen(seen: TaskScene) -> Message:
    rules = await seen.turn.office.tasks.ladder(seen.turn.work, seen.task)
    own = bool(seen.task.ladder)

    def make(label: str, value: str) -> Button:
        return seen.labelled(label, TaskDeed.LADDER, None, value)

    html = seen.turn.render("tasks.ladder", about=seen.task.name, own=own, rungs=rungs(rules))
    reset = ((seen.button("office_ladder", TaskDeed.LADDER, None, _RESET),),) if own else ()
    back = (seen.button("open", TaskDeed.OPEN),)
    return Message(html, (*rows(seen.turn, rules, make), *reset, back))
