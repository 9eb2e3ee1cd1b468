"""Lines of the register, against clocks that were run by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import FixedClock
from bot.domain.messages import Outgoing
from bot.domain.news import answer_key
from bot.domain.reporting import Line
from bot.domain.tickets import Act, Ticket
from bot.office import Office, open_office
from bot.services.reports import Scope
from bot.settings import Settings
from tests.bot.conftest import SECRET
from tests.bot.test_office import an_office
from tests.cases import (
    BAGIAN,
    BAGIAN_B,
    BIRO,
    CITIZEN,
    KABAG,
    KABIRO,
    TO_KABAG,
    acted,
    filed,
    staffed,
)

MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)  # 08.00 in Jakarta; Ramadan hours, 08.00-15.00
YEAR = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
ALL = Scope()


@pytest.fixture
def settings(store_url: str, tmp_path: Path) -> Settings:
    secret = None if store_url.startswith("sqlite") else SECRET
    return an_office(tmp_path / "data", store_url, secret)


@pytest.fixture
async def office(settings: Settings) -> AsyncIterator[Office]:
    async with open_office(settings, FixedClock(MONDAY)) as office:
        async with office.unit_of_work() as work:
            await staffed(work, MONDAY)
            await work.commit()
        yield office


async def after(office: Office, ticket: Ticket, *acts: tuple[Act, int | None, timedelta]) -> Ticket:
    """Let acts happen, each so long after Monday morning."""
    async with office.unit_of_work() as work:
        for act, by, later in acts:
            data = {"text": "x", "rating": 4, "door": "lapor"}
            ticket = await acted(office, work, ticket, act, by, MONDAY + later, data=data)
        await work.commit()
    return ticket


async def a_ticket(office: Office, draft: str = "d", **fields: object) -> Ticket:
    async with office.unit_of_work() as work:
        ticket = await filed(office, work, MONDAY, draft, **fields)  # type: ignore[arg-type]
        await work.commit()
    return ticket


async def register(office: Office, now: datetime, scope: Scope = ALL) -> tuple[Line, ...]:
    async with office.unit_of_work(writing=False) as work:
        directory = await office.directory(work)
        return await office.reports.register(work, directory, scope, YEAR, now)


async def due_of(office: Office, limit: str, since: datetime, paused: int = 0) -> datetime:
    async with office.unit_of_work(writing=False) as work:
        return (await office.deadlines(work)).due(limit, since, paused)


async def test_an_answer_is_judged_by_the_limit_that_ran_when_it_was_given(
    office: Office,
) -> None:
    ticket = await a_ticket(office)
    accepted, answered = timedelta(days=1), timedelta(days=4)
    due = await due_of(office, "follow_up", MONDAY + accepted)
    await after(
        office,
        ticket,
        (Act.ACCEPT, KABAG, accepted),
        (Act.NOTE, KABAG, accepted),
        (Act.ANSWER, KABAG, answered),
        (Act.RATE, CITIZEN, answered),
    )
    (line,) = await register(office, MONDAY + timedelta(days=60))
    assert line.due_at == due
    assert (line.answered_at, line.on_time, line.rating) == (MONDAY + answered, True, 4)
    assert line.post == "Kepala Bagian A"
    assert line.ended_at is None
    per_day = 390  # minutes: 08.00-12.00 and 12.30-15.00
    assert line.answer_minutes == 4 * per_day


async def test_an_answer_after_the_limit_is_late(office: Office) -> None:
    ticket = await a_ticket(office)
    due = await due_of(office, "forward", MONDAY)
    span = due - MONDAY + timedelta(minutes=1)
    await after(office, ticket, (Act.ANSWER, KABAG, span))
    (line,) = await register(office, MONDAY + timedelta(days=60))
    assert (line.due_at, line.on_time) == (due, False)


async def test_the_time_in_which_the_complainant_owed_an_answer_does_not_count(
    office: Office,
) -> None:
    ticket = await a_ticket(office)
    hours = timedelta(hours=1)
    ticket = await after(
        office,
        ticket,
        (Act.ACCEPT, KABAG, timedelta()),
        (Act.ASK, KABAG, hours),
        (Act.SUPPLY, CITIZEN, timedelta(days=4, hours=1)),
        (Act.ANSWER, KABAG, timedelta(days=9, hours=2)),
    )
    plain = await due_of(office, "follow_up", MONDAY)
    (line,) = await register(office, MONDAY + timedelta(days=60))
    assert line.due_at == await due_of(office, "follow_up", MONDAY, 4 * 390)
    assert plain < MONDAY + timedelta(days=9) < line.due_at
    assert line.on_time is True


async def test_an_answer_that_was_taken_back_is_none(office: Office) -> None:
    ticket = await a_ticket(office)
    first, second = timedelta(days=1), timedelta(days=2)
    async with office.unit_of_work() as work:
        ticket = await acted(office, work, ticket, Act.ANSWER, KABAG, MONDAY + first)
        key = answer_key(ticket.id, ticket.events)
        await work.outbox.queue(Outgoing(CITIZEN, "sendMessage", {}, dedupe_key=key), MONDAY)
        await work.commit()
    await after(office, ticket, (Act.UNDO_ANSWER, KABAG, first), (Act.ANSWER, KABAG, second))
    (line,) = await register(office, MONDAY + timedelta(days=3))
    assert line.answered_at == MONDAY + second


async def test_what_is_open_is_overdue_only_once_its_limit_has_passed(office: Office) -> None:
    ticket = await a_ticket(office)
    due = await due_of(office, "forward", MONDAY)
    (line,) = await register(office, due)
    assert (line.on_time, line.due_at, line.is_open) == (None, due, True)
    (line,) = await register(office, due + timedelta(minutes=1))
    assert line.on_time is False
    await after(office, ticket, (Act.REJECT, KABAG, timedelta(hours=1)))
    (line,) = await register(office, due + timedelta(days=9))
    assert (line.on_time, line.door) == (True, "lapor")


async def test_a_head_of_unit_gets_his_desks_and_nothing_about_himself(office: Office) -> None:
    own = await a_ticket(office, "own")
    await a_ticket(office, "b", placement=replace(TO_KABAG, owner=BAGIAN_B, received_by=None))
    about = replace(TO_KABAG, owner="deputi-x", barred=(BIRO,))
    secret = await a_ticket(office, "about", placement=about)
    everything = await register(office, MONDAY)
    assert len(everything) == 3
    scope = Scope({BIRO, BAGIAN}, KABIRO)
    assert [line.number for line in await register(office, MONDAY, scope)] == [own.number]
    of_deputi = Scope({BIRO, BAGIAN, BAGIAN_B, "deputi-x"}, 904)
    assert secret.number in {line.number for line in await register(office, MONDAY, of_deputi)}


async def test_an_anonymised_complaint_still_counts(office: Office) -> None:
    ticket = await a_ticket(office)
    await after(
        office, ticket, (Act.ANSWER, KABAG, timedelta(days=1)),
        (Act.CONFIRM, CITIZEN, timedelta(days=2)),
    )  # fmt: skip
    before = await register(office, MONDAY + timedelta(days=3))
    async with office.unit_of_work() as work:
        await office.retention.anonymise(work, ticket.id, None)
        await work.commit()
    assert await register(office, MONDAY + timedelta(days=3)) == before
    assert before[0].ended_at == MONDAY + timedelta(days=2)
