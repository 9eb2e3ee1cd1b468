"""The two bots that are measured, each as a process of its own on a processor of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOKEN = "1000000000:BenchmarkOnlyThisOpensNothingAtAll0"  # noqa: S105 - the stand-in takes any
BOTS = ("echo", "pandu")
DOORS = ("polling", "webhook")


@asynccontextmanager
async def running(
    bot: str, door: str, api: str, webhook: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a bot on the stand-in at `api`, with a fresh data folder."""
    with tempfile.TemporaryDirectory() as folder:
        command, own = _echo(door, api, webhook), dict[str, str]()
        if bot == "pandu":
            command, own = _pandu(door, api, webhook, folder)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *command,
            cwd=folder,
            env={**_inherited(), **own, "PYTHONPATH": str(ROOT)},
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        _pin(process.pid)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            await process.wait()


def _echo(door: str, api: str, webhook: str) -> list[str]:
    return ["benchmarks.replies.echo", api, TOKEN, *([webhook] if door == "webhook" else [])]


def _pandu(door: str, api: str, webhook: str, folder: str) -> tuple[list[str], dict[str, str]]:
    """Return the real program, with Telegram's limits on sending switched off."""
    own = {
        "PANDU_TELEGRAM_TOKEN": TOKEN,
        "PANDU_TELEGRAM_API": api,
        "PANDU_DATA_DIR": folder,
        "PANDU_MESSAGES_PER_SECOND": "0",
        "PANDU_MESSAGES_PER_CHAT_SECOND": "0",
        "PANDU_MESSAGES_PER_GROUP_MINUTE": "0",
    }
    if door == "webhook":
        own |= {"PANDU_WEBHOOK_URL": f"http://{webhook}/pandu", "PANDU_WEBHOOK_LISTEN": webhook}
    return ["handlers", "run"], own


def _inherited() -> Mapping[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PANDU_")}


def _pin(pid: int) -> None:
    """Give the bot the last processor, where the system lets us; the stand-in has the others."""
    if hasattr(os, "sched_setaffinity"):
        processors = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(pid, processors[-1:])
