"""What the complainant is told of each act on the ticket, by whom in which post, with what next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

from bot.domain.news import News
from bot.domain.tickets import Act
from handlers.buttons import Button, Rows
from handlers.complaints.verbs import Labels, Verb, labelled
from handlers.markup import pages
from handlers.replies import Message
from handlers.texts import Texts

_Choice: TypeAlias = tuple[str, Verb, str]

_BY_ACTOR = frozenset(
    {Act.ACCEPT, Act.ASK, Act.ANSWER, Act.REJECT, Act.CLOSE, Act.OPEN_IDENTITY, Act.TAKE_OVER}
)
"""Acts told as the deed of whoever did it; of the others it is told on whose desk it is now."""

_CHOICES: Mapping[Act, tuple[tuple[_Choice, ...], ...]] = {
    Act.ASK: ((("reply", Verb.WORD, Act.SUPPLY),),),
    Act.LAPSE: ((("reply", Verb.WORD, Act.SUPPLY),),),
    Act.ANSWER: (
        (("settled", Verb.DONE, ""), ("not_settled", Verb.WORD, Act.OBJECT)),
        (("rate", Verb.RATE, ""),),
    ),
    Act.REJECT: ((("object", Verb.WORD, Act.OBJECT),), (("rate", Verb.RATE, ""),)),
    Act.CLOSE: ((("object", Verb.WORD, Act.OBJECT), ("rate", Verb.RATE, "")),),
    Act.SETTLE: ((("object", Verb.WORD, Act.OBJECT), ("rate", Verb.RATE, "")),),
}
"""What the complainant can do at once; a look at the report always follows."""


def for_complainant(texts: Texts, news: News, language: str, page: int = 1) -> Message:
    """Return what the complainant reads of an act; a long text has pages, with buttons to turn."""
    html = pages(_worded(texts, news, language))
    number = min(max(page, 1), len(html))
    labels = Labels(texts, language)
    rows: Rows = ()
    if len(html) > 1:
        rows += (_turning(labels, news, number, len(html)),)
    if number == len(html):
        rows += _choices(labels, news)
    return Message(html[number - 1], rows, len(html))


def _worded(texts: Texts, news: News, language: str) -> str:
    event, ticket = news.event, news.ticket
    by_actor = event.act in _BY_ACTOR
    post = event.post if by_actor else ticket.owner
    return texts.render(
        f"complaint_news.told_{event.act.value}",
        language,
        number=ticket.number,
        post=news.posts.get(post or "", ""),
        holding=event.holding if by_actor else None,
        text=_said(news),
        until=_until(news),
    )


def _said(news: News) -> str:
    """Return what was written for the complainant; why it was passed on is the office's own."""
    if news.event.act is Act.CHOOSE_STANDARD:
        return news.ticket.standard_title or ""
    if news.event.act not in _BY_ACTOR:
        return ""
    data = news.event.data
    return str(data.get("text") or data.get("reason") or "")


def _until(news: News) -> datetime | None:
    """Return by when something has to happen next, on either side."""
    given = news.event.data.get("until")
    if given:
        return datetime.fromisoformat(str(given))
    return news.ticket.due_at


def _choices(labels: Labels, news: News) -> Rows:
    about = str(news.ticket.id)
    rows = [
        tuple(labels.button(name, verb, about, str(value)) for name, verb, value in row)
        for row in _CHOICES.get(news.event.act, ())
    ]
    return (*rows, (labels.button("look", Verb.OPEN, about),))


def _turning(labels: Labels, news: News, number: int, count: int) -> tuple[Button, ...]:
    """Return "◀ ▶" for an answer that is longer than a page."""
    about, event = str(news.ticket.id), news.event.number
    row = []
    if number > 1:
        row.append(labels.button("earlier", Verb.PAGE, about, f"{event}-{number - 1}"))
    if number < count:
        label = labels.text("later", number=number + 1, count=count)
        row.append(labelled(label, Verb.PAGE, about, f"{event}-{number + 1}"))
    return tuple(row)
