"""The fetcher: brings the files that people send from Telegram into the database.

What is wanted is a row, so a crash loses nothing. Each file is fetched beside everything else, a
few at a time, with bounds on size and time; what fails is tried again after growing pauses.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

from telegram.error import BadRequest, TelegramError

from bot.clock import Clock
from bot.domain.attachments import MOST_BYTES, Attachment, AttachmentState, SealedContent
from bot.domain.errors import StorageError
from bot.services.ports import UnitOfWork, UnitOfWorkFactory
from handlers.bot_api import FETCHES, FILE_TIME, OfficeBot

_log = logging.getLogger(__name__)
GIVE_UP_AFTER = timedelta(days=1)
MOST_ATTEMPTS = 8
"""A file is lost when it was tried so often and so long in vain."""

_LONGEST_FETCH = 120.0  # seconds
_PAUSES = (10, 60, 300, 1800, 7200)  # seconds after the first, second, ... attempt in vain
_IDLE = 5.0  # seconds until it is looked again whether something is wanted
_TOO_BIG = ("file is too big",)
_GONE = ("invalid file_id", "wrong file_id", "file reference")

Arrived: TypeAlias = Callable[[UnitOfWork, Attachment, datetime], Awaitable[None]]
"""Called in the unit that settles a file, with what it has become: whoever waits can be told."""


class Fetcher:
    """Fetches what is wanted. One a process; two that fetch the same file do no harm."""

    def __init__(
        self, bot: OfficeBot, unit_of_work: UnitOfWorkFactory, clock: Clock, arrived: Arrived
    ) -> None:
        self._bot = bot
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._arrived = arrived
        self._not_before: dict[int, datetime] = {}
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Fetch until stopped; what is under way then is left to the next start."""
        while not self._stopping.is_set():
            try:
                await self._step()
            except StorageError as error:
                _log.error("files cannot be fetched: %s", error)
            try:
                await asyncio.wait_for(self._stopping.wait(), _IDLE)
            except TimeoutError:
                continue
        for task in self._under_way.values():
            task.cancel()
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)

    def stop(self) -> None:
        """Stop soon."""
        self._stopping.set()

    async def drain(self) -> None:
        """Fetch all that may be fetched at this moment."""
        while await self._step():
            await asyncio.wait(self._under_way.values())

    async def _step(self) -> int:
        """Begin to fetch as many as there is room for; return how many are under way."""
        now = self._clock.now()
        resting = {one for one, until in self._not_before.items() if until > now}
        room = FETCHES - len(self._under_way)
        if room > 0:
            async with self._unit_of_work(writing=False) as work:
                skipped = resting | self._under_way.keys()
                wanted = await work.attachments.wanted(room, skipping=skipped)
            for file in wanted:
                task = asyncio.create_task(self._fetch(file))
                self._under_way[file.id] = task
                task.add_done_callback(partial(self._finished, file.id))
        return len(self._under_way)

    def _finished(self, file_id: int, _task: asyncio.Task[None]) -> None:
        self._under_way.pop(file_id, None)

    async def _fetch(self, file: Attachment) -> None:
        """Fetch one file and note what came of it; never raises but when it is stopped."""
        self._rest(file)
        try:
            state, content = await self._outcome(file)
            await self._settle(file, state, content)
        except StorageError as error:
            _log.error("attachment %d cannot be stored: %s", file.id, error)
        except Exception as error:
            _log.error("attachment %d: %s", file.id, type(error).__name__)

    async def _outcome(self, file: Attachment) -> tuple[AttachmentState, bytes | None]:
        if (file.facts.size or 0) > MOST_BYTES:
            return AttachmentState.TOO_BIG, None
        try:
            async with asyncio.timeout(_LONGEST_FETCH):
                content = await self._download(file.facts.file_id)
        except (TelegramError, TimeoutError, OSError) as error:
            return _refused(error) or self._in_vain(file, error), None
        state = AttachmentState.TOO_BIG if content is None else AttachmentState.STORED
        return state, content

    async def _download(self, file_id: str) -> bytes | None:
        """Return the content, or None if it is larger than a bot may fetch."""
        file = await self._bot.get_file(file_id)
        if (file.file_size or 0) > MOST_BYTES:
            return None
        content = bytes(await file.download_as_bytearray(read_timeout=FILE_TIME))
        return content if len(content) <= MOST_BYTES else None

    def _in_vain(self, file: Attachment, error: Exception) -> AttachmentState:
        old = self._clock.now() - file.added_at > GIVE_UP_AFTER
        lost = old and file.attempts + 1 >= MOST_ATTEMPTS
        kind = type(error).__name__
        _log.warning("attachment %d: attempt %d failed (%s)", file.id, file.attempts + 1, kind)
        return AttachmentState.LOST if lost else AttachmentState.WANTED

    def _rest(self, file: Attachment) -> None:
        """Leave it alone for a while, whatever comes of this attempt."""
        pause = _PAUSES[min(file.attempts, len(_PAUSES) - 1)]
        self._not_before[file.id] = self._clock.now() + timedelta(seconds=pause)

    async def _settle(
        self, file: Attachment, state: AttachmentState, content: bytes | None
    ) -> None:
        sealed: SealedContent | None = None
        if content is not None:
            async with self._unit_of_work(writing=False) as work:
                sealed = await work.attachments.seal(content)
        async with self._unit_of_work() as work:
            before = await work.attachments.get(file.id)
            if before is None or before.state is not AttachmentState.WANTED:
                return
            await work.attachments.settle(file.id, state, sealed)
            after = await work.attachments.get(file.id)
            if after is not None and state is not AttachmentState.WANTED:
                await self._arrived(work, after, self._clock.now())
            await work.commit()
        if state is not AttachmentState.WANTED:
            self._not_before.pop(file.id, None)


def _refused(error: Exception) -> AttachmentState | None:
    """Return what a refusal for good makes of a file; None for trouble that may pass."""
    said = error.message.lower() if isinstance(error, BadRequest) else ""
    if any(phrase in said for phrase in _TOO_BIG):
        return AttachmentState.TOO_BIG
    return AttachmentState.LOST if any(phrase in said for phrase in _GONE) else None
