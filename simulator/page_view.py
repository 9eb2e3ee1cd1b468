"""The town as the page gets it: JSON of the page's own protocol, texts as safe HTML."""

from __future__ import annotations

from typing import Any

from simulator.events import Event
from simulator.model import BOT, Message, Person
from simulator.rendering import as_html
from simulator.town import Town

Json = dict[str, Any]
_SCOPES = ("all_private_chats", "default")


def state(town: Town, language: str) -> Json:
    """Return everything, the bot's commands and description in a language where it has them."""
    return {
        "bot": _bot(town, language),
        "people": [person(one) for one in town.state.people.values()],
        "chats": [
            {
                "id": chat.id,
                "kind": chat.kind,
                "title": chat.title,
                "person": chat.person,
                "messages": [message(town, one) for one in chat.messages.values()],
            }
            for chat in town.state.chats.values()
        ],
        "clock": {"now": town.now().isoformat(), "movable": town.clock is not None},
        "unknown_methods": list(town.state.unknown_methods),
    }


def person(one: Person) -> Json:
    """Return a person."""
    return {
        "id": one.id,
        "name": one.name,
        "username": one.username,
        "role": one.role,
        "blocked": one.blocked,
    }


def message(town: Town, one: Message) -> Json:
    """Return a message."""
    found: Json = {
        "id": one.id,
        "from": "bot" if one.sender == BOT else one.sender,
        "name": _name(town, one.sender),
        "at": one.at.isoformat(),
        "text": one.text,
        "html": as_html(one.text, one.entities),
        "buttons": [[_button(button) for button in row] for row in one.buttons],
        "reply_to": one.reply_to,
        "edited": one.edited_at is not None,
        "album": one.album,
        "forwarded_from": _forwarded(town, one),
        "via_bot": one.via_bot,
    }
    if one.file is not None:
        file = town.state.files[one.file]
        found[file.kind] = {
            "file_id": file.file_id,
            "name": file.name,
            "size": file.size,
            "url": f"/api/files/{file.file_id}",
        }
    return found


def event(town: Town, one: Event) -> Json:
    """Return an event, with the message that it may hold."""
    return {
        key: message(town, value) if isinstance(value, Message) else value
        for key, value in one.items()
    }


def _bot(town: Town, language: str) -> Json:
    profile = town.state.profile
    descriptions = profile.descriptions
    return {
        "id": town.bot_id,
        "name": town.bot_name(language),
        "username": town.username,
        "commands": _commands(profile.commands, language),
        "description": descriptions.get(language) or descriptions.get("", ""),
    }


def _commands(commands: dict[str, list[dict[str, str]]], language: str) -> list[dict[str, str]]:
    """Return what a private chat shows: the nearest scope and language that has any."""
    for scope in _SCOPES:
        for code in (language, ""):
            if found := commands.get(f'{{"type": "{scope}"}}|{code}'):
                return found
    return []


def _button(button: Json) -> Json:
    """Return a button; `callback_data` is called data here."""
    return {("data" if key == "callback_data" else key): value for key, value in button.items()}


def _name(town: Town, sender: int) -> str:
    if sender == BOT:
        return town.bot_name()
    person = town.state.people.get(sender)
    return person.name if person else ""


def _forwarded(town: Town, one: Message) -> str | None:
    return None if one.forwarded_from is None else _name(town, one.forwarded_from)
