from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import FixedClock
from bot.domain.attachments import AttachmentKind, Facts
from bot.domain.errors import DomainError
from bot.domain.history import is_whole, tells
from bot.domain.tickets import Act, Ticket, TicketStatus
from bot.office import Office, open_office
from bot.services.retention import Forgetting
from bot.settings import Settings
from tests.bot.conftest import SECRET
from tests.bot.test_office import an_office
from tests.cases import CITIZEN, KABAG, acted, enclosed, filed, staffed


@pytest.fixture
def settings(store_url: str, tmp_path: Path) -> Settings:
    secret = None if store_url.startswith("sqlite") else SECRET
    return an_office(tmp_path / "data", store_url, secret)


async def an_ended_one(office: Office, draft: str = "draft") -> Ticket:
    """File, answer and close a complaint with a photo."""
    now = office.clock.now()
    async with office.unit_of_work() as work:
        if not (await work.posts.directory()).tenures:
            await staffed(work, now)
        await enclosed(work, now, b"%PDF-1.4", draft=draft)
        ticket = await filed(office, work, now, draft, text="Nama saya Budi Pelapor")
        for act, by in ((Act.ACCEPT, KABAG), (Act.ANSWER, KABAG), (Act.CONFIRM, CITIZEN)):
            ticket = await acted(office, work, ticket, act, by, now)
        await work.commit()
    return ticket


async def test_what_ended_long_ago_loses_people_words_and_files_and_keeps_its_proof(
    settings: Settings, clock: FixedClock
) -> None:
    async with open_office(settings, clock) as office:
        ticket = await an_ended_one(office)
        clock.move(timedelta(days=729))
        assert (await office.retention.plan()).tickets == ()
        assert await office.retention.run() == 0
        clock.move(timedelta(days=2))
        planned = await office.retention.plan()
        assert [one.id for one in planned.tickets] == [ticket.id]
        async with office.unit_of_work(writing=False) as work:
            assert (await work.tickets.get(ticket.id)) == ticket, "planning changes nothing"

        assert await office.retention.run() == 1
        async with office.unit_of_work(writing=False) as work:
            kept = await work.tickets.get(ticket.id)
            history = await work.tickets.history(ticket.id)
            assert await work.attachments.of_ticket(ticket.id) == ()
        assert kept is not None
        assert (kept.complainant, kept.text, kept.status) == (None, "-", TicketStatus.CLOSED)
        assert (kept.digest, kept.number, kept.standard) == (
            ticket.digest, ticket.number, ticket.standard,
        )  # fmt: skip
        assert history[-1].act is Act.ANONYMISE
        assert {(event.actor, str(event.data)) for event in history} == {(None, "{}")}
        assert is_whole(history, kept.head, kept.events)
        assert tells(kept, history)
        assert await office.retention.run() == 0, "once is enough"


async def test_what_is_open_or_answered_stays(settings: Settings, clock: FixedClock) -> None:
    async with open_office(settings, clock) as office:
        now = clock.now()
        async with office.unit_of_work() as work:
            await staffed(work, now)
            await filed(office, work, now)
            await work.commit()
        clock.move(timedelta(days=5000))
        assert await office.retention.run() == 0
        async with office.unit_of_work() as work:
            with pytest.raises(DomainError, match="no_such_move"):
                await office.retention.anonymise(work, 1, None)


async def test_the_office_sets_how_long(settings: Settings, clock: FixedClock) -> None:
    async with open_office(settings, clock) as office:
        await an_ended_one(office)
        async with office.unit_of_work() as work:
            await work.settings.set("retention_days", 30, clock.now(), None)
            await work.commit()
        clock.move(timedelta(days=31))
        assert (await office.retention.plan()).retention_days == 30
        assert await office.retention.run() == 1


async def test_a_large_backlog_is_done_in_batches(
    settings: Settings, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_office(settings, clock) as office:
        for number in range(3):
            await an_ended_one(office, f"d{number}")
        clock.move(timedelta(days=800))
        plan = office.retention.plan

        async def one_by_one() -> Forgetting:
            planned = await plan()
            return replace(planned, tickets=planned.tickets[:1])

        monkeypatch.setattr(office.retention, "plan", one_by_one)
        assert await office.retention.run() == 3


async def test_files_of_old_drafts_are_dropped(settings: Settings, clock: FixedClock) -> None:
    async with open_office(settings, clock) as office:
        async with office.unit_of_work() as work:
            kind, facts = AttachmentKind.PHOTO, Facts("f")
            await work.attachments.add("old", kind, facts, clock.now() - timedelta(days=15))
            await work.attachments.add("new", kind, facts, clock.now())
            await work.commit()
        assert (await office.retention.plan()).draft_files == 1
        assert await office.retention.run() == 1
        async with office.unit_of_work(writing=False) as work:
            assert await work.attachments.of_draft("old") == ()
            assert len(await work.attachments.of_draft("new")) == 1
