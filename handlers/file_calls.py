"""How a stored call names a file, for the outbox holds JSON; `handlers.uploads` fills it in.

A file is named in the place where Telegram wants it: {"photo": {"_attachment": 12}}, or by the
name of a maker ({"document": {"_register": {...}}}). Three more fields are for the sender alone:

- INSTEAD: a text (HTML) that is sent where the file cannot be;
- NAME: the file's name at the receiver, without extension;
- AFTER: the dedupe key of a message without which this one makes no sense: it is only sent
  while that one was not taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.attachments import AttachmentKind

ATTACHMENT = "_attachment"
INSTEAD, NAME, AFTER = "_instead", "_name", "_after"
METHODS: Mapping[AttachmentKind, str] = {
    AttachmentKind.PHOTO: "sendPhoto",
    AttachmentKind.DOCUMENT: "sendDocument",
    AttachmentKind.VOICE: "sendVoice",
    AttachmentKind.AUDIO: "sendAudio",
    AttachmentKind.VIDEO: "sendVideo",
}


def needs_preparing(payload: Mapping[str, Any]) -> bool:
    """Tell whether a call has a file to be put in its place, or hangs on another message."""
    return AFTER in payload or any(
        isinstance(value, Mapping) and named(value) for value in payload.values()
    )


def named(value: Mapping[str, Any]) -> str | None:
    """Return by what a field names its file: the one key, which begins with "_"."""
    key = next(iter(value), "")
    return key if len(value) == 1 and key.startswith("_") else None


def text_instead(payload: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """Return the call that says in words what the file cannot, if there is one."""
    if payload.get(INSTEAD) is None:
        return None
    kept = ("chat_id", "protect_content", "reply_parameters")
    fields = {name: payload[name] for name in kept if name in payload}
    return "sendMessage", {**fields, "text": payload[INSTEAD], "parse_mode": "HTML"}


def bare(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that Telegram gets."""
    return {key: value for key, value in payload.items() if key not in (INSTEAD, NAME, AFTER)}
