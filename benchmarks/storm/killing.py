"""The real program as a process that is killed without warning and started again."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOKEN = "1000000000:BenchmarkOnlyThisOpensNothingAtAll0"  # noqa: S105 - the stand-in takes any


class Victim:
    """`pandu run` on a data folder and a stand-in for Telegram, or another module that runs it."""

    def __init__(
        self,
        api: str,
        folder: Path,
        program: Sequence[str] = ("handlers", "run"),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        own = {
            "PANDU_TELEGRAM_TOKEN": TOKEN,
            "PANDU_TELEGRAM_API": api,
            "PANDU_DATA_DIR": str(folder),
            "PANDU_MESSAGES_PER_SECOND": "0",
            "PANDU_MESSAGES_PER_CHAT_SECOND": "0",
        }
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("PANDU_")}
        added = environment or {}
        self._environment = {**inherited, **own, **added, "PYTHONPATH": str(ROOT)}
        self._program = program
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None
        self.kills = 0

    @property
    def is_dead(self) -> bool:
        """Tell whether no process runs."""
        return self._process is None or self._process.returncode is not None

    async def start(self) -> None:
        """Start it; it says nothing of when it is ready."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *self._program,
            cwd=self._folder,
            env=self._environment,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )

    async def end(self, number: signal.Signals) -> None:
        """Send a signal and wait for the end."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(number)
            await self._process.wait()

    async def dies(self, times: int, at_work: asyncio.Event) -> None:
        """Be killed so often, each time a moment after it was seen at work."""
        for _ in range(times):
            await at_work.wait()
            await asyncio.sleep(random.uniform(0, 0.6))  # noqa: S311 - any moment will do
            await self.end(signal.SIGKILL)
            self.kills += 1
            at_work.clear()
            await self.start()
