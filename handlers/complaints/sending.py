"""Sending a draft: filed once, told to whoever it is for, and a receipt for whoever filed it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.calls import Call, Filing
from bot.domain.directory import Directory
from bot.domain.tickets import Act, Ticket
from bot.domain.working_time.reckoning import Rule
from handlers.complaints.direction import way_of
from handlers.complaints.drafts import Draft, Step, dropped
from handlers.complaints.leaving import offer_again
from handlers.complaints.screens import EXCERPT, Screen, screen_of
from handlers.complaints.showing import pressed_into, shown
from handlers.complaints.verbs import Labels, Verb
from handlers.heard import Press
from handlers.markup import plain, shorten
from handlers.replies import Message
from handlers.ticket_news import queue_news
from handlers.titles import short_name
from handlers.turn import Edit, Notice, Outcome, Turn

SENT = "sent"
"""The key of the conversation's state that tells which messages have become which ticket."""

_MOST_SENT = 40
_SIGNS = 16  # of the digest that the receipt shows


@dataclass(frozen=True, slots=True)
class Term:
    """By when something is due, and by which general limit; `amount` is in days."""

    until: datetime
    amount: int
    working: bool
    source: str


async def send(turn: Turn, draft: Draft, pressed: Press | None = None) -> Outcome:
    """File a draft that lacks nothing, or show what is missing or undecided."""
    if draft.held:
        return await offer_again(turn, draft)
    screen = await screen_of(turn, draft)
    going, sender = screen.going, turn.sighting
    if screen.draft.step is not Step.SUMMARY or going.kind is None or sender is None:
        return await (pressed_into(screen, pressed) if pressed else shown(turn, screen))
    filing = Filing(
        draft.id, going.kind, draft.text, sender.id, going.confidential, turn.language,
        going.placement,
    )  # fmt: skip
    change = await turn.office.tickets.file(turn.work, filing, going.office, turn.now)
    await queue_news(turn.work, turn.voices, change.news, turn.now)
    message = await receipt(turn, change.ticket, going.office, draft.files)
    return Outcome(
        (message,),
        edit=await _folded(turn, screen, change.ticket, pressed),
        remember={**dropped(turn.state), SENT: _remembered(turn.state, draft, change.ticket)},
    )


async def receipt(turn: Turn, ticket: Ticket, office: Directory, count: int) -> Message:
    """Return the receipt: what was filed, to whom it went and why, and what happens next."""
    html = turn.render(
        "complaints.receipt",
        number=ticket.number,
        kind=ticket.kind.value,
        at=ticket.filed_at,
        title=short_name(ticket.standard_title or ""),
        excerpt=shorten(ticket.text, EXCERPT),
        digest=ticket.digest[:_SIGNS],
        count=count,
        confidential=ticket.confidential,
        way=way_of(turn, ticket, office),
        term=await term(turn, ticket),
    )
    labels, about = Labels(turn.texts, turn.language), str(ticket.id)
    adding = labels.button("add", Verb.WORD, about, Act.CORRECT.value)
    return Message(html, ((adding,), (labels.button("look", Verb.OPEN, about),)))


async def term(turn: Turn, ticket: Ticket) -> Term:
    """Return the limit that the ticket's clock runs by."""
    deadlines = await turn.office.deadlines(turn.work)
    limit = deadlines.limit(ticket.limit or "forward")
    is_working = limit.span.rule is Rule.WORKING_DAYS
    until = ticket.due_at or turn.now
    return Term(until, int(limit.span.amount), is_working, limit.source)


async def sent_already(turn: Turn, draft_id: str) -> Outcome:
    """Say under which number an old draft was sent, or that it is gone."""
    ticket = await turn.work.tickets.by_draft(draft_id)
    is_theirs = (
        ticket is not None
        and turn.sighting is not None
        and (ticket.complainant == turn.sighting.id)
    )
    if ticket is not None and is_theirs:
        said = turn.render("complaints.notice_sent", number=ticket.number)
    else:
        said = turn.render("complaints.notice_gone")
    return Outcome(notice=Notice(plain(said), alert=True))


async def take_sent_edit(turn: Turn) -> Outcome | None:
    """Add the new words of a message that was sent already; None if it is no such message."""
    known = turn.state.get(SENT, {}).get(str(turn.message_id))
    sender = turn.sighting
    if known is None or sender is None or not turn.text:
        return None
    ticket_id, digest = known
    ticket = await turn.work.tickets.get(ticket_id)
    if ticket is None or _digest(turn.text) == digest:
        return Outcome()
    office = await turn.office.directory(turn.work)
    if not ticket.allows(Act.CORRECT):
        return turn.say("complaint_status.edit_too_late", number=ticket.number)
    call = Call(ticket.id, Act.CORRECT, sender.id, data={"text": turn.text, "edited": True})
    change = await turn.office.tickets.act(turn.work, call, office, turn.now)
    await queue_news(turn.work, turn.voices, change.news, turn.now)
    sent = {**turn.state[SENT], str(turn.message_id): [ticket_id, _digest(turn.text)]}
    said = turn.say("complaint_status.edit_added", number=ticket.number)
    return replace(said, remember={SENT: sent})


def _remembered(state: Mapping[str, Any], draft: Draft, ticket: Ticket) -> dict[str, Any]:
    """Return which messages have become which tickets, the newest ones."""
    messages = {
        str(part.message): [ticket.id, _digest(part.text)]
        for part in draft.parts
        if part.message is not None
    }
    known = {**state.get(SENT, {}), **messages}
    return dict(list(known.items())[-_MOST_SENT:])


async def _folded(turn: Turn, screen: Screen, ticket: Ticket, pressed: Press | None) -> Edit | None:
    """Let the summary say that it was sent, so that nobody presses it again."""
    message_id = pressed.message_id if pressed else None
    if message_id is None and screen.draft.screen:
        message_id = await turn.work.outbox.sent_id(screen.draft.screen)
    if message_id is None:
        return None
    stub = turn.render("complaints.stub", number=ticket.number)
    return Edit(message_id, Message(stub))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_SIGNS]


__all__ = ["SENT", "Term", "receipt", "send", "sent_already", "take_sent_edit"]
