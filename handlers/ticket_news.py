"""From news of tickets to rows of the outbox: who is told, when, under which key.

How it is worded is given as `Voices`: the complainant's messages are `handlers.complaints`',
officials' cards `handlers.casework`'. Both queue their news here, so neither is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.domain.messages import Outgoing, Priority
from bot.domain.news import Audience, News, answer_key
from bot.domain.tickets import Act, Ticket
from bot.services.ports import UnitOfWork
from bot.services.tickets import UNDO_TIME
from handlers.calls import content
from handlers.replies import Message
from handlers.texts import DEFAULT_LANGUAGE
from handlers.voices import Reader, Voices


async def queue_news(work: UnitOfWork, voices: Voices, news: Iterable[News], now: datetime) -> None:
    """Queue a message for everybody who is told, each in his language, and bring cards up to date.

    An answer goes to the complainant when it can no longer be taken back.
    """
    told: dict[int, set[int]] = {}
    tickets: dict[int, tuple[Ticket, int | None]] = {}
    for one in news:
        reader = Reader(one.person_id, await _language(work, one.person_id), now)
        if one.audience is Audience.COMPLAINANT:
            await _tell_complainant(work, voices, one, reader)
        else:
            await _tell_official(work, voices, one, reader)
        told.setdefault(one.ticket.id, set()).add(one.person_id)
        tickets[one.ticket.id] = one.ticket, one.event.actor
    for ticket, actor in tickets.values():
        known = told[ticket.id] | ({actor} if actor is not None else set())
        await repaint_cards(work, voices, ticket, now, but=known)


async def repaint_cards(
    work: UnitOfWork, voices: Voices, ticket: Ticket, now: datetime, *, but: Iterable[int] = ()
) -> None:
    """Show on all officials' cards how the ticket stands now, without a new message.

    `but` are persons whose card is left alone.
    """
    cards = await work.cards.of(ticket.id)
    for person_id in cards.keys() - set(but):
        reader = Reader(person_id, await _language(work, person_id), now)
        message = await voices.repaint(work, voices.texts, ticket, reader)
        if message is not None:
            await _edit_card(work, cards, reader, message)


def as_it_arrives(voices: Voices, news: Iterable[News], language: str) -> Message | None:
    """Return what the complainant would be told, or None if nothing."""
    told = next((one for one in news if one.audience is Audience.COMPLAINANT), None)
    return None if told is None else voices.for_complainant(voices.texts, told, language)


async def _tell_complainant(work: UnitOfWork, voices: Voices, news: News, reader: Reader) -> None:
    is_answer = news.event.act is Act.ANSWER
    key = answer_key(news.ticket.id, news.event.number) if is_answer else _key(news)
    message = voices.for_complainant(voices.texts, news, reader.language)
    outgoing = Outgoing(
        reader.person_id,
        "sendMessage",
        {"chat_id": reader.person_id, **content(message)},
        Priority.NOTICE,
        dedupe_key=key,
        not_before=news.event.at + UNDO_TIME if is_answer else None,
    )
    await work.outbox.queue(outgoing, reader.at)


async def _tell_official(work: UnitOfWork, voices: Voices, news: News, reader: Reader) -> None:
    """Send a card that cannot be forwarded; the earlier one gives way to it."""
    message = await voices.for_official(work, voices.texts, news, reader)
    key = _key(news)
    payload = {"chat_id": reader.person_id, **content(message), "protect_content": True}
    outgoing = Outgoing(reader.person_id, "sendMessage", payload, Priority.NOTICE, dedupe_key=key)
    await replace_card(work, voices, news.ticket, reader, key)
    await work.outbox.queue(outgoing, reader.at)


async def replace_card(
    work: UnitOfWork, voices: Voices, ticket: Ticket, reader: Reader, key: str
) -> None:
    """Note the key of the person's new card; the earlier one only points to it from now on."""
    cards = await work.cards.of(ticket.id)
    await _edit_card(work, cards, reader, voices.superseded(voices.texts, ticket, reader.language))
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
