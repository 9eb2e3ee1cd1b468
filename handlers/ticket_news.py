"""From news of tickets to rows of the outbox: who is told, when, under which key.

How it is worded is given by `speak_with`: the complainant's messages are `handlers.complaints`',
officials' cards `handlers.casework`'. Both queue their news here, so neither is imported.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.domain.messages import Outgoing, Priority
from bot.domain.news import Audience, News, answer_key
from bot.domain.tickets import Act, Ticket
from bot.services.ports import UnitOfWork
from bot.services.tickets import UNDO_TIME
from handlers.calls import content
from handlers.replies import Message
from handlers.texts import DEFAULT_LANGUAGE, Texts

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever a message is for: a person and the language it is worded in, at a moment."""

    person_id: int
    language: str
    at: datetime


Teller: TypeAlias = Callable[[Texts, News, str], Message]
CardTeller: TypeAlias = Callable[[UnitOfWork, Texts, News, Reader], Awaitable[Message]]
Repainter: TypeAlias = Callable[[UnitOfWork, Texts, Ticket, Reader], Awaitable[Message | None]]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who words what: news for the complainant, news for officials, a card as it stands now.

    `repaint` is given whoever has a card, also those who must not read the ticket any more (None
    leaves the card as it is); `superseded` words a card that has a newer one below it.
    """

    for_complainant: Teller | None
    for_official: CardTeller
    repaint: Repainter
    superseded: Callable[[Texts, Ticket, str], Message]


_voices: list[Voices] = []


def speak_with(voices: Voices) -> None:
    """Word news this way from now on; done once, where the application is put together."""
    _voices[:] = [voices]


async def queue_news(work: UnitOfWork, texts: Texts, news: Iterable[News], now: datetime) -> None:
    """Queue a message for everybody who is told, each in his language, and bring cards up to date.

    An answer goes to the complainant when it can no longer be taken back.
    """
    told: dict[int, set[int]] = {}
    tickets: dict[int, tuple[Ticket, int | None]] = {}
    for one in news:
        reader = Reader(one.person_id, await _language(work, one.person_id), now)
        if one.audience is Audience.COMPLAINANT:
            await _tell_complainant(work, texts, one, reader)
        else:
            await _tell_official(work, texts, one, reader)
        told.setdefault(one.ticket.id, set()).add(one.person_id)
        tickets[one.ticket.id] = one.ticket, one.event.actor
    for ticket, actor in tickets.values():
        known = told[ticket.id] | ({actor} if actor is not None else set())
        await repaint_cards(work, texts, ticket, now, but=known)


async def repaint_cards(
    work: UnitOfWork, texts: Texts, ticket: Ticket, now: datetime, *, but: Iterable[int] = ()
) -> None:
    """Show on all officials' cards how the ticket stands now, without a new message.

    `but` are persons whose card is left alone.
    """
    cards = await work.cards.of(ticket.id)
    for person_id in cards.keys() - set(but):
        reader = Reader(person_id, await _language(work, person_id), now)
        message = await _voice().repaint(work, texts, ticket, reader)
        if message is not None:
            await _edit_card(work, cards, reader, message)


def as_it_arrives(texts: Texts, news: Iterable[News], language: str) -> Message | None:
    """Return what the complainant would be told, or None if nothing."""
    teller = _voice().for_complainant
    told = next((one for one in news if one.audience is Audience.COMPLAINANT), None)
    return None if told is None or teller is None else teller(texts, told, language)


async def _tell_complainant(work: UnitOfWork, texts: Texts, news: News, reader: Reader) -> None:
    teller = _voice().for_complainant
    if teller is None:
        _log.error("nobody tells complainants of ticket %d", news.ticket.id)
        return
    is_answer = news.event.act is Act.ANSWER
    key = answer_key(news.ticket.id, news.event.number) if is_answer else _key(news)
    message = teller(texts, news, reader.language)
    outgoing = Outgoing(
        reader.person_id,
        "sendMessage",
        {"chat_id": reader.person_id, **content(message)},
        Priority.NOTICE,
        dedupe_key=key,
        not_before=news.event.at + UNDO_TIME if is_answer else None,
    )
    await work.outbox.queue(outgoing, reader.at)


async def _tell_official(work: UnitOfWork, texts: Texts, news: News, reader: Reader) -> None:
    """Send a card that cannot be forwarded; the earlier one gives way to it."""
    voice = _voice()
    message = await voice.for_official(work, texts, news, reader)
    key = _key(news)
    payload = {"chat_id": reader.person_id, **content(message), "protect_content": True}
    outgoing = Outgoing(reader.person_id, "sendMessage", payload, Priority.NOTICE, dedupe_key=key)
    await replace_card(work, texts, news.ticket, reader, key)
    await work.outbox.queue(outgoing, reader.at)


async def replace_card(
    work: UnitOfWork, texts: Texts, ticket: Ticket, reader: Reader, key: str
) -> None:
    """Note the key of the person's new card; the earlier one only points to it from now on."""
    cards = await work.cards.of(ticket.id)
    await _edit_card(work, cards, reader, _voice().superseded(texts, ticket, reader.language))
    await work.cards.put(ticket.id, reader.person_id, key)


async def _edit_card(
    work: UnitOfWork, cards: Mapping[int, str], reader: Reader, message: Message
) -> None:
    """Change the person's newest card, if Telegram has taken it by now."""
    key = cards.get(reader.person_id)
    message_id = None if key is None else await work.outbox.sent_id(key)
    if message_id is None:
        return
    payload = {"chat_id": reader.person_id, "message_id": message_id, **content(message)}
    edit = Outgoing(reader.person_id, "editMessageText", payload, Priority.NOTICE)
    await work.outbox.queue(edit, reader.at)


async def _language(work: UnitOfWork, person_id: int) -> str:
    person = await work.people.get(person_id)
    return (person.language if person else None) or DEFAULT_LANGUAGE


def _key(news: News) -> str:
    return f"ticket:{news.ticket.id}:{news.event.number}:{news.person_id}"


def _voice() -> Voices:
    if not _voices:
        raise RuntimeError("nobody words news of tickets yet: speak_with was not called")
    return _voices[0]
