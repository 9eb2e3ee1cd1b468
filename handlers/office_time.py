"""The time of the try-out: the machine's, put forward by the page and kept for the next start."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import MovedClock
from bot.domain.working_time.calendar import office_calendar


class OfficeTime:
    """What the stand-in moves and the bot reads; `file` remembers how far it is ahead."""

    def __init__(self, zone: ZoneInfo, file: Path) -> None:
        """Go on as far ahead as the file says; without one, at the machine's time."""
        self._zone = zone
        self._file = file
        self.clock = MovedClock(_ahead(file))
        self.moved: Callable[[], None] = lambda: None
        self.due: Callable[[], Awaitable[datetime | None]] = _nothing

    def now(self) -> datetime:
        """Return the present instant in the office's zone."""
        return self.clock.now().astimezone(self._zone)

    def move(self, to: datetime, /) -> None:
        """Go to an instant, and let happen what is due by then."""
        self.clock.set(to)
        self._file.write_text(str(self.clock.ahead.total_seconds()), "ascii")
        self.moved()

    def next_morning(self) -> datetime:
        """Return when the next working day begins."""
        calendar, now = office_calendar(self._zone), self.now()
        today = calendar.opening(now.date())
        if today is not None and now < today:
            return today
        tomorrow = now.date() + timedelta(days=1)
        return calendar.next_opening(datetime.combine(tomorrow, time(), self._zone))

    async def next_reminder(self) -> datetime | None:
        """Return when the next message is due that waits for its time; None if none does."""
        due = await self.due()
        return due.astimezone(self._zone) if due is not None and due > self.now() else None

    def reset(self) -> None:
        """Be the machine's time again."""
        self._file.unlink(missing_ok=True)
        self.clock.ahead = timedelta()


def _ahead(file: Path) -> timedelta:
    """Return what the file says; one that cannot be read says nothing."""
    try:
        return timedelta(seconds=float(file.read_text("ascii")))
    except (OSError, ValueError, OverflowError):
        return timedelta()


async def _nothing() -> datetime | None:
    return None
