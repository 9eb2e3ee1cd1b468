"""The town in the Bot API's JSON: users, chats, messages, files."""

from __future__ import annotations

from typing import Any

from simulator.model import BOT, Chat, Message, Person, StoredFile
from simulator.town import Town

Json = dict[str, Any]


def bot_user(town: Town) -> Json:
    """Return the bot as a User."""
    return {
        "id": town.bot_id,
        "is_bot": True,
        "first_name": town.bot_name(),
        "username": town.username,
    }


def user(person: Person) -> Json:
    """Return a person as a User."""
    return {
        "id": person.id,
        "is_bot": False,
        "first_name": person.name,
        "username": person.username,
        "language_code": "id",
    }


def sender(town: Town, number: int) -> Json:
    """Return whoever sent a message as a User, also one who has left."""
    if number == BOT:
        return bot_user(town)
    person = town.state.people.get(number)
    return user(person) if person else user(Person(number, "Deleted Account", "", ""))


def chat(town: Town, one: Chat) -> Json:
    """Return a Chat."""
    if one.kind == "group":
        return {"id": one.id, "type": "supergroup", "title": one.title}
    person = town.state.people[one.person or 0]
    return {
        "id": one.id,
        "type": "private",
        "first_name": person.name,
        "username": person.username,
    }


def message(town: Town, one: Message, *, nested: bool = False) -> Json:
    """Return a Message; a nested one does not name the message that it replies to."""
    place = town.state.chats[one.chat]
    found: Json = {
        "message_id": one.id,
        "from": sender(town, one.sender),
        "chat": chat(town, place),
        "date": int(one.at.timestamp()),
        **_content(town, one),
    }
    if one.edited_at:
        found["edit_date"] = int(one.edited_at.timestamp())
    if one.album:
        found["media_group_id"] = one.album
    if one.via_bot:
        found["via_bot"] = bot_user(town)
    if one.buttons:
        found["reply_markup"] = {"inline_keyboard": one.buttons}
    if one.forwarded_from is not None:
        found["forward_origin"] = _origin(town, one)
    replied = place.messages.get(one.reply_to or 0)
    if replied and not nested:
        found["reply_to_message"] = message(town, replied, nested=True)
    return found


def file(one: StoredFile) -> Json:
    """Return a File, as getFile does."""
    return {**_basics(one), "file_path": one.path}


def _content(town: Town, one: Message) -> Json:
    names = ("text", "entities") if one.file is None else ("caption", "caption_entities")
    found: Json = {} if one.file is None else _attachment(town.state.files[one.file])
    if one.text:
        found[names[0]] = one.text
    if one.entities:
        found[names[1]] = one.entities
    return found


def _attachment(one: StoredFile) -> Json:
    if one.kind == "photo":
        return {"photo": [{**_basics(one), "width": one.width, "height": one.height}]}
    if one.kind == "voice":
        return {"voice": {**_basics(one), "duration": 1, "mime_type": one.mime}}
    return {"document": {**_basics(one), "file_name": one.name, "mime_type": one.mime}}


def _basics(one: StoredFile) -> Json:
    return {
        "file_id": one.file_id,
        "file_unique_id": f"u{one.file_id[-12:]}",
        "file_size": one.size,
    }


def _origin(town: Town, one: Message) -> Json:
    return {
        "type": "user",
        "date": int(one.at.timestamp()),
        "sender_user": sender(town, one.forwarded_from or BOT),
    }
