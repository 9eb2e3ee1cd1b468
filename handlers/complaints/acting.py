"""What the buttons of a report that was sent do. The right to it is checked at each press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.domain.calls import Call
from bot.domain.errors import DomainError
from bot.domain.news import Audience, News
from bot.domain.rights import may
from bot.domain.telling import names_of
from bot.domain.tickets import Act, Ticket
from handlers.buttons import Complain
from handlers.complaints import mine, words
from handlers.complaints.screens import file_label
from handlers.complaints.told import for_complainant
from handlers.complaints.verbs import Labels, Verb, labelled
from handlers.forms import waiting
from handlers.heard import Press
from handlers.markup import plain
from handlers.replies import Message
from handlers.ticket_news import queue_news
from handlers.turn import NOTHING, Edit, Notice, Outcome, Turn

_OnTicket: TypeAlias = Callable[[Turn, Ticket, Press, str], Awaitable[Outcome]]
_STARS = range(1, 6)


async def press(turn: Turn, pressed: Press, meaning: Complain) -> Outcome | None:
    """Do what the button asks for, if the report is the presser's; None if it means nothing."""
    if meaning.verb == Verb.LIST:
        return _changed(await mine.listed(turn, _number(meaning.value)), pressed)
    if meaning.verb == Verb.WORD_SENT:
        return await _send_word(turn, meaning.about)
    act = _ON_TICKET.get(meaning.verb)
    if act is None or not meaning.about.isdecimal():
        return None
    ticket = await turn.work.tickets.get(int(meaning.about))
    if ticket is None or turn.sighting is None or ticket.complainant != turn.sighting.id:
        return _refused(turn, DomainError("ticket.not_allowed"))
    try:
        return await act(turn, ticket, pressed, meaning.value)
    except DomainError as error:
        return _refused(turn, error)


async def _send_word(turn: Turn, form_id: str) -> Outcome | None:
    """Send what the form of words holds; None if that form is over."""
    form = waiting(turn, words.WORD)
    if form is None or form["id"] != form_id:
        return None
    try:
        return await words.send(turn, form)
    except DomainError as error:
        return _refused(turn, error)


async def _open(turn: Turn, ticket: Ticket, pressed: Press, value: str) -> Outcome:
    """Show the report: in place of the list that it was chosen from, else in a new message."""
    page = _number(value.removeprefix("h")) if value.startswith("h") else 1
    message = await mine.opened(turn, ticket, page)
    return _changed(message, pressed) if value else Outcome((message,))


async def _word(turn: Turn, ticket: Ticket, pressed: Press, value: str) -> Outcome:
    """Ask for the words of an act that is possible now."""
    act = Act(value) if value in words.ACTS else Act.CORRECT
    await _require(turn, ticket, act)
    return words.ask(turn, ticket, act)


async def _done(turn: Turn, ticket: Ticket, pressed: Press, value: str) -> Outcome:
    """Note that the complainant is satisfied, and ask how it was."""
    done = await _acted(turn, ticket, Act.CONFIRM)
    return Outcome((done, _stars(turn, ticket)))


async def _rate(turn: Turn, ticket: Ticket, pressed: Press, value: str) -> Outcome:
    """Show the stars, or keep how many were given and ask for a word."""
    await _require(turn, ticket, Act.RATE)
    rating = _number(value) if value else 0
    if rating not in _STARS:
        return Outcome((_stars(turn, ticket),))
    if ticket.rating == rating:
        return NOTHING
    await _acted(turn, ticket, Act.RATE, rating=rating)
    asked = words.ask(turn, ticket, Act.RATE, rating=rating)
    thanks = Message(turn.render("complaint_status.rated", number=ticket.number, rating=rating))
    return replace(_changed(thanks, pressed), replies=asked.replies, remember=asked.remember)


async def _withdraw(turn: Turn, ticket: Ticket, pressed: Press, value: str) -> Outcome:
    """Ask once, then withdraw."""
    await _require(turn, ticket, Act.WITHDRAW)
    if value == "1":
        return _changed(await _acted(turn, ticket, Act.WITHDRAW), pressed)
    labels, about = Labels(turn.texts, turn.language), str(ticket.id)
    html = turn.render("complaint_status.withdraw_ask", number=ticket.number)
    row = (
        labels.button("withdraw_yes", Verb.WITHDRAW, about, "1"),
        labels.button("back", Verb.OPEN, about, "1"),
    )
    return _changed(Message(html, (row,)), pressed)


async def _enclosed(turn: Turn, ticket: Ticket, pressed: Press, value: str) -> Outcome:
    """List the files that belong to the report."""
    files = await mine.own_files(turn, ticket)
    labels = [file_label(turn, file) for file in files]
    html = turn.render("complaint_status.enclosed", number=ticket.number, labels=labels)
    back = Labels(turn.texts, turn.language).button("back", Verb.OPEN, str(ticket.id), "1")
    return _changed(Message(html, ((back,),)), pressed)


async def _page(turn: Turn, ticket: Ticket, pressed: Press, value: str) -> Outcome:
    """Turn to another page of something long that was told."""
    event_number, _, page = value.partition("-")
    office = await turn.office.directory(turn.work)
    history = await turn.work.tickets.history(ticket.id)
    told = mine.standing(history, turn.now)
    event = next((e for e in told if str(e.number) == event_number), None)
    if event is None or event.act not in (Act.ANSWER, Act.ASK, Act.REJECT, Act.CLOSE):
        return NOTHING
    names = names_of(ticket, event, office)
    news = News(ticket.complainant or 0, Audience.COMPLAINANT, ticket, event, posts=names)
    return _changed(for_complainant(turn.texts, news, turn.language, _number(page)), pressed)


async def _acted(turn: Turn, ticket: Ticket, act: Act, **data: object) -> Message:
    """Do an act that takes no words, tell whom it concerns, and return what is said of it."""
    office = await turn.office.directory(turn.work)
    call = Call(ticket.id, act, ticket.complainant, data=data)
    change = await turn.office.tickets.act(turn.work, call, office, turn.now)
    await queue_news(turn.work, turn.voices, change.news, turn.now)
    if act is Act.RATE:
        return Message("")
    post = words.owner_of(turn, change.ticket, office)
    return words.done(turn, change.ticket, act, post).replies[0]


async def _require(turn: Turn, ticket: Ticket, act: Act) -> None:
    """Raise DomainError if the act is not possible now; an answer counts once it has gone out."""
    office = await turn.office.directory(turn.work)
    told = await mine.as_told(turn, ticket)
    person = turn.sighting.id if turn.sighting else None
    if not may(person, act, told, office, turn.now):
        raise DomainError("ticket.no_such_move", act=act.value, status=told.status.value)


def _stars(turn: Turn, ticket: Ticket) -> Message:
    labels, about = Labels(turn.texts, turn.language), str(ticket.id)
    row = tuple(
        labelled(labels.text("star", number=number), Verb.RATE, about, str(number))
        for number in _STARS
    )
    return Message(turn.render("complaint_status.ask_stars", number=ticket.number), (row,))


def _changed(message: Message, pressed: Press) -> Outcome:
    if pressed.message_id is None:
        return Outcome((message,))
    return Outcome(edit=Edit(pressed.message_id, message))


def _refused(turn: Turn, error: DomainError) -> Outcome:
    said = turn.render(f"errors.{error.key}", **error.values)
    return Outcome(notice=Notice(plain(said), alert=True))


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 1


_ON_TICKET: Mapping[str, _OnTicket] = {
    Verb.OPEN: _open,
    Verb.WORD: _word,
    Verb.DONE: _done,
    Verb.RATE: _rate,
    Verb.WITHDRAW: _withdraw,
    Verb.ENCLOSED: _enclosed,
    Verb.PAGE: _page,
}
VERBS = frozenset({*_ON_TICKET, Verb.LIST, Verb.WORD_SENT})
"""What is about reports that were sent, and not about the draft."""
