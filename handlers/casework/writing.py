"""Asking an official for words about a case, and showing them as they will arrive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.tickets import Act
from handlers.buttons import Rows
from handlers.casework.deeds import Deed
from handlers.casework.drafts import Draft, earlier, laid_aside
from handlers.casework.handling import Handling
from handlers.replies import Message
from handlers.ticket_news import as_it_arrives
from handlers.turn import Outcome

DOORS = ("unit", "lapor", "ombudsman", "ppid", "none")
"""Where somebody is sent whose case is rejected; "none" if there is no other place."""

TO_COMPLAINANT: Mapping[str, Act] = {
    "case_answer": Act.ANSWER,
    "case_question": Act.ASK,
    "case_reject": Act.REJECT,
}
"""Forms whose text the complainant will read: it is shown as it arrives, and confirmed."""


async def ask(handling: Handling) -> Outcome:
    """Begin a question to the complainant."""
    return await begin(handling, Draft.of("case_question", handling))


async def answer(handling: Handling) -> Outcome:
    """Begin an answer."""
    return await begin(handling, Draft.of("case_answer", handling))


async def note(handling: Handling) -> Outcome:
    """Begin an internal note; nothing leads from here to the complainant."""
    return await begin(handling, Draft.of("case_note", handling))


async def reject(handling: Handling) -> Outcome:
    """Let the right door be chosen, then begin the reason."""
    if handling.argument in DOORS:
        return await begin(handling, Draft.of("case_reject", handling))
    keys = handling.keys
    rows = tuple((keys.named(_door(handling, door), Deed.REJECT, door),) for door in DOORS)
    return handling.screen(handling.render("choose_door"), (*rows, *keys.back()))


async def identity(handling: Handling) -> Outcome:
    """Begin the reason for which the identity is to be opened."""
    return await begin(handling, Draft.of("case_identity", handling))


async def begin(handling: Handling, draft: Draft) -> Outcome:
    """Ask for what is to be written; what was laid aside for this is shown again instead."""
    turn = handling.turn
    known = earlier(turn, draft)
    draft = replace(known or draft, shown=f"draft:{turn.update_id}")
    remember = {**draft.form(), **laid_aside(turn, draft)}
    if known is not None and draft.purpose in TO_COMPLAINANT:
        return replace(await preview(handling, draft, remember), key=draft.shown)
    rows: Rows = ()
    if draft.purpose == "case_answer":
        rows = await _saved(handling)
    html = handling.render(
        f"write_{draft.purpose.removeprefix('case_')}", number=handling.ticket.number
    )
    rows = (*rows, (handling.keys.button(Deed.DROP),))
    message = Message(html, rows, protected=True)
    return Outcome((message,), remember=remember, key=draft.shown)


async def preview(
    handling: Handling, draft: Draft, remember: Mapping[str, object] | None = None
) -> Outcome:
    """Show what is written as it will arrive, to be confirmed.

    Raises DomainError if it could not be sent as things stand.
    """
    if not draft.text:
        return _text_missing(handling, draft)
    turn, act = handling.turn, TO_COMPLAINANT[draft.purpose]
    call = handling.call(act, words(handling, draft))
    change = await turn.office.tickets.rehearse(turn.work, call, handling.case.office, turn.now)
    arrives = as_it_arrives(turn.voices, change.news, handling.ticket.language)
    parts = (
        handling.render("preview", number=handling.ticket.number),
        arrives.html if arrives else "",
        handling.render("preview_end", act=act, files=draft.files),
    )
    html = "\n".join(parts)
    keys = handling.keys
    first = [keys.button(Deed.SEND, draft.seal), keys.button(Deed.REWRITE)]
    second = [keys.button(Deed.DROP)]
    if act is Act.ANSWER:
        second.insert(0, keys.button(Deed.KEEP, draft.seal))
    message = Message(html, (tuple(first), tuple(second)), protected=True)
    return Outcome((message,), remember=dict(remember or draft.form()))


def _text_missing(handling: Handling, draft: Draft) -> Outcome:
    """Ask for the words that belong to the files."""
    html = handling.render("text_missing", files=draft.files, number=handling.ticket.number)
    rows = ((handling.keys.button(Deed.DROP),),)
    return Outcome((Message(html, rows, protected=True),), remember=draft.form())


def words(handling: Handling, draft: Draft) -> dict[str, object]:
    """Return what is written down with the act: the text, and the files or the door."""
    if draft.purpose == "case_answer":
        return {"text": draft.text, "files": draft.files, "batch": draft.batch}
    if draft.purpose != "case_reject" or draft.argument not in DOORS:
        return {"text": draft.text}
    language = handling.ticket.language
    texts = handling.turn.texts
    where = texts.render("casework.right_door", language, door=draft.argument)
    text = f"{draft.text}\n\n{where}" if where else draft.text
    return {"text": text, "door": draft.argument}


def _door(handling: Handling, door: str) -> str:
    return handling.render("button_door", door=door)


async def _saved(handling: Handling) -> Rows:
    """Return the way to the saved answers, if there are any for this standard."""
    saved = handling.turn.work.saved_answers
    count = len(await saved.for_standard(handling.ticket.standard))
    return ((handling.keys.button(Deed.SAVED, count=count),),) if count else ()
