"""What becomes of what was written: sent, taken back in time, written anew, dropped."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import DomainError
from bot.domain.messages import Outgoing, Priority
from bot.domain.news import answer_key
from bot.domain.tickets import Act
from bot.services.tickets import UNDO_TIME, Change
from handlers.calls import content
from handlers.casework.deeds import Deed
from handlers.casework.drafts import Draft, finished, waiting_draft
from handlers.casework.handling import Handling
from handlers.casework.writing import TO_COMPLAINANT, begin, preview, words
from handlers.files import answer_copies
from handlers.forms import CLOSED
from handlers.replies import Message
from handlers.turn import Notice, Outcome

_ANY = ("case_answer", "case_question", "case_reject", "case_note", "case_return")
_FORMS = (*_ANY, "case_pass_on", "case_identity", "case_find_post", "case_find_standard")


async def send(handling: Handling) -> Outcome:
    """Send what was shown, if nothing was written since; an answer can be taken back a while."""
    turn = handling.turn
    draft = waiting_draft(turn, handling.ticket.id, *TO_COMPLAINANT)
    if draft is None:
        return Outcome(notice=Notice(handling.render("nothing_to_send"), alert=True))
    handling = replace(handling, version=draft.version)
    if draft.seal != handling.argument:
        return await preview(handling, draft)
    act = TO_COMPLAINANT[draft.purpose]
    change, now = await handling.act(handling.call(act, words(handling, draft)))
    await now.refresh_own_card()
    if act is not Act.ANSWER:
        html = now.render("sent", number=now.ticket.number, act=act)
        return replace(now.shown(_with_card(now, html)), remember=finished(turn, draft))
    await _files(now, draft, change)
    html = now.render(
        "answer_leaves", number=now.ticket.number, seconds=int(UNDO_TIME.total_seconds())
    )
    message = Message(html, ((now.keys.button(Deed.UNDO, str(change.event.number)),),))
    await _final_word(now, change)
    return replace(now.shown(message), remember=finished(turn, draft))


async def undo(handling: Handling) -> Outcome:
    """Take the answer back while it is still here; what was written is shown again."""
    turn = handling.turn
    event = handling.case.newest(Act.ANSWER, Act.UNDO_ANSWER)
    number = int(handling.argument) if handling.argument.isdecimal() else 0
    if event is None or event.number != number or turn.now >= event.at + UNDO_TIME:
        return Outcome(notice=Notice(turn.render("casework.too_late"), alert=True))
    handling = replace(handling, version=None)
    _, now = await handling.act(handling.call(Act.UNDO_ANSWER))
    refusal = DomainError("ticket.answer_sent")
    await turn.work.outbox.cancel(_final_key(now, number), refusal)
    draft = replace(
        Draft.of("case_answer", now),
        parts=((0, str(event.data.get("text", ""))),),
        files=int(event.data.get("files", 0)),
        batch=str(event.data.get("batch", "")),
    )
    await now.refresh_own_card()
    taken = now.shown(Message(now.render("answer_taken_back", number=now.ticket.number)))
    again = await preview(now, draft)
    return replace(taken, replies=again.replies, remember=again.remember)


async def rewrite(handling: Handling) -> Outcome:
    """Ask for the words anew; the files stay."""
    draft = waiting_draft(handling.turn, handling.ticket.id, *TO_COMPLAINANT)
    if draft is None:
        return Outcome(notice=Notice(handling.render("nothing_to_send"), alert=True))
    return await begin(handling, replace(draft, parts=()))


async def drop(handling: Handling) -> Outcome:
    """Give up what is being written about this case."""
    draft = waiting_draft(handling.turn, handling.ticket.id, *_FORMS)
    if draft is None:
        return Outcome(notice=Notice(handling.render("nothing_to_send"), alert=True))
    dropped = handling.shown(Message(handling.render("dropped", number=handling.ticket.number)))
    return replace(dropped, remember=CLOSED)


async def _files(handling: Handling, draft: Draft, change: Change) -> None:
    """Let the files of the answer go with it."""
    if not draft.files:
        return
    turn, ticket = handling.turn, change.ticket
    await turn.work.attachments.file(draft.batch, ticket.id)
    key = answer_key(ticket.id, change.event.number)
    leaves = change.event.at + UNDO_TIME
    for call in await answer_copies(turn.work, ticket, draft.batch, key, leaves):
        await turn.work.outbox.queue(call, turn.now)


async def _final_word(handling: Handling, change: Change) -> None:
    """Say, when the time is over, that it cannot be taken back any more."""
    if handling.message_id is None:
        return
    html = handling.render("answer_left", number=handling.ticket.number)
    payload = {
        "chat_id": handling.person_id,
        "message_id": handling.message_id,
        **content(_with_card(handling, html)),
    }
    edit = Outgoing(
        handling.person_id,
        "editMessageText",
        payload,
        Priority.NOTICE,
        dedupe_key=_final_key(handling, change.event.number),
        not_before=change.event.at + UNDO_TIME,
    )
    await handling.turn.work.outbox.queue(edit, handling.turn.now)


def _final_key(handling: Handling, number: int) -> str:
    return f"ticket:{handling.ticket.id}:left:{number}"


def _with_card(handling: Handling, html: str) -> Message:
    return Message(html, handling.keys.onward())
