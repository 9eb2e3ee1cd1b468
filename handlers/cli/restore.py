"""pandu restore: a backup in the place of the database, which is itself saved first."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.clock import SystemClock
from bot.domain.errors import StorageError
from bot.office import back_up_office, restore_office
from bot.settings import Settings, load_settings
from bot.storage.archive import Manifest
from handlers.cli.screen import Screen


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("file", type=Path, metavar="FILE")


def execute(options: Namespace, screen: Screen) -> int:
    """Put the backup in place; what was there before is in a backup beside the data."""
    manifest, saved = asyncio.run(_restore(load_settings(), options.file))
    screen.say("restore_done", file=options.file, made_at=manifest.made_at, saved=saved)
    return 0


async def _restore(settings: Settings, file: Path) -> tuple[Manifest, Path | None]:
    """Return what was restored, and where the data that it replaced are kept, if there were any."""
    try:
        return await restore_office(settings, file), None
    except StorageError as error:
        if error.key != "backup.not_empty":
            raise
    saved = settings.data_dir / f"before-restore-{SystemClock().now():%Y%m%d-%H%M%S-%f}.backup"
    saved.parent.mkdir(parents=True, exist_ok=True)
    await back_up_office(settings, saved)
    return await restore_office(settings, file, replacing=True), saved
