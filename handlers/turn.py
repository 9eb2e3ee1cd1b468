"""What a handler gets and what it gives back: `async def handler(turn) -> Outcome`.

A handler never calls Telegram. What it returns is written down in the same unit of work as what
it changed, and delivered after the commit.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from bot.domain.people import Person, Sighting
from bot.office import Office
from bot.services.ports import UnitOfWork
from handlers.heard import Heard, Place
from handlers.replies import Message
from handlers.texts import Texts
from handlers.voices import Voices


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that someone did, and all that answering it needs.

    `person` is None for anonymous admins, and in inline mode for strangers. `state` is what the
    conversation remembers, one key a feature. `bot_name` is the bot's username.
    """

    office: Office
    work: UnitOfWork
    voices: Voices
    now: datetime
    update_id: int
    chat_key: str
    bot_name: str
    language: str
    state: Mapping[str, Any]
    person: Person | None
    heard: Heard

    @property
    def texts(self) -> Texts:
        """Return the texts in all languages."""
        return self.voices.texts

    @property
    def place(self) -> Place:
        """Return where it happened."""
        return self.heard.place

    @property
    def chat_id(self) -> int | None:
        """Return the chat it happened in; inline mode has none."""
        return self.heard.chat_id

    @property
    def message_id(self) -> int | None:
        """Return the message that was written, if one was."""
        return self.heard.message_id

    @property
    def text(self) -> str:
        """Return what was written to the bot, without its name and the command."""
        return self.heard.text

    @property
    def sighting(self) -> Sighting | None:
        """Return who did it, as Telegram names them."""
        return self.heard.sighting

    def render(self, key: str, **values: object) -> str:
        """Return a text in the language of the person."""
        return self.texts.render(key, self.language, **values)

    def say(self, key: str, **values: object) -> Outcome:
        """Return an outcome of one message without buttons."""
        return Outcome(replies=(Message(self.render(key, **values)),))

    @property
    def owner(self) -> int | None:
        """Return who alone may press the buttons of the reply, or None for anybody."""
        if self.place is not Place.GROUP or self.person is None:
            return None
        return self.person.id


@dataclass(frozen=True, slots=True)
class Edit:
    """A message of the bot that is to be changed."""

    message_id: int
    message: Message


@dataclass(frozen=True, slots=True)
class Notice:
    """What a press shows: plain text, at most 200 letters; `alert` must be clicked away."""

    text: str
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One result of inline mode: how the list shows it, and the message that it sends."""

    id: str
    title: str
    description: str
    html: str


@dataclass(frozen=True, slots=True)
class FoundList:
    """The results of an inline query; `more` is the label of the way to the private chat."""

    query_id: str
    results: tuple[Found, ...]
    more: str
    cache_seconds: int = 60


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be sent and remembered.

    `remember` replaces keys of the conversation's state, None forgets one. `key` names the first
    reply, so that its id at Telegram can be asked for later.
    """

    replies: tuple[Message, ...] = ()
    edit: Edit | None = None
    notice: Notice | None = None
    found: FoundList | None = None
    remember: Mapping[str, Any] = field(default_factory=dict)
    key: str | None = None


Handler: TypeAlias = Callable[[Turn], Awaitable[Outcome]]
NOTHING = Outcome()
