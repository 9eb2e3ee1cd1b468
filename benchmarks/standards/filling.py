"""Fills an office's database with standards, as the bot itself stores them."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks.standards.many import standards
from bot.domain.standards import StoredDocument, StoredStandard
from bot.office import key_source
from bot.services.reader import document_of, reader_version
from bot.settings import Settings
from bot.storage.store import open_store
from knowledge.editions import text_digest
from knowledge.model import ServiceStandard
from knowledge.storing import to_data

_AT_ONCE = 100
_LOADED = datetime(2026, 1, 5, tzinfo=UTC)


def settings_at(place: Path) -> Settings:
    """Return the settings of an office that keeps everything in a folder."""
    return Settings(data_dir=place, telegram_token=None)


async def fill(place: Path, count: int) -> None:
    """Make a database in a folder and store so many standards there, each with its document."""
    settings = settings_at(place)
    found = standards(count)
    async with open_store(settings.store_url, key_source(settings)) as store:
        while batch := tuple(islice(found, _AT_ONCE)):
            async with store.unit_of_work() as work:
                for document, stored in map(_stored, batch):
                    await work.standards.put(document, [stored])
                await work.commit()


def _stored(standard: ServiceStandard) -> tuple[StoredDocument, StoredStandard]:
    document = document_of(f"{standard.id}.txt", standard.title.encode())
    stored = StoredStandard(
        standard.id,
        standard.title,
        document.file,
        document.digest,
        to_data(standard),
        reader_version(),
        _LOADED,
        text_digest=text_digest(standard),
    )
    return document, stored
