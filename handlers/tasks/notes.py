"""A note or a file on a step that was done; the file stays at Telegram, and is sent from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.attachments import AttachmentKind
from bot.domain.errors import DomainError
from bot.domain.messages import Outgoing
from bot.domain.tasks.calls import TaskCall
from bot.domain.tasks.task import TaskAct
from handlers.file_calls import METHODS
from handlers.forms import CLOSED, Form, opened
from handlers.officials.forms import taking
from handlers.replies import Message
from handlers.tasks import screens
from handlers.tasks.doing import act, refusal
from handlers.tasks.scenes import TaskScene
from handlers.turn import NOTHING, Outcome, Turn

NAME = "task_note"
_LONGEST = 1000
_PATIENCE = timedelta(days=1)  # after which a file is no answer to the form any more


def begin(seen: TaskScene, step: str) -> Outcome:
    """Ask for a note on a step that was done."""
    form = {"task": seen.task.id, "step": step, "at": seen.turn.now.isoformat()}
    html = seen.turn.render("tasks.ask_note")
    return Outcome((Message(html),), remember=opened(NAME, **form))


async def take(turn: Turn, form: Form) -> Outcome | None:
    """Keep the note, or the file with what is written under it."""
    enclosure = turn.heard.enclosure
    if enclosure is None:
        return await _take_words(turn, form)
    is_late = turn.now - datetime.fromisoformat(form["at"]) > _PATIENCE
    if is_late or turn.heard.edited:
        return None
    return await _keep(turn, form, f"{enclosure.kind.value}:{enclosure.facts.file_id}")


@taking
async def _take_words(turn: Turn, form: Form) -> Outcome | None:
    return await _keep(turn, form, "")


async def _keep(turn: Turn, form: Form, file: str) -> Outcome:
    by = turn.person.id if turn.person else None
    call = TaskCall(int(form["task"]), TaskAct.NOTE, by, form["step"])
    try:
        seen = await act(turn, replace(call, note=turn.text[:_LONGEST], file=file))
    except DomainError as error:
        return replace(refusal(turn, error), remember=CLOSED)
    planned = seen.view.plan.step(form["step"])
    said = turn.render("tasks.note_kept")
    message = screens.step_card(seen, planned, said) if planned else Message(said)
    return Outcome((message,), remember=CLOSED)


async def send_file(seen: TaskScene, step: str) -> Outcome:
    """Send the file of a step to whoever looks at it."""
    kind, _, file_id = seen.task.fact(step).file.partition(":")
    turn = seen.turn
    if not file_id or turn.chat_id is None:
        raise DomainError("task.no_such_step")
    fields = {"chat_id": turn.chat_id, kind: file_id, "protect_content": True}
    method = METHODS[AttachmentKind(kind)]
    out = Outgoing(turn.chat_id, method, fields, update_id=turn.update_id)
    await turn.work.outbox.queue(out, turn.now)
    return NOTHING
