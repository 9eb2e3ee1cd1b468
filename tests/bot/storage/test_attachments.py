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
