"""What the complainant writes about a report that was sent: an answer, an addition, an objection.

A form of its own: text goes out at once, files alone wait for a press, and what comes after a
long silence is asked about first.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.attachments import MOST_BYTES
from bot.domain.calls import Call
from bot.domain.directory import Directory
from bot.domain.tickets import Act, Ticket
from handlers.complaints.drafts import DRAFT, MOST_FILES, MOST_LETTERS, NAME, STALE
from handlers.complaints.taking import written
from handlers.complaints.typed import is_for_others, is_typed
from handlers.complaints.verbs import Labels, Verb
from handlers.forms import CLOSED, KEY, Form, opened
from handlers.markup import shorten
from handlers.replies import Message
from handlers.ticket_news import queue_news
from handlers.turn import NOTHING, Outcome, Turn

WORD = "complaint_word"
"""The name under which the form waits."""

ABOUT = "w"
"""What the button carries that closes this form; a draft's id is longer."""

ACTS = frozenset({Act.SUPPLY, Act.CORRECT, Act.OBJECT, Act.RATE})
_EXCERPT = 300
_MEGABYTES = MOST_BYTES // (1024 * 1024)


def ask(turn: Turn, ticket: Ticket, act: Act, **fields: Any) -> Outcome:  # noqa: ANN401 - JSON
    """Ask for the words; what is written next is theirs."""
    html = turn.render(f"complaint_status.ask_{act.value}", number=ticket.number)
    cancel = Labels(turn.texts, turn.language).button("cancel", Verb.CANCEL, ABOUT)
    form = {
        "ticket": ticket.id, "act": act.value, "draft": ticket.draft_id, "text": "", "files": [],
        "id": secrets.token_urlsafe(6), "album": None, "at": turn.now.isoformat(), **fields,
    }  # fmt: skip
    return Outcome((Message(html, ((cancel,),)),), remember=opened(WORD, **form))


async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what is written while the form waits; None for what is none of it."""
    if turn.heard.edited:
        return None
    if is_typed(turn, "cancel"):
        return cancel(turn)
    if turn.heard.enclosure is not None:
        return await _take_file(turn, form)
    is_late = turn.now - datetime.fromisoformat(form["at"]) > STALE
    if is_late and is_for_others(turn):
        return None
    return await _take_words(turn, form, is_late=is_late)


async def _take_words(turn: Turn, form: Form, *, is_late: bool) -> Outcome:
    part = written(turn)
    if part is None:
        return turn.say("complaints.cannot_attach")
    text = f"{form['text']}\n\n{part.text}".strip()
    if len(text) > MOST_LETTERS:
        return turn.say("complaints.too_long", letters=len(text), limit=MOST_LETTERS)
    if not (part.place or part.says_something or form["files"]):
        return turn.say("complaints.ask_again")
    form = {**form, "text": text}
    return _confirm(turn, form) if is_late else await send(turn, form)


async def _take_file(turn: Turn, form: Form) -> Outcome:
    """Keep a file; a caption sends it at once, unless more pictures of an album may follow."""
    enclosure, album = turn.heard.enclosure, turn.heard.album
    if enclosure is None:
        return NOTHING
    if (enclosure.facts.size or 0) > MOST_BYTES:
        return turn.say("complaints.too_big", limit=_MEGABYTES)
    if len(form["files"]) >= MOST_FILES:
        return turn.say("complaints.too_many", limit=MOST_FILES)
    attachment = await turn.work.attachments.add(
        form["draft"], enclosure.kind, enclosure.facts, turn.now
    )
    is_next = album is not None and form["album"] == album
    text = f"{form['text']}\n\n{turn.text}".strip()
    form = {**form, "files": [*form["files"], attachment], "album": album, "text": text}
    if is_next and not turn.text:
        return Outcome(remember={KEY: form})
    return await send(turn, form) if turn.text and album is None else _confirm(turn, form)


def cancel(turn: Turn) -> Outcome:
    """Close the form; nothing is sent."""
    return replace(turn.say("complaint_status.word_dropped"), remember=_closed(turn))


async def send(turn: Turn, form: Form) -> Outcome:
    """Do the act with what was given; raises DomainError if it is not possible any more."""
    sender = turn.sighting
    act = Act(form["act"])
    if sender is None or not (form["text"] or form["files"]):
        return turn.say("complaints.ask_again")
    data: dict[str, Any] = {"text": form["text"]}
    if form["files"]:
        data["files"] = list(form["files"])
    if act is Act.RATE:
        data["rating"] = form["rating"]
    call = Call(int(form["ticket"]), act, sender.id, data=data)
    office = await turn.office.directory(turn.work)
    change = await turn.office.tickets.act(turn.work, call, office, turn.now)
    if form["files"]:
        await _enclose(turn, form, change.ticket)
    await queue_news(turn.work, turn.voices, change.news, turn.now)
    outcome = done(turn, change.ticket, act, owner_of(turn, change.ticket, office))
    return replace(outcome, remember=_closed(turn))


async def _enclose(turn: Turn, form: Form, ticket: Ticket) -> None:
    """Let the files of this form belong to the ticket; what a form given up has left goes."""
    known = await turn.work.attachments.of_draft(ticket.draft_id)
    left = [f.id for f in known if f.ticket_id is None and f.id not in form["files"]]
    await turn.work.attachments.remove(left)
    await turn.work.attachments.file(ticket.draft_id, ticket.id)


def done(turn: Turn, ticket: Ticket, act: Act, post: str) -> Outcome:
    """Say that it was passed on, and to whom."""
    html = turn.render(f"complaint_status.done_{act.value}", number=ticket.number, post=post)
    look = Labels(turn.texts, turn.language).button("look", Verb.OPEN, str(ticket.id))
    return Outcome((Message(html, ((look,),)),))


def owner_of(turn: Turn, ticket: Ticket, office: Directory) -> str:
    """Return the name of the post on whose desk the ticket is, "" for the service desk."""
    post = office.posts.get(office.present(ticket.owner, turn.now))
    return post.name if post else ""


def _confirm(turn: Turn, form: Form) -> Outcome:
    """Show what would be sent, with a button that sends it."""
    labels = Labels(turn.texts, turn.language)
    html = turn.render(
        "complaint_status.word_ready",
        excerpt=shorten(form["text"], _EXCERPT),
        files=0 if form["album"] else len(form["files"]),
        albums=1 if form["album"] else 0,
    )
    row = (
        labels.button("send_word", Verb.WORD_SENT, form["id"]),
        labels.button("cancel", Verb.CANCEL, ABOUT),
    )
    return Outcome((Message(html, (row,)),), remember={KEY: dict(form)})


def _closed(turn: Turn) -> Mapping[str, Any]:
    """Close the form; a draft that waited behind it waits again."""
    return opened(NAME) if turn.state.get(DRAFT) else CLOSED
