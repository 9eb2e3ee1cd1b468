"""Short words that people type instead of pressing a button; which they are, the texts say."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.services.topics import topic_in
from handlers.markup import plain
from handlers.texts import Texts
from handlers.turn import Turn
from knowledge.finding.answers import Reply, ReplyKind

_MOST_WORDS = 8
_ANSWERED = (ReplyKind.ANSWER, ReplyKind.CHOICE)


def is_typed(turn: Turn, name: str) -> bool:
    """Tell whether the message is one of the words for a button."""
    return turn.text.casefold().strip(" .!") in _phrases(turn, name)


def is_made_of(turn: Turn, *names: str) -> bool:
    """Tell whether the message has no other words than these."""
    said = _words(turn)
    if not 0 < len(said) <= _MOST_WORDS:
        return False
    return frozenset[str]().union(*(_phrases(turn, name) for name in names)).issuperset(said)


def has_one_of(turn: Turn, name: str) -> bool:
    """Tell whether a short message has one of these words."""
    said = _words(turn)
    return len(said) <= _MOST_WORDS and not _phrases(turn, name).isdisjoint(said)


def is_send(turn: Turn) -> bool:
    """Tell whether somebody says to send it, in so many words."""
    return has_one_of(turn, "send") and is_made_of(turn, "send", "yes")


def asks_after_reports(turn: Turn) -> bool:
    """Tell whether somebody wants to know what became of his reports."""
    return all(has_one_of(turn, name) for name in ("report", "progress", "mine"))


def is_unanswered(turn: Turn) -> bool:
    """Tell whether no standard has an answer to it."""
    return _reply(turn).kind is ReplyKind.UNKNOWN


def is_smalltalk(turn: Turn) -> bool:
    """Tell whether it is a greeting or thanks, and no part of a story."""
    return _tells_nothing(turn) and _reply(turn).kind is ReplyKind.SMALLTALK


def is_for_others(turn: Turn) -> bool:
    """Tell whether it is a clear question, or a greeting or thanks, and no part of the story."""
    if not _tells_nothing(turn):
        return False
    reply = _reply(turn)
    asks = turn.text.rstrip().endswith("?") and reply.sure
    return reply.kind is ReplyKind.SMALLTALK or (reply.kind in _ANSWERED and asks)


def _tells_nothing(turn: Turn) -> bool:
    return turn.office.routing.route(turn.text).kind is None


def _reply(turn: Turn) -> Reply:
    return turn.office.finder.ask(turn.text, topic_in(turn.state, turn.now))


def _phrases(turn: Turn, name: str) -> frozenset[str]:
    return _listed(turn.texts, turn.language, name)


@lru_cache
def _listed(texts: Texts, language: str, name: str) -> frozenset[str]:
    return frozenset(plain(texts.render(f"complaints.typed_{name}", language)).split(", "))


def _words(turn: Turn) -> list[str]:
    said = re.findall(r"[\w']+", turn.text.casefold())
    return [word.rstrip("2") or word for word in said]  # "dibalas2" is said twice
