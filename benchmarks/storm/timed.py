"""`pandu run` whose clock is put forward by a file: for storms over deadlines, never for an office.

python -m benchmarks.storm.timed FILE
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.settings import load_settings
from handlers import housekeeping, sender
from handlers.run import run

_EVERY = timedelta(milliseconds=300)  # nobody waits 20 seconds here, and time leaps meanwhile


class FileClock:
    """The machine's clock and the seconds that a file names; another process writes it."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=float(self._file.read_text("ascii")))

    def set(self, instant: datetime) -> None:
        """Go on from an aware instant; whoever reads never sees half a number."""
        ahead = (instant - datetime.now(UTC)).total_seconds()
        new = self._file.with_suffix(".new")
        new.write_text(str(ahead), "ascii")
        new.replace(self._file)


if __name__ == "__main__":
    housekeeping.EVERY, sender.IDLE = _EVERY, _EVERY.total_seconds()
    asyncio.run(run(load_settings(), FileClock(Path(sys.argv[1]))))
