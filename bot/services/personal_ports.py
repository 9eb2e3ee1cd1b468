"""What services need of the store to give people what is held of them, and to forget it."""

from __future__ import annotations

from typing import Protocol

from bot.domain.personal import Held


class Personal(Protocol):
    """What the store holds of one person, beside the tickets and their files."""

    async def held(self, person_id: int) -> Held:
        """Return all of it."""
        ...

    async def forget(self, person_id: int) -> int:
        """Delete questions and words about replies, messages that were sent or handled, the name.

        What still has to be sent or handled stays. Returns how many rows went.
        """
        ...
