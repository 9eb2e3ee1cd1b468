"""The time of the try-out: the machine's own, or one that the page may move."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Protocol

from simulator.errors import PageError


class ClockControl(Protocol):
    """A clock that can be moved, lent by whoever starts the stand-in.

    All but `now` may be plain methods or coroutines; all instants are aware.
    """

    def now(self) -> datetime:
        """Return the present instant in the office's zone."""
        ...

    def move(self, to: datetime, /) -> Awaitable[None] | None:
        """Go to an instant, and let happen what is due by then."""
        ...

    def next_reminder(self) -> Awaitable[datetime | None] | datetime | None:
        """Return when the next reminder is due; None if none waits."""
        ...

    def next_morning(self) -> Awaitable[datetime] | datetime:
        """Return when the next working day begins."""
        ...


def present(clock: ClockControl | None) -> datetime:
    """Return the time of the try-out, aware, in the zone of the clock or of the machine."""
    return clock.now() if clock is not None else datetime.now().astimezone()


async def move(clock: ClockControl | None, add_hours: object, to: object) -> None:
    """Move the clock as the page asks: by hours, or to a named or written instant."""
    if clock is None:
        raise PageError("This clock cannot be moved.", 409)
    target = await _target(clock, add_hours, to)
    moved = clock.move(target)
    if moved is not None:
        await moved


async def _target(clock: ClockControl, add_hours: object, to: object) -> datetime:
    if isinstance(add_hours, int | float) and not isinstance(add_hours, bool):
        if not 0 < add_hours <= 24 * 366:
            raise PageError("The hours have to be more than 0 and at most a year.")
        return clock.now() + timedelta(hours=add_hours)
    if to == "next_morning":
        morning = clock.next_morning()
        return await morning if inspect.isawaitable(morning) else morning
    if to == "next_reminder":
        return await _reminder(clock)
    return _written(clock, to)


async def _reminder(clock: ClockControl) -> datetime:
    found = clock.next_reminder()
    reminder = await found if inspect.isawaitable(found) else found
    if reminder is None:
        raise PageError("No reminder waits.", 409)
    return reminder


def _written(clock: ClockControl, to: object) -> datetime:
    """Read an ISO date-time; one without an offset is in the clock's zone."""
    try:
        instant = datetime.fromisoformat(str(to))
    except ValueError:
        raise PageError("Give add_hours, or to: next_morning, next_reminder or a time.") from None
    now = clock.now()
    instant = instant if instant.tzinfo else instant.replace(tzinfo=now.tzinfo)
    if instant < now:
        raise PageError("The clock only moves forward.")
    return instant
