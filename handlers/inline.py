"""Inline mode: `@bot question` in any chat gives answers to choose from, with their sources.

Nothing is logged or remembered: Telegram asks again at every letter that is typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from handlers.markup import MESSAGE_LIMIT, pages, plain, shorten
from handlers.replies import body, sources
from handlers.titles import loaded, short_name
from handlers.turn import NOTHING, Found, FoundList, Outcome, Turn
from knowledge.finding.answers import Reply, ReplyKind, Request, Topic

RESULTS = 50
"""The most results Telegram takes."""

_BODY = 2400  # units of an answer; the source lines follow
_TITLE = 80
_DESCRIPTION = 160


async def search(turn: Turn) -> Outcome:
    """Answer an inline query: one result for an answer, one an option for a choice."""
    if turn.heard.query_id is None:
        return NOTHING
    found: list[Found] = []
    for title, reply in _answers(turn):
        if reply.answers and len(found) < RESULTS:
            found.append(_result(turn, title, reply, str(len(found))))
    more = turn.render("messages.inline_more" if found else "messages.inline_none")
    return Outcome(found=FoundList(turn.heard.query_id, tuple(found), plain(more)))


def _answers(turn: Turn) -> Iterator[tuple[str | None, Reply]]:
    """Yield replies with the titles they go by; without a question, a card of each standard."""
    finder = turn.office.finder
    language = turn.person.language if turn.person else None
    if not turn.text.strip():
        for citation in loaded(finder):
            card = Request("card", citation.standard)
            yield short_name(citation.title), finder.answer(card, Topic(), language=turn.language)
        return
    reply = finder.ask(turn.text, Topic(), language=language)
    if reply.kind is not ReplyKind.CHOICE:
        yield None, reply
    for option in reply.options:
        yield option.label, finder.answer(option.request, Topic(), language=reply.language)


def _result(turn: Turn, title: str | None, reply: Reply, name: str) -> Found:
    """Make one result; a long answer is cut, and its source follows all the same."""
    first, *rest = pages(body(reply, turn.texts), _BODY)
    parts = [first, sources(reply, turn.texts)]
    if rest:
        parts.insert(1, turn.texts.render("replies.continued", reply.language))
    html = pages("\n\n".join(part for part in parts if part), MESSAGE_LIMIT)[0]
    head, _, tail = plain(first).partition("\n")
    shown = (title, plain(first)) if title else (head, tail or head)
    return Found(name, shorten(shown[0], _TITLE), shorten(shown[1], _DESCRIPTION), html)
