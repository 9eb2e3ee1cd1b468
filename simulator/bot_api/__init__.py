"""The methods of the Bot API that the stand-in has, one module a group of them."""

from __future__ import annotations

from collections.abc import Callable

from simulator.bot_api import chats, inline, media, messages, profile, receiving
from simulator.bot_api.arguments import Arguments
from simulator.town import Town

Method = Callable[[Town, Arguments], object]
"""Takes the fields of a call; returns its result as JSON, or a coroutine that does."""

METHODS: dict[str, Method] = {
    "getMe": receiving.get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": messages.send_message,
    "editMessageText": messages.edit_message_text,
    "editMessageCaption": messages.edit_message_caption,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "deleteMessage": messages.delete_message,
    "copyMessage": messages.copy_message,
    "sendChatAction": messages.send_chat_action,
    "answerCallbackQuery": inline.answer_callback_query,
    "answerInlineQuery": inline.answer_inline_query,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendVoice": media.send_voice,
    "sendMediaGroup": media.send_media_group,
    "getFile": media.get_file,
    "setMyCommands": profile.set_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "getMyCommands": profile.get_my_commands,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
}

_BY_LOWER_CASE = {name.lower(): method for name, method in METHODS.items()}


def method_named(name: str) -> Method | None:
    """Return a method by its name, in any case, as Telegram takes it."""
    return _BY_LOWER_CASE.get(name.lower())
