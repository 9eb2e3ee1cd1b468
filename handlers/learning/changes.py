"""What a rehearsal has shown, as screens put it: an earlier question, its reply, the new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.services.rehearsing import Changed
from handlers.markup import plain, shorten
from handlers.replies import body
from handlers.turn import Turn
from knowledge.finding.answers import Reply

_MOST = 3
_QUESTION, _REPLY = 120, 110  # letters


@dataclass(frozen=True, slots=True)
class Told:
    """An earlier question, and the beginnings of its two replies."""

    text: str
    before: str
    after: str


def told_changes(turn: Turn, changed: Sequence[Changed]) -> list[Told]:
    """Return the first few of them."""
    return [
        Told(shorten(one.text, _QUESTION), _begins(turn, one.before), _begins(turn, one.after))
        for one in changed[:_MOST]
    ]


def _begins(turn: Turn, reply: Reply) -> str:
    return shorten(plain(body(reply, turn.texts)), _REPLY)
