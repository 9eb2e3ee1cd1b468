"""What is said to whoever presses or writes about a case that is not, or no longer, on his desk."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.tickets import Act
from handlers.casework.casefile import CaseFile
from handlers.casework.handling import Handling
from handlers.forms import CLOSED
from handlers.replies import Message
from handlers.turn import Edit, Notice, Outcome, Turn


async def not_here(turn: Turn, case: CaseFile | None, message_id: int | None) -> Outcome:
    """Say where the case is now, to who once had it; to anybody else, that it is not here."""
    html = await whereabouts(turn, case)
    notice = Notice(turn.render("casework.not_here"), alert=True)
    if message_id is None or case is None or not await _once_had(turn, case):
        return Outcome(notice=notice)
    return Outcome(edit=Edit(message_id, Message(html)), notice=notice)


async def refused_text(
    turn: Turn, case: CaseFile | None, text: str, why: str | None = None
) -> Outcome:
    """Say that what was written could not be used, and give it back; the form is closed."""
    html = why or await whereabouts(turn, case)
    if text:
        html = f"{html}\n\n{turn.render('casework.your_text', text=text)}"
    return Outcome((Message(html, protected=True),), remember=CLOSED)


def changed(handling: Handling) -> Outcome:
    """Say what has been done meanwhile and by whom, and show the case as it is now."""
    case, last = handling.case, handling.case.last
    what = handling.render(
        "changed",
        number=case.ticket.number,
        act=last.act,
        who=case.post_name(last.post),
        status=case.ticket.status,
    )
    outcome = handling.card()
    return replace(outcome, notice=Notice(what, alert=True))


async def whereabouts(turn: Turn, case: CaseFile | None) -> str:
    """Return where the case is now, as far as this person may know."""
    if case is None or not await _once_had(turn, case):
        return turn.render("casework.not_here")
    return turn.render(
        "casework.is_elsewhere",
        number=case.ticket.number,
        post=case.post_name(case.ticket.owner),
        status=case.ticket.status,
    )


async def _once_had(turn: Turn, case: CaseFile) -> bool:
    """Tell whether the case was on this person's desk, and is not about him or from him."""
    person_id = case.reader.person_id
    if person_id in case.barred or person_id in case.office.admins:
        return False
    has_acted = any(e.actor == person_id and e.post is not None for e in case.history)
    return has_acted or person_id in await turn.work.cards.of(case.ticket.id)


def may_read(case: CaseFile | None) -> bool:
    """Tell whether an official may read the case; its complainant sees it elsewhere."""
    if case is None or case.reader.person_id == case.ticket.complainant:
        return False
    return Act.READ in case.rights
