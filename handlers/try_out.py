"""The try-out: the whole bot and a stand-in for Telegram in one process, on this machine alone.

The two meet over HTTP only, as on Telegram. All data lie in a folder of their own; the office's
database, token and webhook are never touched. Only here may the clock be moved.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import datetime

from pydantic import SecretStr

import simulator
from bot.office import open_office
from bot.settings import Settings
from handlers.office_time import OfficeTime
from handlers.run import Service, alone, open_service, serve
from handlers.sample_office import ADMIN, residents, take_office
from handlers.ticket_hints import TicketHints
from knowledge.model import ServiceStandard

TOKEN = "1000000000:TryOutOnlyThisOpensNothingElsewhere"  # noqa: S105 - the stand-in takes any


class TryOut:
    """Runs until stopped; the page's reset makes the office forget everything."""

    def __init__(self, settings: Settings, standards: Iterable[ServiceStandard]) -> None:
        """Prepare a try-out in the folder `try` of the data folder."""
        self.folder = settings.data_dir.absolute() / "try"
        self._settings = settings
        self._residents = residents(standards)
        self._time = OfficeTime(settings.zone, self.folder / "ahead")
        self._time.moved, self._time.due = self._moved, self._due
        self._service: Service | None = None
        self._changing = asyncio.Lock()
        self._over, self._ended, self._again = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._saying: asyncio.Future[None] | None = None  # kept, else it may be collected

    async def run(
        self, host: str, port: int, stop: asyncio.Event, ready: Callable[[str], None]
    ) -> None:
        """Serve until `stop` is set; `ready` gets the page's address once the bot answers.

        Raises simulator.SimulatorError, or whatever the bot cannot go on for.
        """
        options = simulator.Options(residents=self._residents, on_reset=self._forget)
        town = simulator.serve(host, port, self.folder / "telegram", self._time, options)
        async with town as address:
            self._settings = self._own_settings(address)
            stopping = asyncio.create_task(self._stop_when(stop))
            try:
                await self._live(stop, lambda: ready(address))
            finally:
                self._ended.set()
                stopping.cancel()

    async def _live(self, stop: asyncio.Event, ready: Callable[[], None]) -> None:
        """Run the bot, and after each reset another one that knows nothing."""
        while not stop.is_set():
            async with self._working() as (service, serving):
                self._service = service
                ready()
                ready = _say_nothing
                await serving
            self._service = None
            if not stop.is_set():
                self._ended.set()
                await self._again.wait()
                self._again.clear()

    @asynccontextmanager
    async def _working(self) -> AsyncIterator[tuple[Service, asyncio.Task[None]]]:
        async with (
            open_office(self._settings, self._time.clock) as office,
            alone(office) as lease,
            open_service(office) as service,
        ):
            await take_office(office, self._residents)
            yield service, asyncio.create_task(serve(service, lease, self._over))

    async def _stop_when(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._over.set()

    async def _forget(self) -> None:
        """Let the bot end, remove its data, and begin anew right after the stand-in has."""
        async with self._changing:
            self._over.set()
            await self._ended.wait()
            await asyncio.to_thread(shutil.rmtree, self._settings.data_dir, ignore_errors=True)
            self._time.reset()
            self._over, self._ended = asyncio.Event(), asyncio.Event()
            self._again.set()

    def _moved(self) -> None:
        """Let go out what is due now; that it is later is no silence of Telegram."""
        if self._service is not None:
            self._service.door.clock_moved()
            self._service.office.queued.set()
            self._saying = asyncio.ensure_future(_say_due(self._service.hints))

    async def _due(self) -> datetime | None:
        if self._service is None:
            return None
        office = self._service.office
        async with office.unit_of_work(writing=False) as work:
            now = office.clock.now()
            due = await work.outbox.next_due(now), await work.reminders.next_due(now)
        return min((at for at in due if at is not None), default=None)

    def _own_settings(self, address: str) -> Settings:
        """Return the settings with everything of its own that an office at work has elsewhere."""
        own = {
            "telegram_token": SecretStr(TOKEN),
            "telegram_api": address,
            "database_url": None,
            "data_dir": self.folder / "office",
            "admin_ids": (ADMIN,),
            "webhook_url": None,
            "secret_key": None,
            "standards_dir": None,
        }
        return self._settings.model_copy(update=own)


async def _say_due(hints: TicketHints) -> None:
    """Say all that is due at a time to which the clock was moved."""
    await hints.round()
    await hints.moved.round()


def _say_nothing() -> None:
    """Stand in for `ready` after the first time."""
