"""Which deed a press on a card or list asks for; whether it is still possible is asked first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from bot.domain.errors import DomainError
from handlers.buttons import OnTicket
from handlers.casework import (
    deciding,
    desk,
    forms,
    identity,
    moving,
    reading,
    saved,
    sending,
    writing,
)
from handlers.casework.deeds import Deed
from handlers.casework.drafts import waiting_draft
from handlers.casework.handling import Handling, case_of
from handlers.casework.refusals import changed, may_read, not_here
from handlers.heard import Place, Press
from handlers.turn import Notice, Outcome, Turn

_Do: TypeAlias = Callable[[Handling], Awaitable[Outcome]]

_LOOKING: Mapping[Deed, _Do] = {
    Deed.OPEN: reading.open_card,
    Deed.CARD: reading.card,
    Deed.MORE: reading.more,
    Deed.FULL: reading.full,
    Deed.HISTORY: reading.history,
    Deed.EXPLAIN: reading.explain,
    Deed.FILES: reading.files,
}
"""What changes nothing: an old card is good enough for it."""


async def _again(handling: Handling) -> Outcome:
    """Do with a text what its form does at once, although something has changed meanwhile."""
    draft = waiting_draft(handling.turn, handling.ticket.id, *forms.IMMEDIATE)
    if draft is None or draft.seal != handling.argument:
        return Outcome(notice=Notice(handling.render("nothing_to_send"), alert=True))
    now = Handling(handling.turn, handling.case, draft.version, draft.argument)
    return await forms.IMMEDIATE[draft.purpose](now, draft)


_ON_DRAFT: Mapping[Deed, _Do] = {
    Deed.SEND: sending.send,
    Deed.UNDO: sending.undo,
    Deed.REWRITE: sending.rewrite,
    Deed.DROP: sending.drop,
    Deed.SAVED: saved.listing,
    Deed.PICK: saved.pick,
    Deed.FORGET: saved.forget,
    Deed.KEEP: saved.keep,
    Deed.REVEAL: identity.reveal,
    Deed.AGAIN: _again,
}
"""What is about words that are being written: they carry the version that their writer saw."""

_ACTING: Mapping[Deed, _Do] = {
    Deed.ACCEPT: moving.accept,
    Deed.TAKE_OVER: moving.take_over,
    Deed.CLOSE: moving.close,
    Deed.CLOSE_NOW: moving.close_now,
    Deed.CHOOSE: moving.choose,
    Deed.SEARCH: moving.search,
    Deed.TO: moving.to,
    Deed.GO: moving.go,
    Deed.RETURN: moving.send_back,
    Deed.STANDARD: deciding.standard,
    Deed.FIND_STANDARD: deciding.find,
    Deed.PLACE: deciding.place,
    Deed.ASK: writing.ask,
    Deed.ANSWER: writing.answer,
    Deed.NOTE: writing.note,
    Deed.REJECT: writing.reject,
    Deed.IDENTITY: writing.identity,
}
"""What is done on the strength of the card: it must show the case as it is."""

_STALE = frozenset({"ticket.changed_meanwhile", "ticket.no_such_move", "ticket.not_allowed"})


async def on_ticket(turn: Turn, pressed: Press, meaning: OnTicket) -> Outcome:
    """Do what a button of the officials' desk asks for; codes can be forged, and cards are old."""
    if turn.place is not Place.PRIVATE or turn.sighting is None:
        return Outcome(notice=Notice(turn.render("casework.not_here"), alert=True))
    if meaning.deed == Deed.DESK:
        return await desk.turned(turn, meaning, pressed.message_id)
    case = await case_of(turn, meaning.ticket)
    if case is None or not may_read(case):
        return await not_here(turn, case, pressed.message_id)
    handling = Handling(turn, case, meaning.version, meaning.argument, pressed.message_id)
    try:
        return await _do(handling, meaning)
    except DomainError as refusal:
        return await _refused(handling, refusal)


async def _do(handling: Handling, meaning: OnTicket) -> Outcome:
    deed = next((known for known in Deed if known.value == meaning.deed), Deed.DESK)
    do = _LOOKING.get(deed) or _ON_DRAFT.get(deed)
    if do is not None:
        return await do(handling)
    act = _ACTING.get(deed)
    if act is None:
        return Outcome(notice=Notice(handling.turn.render("notices.old_button"), alert=True))
    if handling.case.is_stale(meaning.version):
        return changed(handling)
    return await act(handling)


async def _refused(handling: Handling, refusal: DomainError) -> Outcome:
    """Say what has changed; words that were being written are offered again."""
    turn = handling.turn
    draft = waiting_draft(turn, handling.ticket.id, *writing.TO_COMPLAINANT, *forms.IMMEDIATE)
    if draft is not None and refusal.key in _STALE and not draft.is_empty:
        return await forms.changed_under(handling, draft, refusal)
    if refusal.key in _STALE:
        return changed(handling)
    said = turn.render(f"errors.{refusal.key}", **refusal.values)
    return Outcome(notice=Notice(said, alert=True))
