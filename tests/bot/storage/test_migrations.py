"""The schema: made at start, taken back, agreeing with the tables, refused if newer."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from bot.domain.errors import StorageError
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.head import HEAD
from bot.storage.keys import KeySource
from bot.storage.store import open_database, open_store, schema_version
from bot.storage.tables import Base
from tests.bot.conftest import SECRET

_SCRIPTS = ScriptDirectory(str(Path(__file__).parents[3] / "migrations"))
_STEPS = [script.revision for script in reversed(list(_SCRIPTS.walk_revisions()))]


@pytest.fixture
async def database(store_url: str) -> AsyncIterator[Database]:
    database = open_database(store_url)
    yield database
    await database.close()


async def tables(database: Database) -> set[str]:
    async with database.session(writing=False) as session:
        return await session.run(lambda c: set(inspect(c).get_table_names()))


async def columns(database: Database) -> set[tuple[str, str]]:
    def read(connection: Connection) -> set[tuple[str, str]]:
        found = inspect(connection)
        names = found.get_table_names()
        return {(name, column["name"]) for name in names for column in found.get_columns(name)}

    async with database.session(writing=False) as session:
        return await session.run(read)


def test_the_code_knows_the_newest_migration() -> None:
    assert _SCRIPTS.get_heads() == [HEAD]


async def test_every_migration_goes_up_down_and_up_again(database: Database) -> None:
    for step in _STEPS:
        await database.migrate(lambda c, step=step: schema.upgrade(c, step))  # type: ignore[misc]
        assert await schema_version(database) == step
        before = await columns(database)
        down = _SCRIPTS.get_revision(step).down_revision or "base"
        assert isinstance(down, str)
        await database.migrate(lambda c, down=down: schema.downgrade(c, down))  # type: ignore[misc]
        assert await columns(database) < before
        await database.migrate(lambda c, step=step: schema.upgrade(c, step))  # type: ignore[misc]
        assert await columns(database) == before
    assert await tables(database) == {*Base.metadata.tables, "alembic_version"}
    await database.migrate(lambda c: schema.downgrade(c, "base"))
    assert await tables(database) == {"alembic_version"}


async def test_the_migrations_make_exactly_the_tables_of_the_code(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        schema.upgrade(connection)
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    found: list[object] = []
    await database.migrate(lambda c: found.extend(differences(c)))
    assert found == []


async def test_standards_of_an_older_database_get_their_headings(database: Database) -> None:
    model = json.dumps({"id": "sp-x", "title": "SP X", "unit": "Bagian Umum"})

    def as_it_was(connection: Connection) -> None:
        schema.upgrade(connection, "0008")
        connection.execute(
            text("INSERT INTO document (digest, file, content) VALUES ('d', 'x.txt', :content)"),
            {"content": b"x"},
        )
        columns = "standard_id, title, digest, model, reader_version, loaded_at, state"
        values = "'sp-x', 'SP X', 'd', :model, 'r', :at, 'in_force'"
        connection.execute(
            text(f"INSERT INTO standard ({columns}) VALUES ({values})"),  # noqa: S608 - our own
            {"model": model, "at": "2026-01-05 00:00:00+00:00"},
        )

    await database.migrate(as_it_was)
    await database.migrate(schema.upgrade)
    async with database.session(writing=False) as session:
        found = await session.run(lambda c: c.execute(text("SELECT heading FROM standard")).all())
    assert [json.loads(heading) for (heading,) in found] == [{"id": "sp-x", "unit": "Bagian Umum"}]


async def test_a_migration_that_fails_leaves_nothing_behind(database: Database) -> None:
    def fail(connection: Connection) -> None:
        schema.upgrade(connection)
        raise StorageError("storage.failed")

    with pytest.raises(StorageError):
        await database.migrate(fail)
    assert await tables(database) == set()


async def test_a_database_of_a_newer_pandu_is_refused_untouched(
    store_url: str, tmp_path: Path, database: Database
) -> None:
    await database.migrate(schema.upgrade)

    def outdate_the_code(connection: Connection) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    await database.migrate(outdate_the_code)
    with pytest.raises(StorageError) as caught:
        async with open_store(store_url, KeySource(SECRET, tmp_path / "secret.key")):
            pass
    assert caught.value.key == "storage.newer"
    assert caught.value.values == {"found": "9999", "known": HEAD}
    assert await schema_version(database) == "9999"


async def test_a_check_does_not_migrate(store_url: str, tmp_path: Path) -> None:
    key = KeySource(SECRET, tmp_path / "secret.key")
    with pytest.raises(StorageError) as caught:
        async with open_store(store_url, key, migrate=False):
            pass
    assert caught.value.key == "storage.behind"


_START = """
import asyncio, sys
from pathlib import Path
from bot.storage.head import HEAD
from bot.storage.keys import KeySource
from bot.storage.store import open_store

async def start():
    async with open_store(sys.argv[1], KeySource(sys.argv[2] or None, Path(sys.argv[3]))) as store:
        async with store.unit_of_work(writing=False) as work:
            await work.inbox.waiting()

asyncio.run(start())
"""


async def test_processes_that_start_at_once_on_an_empty_database_all_succeed(
    store_url: str, tmp_path: Path
) -> None:
    secret = "" if store_url.startswith("sqlite") else SECRET
    command = [sys.executable, "-c", _START, store_url, secret, str(tmp_path / "secret.key")]

    async def start() -> tuple[int | None, bytes]:
        process = await asyncio.create_subprocess_exec(*command, stderr=subprocess.PIPE)
        _, errors = await process.communicate()
        return process.returncode, errors

    assert await asyncio.gather(*(start() for _ in range(3))) == [(0, b"")] * 3
