"""A door through which updates come in: kept open until stopped, with growing pauses in trouble.

There are two, polling and webhook; behind both stand the same intake and dispatcher.
"""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import ClassVar, TypeAlias

from telegram.error import InvalidToken, RetryAfter, TelegramError

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

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds

Arrived: TypeAlias = Callable[[Iterable[str]], None]


class RunError(PanduError):
    """The bot cannot go on: key `run.<what>`; ends with exit status 2."""


class Door(ABC):
    """Takes updates in until stopped. `arrived` gets the chats (order keys) that have news.

    `last_success` is when Telegram last answered, for the watchdog.
    """

    name: ClassVar[str]

    def __init__(self, bot: OfficeBot, intake: Intake, clock: Clock, arrived: Arrived) -> None:
        self._bot = bot
        self._intake = intake
        self._clock = clock
        self._arrived = arrived
        self._troubles = 0
        self._prepared = False
        self._stopped = asyncio.Event()
        self._error: Exception | None = None
        self.last_success: datetime = clock.now()

    async def run(self) -> None:
        """Stay open until stopped.

        Raises RunError if Telegram refuses the token or the door, and whatever it was told to
        give up for.
        """
        while not self._stopped.is_set():
            pause = await self._try()
            if pause:
                await self._unless_stopped(asyncio.sleep(pause))
        if self._error is not None:
            raise self._error

    def stop(self) -> None:
        """Close at once: what Telegram has not been told of, it will give again."""
        self._stopped.set()

    def give_up(self, error: Exception) -> None:
        """Close, and let `run` raise this."""
        self._error = error
        self.stop()

    def clock_moved(self) -> None:
        """Count a silence of Telegram from now: the clock was put forward, no time has passed."""
        self.last_success = self._clock.now()

    @abstractmethod
    async def _prepare(self) -> None:
        """Tell Telegram by which door updates are to come."""

    @abstractmethod
    async def _once(self) -> None:
        """Do once what keeps the door open."""

    async def _try(self) -> float:
        """Do it once, or wait out the trouble there is; return the seconds until the next time."""
        try:
            if not self._prepared:
                await self._prepare()
                self._prepared = True
            await self._once()
        except InvalidToken as error:
            raise RunError("run.token_refused") from error
        except RetryAfter as error:
            return _seconds(error)
        except (TelegramError, TimeoutError, StorageError) as error:
            return self._troubled(error)
        self._troubles = 0
        return 0.0

    def _troubled(self, error: Exception) -> float:
        """Say at the first trouble, and at every tenth, that nothing comes in."""
        if self._troubles % 10 == 0:
            since = self.last_success.isoformat(timespec="seconds")
            _log.warning("no answer from Telegram since %s: %s", since, type(error).__name__)
            _log.debug("%s", places(error))
        return self._pause()

    def _pause(self) -> float:
        self._troubles += 1
        return min(_FIRST_PAUSE * 2.0 ** min(self._troubles - 1, 10), _LONGEST_PAUSE)

    async def _unless_stopped(self, work: Awaitable[object]) -> None:
        """Await it, but no longer than until stopped."""
        task, stopped = asyncio.ensure_future(work), asyncio.ensure_future(self._stopped.wait())
        done, pending = await asyncio.wait([task, stopped], return_when=asyncio.FIRST_COMPLETED)
        for left in pending:
            left.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        if task in done:
            task.result()


def _seconds(error: RetryAfter) -> float:
    """PTB gives a number of seconds or a timedelta, as PTB_TIMEDELTA says."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
