"""What the services and handlers need of the store, as Protocols; `bot.storage` fulfils them.

One `UnitOfWork` is one transaction. Writes are collected and reach the database at `commit()`,
in order, in as few round trips as it takes; reads see what was written earlier in the same unit
where this says so. Await nothing slow (no network) inside a unit: on SQLite it is the only
writer meanwhile.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any, Protocol, TypeAlias

from bot.domain.conversations import Conversation
from bot.domain.directory import Directory
from bot.domain.health import Beat, LeaseHolder
from bot.domain.people import Person, Sighting
from bot.services.learning_ports import Learning, Questions
from bot.services.message_ports import Inbox, Outbox
from bot.services.personal_ports import Personal
from bot.services.post_ports import OfficeSettings, Posts
from bot.services.standard_ports import Drafts, Standards
from bot.services.task_ports import OpenSteps
from bot.services.task_ports import Tasks as TaskStore
from bot.services.ticket_ports import (
    Attachments,
    Cards,
    Reminders,
    SavedAnswers,
    Tickets,
)


class Conversations(Protocol):
    """What is remembered of each conversation."""

    async def load(self, chat_key: str) -> Conversation:
        """Return the conversation, with what this unit has saved; version 0 if there is none."""
        ...

    async def save(self, chat_key: str, state: Mapping[str, Any], now: datetime) -> None:
        """Keep a new state; commit raises ConversationChanged if another process was first."""
        ...


class People(Protocol):
    """People as Telegram knows them."""

    async def get(self, person_id: int) -> Person | None:
        """Return the person, with what this unit has changed, or None."""
        ...

    async def seen(self, sighting: Sighting, now: datetime) -> Person:
        """Note that someone wrote (and is reachable again); writes only what is news."""
        ...

    async def set_language(self, person_id: int, language: str) -> None:
        """Keep the language the person chose."""
        ...

    async def set_unreachable(self, person_id: int, since: datetime) -> None:
        """Note that Telegram does not deliver to this person any more, or never did."""
        ...

    async def unreachable_after(self, instant: datetime) -> frozenset[int]:
        """Return who could no longer be reached after an instant."""
        ...


class Heartbeats(Protocol):
    """When a part of the system was last known to work."""

    async def beat(self, name: str, now: datetime, note: str = "") -> None:
        """Note that it works now."""
        ...

    async def all(self) -> tuple[Beat, ...]:
        """Return all, by name."""
        ...


class Leases(Protocol):
    """What only one process at a time may do."""

    async def holder(self, name: str) -> LeaseHolder | None:
        """Return who holds it, even if the time is over."""
        ...

    async def all(self) -> tuple[LeaseHolder, ...]:
        """Return all, also those whose time is over."""
        ...

    async def take(self, lease: LeaseHolder, now: datetime, *, from_holder: str | None) -> bool:
        """Take or renew it if it is free, over, already ours or `from_holder`'s; tell whether."""
        ...

    async def release(self, name: str, holder: str) -> None:
        """Give it back, if it is that holder's."""
        ...


class UnitOfWork(Protocol):
    """One transaction over all repositories; leaving it without `commit()` undoes everything."""

    @property
    def inbox(self) -> Inbox:
        """Updates that Telegram has delivered."""
        ...

    @property
    def conversations(self) -> Conversations:
        """What is remembered of each conversation."""
        ...

    @property
    def people(self) -> People:
        """People as Telegram knows them."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Messages to be sent."""
        ...

    @property
    def standards(self) -> Standards:
        """Loaded standards."""
        ...

    @property
    def drafts(self) -> Drafts:
        """Standards that are not public yet, and the history of all."""
        ...

    @property
    def questions(self) -> Questions:
        """The log of questions."""
        ...

    @property
    def learning(self) -> Learning:
        """What the office has taught."""
        ...

    @property
    def heartbeats(self) -> Heartbeats:
        """Signs of life."""
        ...

    @property
    def leases(self) -> Leases:
        """What only one process may do."""
        ...

    @property
    def posts(self) -> Posts:
        """Posts, who holds them, and who is away."""
        ...

    @property
    def settings(self) -> OfficeSettings:
        """What the admin has set."""
        ...

    @property
    def tickets(self) -> Tickets:
        """Tickets with their history."""
        ...

    @property
    def attachments(self) -> Attachments:
        """Files of drafts and tickets."""
        ...

    @property
    def reminders(self) -> Reminders:
        """What is to be said at a time."""
        ...

    @property
    def cards(self) -> Cards:
        """Which messages show tickets."""
        ...

    @property
    def saved_answers(self) -> SavedAnswers:
        """Answers that officials use again."""
        ...

    @property
    def personal(self) -> Personal:
        """All that is held of one person."""
        ...

    @property
    def tasks(self) -> TaskStore:
        """Procedures under way."""
        ...

    @property
    def open_steps(self) -> OpenSteps:
        """What of those procedures is still to do, by desk."""
        ...

    async def commit(self) -> None:
        """Make everything lasting.

        Raises AlreadyHandled, ConversationChanged or StorageError, and then nothing is kept.
        """
        ...


class UnitOfWorkFactory(Protocol):
    """Begins units of work: `async with unit_of_work() as work: ...; await work.commit()`."""

    def __call__(self, *, writing: bool = True) -> AbstractAsyncContextManager[UnitOfWork]:
        """Begin one; with `writing=False` it only reads, and never waits for a writer."""
        ...


DirectoryFinder: TypeAlias = Callable[[UnitOfWork], Awaitable[Directory]]
"""Returns the office as a unit of work finds it."""
