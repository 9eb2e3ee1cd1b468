"""What happens in the town, told to every open page."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Event = dict[str, Any]
_MOST_WAITING = 1000


class Events:
    """Hands each event to all listeners; None is the last thing that a listener gets."""

    def __init__(self) -> None:
        """Begin without listeners."""
        self._listeners: set[asyncio.Queue[Event | None]] = set()

    def tell(self, kind: str, **values: object) -> None:
        """Tell all pages, a message as it is then.

        One that does not keep up is let go, and loads everything anew.
        """
        for listener in list(self._listeners):
            if listener.qsize() >= _MOST_WAITING:
                self._listeners.discard(listener)
                listener.put_nowait(None)
            else:
                listener.put_nowait({"type": kind, **values})

    @contextmanager
    def listening(self) -> Iterator[asyncio.Queue[Event | None]]:
        """Return a queue that gets what happens from now on."""
        listener: asyncio.Queue[Event | None] = asyncio.Queue()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    def close(self) -> None:
        """Let all listeners go."""
        for listener in self._listeners:
            listener.put_nowait(None)
        self._listeners.clear()
