"""People as Telegram knows them. Posts and rights come with the complaints issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sighting:
    """What an update tells of its sender: Telegram's user id, full name and username."""

    id: int
    name: str
    username: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who has written to the bot.

    `language` ("id", "en") is None until the person chooses one; `unreachable_since` is set
    while Telegram refuses to deliver (the bot is blocked, the account is gone).
    """

    id: int
    name: str
    username: str | None
    language: str | None
    first_seen: datetime
    last_seen: datetime
    unreachable_since: datetime | None = None
