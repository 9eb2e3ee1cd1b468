from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import FixedClock
from bot.domain.calls import Call, Filing, Placement
from bot.domain.directory import Directory
from bot.domain.news import News
from bot.domain.posts import Holding, Post, Tenure
from bot.domain.tickets import Act, Ticket, TicketKind, TicketStatus
from bot.domain.watching import Hint, Said
from bot.services.alarms import TicketAlarms
from bot.services.deadlines import DeadlineSource
from bot.services.ports import UnitOfWork
from bot.services.posts import Offices
from bot.services.ticket_watch import TicketWatch
from bot.services.tickets import Tickets
from bot.storage.unit_of_work import SqlUnitsOfWork

ZONE = ZoneInfo("Asia/Jakarta")
MONDAY = datetime(2026, 10, 5, 8, 0, tzinfo=ZONE)
CITIZEN, KABAG, KABIRO, DEPUTI, ADMIN = 700, 901, 902, 903, 1
POSTS = (
    Post("deputi", "Deputi", "deputi"),
    Post("kabiro", "Kepala Biro", "kepala_biro", superior="deputi"),
    Post("kabag", "Kepala Bagian", "kepala_bagian", superior="kabiro"),
)


class Ear:
    """Hears what is said, in the order in which it is said."""

    def __init__(self) -> None:
        self.hints: list[tuple[int, Hint, int]] = []
        self.news: list[tuple[int, Act]] = []
        self.desks: list[tuple[int, int]] = []

    async def say(self, work: UnitOfWork, person_id: int, lines: Sequence[Said]) -> None:
        self.hints += [(person_id, said.hint, said.percent) for said in lines]

    async def tell(self, work: UnitOfWork, news: Sequence[News]) -> None:
        self.news += [(each.person_id, each.event.act) for each in news]

    async def show(
        self, work: UnitOfWork, office: Directory, desks: Mapping[int, Sequence[Ticket]]
    ) -> None:
        self.desks += [(person_id, len(tickets)) for person_id, tickets in desks.items()]


class Office:
    """An office whose time passes."""

    def __init__(self, unit_of_work: SqlUnitsOfWork) -> None:
        deadlines = DeadlineSource(ZONE)
        self.unit_of_work = unit_of_work
        self.clock = FixedClock(MONDAY)
        self.directory = Offices(unit_of_work, self.clock, (ADMIN,)).directory
        self.tickets = Tickets(deadlines, TicketAlarms(deadlines))
        self.watch = TicketWatch(unit_of_work, self.clock, self.tickets, deadlines, self.directory)
        self.ear = Ear()

    async def open(self) -> None:
        async with self.unit_of_work() as work:
            await work.posts.put(POSTS)
            for post, person in (("kabag", KABAG), ("kabiro", KABIRO), ("deputi", DEPUTI)):
                since = MONDAY - timedelta(days=30)
                tenure = Tenure(0, post, "Nama", Holding.DEFINITIVE, since, person_id=person)
                await work.posts.appoint(tenure)
            await work.commit()

    async def file(self) -> Ticket:
        placement = Placement("kabag", True, received_by="kabiro", delegation="optional")
        filing = Filing("d", TicketKind.KELUHAN, "Lama", CITIZEN, False, "id", placement)
        async with self.unit_of_work() as work:
            directory = await self.directory(work)
            change = await self.tickets.file(work, filing, directory, self.clock.now())
            await work.commit()
        return change.ticket

    async def act(self, ticket: Ticket, act: Act, by: int) -> None:
        async with self.unit_of_work() as work:
            directory: Directory = await self.directory(work)
            await self.tickets.act(work, Call(ticket.id, act, by), directory, self.clock.now())
            await work.commit()

    async def at(self, day: int, hour: int, minute: int = 0) -> None:
        """Let time pass until then, with a round each ten minutes of it."""
        until = MONDAY.replace(day=day, hour=hour, minute=minute)
        while self.clock.now() < until:
            self.clock.set(min(until, self.clock.now() + timedelta(minutes=10)))
            await self.round()

    async def round(self) -> None:
        await self.watch.round(self.ear.say, self.ear.tell, self.ear.show)

    async def status(self, ticket: Ticket) -> TicketStatus:
        async with self.unit_of_work(writing=False) as work:
            found = await work.tickets.get(ticket.id)
        assert found is not None
        return found.status


@pytest.fixture
async def office(unit_of_work: SqlUnitsOfWork) -> Office:
    office = Office(unit_of_work)
    await office.open()
    return office


async def test_the_holder_is_warned_and_what_is_overdue_climbs(office: Office) -> None:
    await office.file()
    await office.at(16, 16)

    # Filed on Monday at 8.00: three working days end on Thursday at closing.
    assert office.ear.hints == [
        (KABAG, Hint.WARN, 50),
        (KABAG, Hint.WARN, 80),
        (KABAG, Hint.OVERDUE, 100),
        (KABIRO, Hint.CLIMB, 100),
        (DEPUTI, Hint.CLIMB, 100),
    ]


async def test_each_thing_is_said_once_and_only_in_working_hours(office: Office) -> None:
    await office.file()
    office.clock.set(MONDAY.replace(day=8, hour=20))
    await office.round()
    assert office.ear.hints == []

    await office.at(9, 8)
    for _ in range(3):
        await office.round()
    assert office.ear.hints == [(KABAG, Hint.OVERDUE, 100)]


async def test_nothing_is_said_after_the_case_is_answered_until_it_is_settled(
    office: Office,
) -> None:
    ticket = await office.file()
    await office.act(ticket, Act.ANSWER, KABAG)
    await office.at(16, 16)
    assert office.ear.hints == []
    assert await office.status(ticket) is TicketStatus.ANSWERED

    await office.at(20, 8)
    assert await office.status(ticket) is TicketStatus.CLOSED
    assert (CITIZEN, Act.SETTLE) in office.ear.news


async def test_a_complainant_who_owes_an_answer_is_reminded_and_then_it_lapses(
    office: Office,
) -> None:
    ticket = await office.file()
    await office.act(ticket, Act.ASK, KABAG)
    office.clock.set(MONDAY.replace(month=11, day=5, hour=9))
    await office.round()
    assert await office.status(ticket) is TicketStatus.LAPSED
    assert (CITIZEN, Act.LAPSE) in office.ear.news
    assert [hint for _, hint, _ in office.ear.hints if hint is not Hint.SUPPLY] == []


async def test_each_official_sees_the_desk_once_a_working_morning(office: Office) -> None:
    await office.file()
    await office.at(12, 16)
    assert office.ear.desks == [(KABAG, 1)] * 6


async def test_a_holder_who_has_left_is_not_warned(office: Office) -> None:
    await office.file()
    async with office.unit_of_work() as work:
        directory = await work.posts.directory()
        (tenure,) = (t for t in directory.tenures if t.post == "kabag")
        await work.posts.change(replace(tenure, until=MONDAY + timedelta(hours=1)))
        await work.commit()
    await office.at(7, 16)

    assert {person for person, _, _ in office.ear.hints} == {KABIRO}
