"""pandu read: what a document says, as it was read, for people or as JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.services.reader import read_path
from handlers.cli.arguments import add_standards_option
from handlers.cli.documents import name_problems
from handlers.cli.errors import CommandError
from handlers.cli.screen import Screen
from knowledge.library import Library
from knowledge.model import ServiceStandard
from knowledge.report import as_report


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    add_standards_option(parser)


def execute(options: Namespace, screen: Screen) -> int:
    """Print every standard that the files hold; 2 if a file holds none or cannot be read."""
    paths = [*options.files, *(options.standards or ())]
    if not paths:
        raise CommandError("missing_argument", command="pandu read", what="FILE")
    standards: list[ServiceStandard] = []
    status = 0
    for path in paths:
        library, problems = Library.load([path], read_path)
        standards += library.values()
        name_problems(problems, screen)
        if problems or not library:
            status = 2
        if not problems and not library:
            screen.fail("documents_none", paths=str(path))
    if options.json:
        screen.data([as_report(standard) for standard in standards], indent=2)
    else:
        for standard in standards:
            screen.say("read_summary", standard=standard)
            screen.show("")
    return status
