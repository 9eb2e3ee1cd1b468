"""Which messages of a group reach a bot whose privacy mode is on, as it is by default."""

from __future__ import annotations

from simulator.model import BOT, Chat, Message
from simulator.town import Town


def bot_sees(town: Town, chat: Chat, message: Message) -> bool:
    """Return whether the bot gets a message: in groups only what is meant for it."""
    if chat.kind == "private" or message.via_bot:
        return True
    replied = chat.messages.get(message.reply_to or 0)
    if replied is not None and (replied.sender == BOT or replied.via_bot):
        return True
    return any(_meant(town, word) for word in _marked(message))


def _marked(message: Message) -> list[str]:
    """Return the commands and mentions that stand in a message."""
    wide = message.text.encode("utf-16-le")
    return [
        wide[one["offset"] * 2 : (one["offset"] + one["length"]) * 2].decode("utf-16-le")
        for one in message.entities
        if one["type"] in ("bot_command", "mention")
    ]


def _meant(town: Town, word: str) -> bool:
    """Return whether a command or a mention is this bot's; a command may name nobody."""
    name = word.partition("@")[2].lower()
    return name == town.username.lower() or (word.startswith("/") and not name)
