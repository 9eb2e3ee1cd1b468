"""A file over real HTTP: a person's phone, the stand-in, our client, the store, and back."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from bot.clock import FixedClock
from bot.domain.attachments import AttachmentState, Facts
from bot.office import open_office
from bot.settings import Settings
from handlers.files import copies_for
from handlers.run import open_service
from tests.cases import enclosed, filed, staffed
from tests.pictures import MARKS, photo_with_gps
from tests.simulator.conftest import ASKER, TOKEN, opened
from tests.telegram import NOW

TO = 1004


async def test_a_photo_is_fetched_cleaned_and_sent_over_http(
    one_finder: None, tmp_path: Path
) -> None:
    async with opened() as town:
        await town.met(TO)
        await town.met(ASKER)
        sent = await town.bot.send_document(ASKER, photo_with_gps(), filename="KTP Budi.jpg")
        assert sent.document is not None
        settings = Settings(
            _env_file=None, telegram_token=TOKEN, telegram_api=town.url, data_dir=tmp_path / "data"
        )
        async with (
            open_office(settings, FixedClock(NOW)) as office,
            open_service(office) as service,
        ):
            async with office.unit_of_work() as work:
                await staffed(work, NOW)
                facts = Facts(sent.document.file_id, "KTP Budi.jpg")
                file_id = await enclosed(work, NOW, None, facts=facts)
                ticket = await filed(office, work, NOW)
                await work.commit()
            await service.fetcher.drain()
            async with office.unit_of_work() as work:
                file = await work.attachments.get(file_id)
                assert file is not None
                assert file.state is AttachmentState.STORED
                assert await work.attachments.content(file_id) == photo_with_gps()
                for call in await copies_for(work, ticket, TO, NOW):
                    await work.outbox.queue(call, NOW)
                await work.commit()
            await service.sender.drain()

        shown = (await town.messages(TO))[-1]
        assert ticket.number in shown["text"]
        got = (await town.page.get(shown["photo"]["url"])).content
        assert not [mark for mark in MARKS if mark.encode() in got]
        with Image.open(io.BytesIO(got)) as picture:
            assert picture.size == (64, 48)
            assert dict(picture.getexif()) == {}
