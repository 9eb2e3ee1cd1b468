"""The polling door: asks Telegram for updates and hands them to the intake.

Telegram is told that updates were received (the offset moves on) only after they are committed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping
from typing import Any

from telegram.error import Conflict

from bot.clock import Clock
from bot.services.intake import Intake
from handlers.bot_api import OfficeBot
from handlers.door import ALLOWED_UPDATES, Arrived, Door, RunError

_log = logging.getLogger(__name__)

POLL_SECONDS = 40
"""How long Telegram holds a call open while there is nothing to say."""

_BATCH = 100  # the most updates Telegram gives at once
_GRACE = 20  # seconds after which a call that should have ended is given up
_MOST_CONFLICTS = 8  # with growing pauses, about three minutes


class Polling(Door):
    """The door that asks for updates; one process at a time may."""

    name = "polling"

    def __init__(self, bot: OfficeBot, intake: Intake, clock: Clock, arrived: Arrived) -> None:
        super().__init__(bot, intake, clock, arrived)
        self._offset: int | None = None
        self._conflicts = 0

    async def once(self, seconds: int = 0) -> None:
        """Ask once, and hand over what there is."""
        updates = await self._updates(seconds)
        self.last_success = self._clock.now()
        keys = await self._intake.receive(updates)
        if updates:
            self._offset = _next_offset(updates, self._offset)
            self._arrived(keys)

    async def _prepare(self) -> None:
        await self._bot.call("deleteWebhook", {"drop_pending_updates": False})

    async def _once(self) -> None:
        await self._unless_stopped(self.once(POLL_SECONDS))
        self._conflicts = 0

    def _troubled(self, error: Exception) -> float:
        if not isinstance(error, Conflict):
            return super()._troubled(error)
        self._conflicts += 1
        if self._conflicts >= _MOST_CONFLICTS:
            raise RunError("run.conflict") from error
        _log.error("another program polls with the same token; this one tries again")
        return self._pause()

    async def _updates(self, seconds: int) -> list[Mapping[str, Any]]:
        payload = {
            "offset": self._offset,
            "limit": _BATCH,
            "timeout": seconds,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        call = self._bot.call("getUpdates", payload, read_timeout=seconds + _GRACE / 2)
        result: list[Mapping[str, Any]] = await asyncio.wait_for(call, seconds + _GRACE)
        return result


def _next_offset(updates: Iterable[Mapping[str, Any]], offset: int | None) -> int | None:
    ids = [u["update_id"] for u in updates if isinstance(u.get("update_id"), int)]
    return max(ids) + 1 if ids else offset
