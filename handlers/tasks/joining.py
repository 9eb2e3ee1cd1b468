"""Opening a link that makes somebody one of a task's doers."""

from __future__ import annotations

import hashlib

from bot.domain.errors import DomainError
from bot.domain.tasks.calls import TaskCall
from bot.domain.tasks.staffing import desks_at, invitation_of
from bot.domain.tasks.task import TaskAct
from handlers.heard import Place
from handlers.tasks import screens
from handlers.tasks.doing import act, refusal
from handlers.turn import Outcome, Turn

PREFIX = "t_"
"""What the start parameter of such a link begins with."""


async def open_link(turn: Turn, payload: str) -> Outcome:
    """Let who opened it join, and show the task; a wrong or old one is refused alike."""
    if turn.person is None or turn.place is not Place.PRIVATE:
        return turn.say("tasks.only_private", username=turn.bot_name)
    number, _, code = payload.removeprefix(PREFIX).partition("_")
    digest = hashlib.sha256(code.encode()).hexdigest()
    task = await turn.work.tasks.get(int(number)) if number.isdecimal() else None
    try:
        if task is None:
            raise DomainError("task.no_invite")
        step, actor = invitation_of(task, digest, turn.now)
        if f"#{turn.person.id}" in desks_at(task, step, actor):
            return turn.say("tasks.joined_already", name=task.name)
        call = TaskCall(task.id, TaskAct.JOIN, turn.person.id, step, actor=actor, invite=digest)
        seen = await act(turn, call)
    except DomainError as error:
        return refusal(turn, error)
    said = turn.render("tasks.joined", actor=actor or step or "")
    return Outcome((screens.detail(seen, said),))
