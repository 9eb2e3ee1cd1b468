"""The office's key: made, found, proved, changed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from bot.domain.errors import StorageError
from bot.domain.people import Sighting
from bot.storage.cipher import Cipher, _fernet_key, key_of_file, keys_of_setting
from bot.storage.keys import KeySource
from bot.storage.store import Store, open_store
from tests.bot.conftest import NOW, SECRET

CIPHER = Cipher([Fernet.generate_key().decode()])


@given(st.text(st.characters(), max_size=50))
def test_what_is_sealed_opens_to_the_same_text(words: str) -> None:
    token = CIPHER.seal(words)
    assert CIPHER.open(token) == words
    assert token.isascii()


def test_any_passphrase_makes_the_same_key_everywhere() -> None:
    phrase = "pelayanan prima untuk semua ünïcode"
    assert Cipher([phrase]).open(Cipher([f" {phrase} "]).seal("rahasia")) == "rahasia"


def test_a_wrong_key_or_a_broken_token_is_a_storage_error() -> None:
    token = Cipher(["another passphrase"]).seal("rahasia")
    cut, changed = CIPHER.seal("rahasia")[:-8], CIPHER.seal("rahasia")[:-8] + "AAAAAAA="
    for broken in (token, "", "gAAAA", "é", "p1.", "p1.é", "p1.AAAA", cut, changed):
        with pytest.raises(StorageError) as caught:
            CIPHER.open(broken)
        assert caught.value.key == "storage.key_wrong"


def test_the_first_key_seals_and_the_others_still_open() -> None:
    old, new = "the old passphrase", "the new passphrase"
    both = Cipher(keys_of_setting(f"{new}, {old},"))
    token = Cipher([old]).seal("rahasia")
    assert both.open(token) == "rahasia"
    assert not both.is_current(token)
    assert Cipher([new]).open(both.seal("x")) == "x"


def test_a_key_file_is_for_its_owner_only_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    key = key_of_file(file, may_create=True)
    assert file.stat().st_mode & 0o777 == 0o600
    assert key_of_file(file, may_create=False) == key
    assert list(tmp_path.iterdir()) == [file]


def test_threads_that_start_at_once_end_with_one_key(tmp_path: Path) -> None:
    keys: list[str] = []

    def start() -> None:
        keys.append(key_of_file(tmp_path / "secret.key", may_create=True))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


async def write_a_person(store: Store) -> None:
    async with store.unit_of_work() as work:
        await work.people.seen(Sighting(7, "Siti Rahayu", "sitirahayu"), NOW)
        await work.conversations.save("7", {"draft": "aduan saya"}, NOW)
        await work.commit()


async def raw(store: Store, query: str) -> str:
    async with store.database.session(writing=False) as session:
        return await session.run(lambda c: str(c.execute(text(query)).all()))


async def test_names_and_words_are_not_readable_in_the_database(store: Store) -> None:
    await write_a_person(store)
    stored = await raw(store, "SELECT * FROM person") + await raw(
        store, "SELECT * FROM conversation"
    )
    assert "Siti" not in stored
    assert "sitirahayu" not in stored
    assert "aduan" not in stored
    assert "p1." in stored


async def test_what_an_earlier_version_sealed_is_opened_and_sealed_anew(
    store_url: str, tmp_path: Path
) -> None:
    source = KeySource(SECRET, tmp_path / "secret.key")
    fernet = Fernet(_fernet_key(SECRET))

    def seal_as_before(connection: Connection) -> None:
        for table, column in (("person", "name"), ("installation", "value")):
            (old,) = connection.execute(text(f"SELECT {column} FROM {table}")).scalars()  # noqa: S608
            token = fernet.encrypt(Cipher([SECRET]).open(old).encode()).decode()
            connection.execute(text(f"UPDATE {table} SET {column} = :token"), {"token": token})  # noqa: S608

    async with open_store(store_url, source) as store:
        await write_a_person(store)
        async with store.database.session() as session:
            await session.finish(seal_as_before)
        assert "gAAAA" in await raw(store, "SELECT name FROM person")
    async with open_store(store_url, source) as store:
        assert "p1." in await raw(store, "SELECT name FROM person")
        async with store.unit_of_work(writing=False) as work:
            person = await work.people.get(7)
    assert person is not None
    assert person.name == "Siti Rahayu"


async def test_a_wrong_key_is_refused_at_the_start(store_url: str, tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    async with open_store(store_url, KeySource(SECRET, file)):
        pass
    with pytest.raises(StorageError) as caught:
        async with open_store(store_url, KeySource("a wrong passphrase", file)):
            pass
    assert caught.value.key == "storage.key_wrong"


async def test_a_new_key_put_first_reseals_all_so_the_old_one_can_go(
    store_url: str, tmp_path: Path
) -> None:
    file, new = tmp_path / "secret.key", "the new passphrase"
    async with open_store(store_url, KeySource(SECRET, file)) as store:
        await write_a_person(store)
    async with open_store(store_url, KeySource(f"{new},{SECRET}", file)):
        pass
    async with (
        open_store(store_url, KeySource(new, file)) as store,
        store.unit_of_work(writing=False) as work,
    ):
        person = await work.people.get(7)
        assert person is not None
        assert (person.name, person.username) == ("Siti Rahayu", "sitirahayu")
        assert (await work.conversations.load("7")).state == {"draft": "aduan saya"}


async def test_a_lost_key_file_is_named_and_not_made_anew(sqlite_url: str, tmp_path: Path) -> None:
    source = KeySource(None, tmp_path / "secret.key")
    async with open_store(sqlite_url, source):
        pass
    source.file.unlink()
    with pytest.raises(StorageError) as caught:
        async with open_store(sqlite_url, source):
            pass
    assert caught.value.key == "storage.key_missing"
    assert not source.file.exists()


async def test_a_key_file_that_is_no_file_is_named(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "secret.key").mkdir()
    with pytest.raises(StorageError) as caught:
        async with open_store(sqlite_url, KeySource(None, tmp_path / "secret.key")):
            pass
    assert caught.value.key == "storage.key_unreadable"


@pytest.mark.postgres
async def test_on_a_server_the_key_must_be_a_setting(postgres_url: str, tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        async with open_store(postgres_url, KeySource(None, tmp_path / "secret.key")):
            pass
    assert caught.value.key == "storage.key_needed"
