"""What a check says of complaints: changed histories, desks without anybody, files, calendar."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.clock import FixedClock
from bot.domain.attachments import AttachmentKind, Facts
from bot.domain.calls import Placement
from bot.domain.health import Finding, Level
from bot.domain.tickets import Act, Ticket
from bot.office import Office, check_office, open_office
from bot.services import ticket_health
from bot.settings import Settings
from tests.bot.conftest import SECRET
from tests.bot.test_office import an_office
from tests.cases import CITIZEN, KABAG, acted, filed, staffed


@pytest.fixture
def settings(store_url: str, tmp_path: Path) -> Settings:
    secret = None if store_url.startswith("sqlite") else SECRET
    return an_office(tmp_path / "data", store_url, secret)


@pytest.fixture
async def office(settings: Settings, clock: FixedClock) -> AsyncIterator[Office]:
    async with open_office(settings, clock) as office:
        async with office.unit_of_work() as work:
            await staffed(work, clock.now())
            await work.commit()
        yield office


async def a_ticket(office: Office, draft: str = "draft") -> Ticket:
    now = office.clock.now()
    async with office.unit_of_work() as work:
        ticket = await filed(office, work, now, draft)
        ticket = await acted(office, work, ticket, Act.ACCEPT, KABAG, now)
        ticket = await acted(office, work, ticket, Act.NOTE, KABAG, now)
        await work.commit()
    return ticket


async def findings(office: Office, settings: Settings) -> dict[str, Finding]:
    return {f.key: f for f in await check_office(settings, office.clock)}


def change(settings: Settings, statement: str) -> None:
    """Change the database behind the office's back."""
    engine = create_engine(settings.store_url)
    with engine.begin() as connection:
        assert connection.execute(text(statement)).rowcount == 1
    engine.dispose()


async def test_an_office_in_order_needs_nobody(office: Office, settings: Settings) -> None:
    await a_ticket(office)
    found = await findings(office, settings)
    assert found["check.histories"].level is Level.OK
    assert found["check.histories"].values["checked"] == 1
    assert found["check.tickets"].values == {"open": 1, "late": 0}
    assert not {"check.orphans", "check.unheard"} & set(found)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ticket_event SET act = 'read' WHERE number = 2",
        "UPDATE ticket_event SET post = 'kepala-b' WHERE number = 2",
        "UPDATE ticket_event SET data_digest = 'x' WHERE number = 3",
        "DELETE FROM ticket_event WHERE number = 3",
        "DELETE FROM ticket_event WHERE number = 2",
        "UPDATE ticket SET status = 'closed'",
        "UPDATE ticket SET owner = 'kepala-b'",
        "UPDATE ticket SET events = 2",
    ],
)
async def test_a_changed_row_is_noticed(office: Office, settings: Settings, statement: str) -> None:
    ticket = await a_ticket(office)
    change(settings, statement)
    found = (await findings(office, settings))["check.histories"]
    assert found.level is Level.ERROR
    assert found.values["numbers"] == [ticket.number]


async def test_a_ticket_on_nobodys_desk_is_listed(office: Office, settings: Settings) -> None:
    lost = await a_ticket(office)
    async with office.unit_of_work() as work:
        kept = await filed(office, work, office.clock.now(), "second")
        await work.posts.remove(lost.owner)
        await work.commit()
    found = (await findings(office, settings))["check.orphans"]
    assert found.level is Level.ERROR
    assert set(found.values["numbers"]) == {lost.number, kept.number}


async def test_a_ticket_that_only_an_admin_hears_of_is_listed(
    office: Office, settings: Settings
) -> None:
    now = office.clock.now()
    async with office.unit_of_work() as work:
        ticket = await filed(office, work, now, placement=Placement())
        await work.commit()
    alone = (await findings(office, settings))["check.orphans"]
    assert alone.values["numbers"] == [ticket.number]
    with_admin = settings.model_copy(update={"admin_ids": (1,)})
    found = {f.key: f for f in await check_office(with_admin, office.clock)}
    assert found["check.unheard"].values["numbers"] == [ticket.number]
    assert found["check.unheard"].level is Level.WARNING


async def test_late_tickets_are_counted_and_paused_ones_are_not(
    office: Office, settings: Settings, clock: FixedClock
) -> None:
    await a_ticket(office)
    asked = await a_ticket(office, "second")
    async with office.unit_of_work() as work:
        await acted(office, work, asked, Act.ASK, KABAG, clock.now())
        await work.commit()
    clock.move(timedelta(days=60))
    found = (await findings(office, settings))["check.tickets"]
    assert found.values == {"open": 2, "late": 1}


async def test_files_that_wait_long_need_somebody(
    office: Office, settings: Settings, clock: FixedClock
) -> None:
    async with office.unit_of_work() as work:
        await work.attachments.add("d", AttachmentKind.PHOTO, Facts("f"), clock.now())
        await work.commit()
    assert (await findings(office, settings))["check.files"].level is Level.INFO
    clock.move(timedelta(hours=2))
    found = (await findings(office, settings))["check.files"]
    assert (found.level, found.values["wanted"]) == (Level.WARNING, 1)


async def test_what_of_the_calendar_is_not_confirmed_soon_needs_somebody(
    office: Office, settings: Settings, clock: FixedClock
) -> None:
    clock.set(datetime(2027, 1, 10, 2, tzinfo=UTC))
    found = [f for f in await check_office(settings, clock) if f.key == "check.calendar"]
    levels = {(f.values["what"], f.values["first"].year): f.level for f in found}
    assert levels["season", 2027] is Level.WARNING
    assert levels["cuti_bersama", 2028] is Level.INFO


async def test_of_very_many_tickets_the_newest_and_a_sample_are_checked(
    office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        await a_ticket(office, f"d{number}")
    for name, value in (("NEWEST", 4), ("SAMPLE", 4), ("_BATCH", 2)):
        monkeypatch.setattr(ticket_health, name, value)
    found = (await findings(office, settings))["check.histories"]
    assert found.values["checked"] == 8
    assert found.values["highest"] == 12
    change(settings, "UPDATE ticket_event SET act = 'note' WHERE number = 2 AND ticket_id = 11")
    assert (await findings(office, settings))["check.histories"].level is Level.ERROR


async def test_an_anonymised_ticket_still_proves_whole(
    office: Office, settings: Settings, clock: FixedClock
) -> None:
    ticket = await a_ticket(office)
    async with office.unit_of_work() as work:
        for act, by in ((Act.ANSWER, KABAG), (Act.CONFIRM, CITIZEN)):
            ticket = await acted(office, work, ticket, act, by, clock.now())
        await work.commit()
    clock.move(timedelta(days=800))
    assert await office.retention.run() == 1
    assert (await findings(office, settings))["check.histories"].level is Level.OK
