"""The form by which one thing of a draft is put right: a short reply says what it should be."""

from __future__ import annotations

from typing import Any

from bot.domain.drafts import StandardDraft
from bot.domain.errors import DomainError
from bot.services import drafts
from bot.services.editions import Deed as By
from handlers.forms import CLOSED, Form, opened
from handlers.loading.deeds import Deed, button, named
from handlers.loading.opening import for_draft, reported
from handlers.loading.screens import about
from handlers.markup import plain, shorten
from handlers.replies import Message
from handlers.turn import Outcome, Turn
from knowledge.correcting import OF_STEPS, Correctable, Correction, current
from knowledge.routing.naming import key_of

NAME = "standard_fix"
_NONE = "-"


def ask(turn: Turn, draft: StandardDraft, argument: str) -> Outcome | None:
    """Ask what a field, or a step's time or doer, should be; None for what there is not."""
    what, _, index = argument.partition("/")
    if what not in set(Correctable):
        return None
    step = _step_number(draft, index) if index else ""
    if step is None or (what in OF_STEPS) is not bool(index):
        return None
    now = current(draft.standard(), Correctable(what), step)
    html = turn.render("loading.ask_fix", what=what, step=step, now=now)
    rows = [(button(turn, "b_stop", Deed.CLOSE, about(draft)),)]
    if what == Correctable.DURATION and now:
        rows.insert(
            0, (named(plain(turn.render("loading.b_no_time")), Deed.CLOSE, about(draft), _NONE),)
        )
    fields: dict[str, Any] = {
        "draft": draft.id,
        "version": draft.version,
        "what": what,
        "step": step,
        "at": turn.now.isoformat(),
    }
    return Outcome((Message(html, tuple(rows)),), remember=opened(NAME, **fields))


async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the form; a question is answered as ever."""
    return await for_draft(turn, form, put_right)


async def put_right(turn: Turn, draft: StandardDraft, form: Form, text: str) -> Outcome:
    """Put the text in the place that the form is about, and show the draft as it is then."""
    what = Correctable(form["what"])
    said = "" if text.strip() in (_NONE, "\N{EN DASH}") and what is Correctable.DURATION else text
    correction = Correction(what, said, form["step"])
    by = By(turn.person.id if turn.person else None, turn.now)
    try:
        saved = await drafts.correct(turn.work, draft, correction, by)
    except DomainError as error:
        return turn.say(f"errors.{error.key}", **error.values)
    unknown = await _unknown_posts(turn, correction)
    shown = await reported(turn, saved)
    html = turn.render(
        "loading.fixed",
        what=what.value,
        step=form["step"],
        text=shorten(said, 200),
        unknown=unknown,
    )
    return Outcome((Message(html), shown), remember=CLOSED)


async def _unknown_posts(turn: Turn, correction: Correction) -> list[str]:
    """Return the posts of a correction that the office does not have so far."""
    if correction.what not in (Correctable.RECEIVED_BY, Correctable.HANDLED_BY):
        return []
    office = await turn.office.directory(turn.work)
    names = [name.strip() for name in correction.text.split(";")]
    return [name for name in names if key_of(name) not in office.posts]


def _step_number(draft: StandardDraft, index: str) -> str | None:
    steps = list(draft.standard().walk_steps())
    is_there = index.isdecimal() and int(index) < len(steps)
    return steps[int(index)].number if is_there else None
