"""Opening the store: database, schema, key and units of work, in that order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.domain.errors import StorageError
from bot.storage import schema
from bot.storage.cipher import Cipher
from bot.storage.database import Database
from bot.storage.head import HEAD
from bot.storage.keys import KeySource, find_cipher, proved_cipher
from bot.storage.sqlite import SqliteDatabase
from bot.storage.types import use_cipher
from bot.storage.unit_of_work import SqlUnitsOfWork


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. `queued` is set whenever a message was queued: a sender waits on it."""

    database: Database
    unit_of_work: SqlUnitsOfWork
    queued: asyncio.Event


@asynccontextmanager
async def open_store(url: str, key: KeySource, *, migrate: bool = True) -> AsyncIterator[Store]:
    """Open a database by its address, bring its schema up to date and prove the key.

    Raises StorageError, with the key of an explanation, for whatever is wrong with any of them;
    with `migrate=False` also ("storage.behind") if the schema is older than the code.
    """
    database = open_database(url)
    try:
        await _bring_up_to_date(database, migrate)
        use_cipher(database.dialect, await _cipher(database, key))
        queued = asyncio.Event()
        yield Store(database, SqlUnitsOfWork(database, queued.set), queued)
    finally:
        await database.close()


def open_database(url: str) -> Database:
    """Return the database of an address ("sqlite:///file" or "postgresql+psycopg://...")."""
    address = _address(url)
    if address.drivername.startswith("sqlite"):
        return SqliteDatabase(Path(address.database or ""))
    from bot.storage.postgres import PostgresDatabase  # late: SQLite starts without it

    return PostgresDatabase(address)


def store_exists(url: str) -> bool:
    """Tell whether there is a database to open; a server is taken to be there."""
    address = _address(url)
    return not address.drivername.startswith("sqlite") or Path(address.database or "").is_file()


def _address(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):  # no cause: it quotes the address, password included
        raise StorageError("storage.address") from None


async def schema_version(database: Database) -> str | None:
    """Return the version of the schema as it stands, or None for an empty database."""
    async with database.session(writing=False) as session:
        return await session.run(schema.version)


async def _bring_up_to_date(database: Database, migrate: bool) -> None:
    found = await schema_version(database)
    if found == HEAD:
        return
    schema.require_known(found)
    if not migrate:
        raise StorageError("storage.behind", found=found, known=HEAD)
    await database.migrate(schema.upgrade)


async def _cipher(database: Database, key: KeySource) -> Cipher:
    """Return the office's cipher; the right to write is asked for only if something must change."""
    async with database.session(writing=False) as session:
        proved = await session.run(lambda connection: proved_cipher(connection, key))
    if proved is not None:
        return proved
    found: list[Cipher] = []
    async with database.session() as session:
        await session.finish(lambda connection: found.append(find_cipher(connection, key)))
    return found[0]
