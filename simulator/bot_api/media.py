"""Methods that send files, and the one that says where a file is fetched."""

from __future__ import annotations

import mimetypes
from typing import Any

from simulator import wire
from simulator.bot_api.addressing import open_chat, replied
from simulator.bot_api.arguments import Arguments, Upload
from simulator.entities import Entity
from simulator.errors import Refused
from simulator.limits import caption, keyboard
from simulator.model import BOT, Chat, FileKind, Message, StoredFile
from simulator.pictures import mime_of
from simulator.town import Town

LARGEST_PHOTO = 10 * 2**20
LARGEST_DOWNLOAD = 20 * 2**20
_ALBUM_KINDS: dict[str, FileKind] = {"photo": "photo", "document": "document"}


def send_photo(town: Town, args: Arguments) -> wire.Json:
    """Send a picture."""
    return _send(town, args, "photo")


def send_document(town: Town, args: Arguments) -> wire.Json:
    """Send a file of any kind."""
    return _send(town, args, "document")


def send_voice(town: Town, args: Arguments) -> wire.Json:
    """Send a voice note."""
    return _send(town, args, "voice")


def send_media_group(town: Town, args: Arguments) -> list[wire.Json]:
    """Send an album: two to ten photos, or as many documents."""
    media = args.json("media")
    if not isinstance(media, list) or not all(isinstance(one, dict) for one in media):
        raise Refused("can't parse media JSON object")
    if not 2 <= len(media) <= 10:
        raise Refused("there must be from 2 to 10 messages in the group to send")
    kinds = [_album_kind(one) for one in media]
    if len(set(kinds)) > 1:
        raise Refused("document can't be mixed with other media types")
    captions = [_item_caption(one) for one in media]
    chat = open_chat(town, args)
    reply_to = replied(chat, args)
    town.flood.count(chat.id, len(media))
    files = [
        _file(town, args, kind, str(one.get("media", "")))
        for kind, one in zip(kinds, media, strict=True)
    ]
    sent: list[Message] = []
    for file, words in zip(files, captions, strict=True):
        message = _message(town, chat, file, words)
        message.album = f"{town.bot_id}{sent[0].id if sent else message.id}"
        message.reply_to = reply_to
        town.add(message)
        sent.append(message)
    return [wire.message(town, message) for message in sent]


def get_file(town: Town, args: Arguments) -> wire.Json:
    """Say where a file can be fetched from."""
    file = town.state.files.get(args.text("file_id"))
    if file is None:
        raise Refused("invalid file_id")
    if file.size > LARGEST_DOWNLOAD:
        raise Refused("file is too big")
    return wire.file(file)


def _send(town: Town, args: Arguments, kind: FileKind) -> wire.Json:
    words = caption(args.text("caption"), args.text("parse_mode"), args.json("caption_entities"))
    buttons = keyboard(args.json("reply_markup"))
    chat = open_chat(town, args)
    reply_to = replied(chat, args)
    town.flood.count(chat.id)
    message = _message(town, chat, _file(town, args, kind, args.text(kind)), words)
    message.buttons, message.reply_to = buttons, reply_to
    town.add(message)
    return wire.message(town, message)


def _message(town: Town, chat: Chat, file: StoredFile, words: tuple[str, list[Entity]]) -> Message:
    message = town.new_message(chat, BOT, words[0])
    message.entities, message.file = words[1], file.file_id
    return message


def _file(town: Town, args: Arguments, kind: FileKind, written: str) -> StoredFile:
    """Return the file that a field uploads, attaches or names by its id."""
    upload = args.files.get(written.removeprefix("attach://") if written else kind)
    if upload is not None:
        return keep_upload(town, kind, upload)
    if written.startswith(("http://", "https://")):
        raise Refused("failed to get HTTP URL content")  # the stand-in asks no other host
    file = town.state.files.get(written)
    if file is None:
        reason = "wrong remote file identifier specified: Wrong string length"
        raise Refused(reason if written else f"there is no {kind} in the request")
    if file.kind != kind:
        raise Refused(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def keep_upload(town: Town, kind: FileKind, upload: Upload) -> StoredFile:
    """Keep a file that was uploaded; raises Refused where Telegram does not take it."""
    if not upload.content:
        raise Refused("file must be non-empty")
    if kind == "photo" and len(upload.content) > LARGEST_PHOTO:
        raise Refused("file is too big")
    mime = mime_of(upload.content) if kind == "photo" else mimetypes.guess_type(upload.name)[0]
    if kind == "photo" and mime is None:
        raise Refused("IMAGE_PROCESS_FAILED")
    return town.keep_file(kind, upload.name, mime or upload.mime, upload.content)


def _album_kind(one: dict[str, Any]) -> FileKind:
    kind = _ALBUM_KINDS.get(str(one.get("type")))
    if kind is None:
        raise Refused("can't parse InputMedia: the stand-in knows photo and document")
    return kind


def _item_caption(one: dict[str, Any]) -> tuple[str, list[Entity]]:
    mode = str(one.get("parse_mode") or "")
    return caption(str(one.get("caption") or ""), mode, one.get("caption_entities"))
