"""The one writer of a SQLite file: units of work one after another, made lasting together.

Each unit is a savepoint in a shared transaction. Whoever waits for its turn while another unit
works, or while the disk is busy with the last COMMIT, gets into the same transaction; one COMMIT
then answers for all of them. Alone, a unit is committed at once. No unit is told that it is
lasting before the COMMIT has come back, so a crash loses only what nobody was told of.

Statements run where they are called: they take microseconds, and crossing to a thread for each
unit cost more than the unit (measured: 1.9 ms against 1.1). COMMIT waits for the disk: a quick
disk (0.1 ms) is waited for in place, for the way to a thread and back takes longer; where
commits take long, they go to a thread for a while.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import TypeVar

from sqlalchemy import Connection

from bot.domain.errors import StorageError
from bot.storage.faults import DRIVER_ERRORS, storage_error

_Result = TypeVar("_Result")
_RETRY_SECONDS = 0.005
_QUICK = 0.002  # seconds up to which everybody may wait for a COMMIT
_LOOKED_AT = 8  # commits; all of them slow is the disk's slowness, one may be anything's
_WARY = 10.0  # seconds until a disk that was slow is tried again


class SqliteWriter:
    """Lets units in, one at a time, and commits them in groups."""

    def __init__(
        self, connection: Connection, driver: sqlite3.Connection, name: str, patience: float
    ) -> None:
        """Take a connection for good; `patience` is how long to wait for another process (s)."""
        self.connection = connection
        self.name = name
        self._driver = driver
        self._patience = patience
        self._turn = asyncio.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pandu-commit")
        self._waiting: list[asyncio.Future[None]] = []
        self._flushing: asyncio.Task[None] | None = None
        self._lately: deque[float] = deque(maxlen=_LOOKED_AT)  # seconds that COMMIT took
        self._wary_until = 0.0

    async def enter(self) -> None:
        """Wait for a turn and begin a unit in it."""
        await self._turn.acquire()
        try:
            if not self._driver.in_transaction:
                self._fail(StorageError("storage.failed", database=self.name, reason="undone"))
                await self._begin()
            self._driver.execute("SAVEPOINT unit")
        except BaseException as error:
            self._turn.release()
            if isinstance(error, sqlite3.Error):
                raise storage_error(error, self.name) from error
            raise

    async def keep(self) -> None:
        """End the unit and its turn; return once what it did is lasting."""
        try:
            self._driver.execute("RELEASE unit")
        except sqlite3.Error as error:
            self.undo()
            raise storage_error(error, self.name) from error
        lasting = asyncio.get_running_loop().create_future()
        self._waiting.append(lasting)
        if self._flushing is None:
            self._flushing = asyncio.create_task(self._flush())
        self._turn.release()
        await asyncio.shield(lasting)

    def undo(self) -> None:
        """End the unit and its turn as if nothing had been done in it."""
        try:
            if self._driver.in_transaction:  # some errors undo everything by themselves
                self._driver.execute("ROLLBACK TO unit")
                self._driver.execute("RELEASE unit")
            if self._driver.in_transaction and not self._waiting:
                self._driver.execute("ROLLBACK")
        finally:
            self._turn.release()

    async def close(self) -> None:
        """Finish what is to be committed and close the connection."""
        if self._flushing is not None:
            await self._flushing
        async with self._turn:
            self._thread.shutdown()
            self.connection.close()

    async def _begin(self) -> None:
        """Get the file's only right to write; while another process has it, ask again."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._patience
        while True:
            try:
                self._driver.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                busy = error.sqlite_errorname.startswith("SQLITE_BUSY")
                if not busy or loop.time() > deadline:
                    raise
                await asyncio.sleep(_RETRY_SECONDS)
            else:
                return

    async def _flush(self) -> None:
        """Commit, after those who wait for a turn already have had theirs."""
        async with self._turn:
            self._flushing = None
            if not self._driver.in_transaction:
                return
            try:
                await self._commit()
            except sqlite3.Error as error:
                if self._driver.in_transaction:
                    self._driver.execute("ROLLBACK")
                self._fail(storage_error(error, self.name))
            else:
                for lasting in self._waiting:
                    lasting.set_result(None)
                self._waiting.clear()

    async def _commit(self) -> None:
        """Wait for the disk, here or in the thread, as it is quick or slow."""
        began = perf_counter()
        if began < self._wary_until:
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._thread, self._driver.execute, "COMMIT")
            return
        self._driver.execute("COMMIT")
        self._lately.append(perf_counter() - began)
        if len(self._lately) == _LOOKED_AT and min(self._lately) > _QUICK:
            self._lately.clear()
            self._wary_until = began + _WARY

    def _fail(self, error: StorageError) -> None:
        for lasting in self._waiting:
            lasting.set_exception(StorageError(error.key, **error.values))
        self._waiting.clear()


class SqliteUnit:
    """A session of one unit: it enters at its first work, and may begin anew after `finish`."""

    def __init__(self, writer: SqliteWriter) -> None:
        """Begin outside: a unit that does nothing waits for nobody."""
        self._writer = writer
        self._inside = False
        self._broken: StorageError | None = None

    async def run(self, work: Callable[[Connection], _Result]) -> _Result:
        """Run a function in the unit, at once; after a driver's error nothing more is done."""
        if self._broken is not None:
            raise self._broken
        if not self._inside:
            await self._writer.enter()
            self._inside = True
        try:
            return work(self._writer.connection)
        except DRIVER_ERRORS as error:
            self.leave()
            self._broken = storage_error(error, self._writer.name)
            raise self._broken from error

    async def finish(self, work: Callable[[Connection], None]) -> None:
        """Run a last function and make the unit lasting, or undo all of it."""
        try:
            await self.run(work)
        except BaseException:
            self.leave()
            raise
        self._inside = False
        await self._writer.keep()

    def leave(self) -> None:
        """Undo what was not made lasting."""
        if self._inside:
            self._inside = False
            self._writer.undo()
