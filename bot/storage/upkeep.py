"""Backup and restore as a whole: the database, the key, and what must not be going on meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.domain.errors import StorageError
from bot.storage.archive import Manifest, open_archive
from bot.storage.backup import bring_in, export, key_in, take_snapshot
from bot.storage.cipher import Cipher
from bot.storage.database import Database
from bot.storage.keys import KeySource, prove, require_opening
from bot.storage.store import open_database, schema_version
from bot.storage.unit_of_work import SqlUnitsOfWork

MayGoOn = Callable[[SqlUnitsOfWork], Awaitable[None]]


async def back_up(url: str, key: KeySource, file: Path, now: datetime) -> Manifest:
    """Write the database to a new file, with its key unless that is a setting.

    A bot may run meanwhile. Raises StorageError if the file exists, or the key does not fit: a
    backup that nobody can open is none.
    """

    def write(connection: Connection) -> Manifest:
        take_snapshot(connection)
        keys = key.keys(connection, may_create=False)
        require_opening(connection, Cipher(keys))
        return export(connection, file, keys[0] if key.secret is None else None, now)

    database = open_database(url)
    try:
        if await schema_version(database) is None:
            raise StorageError("backup.nothing", database=database.name)
        async with database.session(writing=False) as session:
            return await session.run(write)
    finally:
        await database.close()


async def restore(
    url: str, key: KeySource, file: Path, *, replacing: bool, may_go_on: MayGoOn
) -> Manifest:
    """Put a backup in the place of a database, all or nothing; values are sealed with its key.

    `may_go_on` raises if the database is in use. Raises StorageError if the backup is damaged or
    newer than the code, if no key at hand opens it, or if there is data and not `replacing`.
    """
    with open_archive(file) as archive:

        def put(connection: Connection) -> None:
            bring_in(connection, archive, replacing=replacing)
            own, brought = key.keys(connection, may_create=True), key_in(archive)
            prove(connection, Cipher(own if brought is None else [*own, brought]))

        database = open_database(url)
        try:
            await _require_idle(database, may_go_on)
            await database.migrate(put)
        finally:
            await database.close()
        return archive.manifest


async def _require_idle(database: Database, may_go_on: MayGoOn) -> None:
    if await schema_version(database) is not None:
        await may_go_on(SqlUnitsOfWork(database, lambda: None))
