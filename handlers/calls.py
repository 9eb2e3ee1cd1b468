"""From an outcome to calls of the Bot API, as rows for the outbox: the JSON of its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.domain.messages import Outgoing, Priority
from handlers.buttons import Button, Rows
from handlers.heard import Place
from handlers.markup import MESSAGE_LIMIT, pages, shorten
from handlers.replies import Message
from handlers.turn import FoundList, Notice, Outcome, Turn

NOTICE_LIMIT = 200
"""The longest notice of a pressed button (letters)."""

PRESS_LIFE = timedelta(seconds=60)
"""After that an answer to a press or an inline query is of no use to anybody."""

EXPIRES = "_expires"
"""A payload field for the sender alone: when a call loses its sense (ISO 8601)."""


def calls(turn: Turn, outcome: Outcome) -> Iterator[Outgoing]:
    """Yield what is to be sent, in order."""
    if turn.heard.press is not None:
        yield press_answer(turn.heard.press.id, outcome.notice, turn.now)
    if outcome.found is not None:
        yield _found(outcome.found, turn)
    if outcome.edit is not None:
        payload = {"message_id": outcome.edit.message_id, **content(outcome.edit.message)}
        yield _to_chat(turn, "editMessageText", payload)
    for number, reply in enumerate(outcome.replies):
        payload = {**content(reply), **_answering(turn)}
        if reply.protected:
            payload["protect_content"] = True
        yield _to_chat(turn, "sendMessage", payload, key=None if number else outcome.key)


def content(message: Message) -> dict[str, Any]:
    """Return the fields of a message's text and buttons; never more than Telegram takes."""
    fields: dict[str, Any] = {
        "text": pages(message.html, MESSAGE_LIMIT)[0],
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    if message.buttons:
        fields["reply_markup"] = {"inline_keyboard": _keyboard(message.buttons)}
    return fields


def message_to(chat_id: int, message: Message, *, update_id: int | None = None) -> Outgoing:
    """Return a plain message to a chat."""
    payload = {"chat_id": chat_id, **content(message)}
    return Outgoing(chat_id, "sendMessage", payload, update_id=update_id)


def press_answer(press_id: str, notice: Notice | None, now: datetime) -> Outgoing:
    """Return the answer to a press, which ends the button's hour-glass."""
    payload: dict[str, Any] = {"callback_query_id": press_id, EXPIRES: _expiry(now)}
    if notice is not None:
        payload |= {"text": shorten(notice.text, NOTICE_LIMIT), "show_alert": notice.alert}
    return Outgoing(None, "answerCallbackQuery", payload, Priority.PRESS)


def nothing_found(query_id: str, now: datetime) -> Outgoing:
    """Return an empty answer to an inline query, not to be kept by Telegram."""
    payload = {"inline_query_id": query_id, "results": [], "cache_time": 0, EXPIRES: _expiry(now)}
    return Outgoing(None, "answerInlineQuery", payload, Priority.PRESS)


def _to_chat(
    turn: Turn, method: str, payload: Mapping[str, Any], *, key: str | None = None
) -> Outgoing:
    return Outgoing(
        turn.chat_id,
        method,
        {"chat_id": turn.chat_id, **payload},
        dedupe_key=key,
        update_id=turn.update_id,
    )


def _answering(turn: Turn) -> dict[str, Any]:
    """In a group, and to an edited question, say which message is answered.

    Its topic follows from that; naming the topic as well fails in the general one.
    """
    message_id = turn.heard.press.message_id if turn.heard.press else turn.message_id
    if message_id is None or not (turn.place is Place.GROUP or turn.heard.edited):
        return {}
    return {"reply_parameters": {"message_id": message_id, "allow_sending_without_reply": True}}


def _keyboard(rows: Rows) -> list[list[dict[str, str]]]:
    return [[{"text": b.label, **_pressed(b)} for b in row] for row in rows]


def _pressed(button: Button) -> dict[str, str]:
    return {"callback_data": button.data} if button.url is None else {"url": button.url}


def _found(found: FoundList, turn: Turn) -> Outgoing:
    results = [
        {
            "type": "article",
            "id": result.id,
            "title": result.title,
            "description": result.description,
            "input_message_content": {
                "message_text": result.html,
                "parse_mode": "HTML",
                "link_preview_options": {"is_disabled": True},
            },
        }
        for result in found.results
    ]
    payload = {
        "inline_query_id": found.query_id,
        "results": results,
        "cache_time": found.cache_seconds,
        "is_personal": True,
        "button": {"text": shorten(found.more, 60), "start_parameter": "inline"},
        EXPIRES: _expiry(turn.now),
    }
    return Outgoing(None, "answerInlineQuery", payload, Priority.PRESS, update_id=turn.update_id)


def _expiry(now: datetime) -> str:
    return (now + PRESS_LIFE).isoformat()
