"""Drafts and standards taken out of the store for who may see them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import TypeAlias

from bot.domain.dates import day_of
from bot.domain.drafts import DraftState, StandardDraft
from bot.domain.rights import may_manage, may_open_draft
from bot.services.editions import Deed
from handlers.forms import CLOSED, Form
from handlers.loading import screens
from handlers.replies import Message
from handlers.turn import NOTHING, Outcome, Turn

_PATIENCE = timedelta(hours=12)  # after which what is written is no answer to a form any more
Use: TypeAlias = Callable[[Turn, StandardDraft, Form, str], Awaitable[Outcome]]


async def opened_draft(turn: Turn, draft_id: int) -> StandardDraft | None:
    """Return a draft, whatever has become of it, if who speaks may see it."""
    draft = await turn.work.drafts.get(draft_id)
    if draft is None or turn.person is None:
        return None
    office = await turn.office.directory(turn.work)
    may = may_open_draft(turn.person.id, draft.made_by, office, turn.now)
    return draft if may else None


async def open_drafts(turn: Turn) -> tuple[StandardDraft, ...]:
    """Return the drafts that wait and that who speaks may see, the latest first."""
    if turn.person is None:
        return ()
    office = await turn.office.directory(turn.work)
    return tuple(
        draft
        for draft in await turn.work.drafts.open()
        if may_open_draft(turn.person.id, draft.made_by, office, turn.now)
    )


async def reported(turn: Turn, draft: StandardDraft) -> Message:
    """Return the report on a draft."""
    return screens.report(turn, draft, await turn.work.standards.all())


async def for_draft(turn: Turn, form: Form, use: Use) -> Outcome | None:
    """Let a form about a draft use what is written, while the draft is as the form knows it.

    A question, a file and what comes too late are left to others.
    """
    if turn.now - datetime.fromisoformat(form["at"]) > _PATIENCE or turn.heard.enclosure:
        return None
    if turn.heard.edited:
        return NOTHING
    if not turn.text or turn.text.rstrip().endswith("?"):
        return None
    return await used(turn, form, use, turn.text)


async def used(turn: Turn, form: Form, use: Use, text: str) -> Outcome:
    """Use a text for a form about a draft; else say what has become of the draft meanwhile."""
    draft = await opened_draft(turn, form["draft"])
    if draft is None or draft.state is not DraftState.OPEN:
        return Outcome((Message(turn.render("loading.gone")),), remember=CLOSED)
    if draft.version != form["version"]:
        note = Message(turn.render("loading.changed_meanwhile"))
        return Outcome((note, await reported(turn, draft)), remember=CLOSED)
    return await use(turn, draft, form, text)


def manages(turn: Turn) -> bool:
    """Tell whether who speaks may withdraw and restore standards."""
    return may_manage(turn.person.id if turn.person else None, turn.office.settings.admin_ids)


def by(turn: Turn) -> Deed:
    """Return who does something now."""
    return Deed(turn.person.id if turn.person else None, turn.now)


def today(turn: Turn) -> date:
    """Return the office's date."""
    return day_of(turn.now, turn.office.settings.zone)
