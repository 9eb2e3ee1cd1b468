"""PostgreSQL, for an office of several processes or machines: psycopg 3 on a pool."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from sqlalchemy import URL, Connection, Dialect, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.storage.faults import DRIVER_ERRORS, storage_error

_Result = TypeVar("_Result")
_MIGRATING = 0x70616E6475  # "pandu": the advisory lock that one migrating process holds
_CONNECT_SECONDS = 10


class PostgresDatabase:
    """A database on a server."""

    def __init__(self, url: URL) -> None:
        """Take the address; the server is first asked when a session opens."""
        self.name = f"{url.host or 'local'}:{url.port or 5432}/{url.database or ''}"
        self._engine = create_async_engine(
            url,
            hide_parameters=True,
            pool_size=10,
            pool_recycle=1800,
            connect_args={"connect_timeout": _CONNECT_SECONDS, "application_name": "pandu"},
        )

    @property
    def dialect(self) -> Dialect:
        """Return the dialect that the cipher is bound to."""
        return self._engine.dialect

    @asynccontextmanager
    async def session(self, *, writing: bool = True) -> AsyncIterator[_Session]:
        """Open a session on a connection of the pool; `writing` makes no difference here."""
        try:
            async with self._engine.connect() as connection:
                yield _Session(connection, self.name)
        except DRIVER_ERRORS as error:
            raise storage_error(error, self.name) from error

    async def migrate(self, work: Callable[[Connection], None]) -> None:
        """Run a schema change under a lock that ends with the transaction."""

        def alone(connection: Connection) -> None:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
            work(connection)

        async with self.session() as session:
            await session.finish(alone)

    async def close(self) -> None:
        """Close the pool."""
        await self._engine.dispose()


class _Session:
    """A transaction on one connection."""

    def __init__(self, connection: AsyncConnection, name: str) -> None:
        self._connection = connection
        self._name = name

    async def run(self, work: Callable[[Connection], _Result]) -> _Result:
        """Run a function; each of its statements awaits the server underneath."""
        try:
            return await self._connection.run_sync(work)
        except DRIVER_ERRORS as error:
            raise storage_error(error, self._name) from error

    async def finish(self, work: Callable[[Connection], None]) -> None:
        """Run a last function and commit, or undo everything."""

        def work_and_commit(connection: Connection) -> None:
            try:
                work(connection)
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

        await self.run(work_and_commit)
