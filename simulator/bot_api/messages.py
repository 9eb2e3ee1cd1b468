"""Methods that send, edit and delete texts."""

from __future__ import annotations

from datetime import timedelta

from simulator import wire
from simulator.bot_api.addressing import known_chat, open_chat, own_message, replied
from simulator.bot_api.arguments import Arguments
from simulator.entities import Entity
from simulator.errors import Refused
from simulator.limits import caption, keyboard, message_text
from simulator.model import BOT, Button, Message
from simulator.town import Town

ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note".split()
)
_DELETABLE = timedelta(hours=48)
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def send_message(town: Town, args: Arguments) -> wire.Json:
    """Send a text."""
    text, entities = message_text(args.text("text"), args.text("parse_mode"), args.json("entities"))
    buttons = keyboard(args.json("reply_markup"))
    chat = open_chat(town, args)
    message = town.new_message(chat, BOT, text)
    message.entities, message.buttons = entities, buttons
    message.reply_to = replied(chat, args)
    town.flood.count(chat.id)
    town.add(message)
    return wire.message(town, message)


def edit_message_text(town: Town, args: Arguments) -> wire.Json | bool:
    """Replace the text and the buttons of a message."""
    text, entities = message_text(args.text("text"), args.text("parse_mode"), args.json("entities"))
    buttons = keyboard(args.json("reply_markup"))
    message = own_message(town, args)
    if message.file is not None:
        raise Refused("there is no text in the message to edit")
    return _replaced(town, message, (text, entities, buttons))


def edit_message_caption(town: Town, args: Arguments) -> wire.Json | bool:
    """Replace the caption and the buttons of a file's message."""
    text, entities = caption(
        args.text("caption"), args.text("parse_mode"), args.json("caption_entities")
    )
    buttons = keyboard(args.json("reply_markup"))
    message = own_message(town, args)
    if message.file is None:
        raise Refused("there is no caption in the message to edit")
    return _replaced(town, message, (text, entities, buttons))


def edit_message_reply_markup(town: Town, args: Arguments) -> wire.Json | bool:
    """Replace the buttons of a message; without any they go."""
    buttons = keyboard(args.json("reply_markup"))
    message = own_message(town, args)
    if buttons == message.buttons:
        raise Refused(_SAME)
    return _edited(town, message, buttons, text_changed=False)


def delete_message(town: Town, args: Arguments) -> bool:
    """Delete a message of the bot, or any in a private chat, while it is young enough."""
    chat = known_chat(town, args)
    message = chat.messages.get(args.number("message_id"))
    if message is None:
        raise Refused("message to delete not found")
    if chat.kind == "group" and message.sender != BOT:
        raise Refused("message can't be deleted")
    if town.now() - message.at > _DELETABLE:
        raise Refused("message can't be deleted for everyone")
    town.delete(message)
    return True


def send_chat_action(town: Town, args: Arguments) -> bool:
    """Show for some seconds that the bot is at work."""
    chat = open_chat(town, args)
    if args.text("action") not in ACTIONS:
        raise Refused("wrong parameter action in request")
    town.events.tell("typing", chat=chat.id)
    return True


def copy_message(town: Town, args: Arguments) -> wire.Json:
    """Send what a message shows again, without saying where it comes from."""
    source = known_chat(town, args, "from_chat_id").messages.get(args.number("message_id"))
    if source is None:
        raise Refused("message to copy not found")
    text, entities = source.text, source.entities
    if source.file is not None and "caption" in args.values:
        text, entities = caption(
            args.text("caption"), args.text("parse_mode"), args.json("caption_entities")
        )
    buttons = keyboard(args.json("reply_markup"))
    chat = open_chat(town, args)
    copy = town.new_message(chat, BOT, text)
    copy.entities, copy.file, copy.buttons = list(entities), source.file, buttons
    copy.reply_to = replied(chat, args)
    town.flood.count(chat.id)
    town.add(copy)
    return {"message_id": copy.id}


def _replaced(
    town: Town, message: Message, new: tuple[str, list[Entity], list[list[Button]]]
) -> wire.Json | bool:
    text, entities, buttons = new
    if new == (message.text, message.entities, message.buttons):
        raise Refused(_SAME)
    message.text, message.entities = text, entities
    return _edited(town, message, buttons)


def _edited(
    town: Town, message: Message, buttons: list[list[Button]], *, text_changed: bool = True
) -> wire.Json | bool:
    message.buttons = buttons
    if text_changed:
        message.edited_at = town.now()
    town.edited(message)
    return True if message.inline_id else wire.message(town, message)
