"""Pictures, documents, voice notes and albums, in both directions."""

from __future__ import annotations

import pytest
from telegram import InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest

from tests.simulator.conftest import ASKER, PICTURE, Office


async def test_the_bot_sends_files_and_the_page_fetches_them(office: Office) -> None:
    await office.met()
    photo = await office.bot.send_photo(ASKER, PICTURE, caption="<b>Loket</b>", parse_mode="HTML")
    assert [(p.width, p.height) for p in photo.photo] == [(3, 2)]
    await office.bot.send_document(ASKER, b"isi", filename="standar.txt")
    await office.bot.send_voice(ASKER, b"OggS")
    shown = (await office.messages())[-3:]
    assert shown[0]["html"] == "<b>Loket</b>"
    assert shown[1]["document"]["name"] == "standar.txt"
    assert shown[1]["document"]["size"] == 3
    fetched = await office.page.get(shown[1]["document"]["url"])
    assert fetched.content == b"isi"
    assert fetched.headers["content-disposition"] == "attachment"
    assert (await office.page.get(shown[0]["photo"]["url"])).headers["content-type"] == "image/png"
    assert "voice" in shown[2]


async def test_a_file_is_sent_again_by_its_id_and_only_as_its_kind(office: Office) -> None:
    await office.met()
    sent = await office.bot.send_document(ASKER, b"isi", filename="a.txt")
    assert sent.document
    again = await office.bot.send_document(ASKER, sent.document.file_id)
    assert again.document == sent.document
    with pytest.raises(BadRequest, match="(?i)can't use file of type Document as Photo"):
        await office.bot.send_photo(ASKER, sent.document.file_id)
    with pytest.raises(BadRequest, match="Wrong remote file identifier"):
        await office.bot.send_document(ASKER, "tidakada")
    with pytest.raises(BadRequest, match="(?i)failed to get HTTP URL content"):
        await office.bot.send_document(ASKER, "https://example.org/a.pdf")


async def test_empty_files_broken_pictures_and_long_captions_are_refused(office: Office) -> None:
    await office.met()
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await office.bot.send_document(ASKER, b"", filename="a.txt")
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await office.bot.send_photo(ASKER, b"no picture")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await office.bot.send_photo(ASKER, PICTURE, caption="x" * 1025)


async def test_an_album_of_the_bot_is_several_messages_with_one_id(office: Office) -> None:
    await office.met()
    media = [InputMediaPhoto(PICTURE, caption="Dua"), InputMediaPhoto(PICTURE)]
    sent = await office.bot.send_media_group(ASKER, media)
    assert len({message.media_group_id for message in sent}) == 1
    shown = (await office.messages())[-2:]
    assert [message["text"] for message in shown] == ["Dua", ""]
    assert shown[0]["album"] == shown[1]["album"] == sent[0].media_group_id
    with pytest.raises(BadRequest, match="There must be from 2 to 10 messages"):
        await office.bot.send_media_group(ASKER, media[:1])
    with pytest.raises(BadRequest, match="can't be mixed"):
        await office.bot.send_media_group(ASKER, [media[0], InputMediaDocument(b"x")])


async def test_a_persons_album_is_one_update_a_file_and_can_be_fetched(office: Office) -> None:
    files = [("file", ("a.png", PICTURE, "image/png")), ("file", ("b.png", PICTURE, "image/png"))]
    answer = await office.page.post(
        f"/api/chats/{ASKER}/messages", data={"as": str(ASKER), "text": "Bukti"}, files=files
    )
    assert answer.status_code == 200
    got = [update.message for update in await office.updates() if update.message]
    assert [(m.caption, len(m.photo)) for m in got] == [("Bukti", 1), (None, 1)]
    assert len({m.media_group_id for m in got}) == 1
    file = await office.bot.get_file(got[0].photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == PICTURE


async def test_a_persons_document_and_voice_keep_name_and_kind(office: Office) -> None:
    for name, mime in (("surat.pdf", "application/pdf"), ("suara.ogg", "audio/ogg")):
        await office.page.post(
            f"/api/chats/{ASKER}/messages",
            data={"as": str(ASKER), "text": ""},
            files={"file": (name, b"isi", mime)},
        )
    document, voice = [u.message for u in await office.updates()]
    assert document
    assert document.document
    assert (document.document.file_name, document.document.mime_type) == (
        "surat.pdf",
        "application/pdf",
    )
    assert voice
    assert voice.voice


async def test_unknown_and_too_big_files_are_not_given_out(office: Office) -> None:
    await office.met()
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await office.bot.get_file("tidakada")
    big = await office.bot.send_document(ASKER, b"x" * (20 * 2**20 + 1), filename="big.bin")
    assert big.document
    with pytest.raises(BadRequest, match="File is too big"):
        await office.bot.get_file(big.document.file_id)
    assert (await office.page.get("/api/files/tidakada")).status_code == 404
