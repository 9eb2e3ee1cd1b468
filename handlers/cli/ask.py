"""pandu ask: questions in the terminal, or as JSON lines from standard input."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from handlers.cli.arguments import add_standards_option
from handlers.cli.documents import standards_to_answer_from
from handlers.cli.screen import Screen


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("--json", action="store_true")
    add_standards_option(parser)


def execute(options: Namespace, screen: Screen) -> int:
    """Answer until the input ends."""
    from knowledge.finding.finder import Finder

    finder = Finder(standards_to_answer_from(options.standards, screen))
    if options.json:
        from handlers.cli.json_lines import JsonLines

        return JsonLines(finder, screen, language=options.language).answer_all(sys.stdin.buffer)
    from handlers.cli.conversation import Conversation

    return Conversation(finder, screen, language=options.language).hold()
