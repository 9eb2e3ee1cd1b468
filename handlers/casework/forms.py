"""What an official writes while a form of the desk waits: texts, edited texts, files."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.domain.errors import DomainError
from bot.domain.tickets import Act
from handlers.casework import deciding, identity, moving
from handlers.casework.deeds import Deed
from handlers.casework.drafts import LONGEST, WRITTEN, Draft, finished
from handlers.casework.handling import Handling, case_of
from handlers.casework.refusals import may_read, refused_text
from handlers.casework.writing import preview
from handlers.forms import Form, FormHandler
from handlers.heard import Place
from handlers.markup import width
from handlers.replies import Message
from handlers.turn import Edit, Handler, Outcome, Turn

_MOST_FILES = 10
_Taker: TypeAlias = Callable[[Handling, Draft], Awaitable[Outcome]]


def taking(take: _Taker, *, with_files: bool = False) -> FormHandler:
    """Return the form that gathers what is written and hands it on."""

    async def form(turn: Turn, waiting: Form) -> Outcome | None:
        is_meant = bool(turn.text) or turn.heard.enclosure is not None
        if turn.place is not Place.PRIVATE or turn.message_id is None or not is_meant:
            return None
        draft = Draft.read(waiting)
        case = await case_of(turn, draft.ticket)
        if case is None or not may_read(case):
            return await refused_text(turn, case, turn.text)
        refusal = _unfit(turn, draft, with_files=with_files)
        if refusal is not None:
            return refusal
        handling = Handling(turn, case, draft.version, draft.argument)
        return await _taken(handling, await _gathered(handling, draft), take)

    return form


async def _taken(handling: Handling, draft: Draft, take: _Taker) -> Outcome:
    """Hand on what was gathered; what was shown before gives way to what is shown now.

    The later pictures of an album change the message instead of adding one.
    """
    turn = handling.turn
    album, before = turn.heard.album, draft.shown
    is_more = album is not None and album == draft.album
    shown = before if is_more else f"draft:{turn.update_id}"
    try:
        outcome = await take(handling, replace(draft, shown=shown, album=album))
    except DomainError as refusal:
        return await changed_under(handling, draft, refusal)
    shown_as = await turn.work.outbox.sent_id(before) if before else None
    if shown_as is None or not outcome.replies:
        return replace(outcome, key=None if is_more else shown)
    if is_more:
        return replace(outcome, replies=(), edit=Edit(shown_as, outcome.replies[0]))
    below = Message(handling.render("continued_below"))
    return replace(outcome, key=shown, edit=Edit(shown_as, below))


def _unfit(turn: Turn, draft: Draft, *, with_files: bool) -> Outcome | None:
    """Say why this cannot be taken, or return None: what was written before stays as it is."""
    if turn.heard.enclosure is not None and not with_files:
        return turn.say("casework.no_files_here")
    others = sum(width(text) for known, text in draft.parts if known != turn.message_id)
    if width(turn.text) + others > LONGEST:
        return turn.say("casework.too_long", limit=LONGEST, length=width(turn.text) + others)
    if turn.heard.enclosure is not None and draft.files >= _MOST_FILES:
        return turn.say("casework.too_many_files", limit=_MOST_FILES)
    return None


async def changed_under(handling: Handling, draft: Draft, refusal: DomainError) -> Outcome:
    """Say what has changed meanwhile; what was written is offered again, or shown to be copied."""
    case = handling.case
    fresh = replace(handling, version=handling.ticket.version)
    what = await said_why(handling, refusal)
    if refusal.key == "ticket.changed_meanwhile" and not draft.is_empty:
        again = replace(draft, version=handling.ticket.version)
        try:
            shown = await _again(fresh, again)
        except DomainError:
            return await refused_text(handling.turn, case, draft.text, what)
        return replace(shown, replies=(Message(what), *shown.replies))
    return await refused_text(handling.turn, case, draft.text, what)


async def said_why(handling: Handling, refusal: DomainError) -> str:
    """Return what has been done meanwhile and by whom, or why it is not possible."""
    if refusal.key in ("ticket.changed_meanwhile", "ticket.no_such_move"):
        last = handling.case.last
        return handling.render(
            "changed",
            number=handling.ticket.number,
            act=last.act,
            who=handling.case.post_name(last.post),
            status=handling.ticket.status,
        )
    return handling.turn.render(f"errors.{refusal.key}", **refusal.values)


async def _again(handling: Handling, draft: Draft) -> Outcome:
    """Offer what was written once more, now that its writer knows what has changed."""
    if draft.purpose in ("case_answer", "case_question", "case_reject"):
        return await preview(handling, draft)
    html = handling.render("written_before", text=draft.text)
    rows = ((handling.keys.button(Deed.AGAIN, draft.seal), handling.keys.button(Deed.DROP)),)
    return Outcome((Message(html, rows, protected=True),), remember=draft.form())


async def _gathered(handling: Handling, draft: Draft) -> Draft:
    """Return the draft with what this message brings."""
    turn, enclosure = handling.turn, handling.turn.heard.enclosure
    if turn.text and turn.message_id is not None:
        draft = draft.with_part(turn.message_id, turn.text)
    if enclosure is None or turn.heard.edited:
        return draft
    await turn.work.attachments.add(draft.batch, enclosure.kind, enclosure.facts, turn.now)
    return replace(draft, files=draft.files + 1)


async def note(handling: Handling, draft: Draft) -> Outcome:
    """Keep an internal note."""
    _, now = await handling.act(handling.call(Act.NOTE, {"text": draft.text}))
    return await _done(now, draft, now.render("note_kept", number=now.ticket.number))


async def send_back(handling: Handling, draft: Draft) -> Outcome:
    """Give the case back, with the reason."""
    _, now = await handling.act(handling.call(Act.RETURN, {"reason": draft.text}))
    to = now.case.post_name(now.ticket.owner)
    return await _done(now, draft, now.render("returned", number=now.ticket.number, post=to))


async def pass_on(handling: Handling, draft: Draft) -> Outcome:
    """Pass the case on outside the own chain, with the reason."""
    post = moving.chosen_post(handling)
    if post is None:
        raise DomainError("ticket.no_owner")
    now = await moving.passed_on(handling, post, draft.text)
    number, name = now.ticket.number, now.case.post_name(post)
    return await _done(now, draft, now.render("passed_on_why", number=number, post=name))


async def find_post(handling: Handling, draft: Draft) -> Outcome:
    """Offer posts by what was written."""
    return await moving.found(handling, handling.turn.text)


async def find_standard(handling: Handling, draft: Draft) -> Outcome:
    """Offer standards by what was written."""
    return await deciding.found(handling, handling.turn.text)


async def _done(handling: Handling, draft: Draft, html: str) -> Outcome:
    await handling.refresh_own_card()
    remember = finished(handling.turn, draft)
    return Outcome((Message(html, handling.keys.onward()),), remember=remember)


def unless_used(handler: Handler) -> Handler:
    """Return a handler of edited messages for what the desk has not used yet.

    What was sent or kept stays as it was, and is no question to be answered either.
    """

    async def edited(turn: Turn) -> Outcome:
        if turn.message_id in (turn.state.get(WRITTEN) or ()):
            return turn.say("casework.edited_too_late")
        return await handler(turn)

    return edited


IMMEDIATE: Mapping[str, _Taker] = {
    "case_note": note,
    "case_return": send_back,
    "case_pass_on": pass_on,
}
"""What is done with the words at once, without showing them first."""

FORMS: Mapping[str, FormHandler] = {
    "case_answer": taking(preview, with_files=True),
    "case_question": taking(preview),
    "case_reject": taking(preview),
    "case_identity": taking(identity.confirm),
    "case_find_post": taking(find_post),
    "case_find_standard": taking(find_standard),
    **{name: taking(take) for name, take in IMMEDIATE.items()},
}
"""The forms of the desk, by name; see `handlers.forms`."""
