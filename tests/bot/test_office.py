"""A whole office: opened, checked, backed up, restored to another place."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import FixedClock
from bot.domain.errors import DomainError, StorageError
from bot.domain.health import Level
from bot.domain.messages import Outgoing
from bot.domain.people import Sighting
from bot.office import (
    Office,
    back_up_office,
    check_office,
    key_source,
    open_office,
    restore_office,
)
from bot.quick import standards_at_a_glance
from bot.settings import Settings
from bot.storage.store import open_store
from knowledge.finding.answers import ReplyKind
from knowledge.library import Library, shipped_documents
from tests.bot.conftest import NOW, SECRET
from tests.bot.updates import a_message

TOKEN = "123456789:" + "A" * 35


def an_office(folder: Path, url: str | None = None, secret: str | None = None) -> Settings:
    given = {"data_dir": folder, "database_url": url, "secret_key": secret, "telegram_token": TOKEN}
    return Settings.model_validate({name: value for name, value in given.items() if value})


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An office in a file that has worked a little, with a backup beside its database."""
    settings, clock = an_office(tmp_path_factory.mktemp("office") / "data"), FixedClock(NOW)

    async def work() -> None:
        async with open_office(settings, clock) as office:
            await work_a_little(office)
            await back_up_office(settings, settings.data_dir / "good.zip", clock)

    asyncio.run(work())
    return settings


@pytest.fixture
def worked(template: Settings, tmp_path: Path) -> Settings:
    """A copy of that office."""
    shutil.copytree(template.data_dir, tmp_path / "worked")
    return an_office(tmp_path / "worked")


@pytest.fixture
def settings(store_url: str, tmp_path: Path) -> Settings:
    secret = None if store_url.startswith("sqlite") else SECRET
    return an_office(tmp_path / "data", store_url, secret)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Settings:
    return an_office(tmp_path / "elsewhere")


async def work_a_little(office: Office, text: str = "berapa biaya pelayanan pimpinan?") -> None:
    await office.intake.receive([a_message(1, text), a_message(2)])
    async with office.unit_of_work() as work:
        taken = await work.inbox.take("7")
        assert taken is not None
        person = await work.people.seen(Sighting(7, "Siti Rahayu"), NOW)
        asked = await office.questions.ask(work, "7", person, taken.body["message"]["text"], NOW)
        await office.questions.feedback(work, asked.question_id, 7, True, NOW)
        await office.questions.pass_on(work, asked.question_id, NOW)
        await work.outbox.queue(Outgoing(7, "sendMessage", {"text": "Tidak dipungut biaya"}), NOW)
        await work.inbox.done(taken, NOW)
        await work.commit()
    assert asked.reply.kind is ReplyKind.ANSWER


async def assert_same_work(office: Office) -> None:
    async with office.unit_of_work() as work:
        (question,) = await work.questions.unanswered()
        person = await work.people.get(7)
        assert question.text == "berapa biaya pelayanan pimpinan?"
        assert question.asked_at == NOW
        assert person is not None
        assert person.name == "Siti Rahayu"
        assert (await work.conversations.load("7")).version == 1
        assert (await work.questions.counts(NOW)).helpful == 1
        taken = await work.inbox.take("7")
        assert taken is not None
        assert taken.update_id == 2
        await work.inbox.done(taken, NOW)
        await work.outbox.queue(Outgoing(7, "sendMessage", {"text": "lagi"}), NOW)
        await work.commit()
    assert len(await office.standards.list()) == 5
    await office.intake.receive([a_message(2), a_message(3)])
    assert await office.intake.waiting() == ("7",)


async def test_an_office_opens_answers_and_signals_what_is_queued(
    settings: Settings, clock: FixedClock
) -> None:
    async with open_office(settings, clock) as office:
        assert not office.queued.is_set()
        await work_a_little(office)
        assert office.queued.is_set()
        assert office.pace.overall_per_second == 30
        await office.sole_poller().take()


def test_nothing_that_people_wrote_is_readable_in_the_files(worked: Settings) -> None:
    content = b"".join(path.read_bytes() for path in _files(worked.data_dir))
    assert b"SQLite format 3" in content
    for word in (b"Siti", b"biaya pelayanan pimpinan", b"Tidak dipungut biaya"):
        assert word not in content


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_a_check_makes_nothing(elsewhere: Settings, clock: FixedClock) -> None:
    findings = {f.key for f in await check_office(elsewhere, clock)}
    assert "check.no_database" in findings
    assert not _exists(elsewhere.data_dir)


def _exists(path: Path) -> bool:
    return path.exists()


async def test_a_check_of_a_healthy_office_needs_only_what_is_not_set(
    settings: Settings, clock: FixedClock
) -> None:
    async with open_office(settings, clock):
        pass
    findings = await check_office(settings, clock)
    assert {f.key for f in findings if f.needs_a_person} == {"check.admins"}
    assert {"check.database", "check.standards"} <= {f.key for f in findings}


async def test_a_check_names_a_key_that_others_can_read(
    worked: Settings, clock: FixedClock
) -> None:
    os.chmod(worked.data_dir / "secret.key", 0o644)  # noqa: PTH101, S103 - the fault to find
    levels = {f.key: f.level for f in await check_office(worked, clock)}
    assert levels["check.key_file"] is Level.WARNING


async def test_a_check_with_a_wrong_key_is_a_finding(worked: Settings, clock: FixedClock) -> None:
    wrong = an_office(worked.data_dir, secret="an altogether wrong key")
    errors = [f for f in await check_office(wrong, clock) if f.level is Level.ERROR]
    assert [f.key for f in errors] == ["storage.key_wrong"]


async def test_a_backup_is_restored_elsewhere_with_everything(
    settings: Settings, elsewhere: Settings, tmp_path: Path, clock: FixedClock
) -> None:
    file = tmp_path / "pandu.zip"
    async with open_office(settings, clock) as office:
        await work_a_little(office)
        await back_up_office(settings, file, clock)
    assert file.stat().st_mode & 0o777 == 0o600
    if settings.secret_key is not None:
        elsewhere = an_office(elsewhere.data_dir, secret=SECRET)
    await restore_office(elsewhere, file, clock=clock)
    async with open_office(elsewhere, clock) as office:
        await assert_same_work(office)


@pytest.mark.postgres
async def test_an_office_moves_from_a_file_to_a_server(
    worked: Settings, postgres_url: str, tmp_path: Path, clock: FixedClock
) -> None:
    file = worked.data_dir / "good.zip"
    large = an_office(tmp_path / "server", postgres_url, SECRET)
    await restore_office(large, file, clock=clock)
    async with open_office(large, clock) as office:
        await assert_same_work(office)


async def test_a_restore_keeps_its_hands_off_data_unless_told(
    settings: Settings, tmp_path: Path, clock: FixedClock
) -> None:
    file = tmp_path / "pandu.zip"
    async with open_office(settings, clock) as office:
        await work_a_little(office)
    await back_up_office(settings, file, clock)
    async with open_office(settings, clock) as office:
        await office.intake.receive([a_message(99, user=9)])
    with pytest.raises(StorageError) as caught:
        await restore_office(settings, file, clock=clock)
    assert caught.value.key == "backup.not_empty"
    async with open_office(settings, clock) as office:
        assert await office.intake.waiting() == ("7", "9")
    await restore_office(settings, file, replacing=True, clock=clock)
    async with open_office(settings, clock) as office:
        assert await office.intake.waiting() == ("7",)
        await assert_same_work(office)


async def test_a_restore_under_a_running_bot_is_refused(
    settings: Settings, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pandu.zip"
    async with open_office(settings, clock) as office:
        monkeypatch.setattr("socket.gethostname", lambda: "another-machine")
        await office.sole_poller().take()
        monkeypatch.undo()
        await back_up_office(settings, file, clock)
        with pytest.raises(DomainError) as caught:
            await restore_office(settings, file, replacing=True, clock=clock)
    assert caught.value.key == "still_running"


def damaged(change: Callable[[dict[str, bytes]], None]) -> Callable[[Path, Path], None]:
    """Return what copies a backup with changed parts."""

    def copy(file: Path, target: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts)
        with zipfile.ZipFile(target, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    return copy


def _cut(file: Path, target: Path) -> None:
    target.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _newer_schema(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts["manifest.json"])
    parts["manifest.json"] = json.dumps({**manifest, "schema": "9999"}).encode()


def _newer_format(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts["manifest.json"])
    parts["manifest.json"] = json.dumps({**manifest, "format": 99}).encode()


@pytest.mark.parametrize(
    ("damage", "key"),
    [
        (damaged(lambda parts: parts.update({"inbox.jsonl": b"{}\n"})), "backup.damaged"),
        (damaged(lambda parts: parts.__delitem__("person.jsonl")), "backup.damaged"),
        (damaged(lambda parts: parts.__delitem__("manifest.json")), "backup.no_backup"),
        (damaged(_newer_schema), "storage.newer"),
        (damaged(_newer_format), "backup.newer"),
        (_cut, "backup.no_backup"),
        (lambda file, target: target.mkdir(), "backup.unreadable"),
        (lambda file, target: None, "backup.unreadable"),
    ],
)
async def test_a_backup_that_is_not_whole_changes_nothing(
    worked: Settings, damage: Callable[[Path, Path], None], key: str, tmp_path: Path
) -> None:
    damage(worked.data_dir / "good.zip", tmp_path / "bad.zip")
    with pytest.raises(StorageError) as caught:
        await restore_office(worked, tmp_path / "bad.zip", replacing=True)
    assert caught.value.key == key
    async with (
        open_store(worked.store_url, key_source(worked)) as store,
        store.unit_of_work(writing=False) as work,
    ):
        assert await work.inbox.waiting() == ("7",)


async def test_a_backup_without_its_key_is_refused(
    worked: Settings, tmp_path: Path, clock: FixedClock
) -> None:
    key = (worked.data_dir / "secret.key").read_text()
    file = tmp_path / "pandu.zip"
    await back_up_office(an_office(worked.data_dir, secret=key), file, clock)
    for other in (
        an_office(tmp_path / "a"),
        an_office(tmp_path / "b", secret="this is not the one"),
    ):
        with pytest.raises(StorageError) as caught:
            await restore_office(other, file, clock=clock)
        assert caught.value.key == "storage.key_wrong"


async def test_an_existing_file_is_not_overwritten_and_nothing_is_left_half_done(
    worked: Settings, elsewhere: Settings, tmp_path: Path, clock: FixedClock
) -> None:
    settings, file = worked, tmp_path / "backups" / "pandu.zip"
    with pytest.raises(StorageError) as caught:
        await back_up_office(elsewhere, file, clock)
    assert caught.value.key == "backup.nothing"
    with pytest.raises(StorageError) as caught:
        await back_up_office(settings, file, clock)
    assert caught.value.key == "backup.unwritable"
    file.parent.mkdir()
    await back_up_office(settings, file, clock)
    with pytest.raises(StorageError) as caught:
        await back_up_office(settings, file, clock)
    assert caught.value.key == "backup.exists"
    assert _files(file.parent) == [file]


def test_stored_standards_are_had_at_a_glance(worked: Settings) -> None:
    found = standards_at_a_glance(worked)
    library = Library.load([shipped_documents()])[0]
    assert found is not None
    standards, editions = found.standards, found.editions
    assert editions.others == ()
    assert found.extracts.keys() == {standard.id for standard in standards}
    assert set(standards) == set(library.values())
    assert [s.title for s in standards] == sorted(s.title for s in standards)


def test_corrections_and_old_editions_are_seen_at_a_glance(worked: Settings) -> None:
    with closing(sqlite3.connect(worked.data_dir / "pandu.db")) as connection:
        corrected = '[{"what": "unit", "text": "Bagian Baru", "step": ""}]'
        connection.execute("UPDATE standard SET corrections = ? WHERE id = 1", [corrected])
        columns = "title, digest, model, reader_version, loaded_at"
        connection.execute(
            f"INSERT INTO standard (standard_id, {columns}, state, text_digest)"  # noqa: S608
            f" SELECT standard_id, {columns}, 'replaced', 'other' FROM standard WHERE id = 1"
        )
        connection.commit()
    found = standards_at_a_glance(worked)
    assert found is not None
    standards, editions = found.standards, found.editions
    (other,) = editions.others
    assert len(standards) == 5
    assert "Bagian Baru" in {standard.unit for standard in standards}
    assert other.of in {standard.id for standard in standards}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE alembic_version SET version_num = '9999'",
        "UPDATE standard SET reader_version = 'another'",
        "UPDATE standard SET state = 'withdrawn'",
        "DROP TABLE standard",
    ],
)
def test_what_is_unusual_is_left_to_the_office(worked: Settings, change: str) -> None:
    with closing(sqlite3.connect(worked.data_dir / "pandu.db")) as connection:
        connection.execute(change)
        connection.commit()
    assert standards_at_a_glance(worked) is None


def test_a_server_or_a_missing_file_is_not_glanced_at(elsewhere: Settings) -> None:
    assert standards_at_a_glance(elsewhere) is None
    assert not _exists(elsewhere.data_dir)
    assert standards_at_a_glance(an_office(elsewhere.data_dir, "postgresql://h/d")) is None
