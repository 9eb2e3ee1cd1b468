"""What a person does in a chat: write, edit, press, forward, ask inline."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence

from simulator import wire
from simulator.bot_api.arguments import Upload
from simulator.entities import trimmed, units
from simulator.errors import PageError
from simulator.limits import CAPTION, TEXT
from simulator.model import Chat, FileKind, Message, Person
from simulator.pictures import mime_of
from simulator.privacy import bot_sees
from simulator.rendering import with_found
from simulator.town import Town

MOST_IN_ALBUM = 10


def say(
    town: Town, chat: Chat, person: Person, text: str, *, reply_to: int | None = None
) -> Message:
    """Send a text."""
    _may_write(chat, person)
    text = _fitting(text, TEXT)
    if not text:
        raise PageError("An empty message cannot be sent.")
    message = _written(town, chat, person, text)
    message.reply_to = reply_to if reply_to in chat.messages else None
    _send(town, chat, message)
    return message


def send_files(
    town: Town, chat: Chat, person: Person, text: str, files: Sequence[Upload]
) -> list[Message]:
    """Send files, several of a kind as one album; the text is the first one's caption."""
    _may_write(chat, person)
    text = _fitting(text, CAPTION)
    if len(files) > MOST_IN_ALBUM:
        raise PageError(f"An album holds {MOST_IN_ALBUM} files at most.")
    if not all(file.content for file in files):
        raise PageError("An empty file cannot be sent.")
    kinds = [_kind(file) for file in files]
    if len(set(kinds)) > 1:
        kinds = ["document"] * len(files)
    sent: list[Message] = []
    for kind, file in zip(kinds, files, strict=True):
        message = _written(town, chat, person, "" if sent else text)
        message.file = town.keep_file(kind, file.name, _mime(file), file.content).file_id
        if len(files) > 1 and kind != "voice":
            message.album = sent[0].album if sent else f"{person.id}{message.id}"
        _send(town, chat, message)
        sent.append(message)
    return sent


def edit(town: Town, chat: Chat, person: Person, number: int, text: str) -> None:
    """Change a message of one's own."""
    message = _message(chat, number)
    _may_write(chat, person)
    if message.sender != person.id or message.forwarded_from is not None or message.via_bot:
        raise PageError("Only what this person wrote can be changed.", 409)
    text = _fitting(text, CAPTION if message.file else TEXT)
    if text == message.text or not (text or message.file):
        raise PageError("The text has to be another one.", 409)
    message.text, message.entities = text, with_found(text, [])
    message.edited_at = town.now()
    town.edited(message)
    if bot_sees(town, chat, message):
        town.updates.push("edited_message", wire.message(town, message))


def press(town: Town, chat: Chat, person: Person, number: int, data: str) -> str:
    """Press a button; return the press, which the bot's answer will name."""
    message = _message(chat, number)
    _may_write(chat, person)
    if not any(one.get("callback_data") == data for row in message.buttons for one in row):
        raise PageError("The message has no such button any more.", 409)
    query = town.queries.press(person.id, chat.id)
    payload: wire.Json = {
        "id": query.id,
        "from": wire.user(person),
        "chat_instance": str(abs(chat.id)),
        "data": data,
    }
    if message.inline_id:
        payload["inline_message_id"] = message.inline_id
    else:
        payload["message"] = wire.message(town, message)
    town.updates.push("callback_query", payload)
    return query.id


def forward(town: Town, chat: Chat, person: Person, number: int, target: Chat) -> Message:
    """Send a message on to a chat of one's own."""
    source = _message(chat, number)
    _may_write(target, person)
    message = _written(town, target, person, source.text)
    message.entities, message.file = list(source.entities), source.file
    first = source.forwarded_from
    message.forwarded_from = source.sender if first is None else first
    _send(town, target, message)
    return message


def ask_inline(town: Town, chat: Chat, person: Person, text: str) -> str:
    """Ask the bot from within any chat; return the query, which the results will name."""
    query = town.queries.inline(person.id, chat.id)
    payload = {
        "id": query.id,
        "from": wire.user(person),
        "query": text[:256],
        "offset": "",
        "chat_type": _chat_type(chat, person),
    }
    town.updates.push("inline_query", payload)
    return query.id


def choose_result(town: Town, chat: Chat, person: Person, number: str, result: str) -> Message:
    """Send a result of an inline query into the chat, as one's own message via the bot."""
    query = town.queries.results_of(number)
    found = query.results.get(result) if query and query.person == person.id else None
    if found is None:
        raise PageError("There is no such result.", 404)
    _may_write(chat, person)
    message = town.new_message(chat, person.id, found["text"])
    message.entities, message.buttons = list(found["entities"]), list(found["buttons"])
    message.via_bot = True
    if message.buttons:
        message.inline_id = f"inline{number}{message.id}"
    _send(town, chat, message)
    return message


def _may_write(chat: Chat, person: Person) -> None:
    if chat.kind == "private" and chat.person != person.id:
        raise PageError("This is another person's chat.", 403)
    if chat.kind == "private" and person.blocked:
        raise PageError("This person has blocked the bot; unblock it first.", 409)


def _fitting(text: str, most: int) -> str:
    text = trimmed(text.replace("\r\n", "\n"), [])[0]
    if units(text) > most:
        raise PageError(f"The text is longer than {most} characters.")
    return text


def _written(town: Town, chat: Chat, person: Person, text: str) -> Message:
    message = town.new_message(chat, person.id, text)
    message.entities = with_found(text, [])
    return message


def _send(town: Town, chat: Chat, message: Message) -> None:
    if chat.kind == "private":
        chat.started = True
    town.add(message)
    if bot_sees(town, chat, message):
        town.updates.push("message", wire.message(town, message))


def _message(chat: Chat, number: int) -> Message:
    message = chat.messages.get(number)
    if message is None:
        raise PageError("There is no such message.", 404)
    return message


def _mime(file: Upload) -> str:
    """Return a file's type: a picture is one whatever its name says, and only then."""
    named = mimetypes.guess_type(file.name)[0] or file.mime
    found = mime_of(file.content)
    return found or ("application/octet-stream" if named.startswith("image/") else named)


def _kind(file: Upload) -> FileKind:
    mime = _mime(file)
    if mime in ("image/png", "image/jpeg", "image/webp"):
        return "photo"
    return "voice" if mime.startswith("audio/") else "document"


def _chat_type(chat: Chat, person: Person) -> str:
    if chat.kind == "group":
        return "supergroup"
    return "sender" if chat.person == person.id else "private"
