"""Units of work that share a COMMIT on SQLite still stand or fall alone."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.errors import StorageError
from bot.domain.questions import Feedback
from bot.storage.database import Database
from bot.storage.keys import KeySource
from bot.storage.sqlite import SqliteDatabase
from bot.storage.store import Store, open_store
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW, SECRET


@pytest.fixture
def store_url(sqlite_url: str) -> str:
    """Only SQLite has a writer of this kind."""
    return sqlite_url


@pytest.fixture(autouse=True, params=["quick", "slow"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have commits waited for in place, or all but the first ones in the thread."""
    disk: str = request.param
    monkeypatch.setattr("bot.storage.sqlite_writer._QUICK", 60.0 if disk == "quick" else -1.0)
    monkeypatch.setattr("bot.storage.sqlite_writer._LOOKED_AT", 1)
    return disk


async def beats(unit_of_work: SqlUnitsOfWork) -> set[str]:
    async with unit_of_work(writing=False) as work:
        return {beat.name for beat in await work.heartbeats.all()}


async def test_units_side_by_side_are_all_lasting_and_share_commits(store: Store) -> None:
    commits = 0

    def count(statement: str) -> None:
        nonlocal commits
        commits += statement == "COMMIT"

    assert isinstance(store.database, SqliteDatabase)
    store.database._writer._driver.set_trace_callback(count)

    async def one(number: int) -> None:
        async with store.unit_of_work() as work:
            await work.heartbeats.beat(f"b{number}", NOW)
            await work.commit()
        assert f"b{number}" in await beats(store.unit_of_work)

    await asyncio.gather(*(one(number) for number in range(50)))
    assert await beats(store.unit_of_work) == {f"b{number}" for number in range(50)}
    assert 1 <= commits < 25


async def test_a_slow_disk_holds_up_only_the_thread(store: Store, disk: str) -> None:
    threads: list[str] = []

    def note(statement: str) -> None:
        if statement == "COMMIT":
            threads.append(threading.current_thread().name)

    assert isinstance(store.database, SqliteDatabase)
    store.database._writer._driver.set_trace_callback(note)
    for number in range(3):
        async with store.unit_of_work() as work:
            await work.heartbeats.beat(f"b{number}", NOW)
            await work.commit()
    assert {name.startswith("pandu-commit") for name in threads} == {disk == "slow"}


async def test_a_unit_undone_among_others_takes_none_of_them_along(store: Store) -> None:
    async def one(number: int) -> None:
        async with store.unit_of_work() as work:
            await work.heartbeats.beat(f"b{number}", NOW)
            await work.heartbeats.all()
            if number % 3:
                await work.commit()

    await asyncio.gather(*(one(number) for number in range(30)))
    expected = {f"b{number}" for number in range(30) if number % 3}
    assert await beats(store.unit_of_work) == expected


async def test_a_unit_that_raises_is_undone_and_the_next_goes_on(store: Store) -> None:
    async def fail() -> None:
        async with store.unit_of_work() as work:
            await work.heartbeats.beat("bad", NOW)
            await work.heartbeats.all()
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    async with store.unit_of_work() as work:
        await work.heartbeats.beat("good", NOW)
        await work.commit()
    assert await beats(store.unit_of_work) == {"good"}


async def test_a_reader_does_not_wait_for_a_writer_and_sees_only_what_is_lasting(
    store: Store,
) -> None:
    async with store.unit_of_work() as work:
        await work.heartbeats.beat("new", NOW)
        await work.heartbeats.all()
        assert await beats(store.unit_of_work) == set()
        await work.commit()
    assert await beats(store.unit_of_work) == {"new"}


async def test_a_cancelled_unit_holds_up_nobody(store: Store) -> None:
    inside = asyncio.Event()

    async def linger() -> None:
        async with store.unit_of_work() as work:
            await work.heartbeats.beat("lingering", NOW)
            await work.heartbeats.all()
            inside.set()
            await asyncio.Event().wait()

    async def write(name: str) -> None:
        async with store.unit_of_work() as work:
            await work.heartbeats.beat(name, NOW)
            await work.commit()

    lingering = asyncio.create_task(linger())
    await inside.wait()
    waiting, writing = asyncio.create_task(write("cancelled")), asyncio.create_task(write("good"))
    await asyncio.sleep(0)
    waiting.cancel()
    lingering.cancel()
    await asyncio.wait_for(writing, 5)
    with pytest.raises(asyncio.CancelledError):
        await lingering
    assert await beats(store.unit_of_work) == {"good"}


async def test_after_an_error_of_the_database_a_unit_does_nothing_more(store: Store) -> None:
    async with store.unit_of_work() as work:
        await work.heartbeats.beat("first", NOW)
        with pytest.raises(StorageError):
            await work._transaction.read(lambda c: c.execute(text("SELECT * FROM nowhere")).all())
        with pytest.raises(StorageError):
            await work.commit()
    assert await beats(store.unit_of_work) == set()


async def test_a_full_disk_fails_every_unit_of_the_group_and_the_next_goes_on(
    store: Store,
) -> None:
    async def one(number: int, size: int) -> None:
        async with store.unit_of_work() as work:
            await work.heartbeats.beat(f"b{number}", NOW, "x" * size)
            await work.commit()

    async with store.database.session() as session:
        await session.run(lambda c: c.execute(text("PRAGMA max_page_count = 50")))
    results = await asyncio.gather(
        one(1, 10), one(2, 5_000_000), one(3, 10), return_exceptions=True
    )
    failed = [result for result in results if isinstance(result, StorageError)]
    assert {error.key for error in failed} <= {"storage.full", "storage.failed"}
    assert any(error.key == "storage.full" for error in failed)
    lasting = {f"b{n}" for n, result in zip((1, 2, 3), results, strict=True) if result is None}
    assert await beats(store.unit_of_work) == lasting
    await one(4, 10)
    assert await beats(store.unit_of_work) == {*lasting, "b4"}


async def test_a_commit_that_fails_fails_its_whole_group_and_the_next_goes_on(
    store: Store,
) -> None:
    async def harmless() -> None:
        async with store.unit_of_work() as work:
            await work.heartbeats.beat("harmless", NOW)
            await work.commit()

    async def breaks_at_commit() -> None:
        async with store.unit_of_work() as work:
            later = text("PRAGMA defer_foreign_keys = ON")
            await work._transaction.read(lambda c: c.execute(later).close())
            await work.questions.give_feedback(Feedback(404, 7, True, NOW))
            await work.commit()

    results = await asyncio.gather(harmless(), breaks_at_commit(), return_exceptions=True)
    assert [type(result) for result in results] == [StorageError, StorageError]
    assert await beats(store.unit_of_work) == set()
    await harmless()
    assert await beats(store.unit_of_work) == {"harmless"}


async def test_another_process_that_writes_is_waited_for(store: Store) -> None:
    file = Path(store.database.name)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with store.unit_of_work() as work:
            await work.heartbeats.beat("patient", NOW)
            await work.commit()

    writing = asyncio.create_task(write())
    done, _ = await asyncio.wait([writing], timeout=0.05)
    assert not done
    other.execute("ROLLBACK")
    other.close()
    await asyncio.wait_for(writing, 5)
    assert await beats(store.unit_of_work) == {"patient"}


async def test_a_database_locked_for_too_long_is_a_clear_error_and_nothing_is_lost(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.sqlite._BUSY_SECONDS", 0.05)
    async with open_store(sqlite_url, KeySource(SECRET, tmp_path / "secret.key")) as store:
        other = sqlite3.connect(store.database.name, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        async with store.unit_of_work() as work:
            await work.heartbeats.beat("late", NOW)
            with pytest.raises(StorageError) as caught:
                await work.commit()
        assert caught.value.key == "storage.locked"
        other.execute("ROLLBACK")
        other.close()
        async with store.unit_of_work() as work:
            await work.heartbeats.beat("later", NOW + timedelta(seconds=1))
            await work.commit()
        assert await beats(store.unit_of_work) == {"later"}


async def test_the_file_is_set_up_for_safety(store: Store) -> None:
    async def pragma(database: Database, name: str, *, writing: bool) -> object:
        async with database.session(writing=writing) as session:
            return await session.run(lambda c: c.execute(text(f"PRAGMA {name}")).scalar())

    for writing in (True, False):
        assert await pragma(store.database, "journal_mode", writing=writing) == "wal"
        assert await pragma(store.database, "foreign_keys", writing=writing) == 1
        assert await pragma(store.database, "synchronous", writing=writing) == 2
