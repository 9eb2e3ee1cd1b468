"""What the buttons of the form do. A press may come late, twice, or on an old summary."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.domain.tickets import TicketKind
from handlers.buttons import Complain
from handlers.complaints import acting, words
from handlers.complaints.drafts import Draft, Step, draft_in, dropped, kept, new_draft
from handlers.complaints.leaving import drop_question, resumed
from handlers.complaints.opening import (
    accept_offer,
    answer_offered,
    begin,
    private_only,
)
from handlers.complaints.picking import Choice, standard_of
from handlers.complaints.screens import screen_of
from handlers.complaints.sending import send, sent_already
from handlers.complaints.showing import pressed_into
from handlers.complaints.verbs import Verb
from handlers.heard import Place, Press
from handlers.markup import plain
from handlers.replies import Message
from handlers.turn import Edit, Notice, Outcome, Turn

_OnDraft: TypeAlias = Callable[[Turn, Draft, Press, str], Awaitable[Outcome]]


async def press(turn: Turn, pressed: Press, meaning: Complain) -> Outcome | None:
    """Do what a button about complaints asks for; None if it means nothing any more."""
    if turn.place is not Place.PRIVATE:
        return private_only(turn)
    if meaning.verb in acting.VERBS:
        return await acting.press(turn, pressed, meaning)
    if meaning.verb in (Verb.NEW, Verb.YES, Verb.QUESTION):
        return await _open(turn, meaning)
    if meaning.about == words.ABOUT:
        return words.cancel(turn)
    return await _on_draft(turn, pressed, meaning)


async def _on_draft(turn: Turn, pressed: Press, meaning: Complain) -> Outcome | None:
    """Do something with the draft, if it is the one that the conversation keeps."""
    act, draft = _ON_DRAFT.get(meaning.verb), draft_in(turn.state)
    if act is None:
        return None
    if draft is None or draft.id != meaning.about:
        return await sent_already(turn, meaning.about)
    try:
        return await act(turn, replace(draft, changed=turn.now), pressed, meaning.value)
    except ValueError:
        return None  # a forged code


async def _open(turn: Turn, meaning: Complain) -> Outcome | None:
    if meaning.verb == Verb.YES:
        return await accept_offer(turn)
    if meaning.verb == Verb.QUESTION:
        return await answer_offered(turn)
    draft = new_draft(turn.now)
    if meaning.value:
        draft = replace(draft, standard=standard_of(turn, meaning.value))
    return await begin(turn, draft, None)


async def _send(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    return await send(turn, draft, pressed)


async def _kind(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    """Show the three kinds, or take the one that was chosen."""
    if value:
        return await _on(turn, replace(draft, kind=TicketKind(value)), pressed)
    return await _at(turn, draft, pressed, Step.KIND)


async def _standards(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    screen = await screen_of(turn, draft, Step.STANDARD)
    return await pressed_into(screen, pressed, Choice.of_all(turn, int(value or 1)))


async def _standard(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    """Take the standard; one that is not loaded any more shows those that are."""
    chosen = standard_of(turn, value)
    if chosen is None:
        return await _at(turn, draft, pressed, Step.STANDARD)
    return await _on(turn, replace(draft, standard=chosen, no_standard=False), pressed)


async def _no_standard(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    return await _on(turn, replace(draft, standard=None, no_standard=True), pressed)


async def _privacy(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    """Say honestly who can know what, or take the choice."""
    if value:
        return await _on(turn, replace(draft, confidential=value == "1"), pressed)
    return await _at(turn, draft, pressed, Step.PRIVACY)


async def _rewrite(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    return await _at(turn, draft, pressed, Step.REWRITE)


async def _files(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    return await _at(turn, draft, pressed, Step.FILES)


async def _remove(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    """Take a file out, if it is one of this draft's."""
    attachment = int(value)
    if not any(attachment in item.ids for item in draft.items):
        return await _files(turn, draft, pressed, "")
    await turn.work.attachments.remove([attachment])
    outcome = await _files(turn, draft.without_file(attachment), pressed, "")
    notice = Notice(plain(turn.render("complaints.notice_removed")))
    return replace(outcome, notice=notice)


async def _cancel(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    """Ask once, if something would be lost."""
    if draft.is_empty:
        return await _drop(turn, draft, pressed, value)
    message = drop_question(turn, draft)
    return _changed(message, pressed, Outcome(remember=kept(draft)))


async def _drop(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    """Throw the draft away; what was held for a new one begins that."""
    ids = [attachment for item in draft.items for attachment in item.ids]
    await turn.work.attachments.remove(ids)
    if draft.held:
        fresh = replace(new_draft(turn.now), parts=draft.held)
        return await _on(turn, fresh, pressed)
    said = Message(turn.render("complaints.dropped"))
    return _changed(said, pressed, Outcome(remember=dropped(turn.state)))


async def _resume(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    """Go on, with what was held."""
    return await _on(turn, resumed(draft, turn.now), pressed)


async def _back(turn: Turn, draft: Draft, pressed: Press, value: str) -> Outcome:
    """Go back to the summary; from a question that comes before it, to the text."""
    screen = await screen_of(turn, draft)
    if screen.draft.step is draft.step:
        return await _at(turn, draft, pressed, Step.REWRITE)
    return await pressed_into(screen, pressed)


async def _on(turn: Turn, draft: Draft, pressed: Press) -> Outcome:
    """Show what is missing next, or the summary."""
    return await pressed_into(await screen_of(turn, draft), pressed)


async def _at(turn: Turn, draft: Draft, pressed: Press, step: Step) -> Outcome:
    return await pressed_into(await screen_of(turn, draft, step), pressed)


def _changed(message: Message, pressed: Press, outcome: Outcome) -> Outcome:
    if pressed.message_id is None:
        return replace(outcome, replies=(message,))
    return replace(outcome, edit=Edit(pressed.message_id, message))


_ON_DRAFT: Mapping[str, _OnDraft] = {
    Verb.SEND: _send,
    Verb.KIND: _kind,
    Verb.STANDARDS: _standards,
    Verb.STANDARD: _standard,
    Verb.NO_STANDARD: _no_standard,
    Verb.PRIVACY: _privacy,
    Verb.REWRITE: _rewrite,
    Verb.FILES: _files,
    Verb.REMOVE: _remove,
    Verb.BACK: _back,
    Verb.CANCEL: _cancel,
    Verb.DROP: _drop,
    Verb.RESUME: _resume,
}
