"""Who words what is told of tickets: the complainant's messages, officials' cards.

The complainant's side and the officials' desk both tell the other one what they have done, and
neither imports the other: `handlers.application` puts their voices together, once.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.domain.news import News
from bot.domain.tickets import Ticket
from bot.services.ports import UnitOfWork
from handlers.replies import Message
from handlers.texts import Texts


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

    texts: Texts
    for_complainant: Teller
    for_official: CardTeller
    repaint: Repainter
    superseded: Callable[[Texts, Ticket, str], Message]
