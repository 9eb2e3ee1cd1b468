"""pandu add: loads standards into the database, all of the files or none."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from bot.office import open_office
from bot.services.reader import read_path
from bot.services.standards import LoadReport
from bot.settings import Settings, load_settings
from handlers.cli.documents import problem_key
from handlers.cli.errors import CommandError
from handlers.cli.screen import Screen
from knowledge.library import Library


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")


def execute(options: Namespace, screen: Screen) -> int:
    """Load the files; refuses them all where one cannot be read."""
    settings = load_settings()
    _refuse_bad(options.files)
    report = asyncio.run(_load(settings, options.files))
    for loaded in report.loaded:
        screen.say(
            "add_loaded",
            title=loaded.standard.title,
            file=loaded.standard.file,
            change=str(loaded.change),
            missing=loaded.standard.components_missing,
        )
    for refused in report.refused:
        screen.fail(f"document_{refused.key}", **refused.values)
    return 2 if report.refused else 0


def _refuse_bad(files: Sequence[Path]) -> None:
    """Raise CommandError for the first file that is no standard, or the second of the same one."""
    for file in files:
        if file.is_dir():
            raise CommandError("document_folder", file=str(file))
    _, problems = Library.load(files, read_path)
    for problem in problems:
        raise CommandError(problem_key(problem), **problem.values)


async def _load(settings: Settings, files: Sequence[Path]) -> LoadReport:
    async with open_office(settings) as office:
        return await office.standards.add(files)
