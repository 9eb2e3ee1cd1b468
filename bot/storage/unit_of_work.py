"""One transaction over all repositories."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot.storage.attachments import SqlAttachments
from bot.storage.conversations import SqlConversations
from bot.storage.database import Database
from bot.storage.inbox import SqlInbox
from bot.storage.learning import SqlLearning
from bot.storage.office_settings import SqlOfficeSettings
from bot.storage.open_steps import SqlOpenSteps
from bot.storage.outbox import SqlOutbox
from bot.storage.people import SqlPeople
from bot.storage.personal import SqlPersonal
from bot.storage.posts import SqlPosts
from bot.storage.questions import SqlQuestions
from bot.storage.reminders import SqlReminders
from bot.storage.saved_answers import SqlCards, SqlSavedAnswers
from bot.storage.signs_of_life import SqlHeartbeats, SqlLeases
from bot.storage.standard_drafts import SqlDrafts
from bot.storage.standards import SqlStandards
from bot.storage.statements import Statements
from bot.storage.tasks import SqlTasks
from bot.storage.tickets import SqlTickets
from bot.storage.transaction import Transaction


class SqlUnitOfWork:
    """Fulfils `bot.services.ports.UnitOfWork` on a SQL database."""

    def __init__(self, transaction: Transaction) -> None:
        """Set the repositories up on one transaction."""
        self._transaction = transaction
        self.conversations = SqlConversations(transaction)
        self.people = SqlPeople(transaction)
        self.inbox = SqlInbox(transaction, self.conversations, self.people)
        self.outbox = SqlOutbox(transaction)
        self.standards = SqlStandards(transaction)
        self.drafts = SqlDrafts(transaction)
        self.questions = SqlQuestions(transaction)
        self.learning = SqlLearning(transaction)
        self.heartbeats = SqlHeartbeats(transaction)
        self.leases = SqlLeases(transaction)
        self.posts = SqlPosts(transaction)
        self.settings = SqlOfficeSettings(transaction)
        self.tickets = SqlTickets(transaction)
        self.attachments = SqlAttachments(transaction)
        self.reminders = SqlReminders(transaction)
        self.cards = SqlCards(transaction)
        self.saved_answers = SqlSavedAnswers(transaction)
        self.personal = SqlPersonal(transaction)
        self.tasks = SqlTasks(transaction)
        self.open_steps = SqlOpenSteps(transaction)

    async def commit(self) -> None:
        """Make everything lasting, or raise and keep nothing."""
        self.conversations.flush()
        await self._transaction.commit()


class SqlUnitsOfWork:
    """Begins units of work on a database; fulfils `bot.services.ports.UnitOfWorkFactory`."""

    def __init__(self, database: Database, on_queued: Callable[[], None]) -> None:
        """Call `on_queued` after each commit that has queued a message."""
        self._database = database
        self._on_queued = on_queued
        self._statements = Statements(database.dialect)

    def __call__(self, *, writing: bool = True) -> AbstractAsyncContextManager[SqlUnitOfWork]:
        """Begin one; with `writing=False` it only reads, and never waits for a writer."""
        return self._begin(writing)

    @asynccontextmanager
    async def _begin(self, writing: bool) -> AsyncIterator[SqlUnitOfWork]:
        async with self._database.session(writing=writing) as session:
            work = SqlUnitOfWork(Transaction(session, self._statements))
            yield work
        if work.outbox.has_news:
            self._on_queued()
