"""Which standard is meant by what was typed: by its title, nearly so, or as in a question."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.complaints.picking import typed
from handlers.turn import Turn
from knowledge.finding.answers import Reply, ReplyKind, Topic
from knowledge.model import ServiceStandard


def meant(turn: Turn, text: str, allowed: Sequence[ServiceStandard]) -> tuple[ServiceStandard, ...]:
    """Return the standards that may be meant, of those that are allowed; none if it is unclear."""
    words = text.casefold().split()
    found = {one.id for one in allowed if words and _has(one, words)}
    found = found or {citation.standard for citation in typed(turn, text)}
    found = found or _asked_about(turn.office.finder.ask(text, Topic(), language=turn.language))
    return tuple(one for one in allowed if one.id in found)


def _has(standard: ServiceStandard, words: Sequence[str]) -> bool:
    title = standard.title.casefold()
    return all(word in title for word in words)


def _asked_about(reply: Reply) -> set[str]:
    """Return the standards that the finder takes a text to be about."""
    if not reply.sure or reply.kind not in (ReplyKind.ANSWER, ReplyKind.CHOICE):
        return set()
    of_options = {option.request.standard for option in reply.options}
    told = {citation.standard for citation in reply.citations} | of_options
    return {standard for standard in told if standard is not None}
