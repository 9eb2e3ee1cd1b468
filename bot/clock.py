"""The clock that is passed in; nobody else asks for the present time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still until it is moved: for tests and for trying out deadlines."""

    def __init__(self, instant: datetime) -> None:
        """Start at an aware instant of any zone."""
        self._instant = _in_utc(instant)

    def now(self) -> datetime:
        """Return the instant the clock stands at, aware, in UTC."""
        return self._instant

    def move(self, span: timedelta) -> None:
        """Move on by a span, or back by a negative one."""
        self._instant += span

    def set(self, instant: datetime) -> None:
        """Stand at another aware instant."""
        self._instant = _in_utc(instant)


class MovedClock:
    """The machine's clock, put forward by a span: for trying out, never for an office at work."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        """Return the machine's instant and the span, aware, in UTC."""
        return datetime.now(UTC) + self.ahead

    def set(self, instant: datetime) -> None:
        """Go on from an aware instant."""
        self.ahead += _in_utc(instant) - self.now()


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("a clock needs an aware instant")
    return instant.astimezone(UTC)
