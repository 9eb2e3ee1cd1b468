"""pandu tidy: what the running bot forgets once a day, now; or, as a dry run, what it would."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace

from bot.domain.errors import StorageError
from bot.office import open_office
from bot.services.retention import Forgetting
from bot.settings import Settings, load_settings
from handlers.cli.in_force import store_exists
from handlers.cli.screen import Screen


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("--dry-run", action="store_true")


def execute(options: Namespace, screen: Screen) -> int:
    """Print what goes, or would go; a bot may run meanwhile."""
    settings = load_settings()
    if not store_exists(settings):
        raise StorageError("backup.nothing", database=settings.store_file)
    planned, count = asyncio.run(_tidy(settings, only_plan=options.dry_run))
    screen.say("tidy_plan", planned=planned, dry=options.dry_run)
    for ticket in planned.tickets:
        screen.say("tidy_ticket", ticket=ticket)
    if count is not None:
        screen.say("tidy_done", count=count)
    return 0


async def _tidy(settings: Settings, *, only_plan: bool) -> tuple[Forgetting, int | None]:
    """Return what was planned, and how many rows went (None in a dry run)."""
    async with open_office(settings) as office:
        planned = await office.retention.plan()
        if only_plan:
            return planned, None
        return planned, await office.tidying.run() + await office.retention.run()
