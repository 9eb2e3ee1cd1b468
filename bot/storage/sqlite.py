"""SQLite, the embedded default: a file, the one writer of this process, and a reader beside it.

WAL lets readers go on while somebody writes; FULL means that a commit survives a power cut. The
driver is Python's own: aiosqlite crosses to its thread and back for every statement, which
measured about 300 microseconds each, against 50.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Dialect, create_engine, event
from sqlalchemy.pool import NullPool

from bot.domain.errors import StorageError
from bot.storage.database import Session
from bot.storage.faults import DRIVER_ERRORS, storage_error
from bot.storage.sqlite_writer import SqliteUnit, SqliteWriter

_Result = TypeVar("_Result")
_BUSY_SECONDS = 10
_OLDEST = (3, 35, 0)  # RETURNING


class SqliteDatabase:
    """A database file."""

    def __init__(self, file: Path) -> None:
        """Open the file, made with its folder if absent; raises StorageError if that fails."""
        self.name = str(file)
        if sqlite3.sqlite_version_info < _OLDEST:
            raise StorageError("storage.sqlite_old", found=sqlite3.sqlite_version, needed="3.35")
        self._engine = create_engine(
            f"sqlite:///{file}",
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
        )
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._writer = self._open_writer()
            self._reader = _Reader(self._engine.connect(), self.name)
        except DRIVER_ERRORS as error:
            raise storage_error(error, self.name) from error
        except OSError as error:
            raise StorageError(
                "storage.unwritable", database=self.name, reason=type(error).__name__
            ) from error

    @property
    def dialect(self) -> Dialect:
        """Return the dialect that the cipher is bound to."""
        return self._engine.dialect

    @asynccontextmanager
    async def session(self, *, writing: bool = True) -> AsyncIterator[Session]:
        """Open a session with the writer or the reader."""
        if writing:
            unit = SqliteUnit(self._writer)
            try:
                yield unit
            finally:
                unit.leave()
            return
        async with self._reader.turn:
            try:
                yield self._reader
            finally:
                await self._reader.leave()

    def _open_writer(self) -> SqliteWriter:
        connection = self._engine.connect().execution_options(pandu_begin="")
        driver = _driver(connection)
        driver.execute("PRAGMA busy_timeout = 0")  # it waits by itself, without stopping the loop
        return SqliteWriter(connection, driver, self.name, _BUSY_SECONDS)

    async def migrate(self, work: Callable[[Connection], None]) -> None:
        """Run a schema change with foreign keys off (tables are rebuilt), then check them all."""
        await asyncio.to_thread(self._migrate, work)

    def _migrate(self, work: Callable[[Connection], None]) -> None:
        try:
            with self._engine.connect() as connection:
                connection.execution_options(pandu_begin="BEGIN IMMEDIATE")
                driver = _driver(connection)
                driver.execute("PRAGMA foreign_keys = OFF")
                work(connection)
                if driver.execute("PRAGMA foreign_key_check").fetchone():
                    raise StorageError("storage.corrupted", database=self.name, reason="keys")
                connection.commit()
        except DRIVER_ERRORS as error:
            raise storage_error(error, self.name) from error

    async def close(self) -> None:
        """Close both connections; what is under way is finished first."""
        await self._writer.close()
        await self._reader.close()
        self._engine.dispose()


class _Reader:
    """One connection that only reads, and the one thread that uses it; also the session on it."""

    def __init__(self, connection: Connection, name: str) -> None:
        self.turn = asyncio.Lock()
        self._connection = connection
        self._name = name
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pandu-read")

    async def run(self, work: Callable[[Connection], _Result]) -> _Result:
        """Run a function on the thread: a long report does not hold up the office."""
        try:
            return await self._call(lambda: work(self._connection))
        except DRIVER_ERRORS as error:
            raise storage_error(error, self._name) from error

    async def finish(self, work: Callable[[Connection], None]) -> None:
        """Run a last function; there is nothing to commit."""
        await self.run(work)

    async def leave(self) -> None:
        """Let go of what was read.

        A task that is cancelled cannot stop it: the thread does one thing after another, so it
        comes after what that task left under way, and before the next session's work.
        """
        await asyncio.shield(self._call(self._connection.rollback))

    async def close(self) -> None:
        """Close the connection and end the thread."""
        async with self.turn:
            await self._call(self._connection.close)
            self._thread.shutdown()

    def _call(self, work: Callable[[], _Result]) -> asyncio.Future[_Result]:
        return asyncio.get_running_loop().run_in_executor(self._thread, work)


def _prepare(driver: sqlite3.Connection, _record: object) -> None:
    """Set up a new connection; BEGIN is ours alone, so that schema changes roll back too."""
    try:
        driver.isolation_level = None
        driver.execute("PRAGMA foreign_keys = ON")
        driver.execute("PRAGMA synchronous = FULL")
        _switch_to_wal(driver)
    except sqlite3.Error:
        driver.close()
        raise


def _switch_to_wal(driver: sqlite3.Connection) -> None:
    """Switch once for the file's life; two processes that try at once both get there."""
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            driver.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorname.startswith("SQLITE_BUSY")
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _begin(connection: Connection) -> None:
    """Begin as the connection is told to; the writer begins and ends by itself."""
    begin = connection.get_execution_options().get("pandu_begin", "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError("the driver of a SQLite file is sqlite3")
    return driver
