"""pandu standards: which standards are in force."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime

from bot.settings import Settings, load_settings
from handlers.cli.documents import read_documents
from handlers.cli.in_force import store_exists
from handlers.cli.screen import Screen
from knowledge.library import shipped_documents
from knowledge.model import ServiceStandard


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("--json", action="store_true")


def execute(options: Namespace, screen: Screen) -> int:
    """Print the standards in force, by title; the shipped ones while there is no database."""
    settings = load_settings()
    if store_exists(settings):
        found = _in_database(settings)
    else:
        shipped = read_documents([shipped_documents()], screen)
        found = [(standard, None) for standard in sorted(shipped, key=lambda s: s.title)]
    if options.json:
        screen.data([_record(standard, loaded_at) for standard, loaded_at in found], indent=2)
    elif found:
        screen.say("standards_list", standards=[standard for standard, _ in found])
    else:
        screen.say("standards_none")
    return 0


def _in_database(settings: Settings) -> list[tuple[ServiceStandard, datetime | None]]:
    import asyncio

    from bot.office import open_office

    async def load() -> list[tuple[ServiceStandard, datetime | None]]:
        async with open_office(settings) as office:
            stored = await office.standards.list()
        return [(standard.standard(), standard.loaded_at) for standard in stored]

    return asyncio.run(load())


def _record(standard: ServiceStandard, loaded_at: datetime | None) -> dict[str, object]:
    """Return a standard as scripts read it; `loaded_at` is null for one that only ships."""
    return {
        "id": standard.id,
        "title": standard.title,
        "file": standard.file,
        "unit": standard.unit,
        "responsible": standard.responsible,
        "steps": sum(1 for _ in standard.walk_steps()),
        "missing": list(standard.components_missing),
        "loaded_at": None if loaded_at is None else loaded_at.isoformat(),
    }
