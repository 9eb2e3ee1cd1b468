"""What comes with a message beside its text is read without Telegram's types."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Message, Update, User

from bot.domain.attachments import AttachmentKind
from handlers.heard import Heard
from handlers.incoming import hear

ME = User(1, "Pandu", is_bot=True, username="PanduBot")
FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 7}
NAMED = {**FILE, "file_name": "surat.pdf", "mime_type": "application/pdf"}
SHOT = {**FILE, "width": 4, "height": 3, "duration": 2}


def heard(**fields: Any) -> Heard:
    raw = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}, **fields}
    message = Message.de_json(raw, None)
    return hear(Update(1, message=message), ME)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"document": NAMED}, AttachmentKind.DOCUMENT),
        ({"video": SHOT | {"file_name": "a.mp4"}}, AttachmentKind.VIDEO),
        ({"animation": SHOT, "document": NAMED}, AttachmentKind.VIDEO),
        ({"audio": FILE | {"duration": 2}}, AttachmentKind.AUDIO),
        ({"voice": FILE | {"duration": 2}}, AttachmentKind.VOICE),
        ({"video_note": FILE | {"duration": 2, "length": 3}}, AttachmentKind.VIDEO),
    ],
)
def test_a_file_is_known_by_kind_and_size(fields: Any, kind: AttachmentKind) -> None:
    found = heard(**fields).enclosure
    assert found is not None
    assert (found.kind, found.facts.file_id, found.facts.size) == (kind, "f", 7)


def test_of_a_photo_the_largest_size_is_taken_with_its_caption() -> None:
    small = {**FILE, "file_id": "small", "width": 90, "height": 60}
    large = {**FILE, "file_id": "large", "width": 900, "height": 600}
    said = heard(photo=[large, small], caption="antrean", media_group_id="m")
    assert said.enclosure is not None
    assert (said.enclosure.kind, said.enclosure.facts.file_id) == (AttachmentKind.PHOTO, "large")
    assert (said.enclosure.facts.caption, said.text, said.album) == ("antrean", "antrean", "m")


def test_a_place_is_kept_with_the_name_of_its_venue() -> None:
    place = {"latitude": -6.17, "longitude": 106.82}
    bare = heard(location=place).spot
    venue = heard(location=place, venue={"location": place, "title": "Gd", "address": "Jl"}).spot
    assert bare is not None
    assert venue is not None
    assert (bare.latitude, bare.longitude, bare.name) == (-6.17, 106.82, "")
    assert venue.name == "Gd, Jl"


def test_stickers_and_contacts_are_no_files() -> None:
    contact = {"phone_number": "1", "first_name": "A"}
    sticker = {**FILE, "width": 5, "height": 5, "type": "regular"}
    sticker |= {"is_animated": False, "is_video": False}
    for fields in (
        {"contact": contact},
        {"sticker": sticker},
        {"text": "halo"},
    ):
        assert heard(**fields).enclosure is None
