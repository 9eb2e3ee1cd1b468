"""Raw updates as Telegram sends them, for tests."""

from __future__ import annotations

from typing import Any

Raw = dict[str, Any]


def a_user(number: int = 7) -> Raw:
    return {"id": number, "is_bot": False, "first_name": "Siti", "language_code": "id"}


def private_chat(number: int = 7) -> Raw:
    return {"id": number, "type": "private", "first_name": "Siti"}


def group_chat(number: int = -1001) -> Raw:
    return {"id": number, "type": "supergroup", "title": "Biro"}


def a_message(update_id: int, text: str = "biaya?", chat: Raw | None = None, user: int = 7) -> Raw:
    message = {
        "message_id": update_id,
        "date": 1_772_415_000,
        "chat": chat or private_chat(user),
        "from": a_user(user),
        "text": text,
    }
    return {"update_id": update_id, "message": message}


def a_press(update_id: int, chat: Raw | None = None, user: int = 7) -> Raw:
    pressed = a_message(1, chat=chat)["message"]
    query = {"id": "4", "from": a_user(user), "message": pressed, "data": "x", "chat_instance": "1"}
    return {"update_id": update_id, "callback_query": query}
