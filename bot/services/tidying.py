"""Forgetting what is no longer needed: people's words are not kept for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.services.ports import UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long handled updates, sent messages and answered questions are kept."""

    updates: timedelta = timedelta(days=14)
    messages: timedelta = timedelta(days=30)
    questions: timedelta = timedelta(days=365)


class Tidying:
    """Deletes what is old; to be run once a day."""

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, clock: Clock, keeping: Keeping | None = None
    ) -> None:
        """Keep things for the given times."""
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._keeping = keeping or Keeping()

    async def run(self) -> int:
        """Delete what is older; return how many rows."""
        now = self._clock.now()
        async with self._unit_of_work() as work:
            count = await work.inbox.purge(now - self._keeping.updates)
            count += await work.outbox.purge(now - self._keeping.messages)
            count += await work.questions.purge(now - self._keeping.questions)
            await work.commit()
        return count
