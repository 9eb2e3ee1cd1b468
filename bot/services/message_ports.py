"""What services need of the store for updates and messages; see `bot.services.ports`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.errors import DomainError
from bot.domain.messages import ClaimedMessage, MessageCount, Outcome, Outgoing
from bot.domain.updates import InboxCount, NewUpdate, TakenUpdate


class Inbox(Protocol):
    """Updates that Telegram has delivered."""

    async def add(self, updates: Sequence[NewUpdate], now: datetime) -> None:
        """Store updates; an update_id that is there already is left as it is."""
        ...

    async def take(self, order_key: str) -> TakenUpdate | None:
        """Return the chat's earliest waiting update with its conversation and person, or None.

        Until the unit ends, no other process takes an update of this chat.
        """
        ...

    async def done(self, update: TakenUpdate, now: datetime) -> None:
        """Mark it handled; commit raises AlreadyHandled if it no longer waits."""
        ...

    async def fail(self, update: TakenUpdate, error_id: str, now: datetime) -> None:
        """Give it up under the id that the log and the apology carry."""
        ...

    async def waiting(self, received_before: datetime | None = None) -> tuple[str, ...]:
        """Return the order keys of chats with waiting updates, the longest waiting first."""
        ...

    async def count_attempt(self, limit: int, now: datetime) -> tuple[int, ...]:
        """Count an attempt for all that wait; give up those over the limit, return their ids."""
        ...

    async def counts(self, failed_since: datetime | None = None) -> InboxCount:
        """Return how many wait and how many failed since then, and the times of a check."""
        ...

    async def purge(self, before: datetime) -> int:
        """Delete updates handled before then; return how many."""
        ...


class Outbox(Protocol):
    """Messages to be sent."""

    async def queue(self, message: Outgoing, now: datetime) -> None:
        """Queue a message; it goes out only if the unit commits. A known dedupe_key is dropped."""
        ...

    async def claim(
        self, limit: int, now: datetime, lease: timedelta, *, held: Collection[int] = ()
    ) -> tuple[ClaimedMessage, ...]:
        """Claim what may go now: at most one a chat, none of the `held` chats.

        Send only after commit. A chat's earlier unsent message holds back its later ones, unless
        it is blocked, failed, uncertain, or planned for a later time.
        """
        ...

    async def settle(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Note what came of claimed messages (several at once cost one round trip)."""
        ...

    async def expire(self, now: datetime, *, all_leases: bool = False) -> int:
        """Turn messages whose sender vanished into uncertain ones; return how many.

        `all_leases`: also those whose lease still runs; only for a sole sender that starts.
        """
        ...

    async def next_due(self, now: datetime) -> datetime | None:
        """Return when a queued message is next to go (not later than now if one may), or None."""
        ...

    async def sent_id(self, dedupe_key: str) -> int | None:
        """Return Telegram's number of a message that was sent, or None."""
        ...

    async def is_known(self, dedupe_key: str) -> bool:
        """Tell whether a message of that key was queued, and not taken back since."""
        ...

    async def cancel(self, dedupe_key: str, refusal: DomainError) -> None:
        """Take a queued message back; commit raises the refusal if it is not queued any more."""
        ...

    async def counts(self, since: datetime | None = None) -> tuple[MessageCount, ...]:
        """Return how many messages are in each state, of those made since then."""
        ...

    async def lateness(self, since: datetime) -> tuple[timedelta, ...]:
        """Return how long after its time each reminder was sent since then, the least late first.

        One that went out early is not late.
        """
        ...

    async def purge(self, before: datetime) -> int:
        """Delete messages made before then that are not to be sent any more; return how many."""
        ...
