"""Complaints at rest: sealed, sealed anew with a new key, and back whole from a backup."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.clock import FixedClock
from bot.domain.attachments import Facts
from bot.domain.history import is_whole, tells
from bot.domain.saved_answers import SavedAnswer
from bot.domain.tickets import Act
from bot.office import Office, back_up_office, open_office, restore_office
from bot.settings import Settings
from bot.storage.tables import Base
from bot.storage.types import Sealed
from tests.bot.conftest import SECRET
from tests.bot.test_office import an_office
from tests.cases import CITIZEN, KABAG, acted, enclosed, filed, staffed

OLD, NEW = SECRET, "kunci baru yang panjang sekali"
PICTURE = bytes(range(256)) * 5000  # 1.3 MB
SAID = "Petugas tidak pernah menjawab surat saya"


@pytest.fixture
def settings(store_url: str, tmp_path: Path) -> Settings:
    return an_office(tmp_path / "data", store_url, OLD)


def with_key(settings: Settings, secret: str) -> Settings:
    return an_office(settings.data_dir, settings.store_url, secret)


async def work_a_little(office: Office) -> None:
    """Leave something in every table that seals."""
    now = office.clock.now()
    async with office.unit_of_work() as work:
        await staffed(work, now)
        for number in range(6):
            facts = Facts(f"f{number}", "KTP.jpg", caption="ini buktinya")
            await enclosed(work, now, PICTURE + bytes([number]), facts=facts)
        ticket = await filed(office, work, now, text=SAID)
        ticket = await acted(office, work, ticket, Act.ACCEPT, KABAG, now)
        await acted(office, work, ticket, Act.NOTE, KABAG, now, data={"text": "Hati-hati"})
        answer = SavedAnswer(0, None, "Salam", "Terima kasih atas laporannya", KABAG, now)
        await work.saved_answers.add(answer)
        await work.commit()


async def assert_all_there(office: Office) -> None:
    now = office.clock.now() + timedelta(hours=1)
    async with office.unit_of_work() as work:
        (ticket,) = await work.tickets.filed_by(CITIZEN)
        history = await work.tickets.history(ticket.id)
        files = await work.attachments.of_ticket(ticket.id)
        assert ticket.text == SAID
        assert is_whole(history, ticket.head, ticket.events)
        assert tells(ticket, history)
        assert history[-1].data["text"] == "Hati-hati"
        contents = [await work.attachments.content(file.id) for file in files]
        assert contents == [PICTURE + bytes([number]) for number in range(6)]
        assert files[0].facts.caption == "ini buktinya"
        (saved,) = await work.saved_answers.for_standard(None)
        assert saved.text == "Terima kasih atas laporannya"
        assert {t.name for t in (await work.posts.directory()).tenures} >= {"Nama kepala-b"}
        answered = await acted(office, work, ticket, Act.ANSWER, KABAG, now)
        assert answered.events == ticket.events + 1
        await filed(office, work, now, "another")
        await work.commit()


def sealed_values(settings: Settings) -> dict[str, list[str]]:
    """Return what stands in the sealed columns, by table and column."""
    engine = create_engine(settings.store_url)
    found = {}
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, Sealed):
                    query = text(f"SELECT {column.name} FROM {table.name}")  # noqa: S608
                    rows = connection.execute(query).scalars()
                    found[f"{table.name}.{column.name}"] = [row for row in rows if row is not None]
    engine.dispose()
    return found


async def test_a_new_key_seals_everything_anew_and_the_old_one_can_be_dropped(
    settings: Settings, clock: FixedClock
) -> None:
    async with open_office(settings, clock) as office:
        await work_a_little(office)
    before = sealed_values(settings)
    filled = {name for name, values in before.items() if values}
    assert {
        "attachment.content", "attachment.facts", "ticket.text", "ticket_event.data",
        "tenure.name", "saved_answer.text",
    } <= filled  # fmt: skip

    async with open_office(with_key(settings, f"{NEW},{OLD}"), clock):
        pass
    after = sealed_values(settings)
    for name, values in after.items():
        assert len(values) == len(before[name])
        assert not set(values) & set(before[name]), f"{name} is still sealed with the old key"
    async with open_office(with_key(settings, NEW), clock) as office:
        await assert_all_there(office)


async def test_a_backup_brings_complaints_files_and_counters_back(
    settings: Settings, tmp_path: Path, clock: FixedClock
) -> None:
    file = tmp_path / "pandu.zip"
    async with open_office(settings, clock) as office:
        await work_a_little(office)
        await back_up_office(settings, file, clock)
    assert SAID.encode() not in file.read_bytes()
    await restore_office(settings, file, replacing=True, clock=clock)
    async with open_office(settings, clock) as office:
        await assert_all_there(office)
    elsewhere = an_office(tmp_path / "elsewhere", secret=f"{NEW},{OLD}")
    await restore_office(elsewhere, file, clock=clock)
    async with open_office(elsewhere, clock) as office:
        await assert_all_there(office)
    assert PICTURE[:64] not in (elsewhere.data_dir / "pandu.db").read_bytes()
