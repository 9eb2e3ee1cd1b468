"""What someone said or pressed, apart from Telegram's types; `handlers.incoming` makes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
class Heard:
    """What an update says, as far as the bot is concerned.

    `text` is without the bot's name and a leading command. `addressed` tells whether it is meant
    for the bot at all, `called` whether it surely is: a bare command in a group may be another
    bot's. `sighting` is None where Telegram hides who it was. `album` joins several pictures.
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
    edited: bool = False
    addressed: bool = True
    called: bool = True
