"""What services need of the store for tickets, as Protocols; see `bot.services.ports`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.attachments import (
    Attachment,
    AttachmentKind,
    AttachmentState,
    Facts,
    SealedContent,
)
from bot.domain.history import Event
from bot.domain.reminders import Reminder
from bot.domain.saved_answers import SavedAnswer
from bot.domain.tickets import Ticket, TicketStatus


class Tickets(Protocol):
    """Tickets with their history."""

    async def add(self, ticket: Ticket) -> int:
        """Keep a new ticket; its `id` is given by the store and returned.

        Raises DomainError("ticket.filed_already") if its draft was filed before.
        """
        ...

    async def get(self, ticket_id: int) -> Ticket | None:
        """Return a ticket."""
        ...

    async def by_number(self, number: str) -> Ticket | None:
        """Return the ticket of a receipt."""
        ...

    async def by_draft(self, draft_id: str) -> Ticket | None:
        """Return the ticket that a draft has become."""
        ...

    async def filed_by(self, person_id: int, limit: int = 50) -> tuple[Ticket, ...]:
        """Return what a person has filed, newest first."""
        ...

    async def owned_by(
        self, posts: Collection[str], statuses: Collection[TicketStatus]
    ) -> tuple[Ticket, ...]:
        """Return tickets on these desks in these statuses, oldest first."""
        ...

    async def received_by(
        self, posts: Collection[str], statuses: Collection[TicketStatus]
    ) -> tuple[Ticket, ...]:
        """Return tickets that these posts receive, on whosever desk, oldest first."""
        ...

    async def in_status(self, statuses: Collection[TicketStatus]) -> tuple[Ticket, ...]:
        """Return all tickets in these statuses, oldest first."""
        ...

    async def filed_between(self, since: datetime, until: datetime) -> tuple[Ticket, ...]:
        """Return what was filed in that time (`until` excluded), oldest first."""
        ...

    async def ended_before(self, before: datetime, limit: int = 500) -> tuple[Ticket, ...]:
        """Return tickets that ended before then and are not anonymised yet, oldest first."""
        ...

    async def numbered(self, after: int, limit: int) -> tuple[Ticket, ...]:
        """Return tickets by rising id, beginning after one: the next batch of all of them."""
        ...

    async def several(self, ticket_ids: Collection[int]) -> tuple[Ticket, ...]:
        """Return tickets by their ids, by rising id; unknown ones are left out."""
        ...

    async def running(self, after: int, limit: int) -> tuple[Ticket, ...]:
        """Return tickets with a running or paused clock by rising id, beginning after one."""
        ...

    async def latest_id(self) -> int:
        """Return the highest id that was given, 0 if there is none."""
        ...

    async def save(self, ticket: Ticket) -> None:
        """Overwrite a ticket; its version goes up by one.

        Commit raises DomainError("ticket.changed_meanwhile") if the stored version is another.
        """
        ...

    async def append(self, event: Event) -> None:
        """Add a line to the history."""
        ...

    async def history(self, ticket_id: int) -> tuple[Event, ...]:
        """Return the history, oldest first."""
        ...

    async def histories(self, ticket_ids: Collection[int]) -> Mapping[int, tuple[Event, ...]]:
        """Return several histories, oldest first; a ticket without one is left out."""
        ...

    async def erase(self, ticket_id: int) -> None:
        """Erase what people wrote and who the complainant was; digests and seals stay."""
        ...


class Attachments(Protocol):
    """Files of drafts and tickets."""

    async def add(self, draft_id: str, kind: AttachmentKind, facts: Facts, now: datetime) -> int:
        """Keep what Telegram says of a file, to be fetched; return its id."""
        ...

    async def of_draft(self, draft_id: str) -> tuple[Attachment, ...]:
        """Return the files of a draft, in order."""
        ...

    async def of_ticket(self, ticket_id: int) -> tuple[Attachment, ...]:
        """Return the files of a ticket, in order."""
        ...

    async def file(self, draft_id: str, ticket_id: int) -> None:
        """Let the files of a draft belong to the ticket that it has become."""
        ...

    async def get(self, attachment_id: int) -> Attachment | None:
        """Return a file."""
        ...

    async def wanted(
        self, limit: int = 10, *, skipping: Collection[int] = ()
    ) -> tuple[Attachment, ...]:
        """Return files whose content is still to be fetched, the least often tried first."""
        ...

    async def fetched(self, prefix: str) -> tuple[Attachment, ...]:
        """Return the files of drafts that begin so, and that are not waited for any more."""
        ...

    async def seal(self, content: bytes) -> SealedContent:
        """Make a content ready to be stored; best in a unit that only reads, for it takes time."""
        ...

    async def settle(
        self,
        attachment_id: int,
        state: AttachmentState,
        content: bytes | SealedContent | None = None,
    ) -> None:
        """Note what came of fetching a file that is still wanted; counts an attempt."""
        ...

    async def content(self, attachment_id: int) -> bytes | None:
        """Return the content of a stored file."""
        ...

    async def remove(self, attachment_ids: Collection[int]) -> None:
        """Delete files."""
        ...

    async def counts(self) -> Mapping[AttachmentState, int]:
        """Return how many files are in each state."""
        ...

    async def of_person(self, person_id: int) -> tuple[Attachment, ...]:
        """Return the files of the tickets that a person has filed."""
        ...

    async def old_drafts(self, before: datetime) -> int:
        """Return how many files of drafts that were never filed are older."""
        ...

    async def drop_drafts(self, before: datetime) -> int:
        """Delete files of drafts that were never filed; return how many."""
        ...


class Reminders(Protocol):
    """What is to be said at a time."""

    async def plan(self, reminders: Sequence[Reminder]) -> None:
        """Keep reminders; what was said under a key is not said again."""
        ...

    async def cancel(self, subject: str) -> None:
        """Let nothing that is still to be said about a subject be said."""
        ...

    async def claim(
        self, now: datetime, limit: int = 100, *, about: str = ""
    ) -> tuple[Reminder, ...]:
        """Take what is due, oldest first, as said; undone if the unit does not commit.

        With `about`, only subjects that begin so.
        """
        ...

    async def take(self, subject: str, now: datetime) -> tuple[Reminder, ...]:
        """Take all that is still to be said about a subject, due or not, as said."""
        ...

    async def is_due(self, now: datetime, *, about: str = "") -> bool:
        """Tell whether there is something to claim, without claiming it."""
        ...

    async def due(self, now: datetime, *, about: str = "") -> tuple[Reminder, ...]:
        """Return what there is to claim, without claiming it."""
        ...

    async def next_due(self, now: datetime) -> datetime | None:
        """Return when the next one is due, or None."""
        ...

    async def is_pending(self, about: str) -> bool:
        """Tell whether anything is still to be said about subjects that begin so."""
        ...

    async def pending(self, subject: str) -> tuple[Reminder, ...]:
        """Return what is still to be said about a subject."""
        ...


class Cards(Protocol):
    """Which message of the outbox shows a ticket to a person."""

    async def put(self, ticket_id: int, person_id: int, key: str) -> None:
        """Note the key of the person's newest card."""
        ...

    async def of(self, ticket_id: int) -> Mapping[int, str]:
        """Return the key of each person's newest card."""
        ...


class SavedAnswers(Protocol):
    """Answers that officials use again."""

    async def add(self, answer: SavedAnswer) -> int:
        """Keep a new one; its `id` is given by the store and returned."""
        ...

    async def for_standard(self, standard: str | None) -> tuple[SavedAnswer, ...]:
        """Return those for a standard and those for all, by title."""
        ...

    async def remove(self, answer_id: int) -> None:
        """Delete one."""
        ...


__all__ = [
    "Attachments",
    "Cards",
    "Reminders",
    "SavedAnswers",
    "Tickets",
]
