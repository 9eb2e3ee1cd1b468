"""The standards in force: those of the database, or the shipped ones while there is none."""

from __future__ import annotations

from pathlib import Path

from bot.quick import standards_at_a_glance
from bot.settings import Settings, load_settings
from handlers.cli.documents import read_documents
from handlers.cli.screen import Screen
from knowledge.finding.finder import Finder
from knowledge.library import shipped_documents

_SQLITE = "sqlite:///"


def finder_in_force(screen: Screen) -> Finder:
    """Return a finder for the standards in force; makes no database if there is none yet."""
    settings = load_settings()
    if not store_exists(settings):
        return Finder(read_documents([shipped_documents()], screen))
    stored = standards_at_a_glance(settings)
    if stored is not None:
        return Finder(stored)
    import asyncio

    return asyncio.run(_stored_finder(settings))


def store_exists(settings: Settings) -> bool:
    """Tell whether there is a database: a server's always is, a file's after the first start."""
    url = settings.store_url
    return not url.startswith(_SQLITE) or Path(url.removeprefix(_SQLITE)).exists()


async def _stored_finder(settings: Settings) -> Finder:
    from bot.office import open_office

    async with open_office(settings) as office:
        return office.finder
