"""SQLite, the embedded default: one writing lane and one reading lane, each a thread of its own.

Why not aiosqlite: it crosses to its thread and back for every statement. Handing a whole piece of
work over at once costs one crossing; measured, a statement went from 300 to about 50 microseconds.
Waiting writers queue fairly in this process; among processes, BEGIN IMMEDIATE and the busy time
decide. WAL lets readers go on meanwhile; FULL means that a commit survives a power cut.
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
from bot.storage.faults import DRIVER_ERRORS, storage_error

_Result = TypeVar("_Result")
_BUSY_SECONDS = 10
_OLDEST = (3, 35, 0)  # RETURNING
_WRITING = {"pandu_writing": True}


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
            self._writer = _Lane(self._engine.connect().execution_options(**_WRITING), self.name)
            self._reader = _Lane(self._engine.connect(), self.name)
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
    async def session(self, *, writing: bool = True) -> AsyncIterator[_Lane]:
        """Open a session on its lane once the one before it is over."""
        lane = self._writer if writing else self._reader
        async with lane.turn:
            try:
                yield lane
            finally:
                await lane.undo()

    async def migrate(self, work: Callable[[Connection], None]) -> None:
        """Run a schema change with foreign keys off (tables are rebuilt), then check them all."""
        await asyncio.to_thread(self._migrate, work)

    def _migrate(self, work: Callable[[Connection], None]) -> None:
        try:
            with self._engine.connect().execution_options(**_WRITING) as connection:
                driver = connection.connection.driver_connection
                assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - for the type checker
                driver.execute("PRAGMA foreign_keys = OFF")
                work(connection)
                if driver.execute("PRAGMA foreign_key_check").fetchone():
                    raise StorageError("storage.corrupted", database=self.name, reason="keys")
                connection.commit()
        except DRIVER_ERRORS as error:
            raise storage_error(error, self.name) from error

    async def close(self) -> None:
        """Close both lanes; what is under way is finished first."""
        await self._writer.close()
        await self._reader.close()
        self._engine.dispose()


class _Lane:
    """One connection and the one thread that uses it; also the session on it."""

    def __init__(self, connection: Connection, name: str) -> None:
        self.turn = asyncio.Lock()
        self._connection = connection
        self._name = name
        self._open = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pandu-sqlite")

    async def run(self, work: Callable[[Connection], _Result]) -> _Result:
        """Run a function on the lane's thread."""
        self._open = True
        try:
            return await self._call(lambda: work(self._connection))
        except DRIVER_ERRORS as error:
            raise storage_error(error, self._name) from error

    async def finish(self, work: Callable[[Connection], None]) -> None:
        """Run a last function and commit, without coming back in between."""

        def work_and_commit(connection: Connection) -> None:
            work(connection)
            connection.commit()

        await self.run(work_and_commit)
        self._open = False

    async def undo(self) -> None:
        """Roll back what is not committed.

        A task that is cancelled cannot stop it: the thread does one thing after another, so it
        comes after what that task left under way, and before the next session's work.
        """
        if self._open:
            self._open = False
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
    driver.isolation_level = None
    driver.execute("PRAGMA foreign_keys = ON")
    driver.execute("PRAGMA synchronous = FULL")
    _switch_to_wal(driver)


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
    writing = connection.get_execution_options().get("pandu_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
