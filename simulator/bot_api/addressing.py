"""Where a call's message goes, and which message it is about; refused as Telegram refuses it."""

from __future__ import annotations

from simulator.bot_api.arguments import Arguments
from simulator.errors import Refused
from simulator.model import BOT, Chat, Message
from simulator.town import Town


def known_chat(town: Town, args: Arguments, name: str = "chat_id") -> Chat:
    """Return a chat that the bot has met; raises Refused "chat not found" for all others."""
    written = args.text(name).strip()
    if not written:
        raise Refused(f"{name} is empty")
    try:
        number = int(written)
    except ValueError:
        raise Refused("chat not found") from None
    if number in town.state.gone:
        raise Refused("user is deactivated", 403)
    chat = town.state.chats.get(number)
    if chat is None or not chat.started:
        raise Refused("chat not found")
    return chat


def open_chat(town: Town, args: Arguments) -> Chat:
    """Return a chat that the bot may write to; raises Refused if the person has blocked it."""
    chat = known_chat(town, args)
    person = town.state.people.get(chat.person or 0)
    if person is not None and person.blocked:
        raise Refused("bot was blocked by the user", 403)
    return chat


def replied(chat: Chat, args: Arguments) -> int | None:
    """Return the id of the message to reply to."""
    given = args.json("reply_parameters")
    parameters = given if isinstance(given, dict) else {}
    number = Arguments(parameters).number("message_id") or args.number("reply_to_message_id")
    if not number:
        return None
    if number in chat.messages:
        return number
    lenient = parameters.get("allow_sending_without_reply")
    if lenient or args.flag("allow_sending_without_reply"):
        return None
    raise Refused("message to be replied not found")


def own_message(town: Town, args: Arguments) -> Message:
    """Return a message of the bot that is to be edited."""
    if inline_id := args.text("inline_message_id"):
        return _inline(town, inline_id)
    chat = open_chat(town, args)
    message = chat.messages.get(args.number("message_id"))
    if message is None:
        raise Refused("message to edit not found")
    if message.sender != BOT:
        raise Refused("message can't be edited")
    return message


def _inline(town: Town, inline_id: str) -> Message:
    for chat in town.state.chats.values():
        for message in chat.messages.values():
            if message.inline_id == inline_id:
                return message
    raise Refused("MESSAGE_ID_INVALID")
