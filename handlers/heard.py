"""What someone said or pressed, apart from Telegram's types; `handlers.incoming` makes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.attachments import AttachmentKind, Facts
from bot.domain.people import Sighting


class Place(StrEnum):
    """Where someone speaks to the bot."""

    PRIVATE = "private"
    GROUP = "group"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed. `message_id` is None if Telegram no longer shows the message.

    `others` is what all the buttons of that message carry.
    """

    id: str
    data: str | None
    message_id: int | None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that came with a message: what it is, and what Telegram says of it."""

    kind: AttachmentKind
    facts: Facts


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on earth that was sent, in degrees; `name` is that of a venue."""

    latitude: float
    longitude: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What an update says, as far as the bot is concerned.

    `text` is without the bot's name and a leading command. `addressed` tells whether it is meant
    for the bot at all, `called` whether it surely is: a bare command in a group may be another
    bot's. `sighting` is None where Telegram hides who it was. `album` joins several pictures.
    `enclosure` is the file that was sent, whose caption is the text; `spot` a place.
    """

    place: Place
    chat_id: int | None
    sighting: Sighting | None
    message_id: int | None = None
    text: str = ""
    command: str | None = None
    press: Press | None = None
    query_id: str | None = None
    album: str | None = None
    enclosure: Enclosure | None = None
    spot: Spot | None = None
    edited: bool = False
    addressed: bool = True
    called: bool = True
