"""Opening the store: database, schema, key and units of work, in that order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import ArgumentError

from bot.domain.errors import StorageError
from bot.storage import schema
from bot.storage.cipher import Cipher
from bot.storage.database import Database
from bot.storage.keys import find_cipher
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
async def open_store(url: str, secret: str | None, key_file: Path) -> AsyncIterator[Store]:
    """Open a database by its address, bring its schema up to date and prove the key.

    Raises StorageError, with the key of an explanation, for whatever is wrong with any of them.
    """
    database = open_database(url)
    try:
        await _bring_up_to_date(database)
        use_cipher(database.dialect, await _cipher(database, secret, key_file))
        queued = asyncio.Event()
        yield Store(database, SqlUnitsOfWork(database, queued.set), queued)
    finally:
        await database.close()


def open_database(url: str) -> Database:
    """Return the database of an address ("sqlite:///file" or "postgresql+psycopg://...")."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StorageError("storage.address") from error
    if address.drivername.startswith("sqlite"):
        return SqliteDatabase(Path(address.database or ""))
    from bot.storage.postgres import PostgresDatabase  # late: SQLite starts without it

    return PostgresDatabase(address)


async def schema_version(database: Database) -> str | None:
    """Return the version of the schema as it stands, or None for an empty database."""
    async with database.session(writing=False) as session:
        return await session.run(schema.version)


async def _bring_up_to_date(database: Database) -> None:
    found = await schema_version(database)
    if found != schema.HEAD:
        schema.require_known(found)
        await database.migrate(schema.upgrade)


async def _cipher(database: Database, secret: str | None, key_file: Path) -> Cipher:
    found: list[Cipher] = []

    def find(connection: Connection) -> None:
        found.append(find_cipher(connection, secret, key_file))

    async with database.session() as session:
        await session.finish(find)
    return found[0]
