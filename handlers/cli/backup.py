"""pandu backup: the whole database and its key, in one file."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.office import back_up_office
from bot.settings import load_settings
from handlers.cli.screen import Screen


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("file", type=Path, metavar="FILE")


def execute(options: Namespace, screen: Screen) -> int:
    """Write the file, which must not exist yet; a bot may run meanwhile."""
    settings = load_settings()
    manifest = asyncio.run(back_up_office(settings, options.file))
    has_key = settings.secret_key is None
    screen.say("backup_done", file=options.file, made_at=manifest.made_at, has_key=has_key)
    return 0
