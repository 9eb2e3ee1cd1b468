"""Ways into the form: commands, buttons, a deep link, and texts that are clearly complaints.

Nothing is filed unasked: a complaint in plain text is offered to be passed on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.attachments import MOST_BYTES, AttachmentKind, Facts
from bot.domain.tickets import TicketKind
from bot.services.topics import topic_in
from handlers import asking
from handlers.buttons import Button
from handlers.complaints.drafts import MOST_FILES, Draft, Part, draft_in, new_draft
from handlers.complaints.leaving import offer_again
from handlers.complaints.mine import listed
from handlers.complaints.screens import EXCERPT, screen_of
from handlers.complaints.sending import take_sent_edit
from handlers.complaints.showing import shown
from handlers.complaints.taking import take_part
from handlers.complaints.typed import asks_after_reports, is_made_of, is_typed, is_unanswered
from handlers.complaints.verbs import Labels, Verb
from handlers.heard import Place
from handlers.markup import shorten
from handlers.replies import Message
from handlers.turn import NOTHING, Outcome, Turn
from knowledge.finding.answers import ReplyKind

DEEP_LINK = "lapor"
"""What t.me/BOT?start= carries to open the form."""

_OFFERED, _LOOSE = "offered", "loose"
_REMEMBERED = timedelta(minutes=30)
_KINDS: Mapping[str, TicketKind] = {
    "pengaduan": TicketKind.PENGADUAN,
    "keluhan": TicketKind.KELUHAN,
    "masukan": TicketKind.MASUKAN,
    "suggestion": TicketKind.MASUKAN,
}


async def open_form(turn: Turn) -> Outcome:
    """Open the form from a command, with the text behind it; in a group invite to the chat."""
    if turn.place is not Place.PRIVATE:
        return private_only(turn)
    kind = _KINDS.get(turn.heard.command or "")
    part = Part(turn.text, turn.message_id) if turn.text else None
    return await begin(turn, new_draft(turn.now, kind), part)


async def open_from_link(turn: Turn) -> Outcome:
    """Open the empty form."""
    return await begin(turn, new_draft(turn.now), None)


async def begin(turn: Turn, draft: Draft, part: Part | None) -> Outcome:
    """Begin a draft with these words, unless there is one that would be lost: then ask."""
    known = draft_in(turn.state)
    if known is not None and not known.is_empty:
        held = (*known.held, part) if part else known.held
        return await offer_again(turn, replace(known, held=held))
    draft = await _with_loose(turn, draft)
    forget = {_OFFERED: None, _LOOSE: None}
    outcome = (
        await take_part(turn, draft, part)
        if part is not None
        else await shown(turn, await screen_of(turn, draft))
    )
    return replace(outcome, remember={**outcome.remember, **forget})


def private_only(turn: Turn) -> Outcome:
    """Invite from a group to the private chat; nothing personal is said."""
    link = f"https://t.me/{turn.bot_name}?start={DEEP_LINK}"
    label = Labels(turn.texts, turn.language).text("to_private")
    message = Message(turn.render("complaints.private_only"), ((Button(label, "", link),),))
    return Outcome((message,))


async def heard(turn: Turn) -> Outcome:
    """Offer to pass on what is clearly a complaint; answer everything else as a question.

    A complaint that is put as a question is answered, and may be passed on from there.
    """
    decided = await _decided(turn)
    if decided is not None:
        return decided
    kind = _complaint(turn)
    if kind is None:
        return _no_longer_open(turn, await asking.question(turn))
    if turn.text.rstrip().endswith("?"):
        return _with_offer(turn, await asking.question(turn))
    return offered(turn, kind) if turn.place is Place.PRIVATE else private_only(turn)


async def _decided(turn: Turn) -> Outcome | None:
    """Take a word in answer to an offer, the wish to report, or a question after my reports."""
    if turn.place is not Place.PRIVATE:
        return None
    if is_typed(turn, "cancel"):  # with nothing under way it is no grievance either
        return replace(turn.say("commands.cancelled"), remember={_OFFERED: None})
    if (answered := await _answer_to_offer(turn)) is not None:
        return answered
    if is_made_of(turn, "announcing") and (kind := _complaint(turn)) is not None:
        said = kind if kind is TicketKind.MASUKAN else None  # "lapor" says nothing of the kind
        return await begin(turn, new_draft(turn.now, said), None)
    if asks_after_reports(turn):
        person = turn.sighting.id if turn.sighting else 0
        if await turn.work.tickets.filed_by(person, limit=1) or is_unanswered(turn):
            return Outcome((await listed(turn),))
    return None


async def _answer_to_offer(turn: Turn) -> Outcome | None:
    """Take "ya" or "bukan" behind an offer that is open."""
    if not turn.state.get(_OFFERED, {}).get("open"):
        return None
    if is_made_of(turn, "yes"):
        return await accept_offer(turn)
    return await answer_offered(turn) if is_made_of(turn, "no") else None


def _no_longer_open(turn: Turn, outcome: Outcome) -> Outcome:
    """Let an earlier offer be taken by its buttons alone: something else was said since."""
    kept = turn.state.get(_OFFERED)
    if not kept or not kept.get("open") or _OFFERED in outcome.remember:
        return outcome
    return replace(outcome, remember={**outcome.remember, _OFFERED: {**kept, "open": False}})


def _with_offer(turn: Turn, answer: Outcome) -> Outcome:
    """Put the way to report under an answer."""
    if turn.place is not Place.PRIVATE or not answer.replies:
        return answer
    first, button = answer.replies[0], Labels(turn.texts, turn.language).button
    message = replace(first, buttons=(*first.buttons, (button("report_this", Verb.YES),)))
    remember = {**answer.remember, _OFFERED: _offer(turn)}
    return replace(answer, replies=(message, *answer.replies[1:]), remember=remember)


async def edited(turn: Turn) -> Outcome:
    """Add an edit to the report that the message has become, else answer it as a question."""
    return await take_sent_edit(turn) or await asking.edited(turn)


def offered(turn: Turn, kind: TicketKind) -> Outcome:
    """Ask whether to pass on what was written, and remember it meanwhile."""
    labels = Labels(turn.texts, turn.language)
    excerpt = shorten(turn.text, EXCERPT)
    html = turn.render("complaints.offer", kind=kind.value, excerpt=excerpt)
    rows = ((labels.button("yes_report", Verb.YES),), (labels.button("a_question", Verb.QUESTION),))
    return Outcome((Message(html, rows),), remember={_OFFERED: _offer(turn)})


async def accept_offer(turn: Turn) -> Outcome | None:
    """Begin a draft with the text that was offered; None if it is not remembered any more.

    A second press does nothing where the first has opened the form.
    """
    kept = turn.state.get(_OFFERED)
    if not kept:
        return NOTHING if draft_in(turn.state) else None
    return await begin(turn, new_draft(turn.now), Part(kept["text"], kept["message"]))


async def answer_offered(turn: Turn) -> Outcome | None:
    """Answer the text that was offered as the question that it is; None if it is forgotten."""
    kept = turn.state.get(_OFFERED)
    if not kept:
        return None
    asked = replace(turn, heard=replace(turn.heard, text=kept["text"]))
    outcome = await asking.question(asked)
    return replace(outcome, remember={**outcome.remember, _OFFERED: None})


def with_file_offer(turn: Turn, outcome: Outcome) -> Outcome:
    """Offer to report with the file that came without a form, and remember it meanwhile."""
    enclosure = turn.heard.enclosure
    if enclosure is None or turn.place is not Place.PRIVATE:
        return outcome
    file = {
        "kind": enclosure.kind.value,
        "facts": asdict(enclosure.facts),
        "album": turn.heard.album,
        "at": turn.now.isoformat(),
    }
    loose = [*_fresh(turn), file][-MOST_FILES:]
    remember = {**outcome.remember, _LOOSE: loose}
    if not outcome.replies or turn.text:
        return replace(outcome, remember=remember)
    button = Labels(turn.texts, turn.language).button("report_with_files", Verb.NEW)
    first = replace(outcome.replies[0], buttons=((button,),))
    return replace(outcome, replies=(first, *outcome.replies[1:]), remember=remember)


def _complaint(turn: Turn) -> TicketKind | None:
    """Return the kind of a text that nobody should answer as a question, else None."""
    if not turn.text or len(turn.text) > asking.QUESTION_LIMIT:
        return None
    kind = turn.office.routing.route(turn.text).kind
    if kind is None:
        return None
    reply = turn.office.finder.ask(turn.text, topic_in(turn.state, turn.now))
    return None if reply.kind is ReplyKind.SMALLTALK else TicketKind(kind)


def _offer(turn: Turn) -> dict[str, Any]:
    """Return what is remembered of a text until it is clear what it is."""
    return {"text": turn.text, "message": turn.message_id, "open": True}


async def _with_loose(turn: Turn, draft: Draft) -> Draft:
    """Enclose the files that came before the form was open."""
    for file in _fresh(turn):
        facts = Facts(**file["facts"])
        if (facts.size or 0) > MOST_BYTES:
            continue
        kind = AttachmentKind(file["kind"])
        attachment = await turn.work.attachments.add(draft.id, kind, facts, turn.now)
        draft = draft.with_file(attachment, file["album"])
    return draft


def _fresh(turn: Turn) -> list[dict[str, Any]]:
    """Return the files of the last half-hour that belong to nothing yet."""
    return [
        file
        for file in turn.state.get(_LOOSE, ())
        if turn.now - datetime.fromisoformat(file["at"]) <= _REMEMBERED
    ]
