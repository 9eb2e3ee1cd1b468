"""The standards in force: those of the database, or the shipped ones while there is none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.quick import Glance, standards_at_a_glance
from bot.settings import Settings, load_settings
from handlers.cli.documents import read_documents
from handlers.cli.screen import Screen
from knowledge.editions import Editions
from knowledge.finding.finder import Finder
from knowledge.finding.shelf import Shelf
from knowledge.library import shipped_documents
from knowledge.model import ServiceStandard

if TYPE_CHECKING:
    from knowledge.routing.router import Router

_SQLITE = "sqlite:///"


def finder_in_force(screen: Screen) -> Finder:
    """Return a finder for the standards in force; makes no database if there is none yet."""
    settings = load_settings()
    found = _without_the_office(settings, screen)
    if found is not None:
        return Finder(_shelf(found))
    import asyncio

    return asyncio.run(_stored_finder(settings))


def router_in_force(screen: Screen) -> Router:
    """Return a router for the standards in force; makes no database if there is none yet."""
    from knowledge.routing.router import Router

    settings = load_settings()
    found = _without_the_office(settings, screen)
    if found is not None:
        extracts = {key: extract.routing for key, extract in found.extracts.items()}
        return Router(_shelf(found), extracts)
    import asyncio

    return asyncio.run(_stored_router(settings))


def standards_in_force(screen: Screen) -> tuple[ServiceStandard, ...]:
    """Return the standards in force; makes no database if there is none yet."""
    settings = load_settings()
    found = _without_the_office(settings, screen)
    if found is not None:
        return found.standards
    import asyncio

    return asyncio.run(_stored(settings))


def store_exists(settings: Settings) -> bool:
    """Tell whether there is a database: a server's always is, a file's after the first start."""
    url = settings.store_url
    return not url.startswith(_SQLITE) or Path(url.removeprefix(_SQLITE)).exists()


def _shelf(found: Glance) -> Shelf:
    extracts = {key: extract.finding for key, extract in found.extracts.items()}
    return Shelf(found.standards, found.editions, extracts)


def _without_the_office(settings: Settings, screen: Screen) -> Glance | None:
    """Return the standards in force, with what belongs to them, without opening the office."""
    if not store_exists(settings):
        return Glance(read_documents([shipped_documents()], screen), Editions(), {})
    return standards_at_a_glance(settings)


async def _stored_finder(settings: Settings) -> Finder:
    from bot.office import open_office

    async with open_office(settings) as office:
        return office.finder


async def _stored_router(settings: Settings) -> Router:
    from bot.office import open_office

    async with open_office(settings) as office:
        return office.finders.router


async def _stored(settings: Settings) -> tuple[ServiceStandard, ...]:
    from bot.office import open_office

    async with open_office(settings) as office:
        stored = await office.standards.list()
    return tuple(standard.standard() for standard in stored)
