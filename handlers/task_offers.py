"""The way from an answer to a task: "start a task" under what tells of steps or of time."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from bot.domain.people import Person
from handlers.buttons import Button, encode
from handlers.heard import Place
from handlers.markup import plain
from handlers.task_buttons import OnTask
from handlers.turn import Outcome, Turn
from knowledge.finding.answers import Reply
from knowledge.model import Facet

BEGIN = "B"
"""The deed of the button; see `handlers.tasks.deeds`."""

_ASPECTS = frozenset({Facet.PROCEDURE.value, Facet.TOTAL_TIME.value})
_CODE = 10  # hexadecimal digits


async def offered(turn: Turn, reply: Reply, outcome: Outcome) -> Outcome:
    """Return the outcome with the button, if whoever asks is an official who may press it."""
    standard = _standard(reply)
    if standard is None or turn.place is not Place.PRIVATE or not outcome.replies:
        return outcome
    if turn.person is None or not await _is_official(turn, turn.person):
        return outcome
    label = plain(turn.render("tasks.b_begin"))
    row = (Button(label, encode(OnTask(BEGIN, 0, 0, code_of_standard(standard)))),)
    first, *others = outcome.replies
    return replace(outcome, replies=(replace(first, buttons=(*first.buttons, row)), *others))


async def _is_official(turn: Turn, person: Person) -> bool:
    """Tell whether somebody acts for a post; most who ask have no part in any, which is cheap."""
    if not await turn.work.posts.has_part(person.id):
        return False
    office = await turn.office.directory(turn.work)
    return bool(office.acts_for(person.id, turn.now))


def code_of_standard(standard: str) -> str:
    """Return the short code of a standard's id that buttons carry."""
    return hashlib.sha256(standard.encode()).hexdigest()[:_CODE]


def _standard(reply: Reply) -> str | None:
    """Return the one standard whose steps or time an answer tells."""
    request = reply.request
    if not reply.answers or request is None or request.aspect not in _ASPECTS:
        return None
    told = {citation.standard for citation in reply.citations}
    return told.pop() if len(told) == 1 else None
