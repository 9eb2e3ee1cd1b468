"""What has to be done again and again while the bot runs, every few seconds."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.domain.errors import DomainError
from bot.errors import PanduError
from bot.office import Office
from bot.services.leases import Lease
from handlers.dispatcher import Dispatcher
from handlers.door import Door
from handlers.failures import places
from handlers.officials.notices import EndedNotices
from handlers.texts import office_texts
from handlers.ticket_hints import TicketHints

_log = logging.getLogger(__name__)
EVERY = timedelta(seconds=20)
SILENCE = timedelta(minutes=5)
"""After so long without an answer of Telegram the log says so at each round."""

_STUCK = timedelta(seconds=30)  # an update that waits longer is offered again
_TIDY_EVERY = timedelta(days=1)


class Housekeeping:
    """Renews the lease, takes up what was left lying, shows signs of life, tidies once a day."""

    def __init__(
        self,
        office: Office,
        lease: Lease,
        door: Door,
        dispatcher: Dispatcher,
        hints: TicketHints,
    ) -> None:
        self._office = office
        self._hints = hints
        self._lease = lease
        self._door = door
        self._dispatcher = dispatcher
        self._ended = EndedNotices(office, office_texts(office.settings.zone))
        self._tidied: datetime | None = None
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Begin; a late round is run all the same, and never two at once."""
        logging.getLogger("apscheduler").setLevel(logging.WARNING)  # else a line each round
        for job in (self.round, self.redate):
            self._scheduler.add_job(
                job,
                "interval",
                seconds=EVERY.total_seconds(),
                misfire_grace_time=None,
                coalesce=True,
                max_instances=1,
            )
        self._scheduler.start()

    def stop(self) -> None:
        """Begin no more rounds."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def round(self) -> None:
        """Do everything once; trouble with one thing does not keep the others from being done."""
        duties = (self._renew, self._take_up, self._show_life, self._follow, self._tell_ended)
        for duty in (*duties, self._watch, self._tidy):
            await _tried(duty)

    async def redate(self) -> None:
        """Bring dates in line with changed rules; a job of its own, for it may take minutes."""
        await _tried(self._hints.moved.round)

    async def _renew(self) -> None:
        """Hold the lease; if another process has it by now, this one stops."""
        try:
            await self._lease.renew()
        except DomainError as error:
            self._door.give_up(error)
            raise

    async def _take_up(self) -> None:
        """Offer again what waits too long, and settle what a vanished sender left."""
        self._dispatcher.arrived(await self._office.intake.waiting(_STUCK))
        now = self._office.clock.now()
        async with self._office.unit_of_work() as work:
            await work.outbox.expire(now)
            await work.commit()

    async def _show_life(self) -> None:
        """Beat only while Telegram answers: an old beat is what a check looks for."""
        now = self._office.clock.now()
        silent = now - self._door.last_success
        if silent > SILENCE:
            _log.error("no answer from Telegram for %d minutes", silent.total_seconds() // 60)
            return
        async with self._office.unit_of_work() as work:
            await work.heartbeats.beat(self._door.name, self._door.last_success)
            await work.commit()

    async def _follow(self) -> None:
        """Answer from standards that another process has loaded meanwhile."""
        await self._office.standards.refresh()

    async def _watch(self) -> None:
        """Say what time says about tickets."""
        await self._hints.round()

    async def _tell_ended(self) -> None:
        """Tell whose time in office is over, and who stands above."""
        await self._ended.tell()

    async def _tidy(self) -> None:
        now = self._office.clock.now()
        if self._tidied is None or now - self._tidied >= _TIDY_EVERY:
            self._tidied = now
            count = await self._office.tidying.run() + await self._office.retention.run()
            _log.info("tidied %d rows", count)


async def _tried(duty: Callable[[], Awaitable[None]]) -> None:
    """Do it; trouble is logged, and it is tried again at the next round."""
    name = duty.__name__.strip("_")
    try:
        await duty()
    except PanduError as error:
        _log.error("housekeeping (%s): %s", name, error)
    except Exception as error:
        _log.error("housekeeping (%s): %s", name, places(error))
