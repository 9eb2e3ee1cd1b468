"""The office put together: store and services, wired. Opened once by each command that needs it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.clock import Clock, SystemClock
from bot.domain.pace import Pace
from bot.services.finding import FinderHolder
from bot.services.intake import Intake
from bot.services.leases import Lease
from bot.services.ports import UnitOfWorkFactory
from bot.services.questions import Questions
from bot.services.standards import Standards
from bot.services.tidying import Tidying
from bot.settings import Settings
from bot.storage.store import open_store
from knowledge.finding.finder import Finder

KEY_FILE = "secret.key"


@dataclass(frozen=True, slots=True)
class Office:
    """All services of an open office. `queued` is set whenever a message was queued."""

    settings: Settings
    clock: Clock
    unit_of_work: UnitOfWorkFactory
    queued: asyncio.Event
    finders: FinderHolder
    intake: Intake
    questions: Questions
    standards: Standards
    tidying: Tidying

    @property
    def finder(self) -> Finder:
        """Return the finder for the standards in force; ask for it anew each time."""
        return self.finders.finder

    @property
    def pace(self) -> Pace:
        """Return how fast messages may go, by the settings."""
        return Pace(
            overall_per_second=self.settings.messages_per_second,
            chat_per_second=self.settings.messages_per_chat_second,
            chat_burst=self.settings.messages_per_chat_burst,
            group_per_minute=self.settings.messages_per_group_minute,
        )

    def sole_poller(self) -> Lease:
        """Return the right to poll Telegram for this token, which one process has at a time."""
        return Lease(self.unit_of_work, self.clock, f"poll:{self.settings.bot_id}")


@asynccontextmanager
async def open_office(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Office]:
    """Open the store of these settings (made if absent), load the standards, wire the services.

    Raises StorageError, whose key says what is wrong and what to do.
    """
    clock = clock or SystemClock()
    secret = settings.secret_key.get_secret_value() if settings.secret_key else None
    async with open_store(settings.store_url, secret, settings.data_dir / KEY_FILE) as store:
        finders = FinderHolder()
        office = Office(
            settings=settings,
            clock=clock,
            unit_of_work=store.unit_of_work,
            queued=store.queued,
            finders=finders,
            intake=Intake(store.unit_of_work, clock),
            questions=Questions(finders),
            standards=Standards(store.unit_of_work, finders, clock),
            tidying=Tidying(store.unit_of_work, clock),
        )
        await office.standards.start()
        yield office
