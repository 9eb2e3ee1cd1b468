"""Buttons that change a task: a step done or not, another date or desk, a pause, the end."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.errors import DomainError
from bot.domain.tasks.calls import UNDO_TIME, TaskCall
from bot.domain.tasks.ladder import subject_of
from bot.domain.tasks.task import TaskAct
from handlers.markup import plain
from handlers.replies import Message
from handlers.task_buttons import OnTask
from handlers.tasks import dates, notes, passing, screens, staff
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.doing import OnOneTask, act, do, planned
from handlers.tasks.scenes import TaskScene
from handlers.turn import Notice, Outcome

_PURPOSES = frozenset({"agree", "event"})
_STATES = {
    TaskDeed.PAUSE: TaskAct.PAUSE,
    TaskDeed.RESUME: TaskAct.RESUME,
    TaskDeed.FINISH: TaskAct.FINISH,
    TaskDeed.CANCEL: TaskAct.CANCEL,
}


async def _done(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Mark a step as done, and show for a minute how to take that back."""
    now = await do(seen, TaskAct.DONE, number)
    step = planned(now, number)
    html = now.turn.render(
        "tasks.done",
        **now.heading(),
        step=now.shown(step),
        seconds=int(UNDO_TIME.total_seconds()),
        next=[now.shown(one) for one in now.turns() if one.number not in _numbers(seen)],
        over=not now.turns(),
    )
    undo = now.button("undo", TaskDeed.UNDO, number)
    rows = ((undo, now.button("note", TaskDeed.NOTE, number)), (now.button("open", TaskDeed.OPEN),))
    return Outcome((Message(html, rows),))


async def _undo(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    now = await do(seen, TaskAct.UNDO, number)
    said = now.turn.render("tasks.undone")
    return Outcome((screens.step_card(now, planned(now, number), said),))


async def _not_yet(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Say when this step is spoken of again."""
    rows = await seen.turn.work.reminders.pending(subject_of(seen.task.id))
    own = [row.due_at for row in rows if row.data.get("step") == number]
    html = seen.turn.render("tasks.not_yet", next=min(own, default=None))
    return Outcome(notice=Notice(plain(html), alert=True))


async def _happened(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Report that what a step waits for has happened, now."""
    person = seen.turn.person
    by = person.id if person else None
    call = TaskCall(seen.task.id, TaskAct.EVENT, by, number, seen.turn.now)
    now = await act(seen.turn, call)
    said = now.turn.render("tasks.date_taken", purpose="event")
    return Outcome((screens.step_card(now, planned(now, number), said),))


async def _decide(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Agree to the date that was asked for, or refuse it."""
    agreed = meaning.deed == TaskDeed.AGREE
    now = await do(seen, TaskAct.AGREE if agreed else TaskAct.REFUSE, number)
    said = now.turn.render("tasks.decided", agreed=agreed)
    return Outcome((screens.step_card(now, planned(now, number), said),))


async def _ask_time(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Ask for the date; whoever may decide himself sets it without asking."""
    planned(seen, number)
    if not seen.may(TaskAct.ASK_TIME, number) and not seen.may(TaskAct.AGREE, number):
        raise DomainError("task.not_allowed")
    return dates.begin(seen, "agree" if seen.may(TaskAct.AGREE, number) else "ask", number)


async def _set_date(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    planned(seen, number)
    if meaning.argument not in _PURPOSES:
        raise DomainError("task.no_such_step")
    return dates.begin(seen, meaning.argument, number)


async def _move(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    if not seen.may(TaskAct.MOVE):
        raise DomainError("task.not_allowed")
    return dates.begin(seen, "move", None)


async def _not_mine(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    if number is None or not seen.may(TaskAct.PASS_ON, number):
        raise DomainError("task.not_allowed")
    return passing.begin(seen, number)


async def _pass_on(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    return await passing.give(seen, planned(seen, number).number, meaning.argument)


async def _note(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    if number is None or not seen.may(TaskAct.NOTE, number):
        raise DomainError("task.not_allowed")
    return notes.begin(seen, number)


async def _state(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Pause, go on, finish or cancel; what cannot be taken back is asked for first."""
    wanted = _STATES[TaskDeed(meaning.deed)]
    if not seen.may(wanted):
        raise DomainError("task.not_allowed")
    if wanted in (TaskAct.FINISH, TaskAct.CANCEL) and meaning.argument != "+":
        left = len(seen.turns())
        html = seen.turn.render("tasks.ask_end", act=wanted.value, name=seen.task.name, left=left)
        sure = seen.button(f"sure_{wanted.value}", TaskDeed(meaning.deed), None, "+")
        return Outcome((Message(html, ((sure, seen.button("open", TaskDeed.OPEN)),)),))
    return Outcome((screens.detail(await do(seen, wanted, None)),))


def _numbers(seen: TaskScene) -> set[str]:
    return {step.number for step in seen.turns()}


ACTS: Mapping[str, OnOneTask] = {
    TaskDeed.DONE: _done,
    TaskDeed.UNDO: _undo,
    TaskDeed.NOTE: _note,
    TaskDeed.NOT_YET: _not_yet,
    TaskDeed.HAPPENED: _happened,
    TaskDeed.AGREE: _decide,
    TaskDeed.REFUSE: _decide,
    TaskDeed.ASK_TIME: _ask_time,
    TaskDeed.SET_DATE: _set_date,
    TaskDeed.MOVE: _move,
    TaskDeed.NOT_MINE: _not_mine,
    TaskDeed.STAFF: staff.press,
    TaskDeed.PASS_ON: _pass_on,
    **dict.fromkeys(_STATES, _state),
}
"""What changes something, by its deed."""

IN_PLACE = frozenset(
    {TaskDeed.DONE, TaskDeed.UNDO, TaskDeed.AGREE, TaskDeed.REFUSE, TaskDeed.HAPPENED, *_STATES}
)
"""What takes the place of the message under which its button stands."""
