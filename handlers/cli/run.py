"""pandu run: the bot on Telegram, until it is stopped."""

from __future__ import annotations

import asyncio
import logging
import sys
from argparse import ArgumentParser, Namespace

from bot.settings import load_settings
from handlers.cli.screen import Screen
from handlers.run import run

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def declare(parser: ArgumentParser) -> None:
    """Add nothing: all that can be set is a setting."""


def execute(options: Namespace, screen: Screen) -> int:
    """Run until Ctrl-C or SIGTERM.

    The log goes to standard output: on standard error stands only why the bot cannot go on.
    """
    logging.basicConfig(level=logging.INFO, format=_FORMAT, stream=sys.stdout)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    asyncio.run(run(load_settings()))
    screen.say("run_ended")
    return 0
