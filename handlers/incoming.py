"""From one of Telegram's updates to a turn: who, where, and what was said to the bot.

Only this and `handlers.enclosures` read Telegram's message objects. No wording, no rules.
"""

from __future__ import annotations

import re

from telegram import CallbackQuery, Chat, InlineKeyboardMarkup, Message, Update, User
from telegram.constants import ChatType

from bot.domain.people import Sighting
from handlers.enclosures import enclosure, spot
from handlers.heard import Heard, Place, Press

_COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,64})(?:@(?P<bot>\w+))?(?:\s+|$)")


def hear(update: Update, me: User) -> Heard:
    """Return what an update says to the bot that is `me`."""
    if update.callback_query is not None:
        return _press(update.callback_query)
    if update.inline_query is not None:
        query = update.inline_query
        return Heard(
            Place.INLINE,
            None,
            _sighting(query.from_user),
            text=query.query,
            query_id=query.id,
        )
    message = update.effective_message
    if message is None:
        chat, user = update.effective_chat, update.effective_user
        return Heard(_place(chat), chat.id if chat else None, _sighting(user), addressed=False)
    return _message(message, me, edited=update.edited_message is not None)


def _press(query: CallbackQuery) -> Heard:
    """Read a press; a message that Telegram no longer shows cannot be changed any more."""
    message = query.message
    others: tuple[str, ...] = ()
    message_id = None
    if isinstance(message, Message):
        others, message_id = _codes(message.reply_markup), message.message_id
    return Heard(
        _place(message.chat) if message else Place.INLINE,
        message.chat.id if message else None,
        _sighting(query.from_user),
        press=Press(query.id, query.data, message_id, others),
    )


def _message(message: Message, me: User, *, edited: bool) -> Heard:
    place, sender = _place(message.chat), message.from_user
    mentioned, text = _without_name(message.text or message.caption or "", me)
    command, bot_called, text = _split(text)
    for_us = bot_called is None or _same(bot_called, me.username)
    called = mentioned or bot_called is not None or _answers(message, me)
    addressed = place is Place.PRIVATE or called or command is not None
    return Heard(
        place,
        message.chat.id,
        None if message.sender_chat is not None else _sighting(sender),
        message.message_id,
        text,
        command,
        album=message.media_group_id,
        enclosure=enclosure(message),
        spot=spot(message),
        edited=edited,
        addressed=addressed and for_us and not _from_a_bot(message, me),
        called=called or place is Place.PRIVATE,
    )


def _without_name(text: str, me: User) -> tuple[bool, str]:
    """Take out "@bot", except where it belongs to a command; tell whether it was there."""
    name = re.compile(rf"(?<!\w)@{re.escape(me.username or '')}\b[,:]?", re.IGNORECASE)
    without, count = name.subn(" ", text)
    return bool(count), without.strip()


def _split(text: str) -> tuple[str | None, str | None, str]:
    """Split off a leading command: its name, the bot it calls by name, and the rest."""
    match = _COMMAND.match(text)
    if match is None:
        return None, None, text.strip()
    return match["name"].lower(), match["bot"], text[match.end() :].strip()


def _answers(message: Message, me: User) -> bool:
    """Tell whether the message replies to one of ours.

    Every message of a topic "replies" to the service message that opened it: that is no reply.
    """
    earlier = message.reply_to_message
    if earlier is None or earlier.forum_topic_created is not None:
        return False
    return earlier.from_user is not None and earlier.from_user.id == me.id


def _from_a_bot(message: Message, me: User) -> bool:
    """Tell whether a bot wrote it: that is also what people send through our inline mode.

    Anonymous admins write under the name of a bot, but on behalf of a chat.
    """
    if message.is_automatic_forward or (message.via_bot and message.via_bot.id == me.id):
        return True
    sender = message.from_user
    return sender is not None and sender.is_bot and message.sender_chat is None


def _sighting(user: User | None) -> Sighting | None:
    if user is None or user.is_bot:
        return None
    return Sighting(user.id, user.full_name, user.username)


def _place(chat: Chat | None) -> Place:
    return Place.PRIVATE if chat is None or chat.type == ChatType.PRIVATE else Place.GROUP


def _codes(markup: InlineKeyboardMarkup | None) -> tuple[str, ...]:
    rows = markup.inline_keyboard if markup else ()
    data = (button.callback_data for row in rows for button in row)
    return tuple(code for code in data if isinstance(code, str))


def _same(name: str, username: str | None) -> bool:
    return name.lower() == (username or "").lower()
