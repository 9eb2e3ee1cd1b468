"""What the town consists of: people, chats, messages, files, and what Telegram keeps of a bot.

Plain data, saved as it is; the rules stand in the modules that change it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from simulator.entities import Entity

BOT = 0
"""The sender of the bot's own messages; no person has this id."""

FileKind = Literal["photo", "document", "voice"]
ChatKind = Literal["private", "group"]
Button = dict[str, Any]


@dataclass
class Person:
    """Someone who chats with the bot; `blocked` when they have blocked it."""

    id: int
    name: str
    username: str
    role: str
    blocked: bool = False


@dataclass
class StoredFile:
    """A file that someone sent; its content lies beside. `path` is what getFile answers."""

    file_id: str
    kind: FileKind
    name: str
    mime: str
    size: int
    path: str
    width: int = 0
    height: int = 0


@dataclass
class Message:
    """One message of a chat; `text` is the caption where there is a file.

    `sender` is a person's id or BOT; `inline_id` marks a message that came through inline mode
    and has buttons.
    """

    id: int
    chat: int
    sender: int
    at: datetime
    text: str
    entities: list[Entity] = field(default_factory=list)
    buttons: list[list[Button]] = field(default_factory=list)
    reply_to: int | None = None
    edited_at: datetime | None = None
    file: str | None = None
    album: str | None = None
    forwarded_from: int | None = None
    via_bot: bool = False
    inline_id: str | None = None


@dataclass
class Chat:
    """A private chat of the bot with a person, or a group; `started` once the bot may write."""

    id: int
    kind: ChatKind
    title: str
    person: int | None = None
    owner: int | None = None
    started: bool = False
    messages: dict[int, Message] = field(default_factory=dict)


@dataclass
class Profile:
    """What the bot has set about itself, by language code ("" is for all languages)."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[dict[str, str]]] = field(default_factory=dict)


@dataclass
class Webhook:
    """Where updates are sent to; without a url the bot polls."""

    url: str = ""
    secret: str = ""
    most: int = 40
    error_at: datetime | None = None
    error: str = ""


@dataclass
class State:
    """All that is kept from one run of the try-out to the next."""

    version: int = 1
    people: dict[int, Person] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    profile: Profile = field(default_factory=Profile)
    webhook: Webhook = field(default_factory=Webhook)
    allowed: list[str] = field(default_factory=list)
    updates: dict[int, dict[str, Any]] = field(default_factory=dict)
    unknown_methods: list[str] = field(default_factory=list)
    next_update: int = 1
    next_message: int = 1
    next_person: int = 1001
