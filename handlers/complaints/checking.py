"""/cek: whether a receipt is genuine, without a word about the case. Guessing is slowed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.directory import Directory
from bot.domain.receipts import read_number
from bot.domain.tickets import Ticket
from handlers.complaints.opening import private_only
from handlers.forms import CLOSED, Form, opened
from handlers.heard import Place
from handlers.turn import Outcome, Turn

CHECK = "complaint_check"
"""The name under which the form waits for a number."""

WRONG = "wrong_numbers"
"""The key of the conversation's state that counts wrong numbers."""

_MOST_WRONG = 10
_PARTS = 4  # into which people break a number up
_WITHIN = timedelta(hours=1)


async def check(turn: Turn) -> Outcome:
    """Check the number after the command, or ask for it."""
    if turn.place is not Place.PRIVATE:
        return private_only(turn)
    if not turn.text:
        return replace(turn.say("complaint_status.ask_number"), remember=opened(CHECK))
    return await _checked(turn)


async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take the number that was asked for; anything else is answered as ever."""
    if turn.heard.edited or turn.heard.enclosure is not None:
        return None
    looks_like_one = any(sign.isdigit() for sign in turn.text) and len(turn.text.split()) <= _PARTS
    if not looks_like_one and read_number(turn.text) is None:
        return None
    outcome = await _checked(turn)
    return replace(outcome, remember={**outcome.remember, **CLOSED})


async def _checked(turn: Turn) -> Outcome:
    wrong = [at for at in turn.state.get(WRONG, ()) if _is_recent(at, turn.now)]
    if len(wrong) >= _MOST_WRONG:
        return turn.say("complaint_status.check_slowed", limit=_MOST_WRONG)
    number = read_number(turn.text)
    ticket = await turn.work.tickets.by_number(number) if number else None
    if ticket is None:
        key = "check_unknown" if number else "check_misread"
        said = turn.say(f"complaint_status.{key}", number=turn.text[:40])
        return replace(said, remember={WRONG: [*wrong, turn.now.isoformat()]})
    office = await turn.office.directory(turn.work)
    return turn.say(
        "complaint_status.check_found",
        number=ticket.number,
        kind=ticket.kind.value,
        at=ticket.filed_at,
        unit=_unit(ticket, office, turn.now),
    )


def _unit(ticket: Ticket, office: Directory, at: datetime) -> str:
    """Return the office that received it; of a complaint about an official not even that."""
    if ticket.barred or ticket.received_by is None:
        return ""
    post = office.posts.get(office.present(ticket.received_by, at))
    return (post.unit or post.name) if post else ""


def _is_recent(at: str, now: datetime) -> bool:
    return now - datetime.fromisoformat(at) < _WITHIN
