"""The sender: delivers the outbox's rows, within Telegram's limits, and notes what came of them.

Order is kept in each chat; chats do not wait for one another. One sender a process; several
processes may send from one PostgreSQL database.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.clock import Clock
from bot.domain.errors import StorageError
from bot.domain.messages import ClaimedMessage
from bot.domain.pace import Limits
from bot.services.ports import UnitOfWorkFactory
from handlers.bot_api import CONCURRENCY
from handlers.delivery import Delivered

_log = logging.getLogger(__name__)
LEASE = timedelta(minutes=2)
"""Longer than any attempt takes; then a message whose sender vanished counts as uncertain."""

IDLE = 30.0
"""Seconds after which a sender looks whether anything is due, even if not woken."""

_AFTER_TROUBLE = 5.0  # seconds until the database is tried again


Attempt: TypeAlias = Callable[[ClaimedMessage, datetime], Awaitable[Delivered]]


class Sender:
    """Sends what is queued: `attempt` tries once. `queued` is set by whoever queues something."""

    def __init__(
        self,
        attempt: Attempt,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        limits: Limits,
        queued: asyncio.Event,
    ) -> None:
        self._attempt = attempt
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._limits = limits
        self._news = queued
        self._under_way: set[asyncio.Task[None]] = set()
        self._delivered: list[tuple[ClaimedMessage, Delivered]] = []
        self._moved: dict[int, int] = {}
        self._stopping = False

    async def run(self) -> None:
        """Send until stopped; what is under way or was just queued then is still sent."""
        while not self._stopping:
            self._news.clear()
            try:
                pause = await self._step()
            except StorageError as error:
                _log.error("the outbox cannot be used: %s", error)
                pause = _AFTER_TROUBLE
            if pause and not self._stopping:
                await self._wait(pause)
        await self._step()
        await self.drain(claim=False)

    def stop(self) -> None:
        """Stop soon."""
        self._stopping = True
        self._news.set()

    async def drain(self, *, claim: bool = True) -> None:
        """Deliver all that may go at this moment, and note it."""
        while True:
            before = len(self._delivered)
            pause = await self._step(claim=claim)
            if self._under_way:
                await asyncio.wait(self._under_way)
            elif pause and not before:
                return

    async def _step(self, *, claim: bool = True) -> float:
        """Note what was delivered, take on what may go; return how long there is nothing to do."""
        now = self._clock.now()
        noted = list(self._delivered)
        room = min(self._limits.room(now), CONCURRENCY - len(self._under_way)) if claim else 0
        claimed: tuple[ClaimedMessage, ...] = ()
        pause = IDLE
        async with self._unit_of_work() as work:
            await work.outbox.settle([delivered.outcome for _, delivered in noted], now)
            for message, delivered in noted:
                if delivered.unreachable and message.chat_id is not None:
                    await work.people.set_unreachable(message.chat_id, now)
            if room:
                held = self._limits.held(now)
                claimed = await work.outbox.claim(room, now, LEASE, held=held)
            more = bool(room) and len(claimed) == room
            if claim and not more:
                pause = self._pause(await work.outbox.next_due(now), now)
            await work.commit()
        del self._delivered[: len(noted)]
        for message in claimed:
            self._send(message, now)
        return 0.0 if more else pause

    def _pause(self, due: datetime | None, now: datetime) -> float:
        """Return the seconds until something may go; until woken, if nothing is queued."""
        if due is None:
            return IDLE
        free = due if due > now else self._limits.next_free(now)
        if free is None or free <= now:
            return IDLE  # all slots are taken: the next delivery wakes us
        return min((free - now).total_seconds(), IDLE)

    def _send(self, message: ClaimedMessage, now: datetime) -> None:
        if message.chat_id is not None:
            self._limits.note(message.chat_id, now)
        task = asyncio.create_task(self._deliver(message))
        self._under_way.add(task)
        task.add_done_callback(self._finished)

    async def _deliver(self, message: ClaimedMessage) -> None:
        delivered = await self._attempt(self._redirected(message), self._clock.now())
        if message.chat_id is not None:
            if delivered.halt is not None:
                self._limits.halt(message.chat_id, delivered.halt)
            if delivered.moved_to is not None:
                self._moved[message.chat_id] = delivered.moved_to
        self._delivered.append((message, delivered))

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._news.set()

    def _redirected(self, message: ClaimedMessage) -> ClaimedMessage:
        """Send to the id that the chat has now."""
        new = self._moved.get(message.chat_id) if message.chat_id is not None else None
        if new is None:
            return message
        payload = {**message.payload, "chat_id": new}
        payload.pop("reply_parameters", None)
        return replace(message, payload=payload)

    async def _wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._news.wait(), seconds)
        except TimeoutError:
            return
