"""What becomes of complaints that ended long ago: they stay as figures, without people and words.

How long they are kept is the office's rule (`OfficeRules.retention_days`). The history keeps its
digests and seals, so that it can still be proved whole.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.clock import Clock
from bot.domain.calls import Call
from bot.domain.directory import Directory
from bot.domain.errors import DomainError
from bot.domain.office_rules import OfficeRules
from bot.domain.tickets import Act, Ticket
from bot.services.ports import UnitOfWork, UnitOfWorkFactory
from bot.services.tickets import Tickets

_log = logging.getLogger(__name__)
DRAFT_FILES = timedelta(days=14)
"""How long the files of a complaint are kept that was begun and never sent."""

DirectoryFinder: TypeAlias = Callable[[UnitOfWork], Awaitable[Directory]]


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What goes, or would go: complaints that ended before `before`, files of old drafts."""

    before: datetime
    retention_days: int
    tickets: tuple[Ticket, ...]
    draft_files: int


class Retention:
    """Anonymises what has ended long ago; to be run once a day."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        tickets: Tickets,
        directory: DirectoryFinder,
    ) -> None:
        """Change tickets through their one door."""
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._tickets = tickets
        self._directory = directory

    async def plan(self) -> Forgetting:
        """Return what `run` would do now (of tickets, the next batch); changes nothing."""
        now = self._clock.now()
        async with self._unit_of_work(writing=False) as work:
            rules = OfficeRules.from_settings(await work.settings.all())
            before = now - timedelta(days=rules.retention_days)
            tickets = await work.tickets.ended_before(before)
            files = await work.attachments.old_drafts(now - DRAFT_FILES)
        return Forgetting(before, rules.retention_days, tickets, files)

    async def run(self) -> int:
        """Anonymise what is due and drop files of old drafts; return how many of both."""
        planned = await self.plan()
        async with self._unit_of_work() as work:
            count = await work.attachments.drop_drafts(self._clock.now() - DRAFT_FILES)
            await work.commit()
        while planned.tickets:
            done = 0
            for ticket in planned.tickets:
                done += await self._one(ticket)
            count += done
            if not done:
                break
            planned = await self.plan()
        return count

    async def _one(self, ticket: Ticket) -> bool:
        """Anonymise one ticket, unless somebody has taken it up again meanwhile."""
        try:
            async with self._unit_of_work() as work:
                await self.anonymise(work, ticket.id, ticket.version)
                await work.commit()
        except DomainError as error:
            _log.warning("ticket %d is not anonymised: %s", ticket.id, error.key)
            return False
        return True

    async def anonymise(self, work: UnitOfWork, ticket_id: int, version: int | None) -> None:
        """Erase people and words of an ended ticket; raises DomainError if it is not ended."""
        now = self._clock.now()
        call = Call(ticket_id, Act.ANONYMISE, None, version)
        await self._tickets.act(work, call, await self._directory(work), now)
        files = await work.attachments.of_ticket(ticket_id)
        await work.attachments.remove([file.id for file in files])
        await work.tickets.erase(ticket_id)
