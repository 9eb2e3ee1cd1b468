from __future__ import annotations

import hashlib
from datetime import timedelta

from bot.domain.attachments import AttachmentKind, AttachmentState, Facts
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

FACTS = Facts("file-1", "bukti.jpg", "image/jpeg", 1234)
CONTENT = bytes(range(256)) * 8


async def test_a_file_is_kept_fetched_and_filed(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        file_id = await work.attachments.add("draft-1", AttachmentKind.PHOTO, FACTS, NOW)
        await work.commit()
    async with unit_of_work() as work:
        assert [file.id for file in await work.attachments.wanted()] == [file_id]
        await work.attachments.settle(file_id, AttachmentState.STORED, CONTENT)
        await work.attachments.file("draft-1", 12)
        await work.commit()

    async with unit_of_work(writing=False) as work:
        (file,) = await work.attachments.of_ticket(12)
        assert (file.facts, file.state, file.attempts) == (FACTS, AttachmentState.STORED, 1)
        assert file.digest == hashlib.sha256(CONTENT).hexdigest()
        assert await work.attachments.content(file_id) == CONTENT
        assert await work.attachments.wanted() == ()


async def test_files_of_forgotten_drafts_are_dropped(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.attachments.add("old", AttachmentKind.VOICE, FACTS, NOW - timedelta(days=9))
        await work.attachments.add("new", AttachmentKind.VOICE, FACTS, NOW)
        filed = await work.attachments.add(
            "filed", AttachmentKind.VOICE, FACTS, NOW - timedelta(days=9)
        )
        await work.attachments.file("filed", 12)
        assert await work.attachments.drop_drafts(NOW - timedelta(days=7)) == 1
        assert len(await work.attachments.of_draft("new")) == 1
        assert [file.id for file in await work.attachments.of_ticket(12)] == [filed]
        await work.attachments.remove([filed])
        assert await work.attachments.of_ticket(12) == ()
        await work.commit()


async def test_what_was_tried_in_vain_comes_after_what_was_not(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work() as work:
        first = await work.attachments.add("draft", AttachmentKind.PHOTO, FACTS, NOW)
        second = await work.attachments.add("draft", AttachmentKind.PHOTO, FACTS, NOW)
        await work.attachments.settle(first, AttachmentState.WANTED)
        assert [file.id for file in await work.attachments.wanted()] == [second, first]
        assert [f.id for f in await work.attachments.wanted(skipping={second})] == [first]
        await work.commit()


async def test_what_is_settled_stays_as_it_is(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        file_id = await work.attachments.add("draft", AttachmentKind.PHOTO, FACTS, NOW)
        sealed = await work.attachments.seal(CONTENT)
        assert CONTENT not in sealed.token.encode()
        await work.attachments.settle(file_id, AttachmentState.STORED, sealed)
        await work.attachments.settle(file_id, AttachmentState.LOST)
        file = await work.attachments.get(file_id)
        assert file is not None
        assert file.state is AttachmentState.STORED
        assert await work.attachments.content(file_id) == CONTENT
        assert await work.attachments.get(file_id + 1) is None
