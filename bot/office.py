"""The office put together: store and services, wired. Opened once by each command that needs it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock, SystemClock
from bot.domain.directory import Directory
from bot.domain.errors import StorageError
from bot.domain.health import Finding, Level
from bot.domain.pace import Pace
from bot.garbage import undisturbed
from bot.services.alarms import TicketAlarms
from bot.services.appointments import Appointments
from bot.services.deadlines import DeadlineSource
from bot.services.finding import FinderHolder
from bot.services.health import Health, check_settings
from bot.services.intake import Intake
from bot.services.invitations import Invitations
from bot.services.learning import Learning
from bot.services.leases import Lease, require_stopped
from bot.services.open_questions import OpenQuestions
from bot.services.ports import UnitOfWork, UnitOfWorkFactory
from bot.services.posts import Offices
from bot.services.questions import Questions
from bot.services.redating import Redating
from bot.services.reports import Reports
from bot.services.retention import Retention
from bot.services.roster import Roster
from bot.services.routing import Routing
from bot.services.ruling import Ruling
from bot.services.standards import Standards
from bot.services.standards_folder import StandardsFolder
from bot.services.task_parts import TaskParts
from bot.services.task_reckoning import TaskReckoning
from bot.services.task_reports import TaskReports
from bot.services.task_watch import TaskWatch
from bot.services.tasks import Tasks
from bot.services.teaching import Teaching
from bot.services.ticket_health import TicketHealth
from bot.services.ticket_watch import TicketWatch
from bot.services.tickets import Tickets
from bot.services.tidying import Tidying
from bot.services.vocabulary import Vocabulary
from bot.settings import Settings
from bot.storage.archive import Manifest
from bot.storage.head import HEAD
from bot.storage.keys import KeySource
from bot.storage.store import Store, open_store, store_exists
from bot.storage.upkeep import back_up, restore
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
    learning: Learning
    vocabulary: Vocabulary
    open_questions: OpenQuestions
    teaching: Teaching
    standards: Standards
    standards_folder: StandardsFolder
    posts: Offices
    appointments: Appointments
    invitations: Invitations
    roster: Roster
    health: Health
    tidying: Tidying
    deadlines: DeadlineSource
    routing: Routing
    tickets: Tickets
    ticket_watch: TicketWatch
    redating: Redating
    ruling: Ruling
    retention: Retention
    reports: Reports
    tasks: Tasks
    task_watch: TaskWatch
    task_reckoning: TaskReckoning
    task_reports: TaskReports
    task_parts: TaskParts

    @property
    def finder(self) -> Finder:
        """Return the finder for the standards in force; ask for it anew each time."""
        return self.finders.finder

    async def directory(self, work: UnitOfWork) -> Directory:
        """Return the posts and their holders as they stand in this unit of work."""
        return await self.posts.directory(work)

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

    def own_door(self) -> Lease:
        """Return the right to the door of the settings: to poll, or to listen at one address."""
        settings = self.settings
        if settings.webhook_url is None:
            return self.sole_poller()
        place = f"{socket.gethostname()}:{settings.webhook_listen}"
        return Lease(self.unit_of_work, self.clock, f"webhook:{settings.bot_id}:{place}")


@asynccontextmanager
async def open_office(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Office]:
    """Open the store of these settings (made if absent), load the standards, wire the services.

    Raises StorageError, whose key says what is wrong and what to do.
    """
    async with open_store(settings.store_url, key_source(settings)) as store:
        with undisturbed():
            office = _wire(settings, clock or SystemClock(), store)
            await office.standards.start()
        async with office.unit_of_work(writing=False) as work:
            await office.learning.follow(work)
        yield office


def _wire(settings: Settings, clock: Clock, store: Store) -> Office:
    finders = FinderHolder()
    deadlines = DeadlineSource(settings.zone)
    posts = Offices(store.unit_of_work, clock, settings.admin_ids)
    tickets = Tickets(deadlines, TicketAlarms(deadlines))
    tasks = Tasks(deadlines)
    watched = store.unit_of_work, clock, tickets, deadlines, posts.directory
    over_tasks = store.unit_of_work, clock, tasks, posts.directory
    return Office(
        settings, clock, store.unit_of_work, store.queued, finders,
        intake=Intake(store.unit_of_work, clock),
        questions=Questions(finders),
        learning=Learning(finders),
        vocabulary=Vocabulary(finders),
        open_questions=OpenQuestions(finders),
        teaching=Teaching(finders),
        standards=Standards(store.unit_of_work, finders, clock, posts.follow, settings.zone),
        standards_folder=StandardsFolder(settings.standards_dir, store.unit_of_work),
        posts=posts,
        appointments=Appointments(posts),
        invitations=Invitations(),
        roster=Roster(posts, settings.zone),
        health=Health(store.unit_of_work, clock),
        tidying=Tidying(store.unit_of_work, clock),
        deadlines=deadlines,
        routing=Routing(finders),
        tickets=tickets,
        ticket_watch=TicketWatch(*watched),
        redating=Redating(*watched),
        ruling=Ruling(clock, settings.zone),
        retention=Retention(store.unit_of_work, clock, tickets, posts.directory),
        reports=Reports(deadlines),
        tasks=tasks,
        task_watch=TaskWatch(*over_tasks),
        task_reckoning=TaskReckoning(*over_tasks),
        task_reports=TaskReports(tasks),
        task_parts=TaskParts(tasks),
    )  # fmt: skip


def key_source(settings: Settings) -> KeySource:
    """Return where the office's key comes from."""
    secret = settings.secret_key.get_secret_value() if settings.secret_key else None
    return KeySource(secret, settings.data_dir / KEY_FILE)


async def check_office(settings: Settings, clock: Clock | None = None) -> tuple[Finding, ...]:
    """Check settings, database, key, intake, delivery and standards; makes and migrates nothing.

    What keeps the database from being opened is a finding too, under the key of its StorageError.
    """
    findings = check_settings(settings)
    if not store_exists(settings.store_url):
        return (*findings, Finding("check.no_database", Level.INFO, {"url": settings.store_file}))
    try:
        async with open_store(settings.store_url, key_source(settings), migrate=False) as store:
            values = {"name": store.database.name, "schema": HEAD}
            database = Finding("check.database", Level.OK, values)
            health = await _check_store(settings, store, clock or SystemClock())
    except StorageError as error:
        level = Level.INFO if error.key == "storage.behind" else Level.ERROR
        return (*findings, Finding(error.key, level, error.values))
    return (*findings, database, _check_key(settings), *health)


async def _check_store(settings: Settings, store: Store, clock: Clock) -> tuple[Finding, ...]:
    posts = Offices(store.unit_of_work, clock, settings.admin_ids)
    deadlines = DeadlineSource(settings.zone)
    tickets = TicketHealth(store.unit_of_work, clock, deadlines, posts.directory)
    folder = StandardsFolder(settings.standards_dir, store.unit_of_work)
    health = await Health(store.unit_of_work, clock).check()
    return (*health, *await folder.check(), *await tickets.check())


def _check_key(settings: Settings) -> Finding:
    """Tell where the key is, and whether others on the machine can read it."""
    if settings.secret_key is not None:
        return Finding("check.key_setting", Level.OK)
    file = settings.data_dir / KEY_FILE
    is_open = bool(file.stat().st_mode & 0o077)
    return Finding("check.key_file", Level.WARNING if is_open else Level.OK, {"file": str(file)})


async def back_up_office(settings: Settings, file: Path, clock: Clock | None = None) -> Manifest:
    """Write database and key to a new file; a bot may run meanwhile. Raises StorageError."""
    if not store_exists(settings.store_url):
        raise StorageError("backup.nothing", database=settings.store_file)
    now = (clock or SystemClock()).now()
    return await back_up(settings.store_url, key_source(settings), file, now)


async def restore_office(
    settings: Settings, file: Path, *, replacing: bool = False, clock: Clock | None = None
) -> Manifest:
    """Put a backup in the place of the database, all or nothing.

    Raises StorageError, or DomainError("still_running") while a bot runs on the database.
    """

    async def may_go_on(unit_of_work: UnitOfWorkFactory) -> None:
        await require_stopped(unit_of_work, clock or SystemClock())

    return await restore(
        settings.store_url, key_source(settings), file, replacing=replacing, may_go_on=may_go_on
    )
