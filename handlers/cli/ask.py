"""pandu ask: questions in the terminal, or as JSON lines from standard input."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from handlers.cli.arguments import add_standards_option
from handlers.cli.documents import read_documents
from handlers.cli.screen import Screen
from knowledge.finding.finder import Finder


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("--json", action="store_true")
    add_standards_option(parser)


def execute(options: Namespace, screen: Screen) -> int:
    """Answer until the input ends."""
    finder = _finder(options.standards, screen)
    if options.json:
        from handlers.cli.json_lines import JsonLines

        return JsonLines(finder, screen, language=options.language).answer_all(sys.stdin.buffer)
    from handlers.cli.conversation import Conversation

    if not options.standards:
        _tell_about_telegram(screen)
    return Conversation(finder, screen, language=options.language).hold()


def _finder(paths: Sequence[Path] | None, screen: Screen) -> Finder:
    """Return the finder for the named documents; without any, for the standards in force."""
    if paths:
        return Finder(read_documents(paths, screen))
    from handlers.cli.in_force import finder_in_force

    return finder_in_force(screen)


def _tell_about_telegram(screen: Screen) -> None:
    """Say why this is no chat, to whoever has not given a token yet."""
    from bot.settings import load_settings

    if load_settings().telegram_token is None:
        screen.say("ask_without_token")
