"""Files of complaints on their way: fetched, cleaned, renamed; never lost, never doubled."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from telegram.error import NetworkError

from bot.domain.attachments import AttachmentKind, AttachmentState, Facts
from bot.domain.messages import Outgoing
from bot.domain.news import answer_key
from bot.domain.tickets import Act, Ticket
from handlers.files import answer_copies, copies_for
from handlers.markup import plain
from tests.cases import CITIZEN, KABAG, KABIRO, acted, enclosed, filed, staffed
from tests.pictures import MARKS, photo_with_gps
from tests.telegram import Stage
from tests.telegram_rules import Refused

PLANTED = (*MARKS, "KTP Budi", "Pelapor", "@budi", "ftyp-name")


async def a_ticket(
    stage: Stage, content: bytes | None, kind: AttachmentKind = AttachmentKind.PHOTO
) -> tuple[Ticket, int]:
    """File a complaint with one file, and give the Kepala Bagian a card of it."""
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        await staffed(work, now)
        file_id = await enclosed(work, now, content, kind=kind)
        ticket = await filed(stage.office, work, now)
        await work.cards.put(ticket.id, KABAG, "card:1")
        await work.cards.put(ticket.id, CITIZEN, "card:2")
        await work.commit()
    return ticket, file_id


async def show(stage: Stage, ticket: Ticket, to: int = KABAG) -> None:
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        for call in await copies_for(work, ticket, to, now):
            await work.outbox.queue(call, now)
        await work.commit()
    await stage.settle()


async def state_of(stage: Stage, file_id: int) -> AttachmentState:
    async with stage.office.unit_of_work(writing=False) as work:
        file = await work.attachments.get(file_id)
        assert file is not None
        return file.state


def said_to(stage: Stage, person: int) -> str:
    return "\n".join(message.text for message in stage.telegram.shown_in(person))


@pytest.mark.parametrize("kind", [AttachmentKind.PHOTO, AttachmentKind.DOCUMENT])
async def test_an_official_gets_a_copy_that_tells_only_what_is_in_the_picture(
    stage: Stage, kind: AttachmentKind
) -> None:
    ticket, _ = await a_ticket(stage, photo_with_gps(), kind)
    await show(stage, ticket)

    (message,) = stage.telegram.shown_in(KABAG)
    upload = message.upload
    assert upload is not None
    assert (upload.method, upload.name) == (f"send{kind.title()}", "lampiran-1.jpg")
    assert message.fields["protect_content"] is True
    assert ticket.number in message.text
    sent = json.dumps(stage.telegram.calls)
    for mark in PLANTED:
        assert mark.encode() not in upload.content
        assert mark not in sent
    assert not [name for name, _ in stage.telegram.calls if "forward" in name.lower()]


async def test_other_files_keep_their_content_and_lose_their_name(stage: Stage) -> None:
    ticket, _ = await a_ticket(stage, b"OggS voice", AttachmentKind.VOICE)
    await show(stage, ticket)
    (upload,) = stage.telegram.uploads
    assert (upload.method, upload.name, upload.content) == (
        "sendVoice", "lampiran-1.ogg", b"OggS voice",
    )  # fmt: skip


async def test_a_file_that_cannot_be_shown_safely_is_named_in_words(stage: Stage) -> None:
    heic = b"\0\0\0\x18ftypheic" + b"GPS: Jalan Mawar"
    ticket, _ = await a_ticket(stage, heic, AttachmentKind.DOCUMENT)
    await show(stage, ticket)
    assert stage.telegram.uploads == []
    assert "tidak dapat ditampilkan dengan aman" in said_to(stage, KABAG)


async def test_what_is_refused_as_it_is_goes_as_a_plain_document(stage: Stage) -> None:
    ticket, _ = await a_ticket(stage, b"OggS voice", AttachmentKind.VOICE)
    stage.telegram.fails("sendVoice", lambda: Refused("Bad Request: VOICE_MESSAGES_FORBIDDEN"))
    await show(stage, ticket)
    assert [upload.method for upload in stage.telegram.uploads] == ["sendVoice", "sendDocument"]
    stage.telegram.fails("sendVoice", lambda: Refused("Bad Request: VOICE_MESSAGES_FORBIDDEN"))
    stage.telegram.fails("sendDocument", lambda: Refused("Bad Request: PEER_FLOOD"))
    stage.clock.move(timedelta(minutes=5))
    await show(stage, ticket)
    assert "tidak dapat ditampilkan" in said_to(stage, KABAG)


async def test_a_file_that_is_fetched_later_follows_to_whoever_has_a_card(stage: Stage) -> None:
    ticket, file_id = await a_ticket(stage, None)
    await show(stage, ticket)  # nothing at Telegram yet: the file is lost
    assert await state_of(stage, file_id) is AttachmentState.LOST
    assert "sudah tidak tersedia" in said_to(stage, KABAG)
    assert stage.telegram.shown_in(CITIZEN) == []


async def test_a_slow_file_is_announced_and_then_follows_once(stage: Stage) -> None:
    ticket, file_id = await a_ticket(stage, None)
    stage.telegram.files["file-draft"] = photo_with_gps()
    stage.telegram.fails("download", lambda: NetworkError("cut off"))
    await show(stage, ticket)
    assert "sedang diambil" in said_to(stage, KABAG)
    assert await state_of(stage, file_id) is AttachmentState.WANTED
    stage.clock.move(timedelta(minutes=2))
    await stage.settle()
    (upload,) = stage.telegram.uploads
    assert upload.name == "lampiran-1.jpg"
    assert [m.chat_id for m in stage.telegram.order if m.upload] == [KABAG]
    await stage.restart()
    assert len(stage.telegram.uploads) == 1


async def test_a_crash_while_fetching_loses_nothing(stage: Stage) -> None:
    _, file_id = await a_ticket(stage, None)
    stage.telegram.files["file-draft"] = photo_with_gps()
    stage.telegram.fails("getFile", lambda: NetworkError("down"))
    await stage.service.fetcher.drain()
    await stage.restart()
    assert await state_of(stage, file_id) is AttachmentState.STORED
    async with stage.office.unit_of_work(writing=False) as work:
        assert await work.attachments.content(file_id) == photo_with_gps()


async def test_failed_fetches_are_tried_again_with_growing_pauses_and_given_up(
    stage: Stage,
) -> None:
    _, file_id = await a_ticket(stage, None)
    stage.telegram.files["file-draft"] = photo_with_gps()
    tried = 0
    for minutes in range(0, 60 * 40, 5):
        for _ in range(3):
            stage.telegram.fails("getFile", lambda: NetworkError("down"))
        await stage.service.fetcher.drain()
        stage.clock.move(timedelta(minutes=5))
        if await state_of(stage, file_id) is AttachmentState.LOST:
            assert minutes > 24 * 60
            break
    tried = len(stage.telegram.made("getFile"))
    assert 8 <= tried <= 20
    assert await state_of(stage, file_id) is AttachmentState.LOST


async def test_what_is_too_big_is_not_even_asked_for(stage: Stage) -> None:
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        big = await enclosed(work, now, None, facts=Facts("big", size=21 * 2**20))
        unknown = await enclosed(work, now, None, facts=Facts("unknown"))
        await work.commit()
    stage.telegram.files["unknown"] = bytes(20 * 2**20 + 1)
    await stage.settle()
    assert [f["file_id"] for f in stage.telegram.made("getFile")] == ["unknown"]
    assert await state_of(stage, big) is AttachmentState.TOO_BIG
    assert await state_of(stage, unknown) is AttachmentState.TOO_BIG


async def test_one_stuck_file_does_not_hold_up_the_others(stage: Stage) -> None:
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        ids = [
            await enclosed(work, now, None, draft=f"d{n}", facts=Facts(f"f{n}")) for n in range(12)
        ]
        await work.commit()
    for number in range(3, 12):
        stage.telegram.files[f"f{number}"] = b"%PDF-1.4"
    for _ in range(3):
        stage.telegram.fails("getFile", lambda: NetworkError("stuck"))
    await stage.settle()
    states = [await state_of(stage, one) for one in ids]
    assert states == [AttachmentState.WANTED] * 3 + [AttachmentState.STORED] * 9


async def answered(stage: Stage, content: bytes | None) -> tuple[Ticket, str]:
    """Let the Kepala Bagian answer with a file, and queue answer and file."""
    ticket, _ = await a_ticket(stage, b"%PDF-1.4", AttachmentKind.DOCUMENT)
    now = stage.clock.now()
    leaves = now + timedelta(seconds=15)
    async with stage.office.unit_of_work() as work:
        await enclosed(work, now, content, draft="answer:1", kind=AttachmentKind.DOCUMENT)
        await work.attachments.file("answer:1", ticket.id)
        ticket = await acted(stage.office, work, ticket, Act.ANSWER, KABAG, now)
        key = answer_key(ticket.id, ticket.events)
        payload = {"chat_id": CITIZEN, "text": "Sudah selesai"}
        answer = Outgoing(CITIZEN, "sendMessage", payload, dedupe_key=key, not_before=leaves)
        await work.outbox.queue(answer, now)
        for call in await answer_copies(work, ticket, "answer:1", key, leaves):
            await work.outbox.queue(call, now)
        await work.commit()
    return ticket, key


async def test_the_files_of_an_answer_go_to_the_complainant_after_it(stage: Stage) -> None:
    ticket, _ = await answered(stage, photo_with_gps())
    await stage.settle()
    assert stage.telegram.shown_in(CITIZEN) == []
    for _ in range(2):
        stage.clock.move(timedelta(seconds=20))
        await stage.settle()
    text, file = stage.telegram.shown_in(CITIZEN)
    assert text.text == "Sudah selesai"
    assert file.upload is not None
    assert file.upload.name == "lampiran-1.jpg"
    assert MARKS[0].encode() not in file.upload.content
    stage.clock.move(timedelta(seconds=20))
    await show(stage, ticket, KABIRO)
    (own,) = stage.telegram.shown_in(KABIRO)
    assert own.upload is not None
    assert own.upload.content == b"%PDF-1.4", "officials are shown what the complainant sent"


async def test_an_answer_that_is_taken_back_takes_its_files_along(stage: Stage) -> None:
    ticket, _ = await answered(stage, b"%PDF-1.4")
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        await acted(stage.office, work, ticket, Act.UNDO_ANSWER, KABAG, now)
        await work.commit()
    for _ in range(3):
        stage.clock.move(timedelta(seconds=20))
        await stage.settle()
    assert stage.telegram.shown_in(CITIZEN) == []


async def test_a_late_file_of_an_answer_follows_it(stage: Stage) -> None:
    await answered(stage, None)
    stage.telegram.files["file-answer:1"] = b"%PDF-1.7 late"
    for _ in range(4):
        stage.clock.move(timedelta(seconds=20))
        await stage.settle()
    first, *rest = stage.telegram.shown_in(CITIZEN)
    assert first.text == "Sudah selesai"
    assert [m.upload.content for m in rest if m.upload] == [b"%PDF-1.7 late"]


async def test_an_official_who_may_no_longer_read_gets_nothing_late(stage: Stage) -> None:
    ticket, _ = await a_ticket(stage, None)
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        for tenure in (await work.posts.directory()).posts_of(KABAG, now):
            await work.posts.change(replace(tenure, until=now))
        await work.commit()
    stage.telegram.files["file-draft"] = photo_with_gps()
    stage.clock.move(timedelta(minutes=1))
    await stage.settle()
    assert stage.telegram.uploads == []


def test_the_note_about_documents_has_words() -> None:
    from handlers.texts import LANGUAGES, office_texts

    for language in LANGUAGES:
        assert plain(office_texts().render("files.documents_may_name", language))
