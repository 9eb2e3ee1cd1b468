"""Opening who filed a confidential ticket: with a reason, written down, told to the complainant."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.messages import Outgoing, Priority
from bot.domain.tickets import Act
from handlers.calls import content
from handlers.casework.deeds import Deed
from handlers.casework.drafts import Draft, finished, waiting_draft
from handlers.casework.handling import Handling
from handlers.replies import Message
from handlers.turn import Notice, Outcome

SHOWN_FOR = timedelta(minutes=10)
"""How long the identity stands in the chat before the message is closed again."""

_SHORTEST = 15
"""Letters of a reason: "perlu" alone is none."""


async def confirm(handling: Handling, draft: Draft) -> Outcome:
    """Say once more what it means, with the reason as it will be written down."""
    if len(draft.text) < _SHORTEST:
        html = handling.render("reason_too_short", least=_SHORTEST)
        return Outcome((Message(html),), remember=draft.form())
    html = handling.render("identity_really", number=handling.ticket.number, reason=draft.text)
    keys = handling.keys
    rows = ((keys.button(Deed.REVEAL, draft.seal),), (keys.button(Deed.DROP),))
    return Outcome((Message(html, rows, protected=True),), remember=draft.form())


async def reveal(handling: Handling) -> Outcome:
    """Show the identity in place of the question, once; after a while it is covered again."""
    turn = handling.turn
    draft = waiting_draft(turn, handling.ticket.id, "case_identity")
    if draft is None or draft.seal != handling.argument or handling.message_id is None:
        return Outcome(notice=Notice(handling.render("identity_shown"), alert=True))
    handling = replace(handling, version=draft.version)
    _, now = await handling.act(handling.call(Act.OPEN_IDENTITY, {"reason": draft.text}))
    await now.refresh_own_card()
    complainant = now.ticket.complainant
    person = None if complainant is None else await turn.work.people.get(complainant)
    html = now.render(
        "identity_is",
        number=now.ticket.number,
        name=person.name if person else "",
        username=person.username if person else None,
        minutes=int(SHOWN_FOR.total_seconds()) // 60,
    )
    await _cover(now)
    return replace(now.shown(Message(html)), remember=finished(turn, draft))


async def _cover(handling: Handling) -> None:
    html = handling.render("identity_covered", number=handling.ticket.number, at=handling.turn.now)
    payload = {
        "chat_id": handling.person_id,
        "message_id": handling.message_id,
        **content(Message(html)),
    }
    cover = Outgoing(
        handling.person_id,
        "editMessageText",
        payload,
        Priority.NOTICE,
        not_before=handling.turn.now + SHOWN_FOR,
    )
    await handling.turn.work.outbox.queue(cover, handling.turn.now)
