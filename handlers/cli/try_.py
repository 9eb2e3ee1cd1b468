"""pandu try: the same bot on a stand-in for Telegram, with a chat page in the browser."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import sys
import webbrowser
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.settings import load_settings
from handlers.cli.documents import read_documents
from handlers.cli.errors import CommandError
from handlers.cli.screen import Screen
from handlers.run import stopping_on_signals
from handlers.try_out import TryOut
from knowledge.library import shipped_documents
from simulator import SimulatorError

_LISTEN = "127.0.0.1:8000"
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def declare(parser: ArgumentParser) -> None:
    """Add where to listen, and whether to open the page."""
    parser.add_argument("--listen", default=_LISTEN, metavar="HOST:PORT")
    parser.add_argument("--open", action="store_true")


def execute(options: Namespace, screen: Screen) -> int:
    """Run until Ctrl-C or SIGTERM; warnings go to standard output."""
    logging.basicConfig(level=logging.WARNING, format=_FORMAT, stream=sys.stdout)
    host, port = _address(options.listen)
    try:
        asyncio.run(_try(host, port, screen, _opened(screen, may_open=options.open)))
    except SimulatorError as error:
        raise CommandError(f"try_{error.key}", **error.values) from error
    screen.say("run_ended")
    return 0


async def _try(host: str, port: int, screen: Screen, opened: Callable[[str], None]) -> None:
    settings = load_settings()
    try_out = TryOut(settings, read_documents([shipped_documents()], screen))
    stop = asyncio.Event()
    with only_one_in(try_out.folder), stopping_on_signals(stop):
        await try_out.run(host, port, stop, opened)


def _address(listen: str) -> tuple[str, int]:
    host, _, port = listen.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise CommandError("try_bad_listen", listen=listen)
    return host.strip("[]"), int(port)


def _opened(screen: Screen, *, may_open: bool) -> Callable[[str], None]:
    """Return what tells the address, and opens it if that is wished for and there is a browser."""

    def opened(address: str) -> None:
        screen.say("try_ready", address=address)
        if may_open and not _open(address):
            screen.say("try_no_browser")

    return opened


def _open(address: str) -> bool:
    """Open a browser window; one that would take over this terminal is left alone."""
    try:
        browser = webbrowser.get()
        in_terminal = type(browser) is webbrowser.GenericBrowser
        return not in_terminal and browser.open(address)
    except webbrowser.Error:
        return False


@contextmanager
def only_one_in(folder: Path) -> Iterator[None]:
    """Keep a second try-out out of the folder: each would undo what the other has saved.

    A database's lock serves, as the system gives it back whatever ends the process.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / "lock", timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise CommandError("try_folder_denied", path=str(folder)) from error
    with closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise CommandError("try_already_open", path=str(folder)) from error
        yield
