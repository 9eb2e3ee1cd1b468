"""Which chat is handled when: in order within a chat, side by side across chats."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable

from bot.domain.errors import StorageError
from handlers.desk import Desk
from handlers.failures import places

_log = logging.getLogger(__name__)
SIDE_BY_SIDE = 16
"""Chats that are handled at once."""


class Dispatcher:
    """Runs the desk for chats that have news, each in a task of its own while it has any."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._slots = asyncio.Semaphore(SIDE_BY_SIDE)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._stopping = False

    def arrived(self, order_keys: Iterable[str]) -> None:
        """Handle what waits in these chats; safe to call again for a chat that is under way."""
        for key in order_keys:
            if self._stopping:
                return
            if key in self._tasks:
                self._again.add(key)
            else:
                self._tasks[key] = asyncio.create_task(self._handle(key))

    async def drain(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.wait(self._tasks.values())

    async def stop(self) -> None:
        """Take on nothing more; finish the updates that are being handled."""
        self._stopping = True
        await self.drain()

    async def _handle(self, key: str) -> None:
        try:
            await self._until_done(key)
        except StorageError as error:
            _log.error("chat %s waits: the database cannot be used: %s", key, error)
        except Exception as error:
            _log.error("chat %s waits, something unforeseen happened\n%s", key, places(error))
        finally:
            del self._tasks[key]

    async def _until_done(self, key: str) -> None:
        """Handle one update after another, giving way to other chats in between."""
        more = True
        while more and not self._stopping:
            self._again.discard(key)
            async with self._slots:
                handled = await self._desk.next(key)
            more = key in self._again or (handled is not None and handled.more)
