"""What came with a message beside its text, as facts without Telegram's types: a file, a place.

Stickers, contacts, polls and dice are no files that anybody can look at later.
"""

from __future__ import annotations

from telegram import Message

from bot.domain.attachments import AttachmentKind, Facts
from handlers.heard import Enclosure, Spot

_MOST_NAME = 200  # letters of a file's or a venue's name that are kept


def enclosure(message: Message) -> Enclosure | None:
    """Return the file that a message brings, a photo in its largest size; or None."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        facts = Facts(largest.file_id, mime="image/jpeg", size=largest.file_size)
        return Enclosure(AttachmentKind.PHOTO, _captioned(facts, message))
    return _named(message) or _spoken(message)


def spot(message: Message) -> Spot | None:
    """Return the place that a message brings, or None."""
    venue, place = message.venue, message.location
    if venue is not None:
        place = venue.location
    if place is None:
        return None
    name = "" if venue is None else f"{venue.title}, {venue.address}"[:_MOST_NAME]
    return Spot(place.latitude, place.longitude, name)


def _named(message: Message) -> Enclosure | None:
    """Return a file that carries its own name and type."""
    for kind, file in (
        (AttachmentKind.VIDEO, message.animation),  # a video without sound, a document as well
        (AttachmentKind.DOCUMENT, message.document),
        (AttachmentKind.VIDEO, message.video),
        (AttachmentKind.AUDIO, message.audio),
    ):
        if file is not None:
            name = file.file_name[:_MOST_NAME] if file.file_name else None
            facts = Facts(file.file_id, name, file.mime_type, file.file_size)
            return Enclosure(kind, _captioned(facts, message))
    return None


def _spoken(message: Message) -> Enclosure | None:
    """Return what was recorded in Telegram itself."""
    if message.voice is not None:
        voice = message.voice
        facts = Facts(voice.file_id, mime=voice.mime_type, size=voice.file_size)
        return Enclosure(AttachmentKind.VOICE, _captioned(facts, message))
    if message.video_note is not None:
        note = message.video_note
        facts = Facts(note.file_id, mime="video/mp4", size=note.file_size)
        return Enclosure(AttachmentKind.VIDEO, facts)
    return None


def _captioned(facts: Facts, message: Message) -> Facts:
    return Facts(facts.file_id, facts.name, facts.mime, facts.size, message.caption)
