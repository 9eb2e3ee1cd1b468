"""Whatever is wrong with a database is named, without a password and without content."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bot.domain.errors import StorageError
from bot.domain.messages import Outgoing
from bot.storage.keys import KeySource
from bot.storage.store import Store, open_store
from tests.bot.conftest import NOW, POSTGRES, SECRET

_DATABASE_WORDS = "a secret complaint"


async def key_of_opening(url: str, folder: Path) -> StorageError:
    with pytest.raises(StorageError) as caught:
        async with open_store(url, KeySource(SECRET, folder / "secret.key")):
            pass
    return caught.value


def overwrite(file: Path, content: bytes, start: int = 0) -> None:
    with file.open("r+b" if file.exists() else "wb") as out:
        out.seek(start)
        out.write(content)


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    file = tmp_path / "pandu.db"
    overwrite(file, b"This is a letter, not a database. " * 200)
    error = await key_of_opening(f"sqlite:///{file}", tmp_path)
    assert (error.key, error.values["database"]) == ("storage.corrupted", str(file))


async def test_a_damaged_database_is_named(sqlite_url: str, tmp_path: Path) -> None:
    async with open_store(sqlite_url, KeySource(SECRET, tmp_path / "secret.key")) as store:
        file = Path(store.database.name)
    overwrite(file, b"\xff" * 7900, start=100)
    assert (await key_of_opening(sqlite_url, tmp_path)).key == "storage.corrupted"


@pytest.mark.parametrize("where", ["blocked/pandu.db", "blocked/deeper/pandu.db"])
async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, where: str) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be")
    error = await key_of_opening(f"sqlite:///{tmp_path / where}", tmp_path)
    assert error.key == "storage.unwritable"


async def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "pandu.db").mkdir()
    error = await key_of_opening(f"sqlite:///{tmp_path / 'pandu.db'}", tmp_path)
    assert error.key == "storage.unwritable"


@pytest.mark.postgres
async def test_a_server_that_is_not_there_is_named(postgres_url: str, tmp_path: Path) -> None:
    gone = make_url(postgres_url).set(host="127.0.0.1", port=1)
    error = await key_of_opening(gone.render_as_string(hide_password=False), tmp_path)
    assert error.key == "storage.unreachable"
    assert str(error.values["database"]).startswith("127.0.0.1:1/")


@pytest.mark.postgres
async def test_a_wrong_password_is_named_and_not_shown(postgres_url: str, tmp_path: Path) -> None:
    wrong = make_url(postgres_url).set(password="open sesame")
    error = await key_of_opening(wrong.render_as_string(hide_password=False), tmp_path)
    assert error.key == "storage.password"
    assert "sesame" not in str(error)


@pytest.mark.postgres
async def test_a_database_that_does_not_exist_is_named(postgres_url: str, tmp_path: Path) -> None:
    url = make_url(os.environ[POSTGRES]).set(database="no_such_office")
    error = await key_of_opening(url.render_as_string(hide_password=False), tmp_path)
    assert error.key == "storage.no_database"


@pytest.mark.postgres
async def test_after_the_server_has_hung_up_the_next_unit_works(
    postgres_url: str, tmp_path: Path
) -> None:
    async with open_store(postgres_url, KeySource(SECRET, tmp_path / "secret.key")) as store:
        hang_up = text("SELECT pg_terminate_backend(pg_backend_pid())")
        async with store.database.session() as session:
            with pytest.raises(StorageError) as caught:
                await session.run(lambda c: c.execute(hang_up).all())
        assert caught.value.key == "storage.unreachable"
        async with store.unit_of_work() as work:
            await work.heartbeats.beat("again", NOW)
            await work.commit()


async def test_an_address_that_is_none_is_named(tmp_path: Path) -> None:
    error = await key_of_opening("postgresql+psycopg://host:port/db", tmp_path)
    assert error.key == "storage.address"


async def test_an_error_of_a_statement_shows_no_content(store: Store) -> None:
    async with store.database.session() as session:
        await session.finish(lambda c: c.execute(text("DROP TABLE outbox")).close())
    async with store.unit_of_work() as work:
        await work.outbox.queue(Outgoing(7, "sendMessage", {"text": _DATABASE_WORDS}), NOW)
        with pytest.raises(StorageError) as caught:
            await work.commit()
    shown = f"{caught.value} {caught.value.__cause__}"
    assert caught.value.key == "storage.failed"
    assert _DATABASE_WORDS not in shown
    assert "outbox" in shown  # what the driver says is kept, without the values
