"""The polling door: asks Telegram for updates and hands them to the intake.

Telegram is told that updates were received (the offset moves on) only after they are committed.
A webhook is another door to the same intake and dispatcher.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.clock import Clock
from bot.domain.errors import StorageError
from bot.errors import PanduError
from bot.services.intake import Intake
from handlers.bot_api import OfficeBot
from handlers.failures import places

_log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
)
"""Named at every call: Telegram remembers the last list, and leaves out some kinds by default."""

POLL_SECONDS = 40
"""How long Telegram holds a call open while there is nothing to say."""

_BATCH = 100  # the most updates Telegram gives at once
_GRACE = 20  # seconds after which a call that should have ended is given up
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds
_MOST_CONFLICTS = 8  # with growing pauses, about three minutes


class RunError(PanduError):
    """The bot cannot go on: key `run.<what>`; ends with exit status 2."""


class Polling:
    """Takes updates in until stopped. `arrived` gets the chats (order keys) that have news.

    `last_success` is when Telegram last answered, for the watchdog.
    """

    def __init__(
        self,
        bot: OfficeBot,
        intake: Intake,
        clock: Clock,
        arrived: Callable[[Iterable[str]], None],
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._clock = clock
        self._arrived = arrived
        self._offset: int | None = None
        self._conflicts = 0
        self._troubles = 0
        self._stopped = asyncio.Event()
        self._error: Exception | None = None
        self.last_success: datetime = clock.now()

    async def run(self) -> None:
        """Poll until stopped.

        Raises RunError if the token is refused or another program polls, and whatever it was
        told to give up for.
        """
        while not self._stopped.is_set():
            pause = await self._try()
            if pause:
                await self._unless_stopped(asyncio.sleep(pause))
        if self._error is not None:
            raise self._error

    def stop(self) -> None:
        """Stop at once: what Telegram has not been told of, it will give again."""
        self._stopped.set()

    def give_up(self, error: Exception) -> None:
        """Stop, and let `run` raise this."""
        self._error = error
        self.stop()

    async def once(self, seconds: int = 0) -> None:
        """Ask once, and hand over what there is."""
        updates = await self._updates(seconds)
        self.last_success = self._clock.now()
        keys = await self._intake.receive(updates)
        if updates:
            self._offset = _next_offset(updates, self._offset)
            self._arrived(keys)

    async def _try(self) -> float:
        """Poll once; return the seconds to wait before the next time."""
        try:
            await self._unless_stopped(self.once(POLL_SECONDS))
        except InvalidToken as error:
            raise RunError("run.token_refused") from error
        except Conflict as error:
            self._conflicts += 1
            if self._conflicts >= _MOST_CONFLICTS:
                raise RunError("run.conflict") from error
            _log.error("another program polls with the same token; this one tries again")
            return self._pause()
        except RetryAfter as error:
            return _seconds(error)
        except (TelegramError, TimeoutError, StorageError) as error:
            return self._troubled(error)
        self._conflicts = self._troubles = 0
        return 0.0

    def _troubled(self, error: Exception) -> float:
        """Say at the first trouble, and at every tenth, that nothing comes in."""
        if self._troubles % 10 == 0:
            since = self.last_success.isoformat(timespec="seconds")
            _log.warning("no updates since %s: %s", since, type(error).__name__)
            _log.debug("%s", places(error))
        return self._pause()

    def _pause(self) -> float:
        self._troubles += 1
        return min(_FIRST_PAUSE * 2.0 ** min(self._troubles - 1, 10), _LONGEST_PAUSE)

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

    async def _unless_stopped(self, work: Any) -> None:  # noqa: ANN401 - any awaitable
        """Await it, but no longer than until stopped."""
        task, stopped = asyncio.ensure_future(work), asyncio.ensure_future(self._stopped.wait())
        done, pending = await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for left in pending:
            left.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        if task in done:
            task.result()


def _next_offset(updates: Iterable[Mapping[str, Any]], offset: int | None) -> int | None:
    ids = [u["update_id"] for u in updates if isinstance(u.get("update_id"), int)]
    return max(ids) + 1 if ids else offset


def _seconds(error: RetryAfter) -> float:
    """PTB gives a number of seconds or a timedelta, as PTB_TIMEDELTA says."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
