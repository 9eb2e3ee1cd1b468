"""Leaving a draft and coming back to it: thrown away only when asked, offered again when stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.complaints.drafts import Draft, Step, dropped, kept
from handlers.complaints.screens import EXCERPT
from handlers.complaints.verbs import Labels, Verb
from handlers.markup import shorten
from handlers.replies import Message
from handlers.turn import Outcome, Turn


async def ask_to_drop(turn: Turn, draft: Draft) -> Outcome:
    """Ask once whether the draft is to be thrown away; an empty one just goes."""
    if draft.is_empty:
        return replace(turn.say("complaints.dropped"), remember=dropped(turn.state))
    return Outcome((drop_question(turn, draft),), remember=kept(draft))


def drop_question(turn: Turn, draft: Draft) -> Message:
    """Return the question whether to throw the draft away."""
    labels = Labels(turn.texts, turn.language)
    excerpt = shorten(draft.text, EXCERPT)
    html = turn.render("complaints.drop_ask", excerpt=excerpt, **draft.enclosed)
    return Message(
        html,
        (
            (
                labels.button("drop_yes", Verb.DROP, draft.id),
                labels.button("keep_on", Verb.RESUME, draft.id),
            ),
        ),
    )


async def offer_again(turn: Turn, draft: Draft) -> Outcome:
    """Offer a draft that was left lying, and ask what to do with what has come since."""
    labels = Labels(turn.texts, turn.language)
    html = turn.render(
        "complaints.unfinished",
        excerpt=shorten(draft.text, EXCERPT),
        held=shorten("\n".join(part.text for part in draft.held), EXCERPT),
        **draft.enclosed,
    )
    go_on, drop = ("resume_with", "drop_old") if draft.held else ("resume", "drop")
    rows = (
        (labels.button(go_on, Verb.RESUME, draft.id),),
        (labels.button(drop, Verb.DROP, draft.id),),
    )
    return Outcome((Message(html, rows),), remember=kept(replace(draft, step=Step.OFFERED)))


def resumed(draft: Draft, now: datetime) -> Draft:
    """Return the draft that goes on, with what was held."""
    for part in draft.held:
        draft = draft.with_part(part)
    return replace(draft, held=(), reminded=False, changed=now)
