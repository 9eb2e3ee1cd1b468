"""A database as the rest of the store sees it: sessions in which plain functions run.

Queries are functions of a SQLAlchemy `Connection`. A session runs them where the database wants
them: `bot.storage.sqlite` in a thread of its own, `bot.storage.postgres` on an async driver.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Dialect

_Result = TypeVar("_Result")


class Session(Protocol):
    """One transaction on one connection."""

    async def run(self, work: Callable[[Connection], _Result]) -> _Result:
        """Run a function in the transaction; driver errors come out as StorageError."""
        ...

    async def finish(self, work: Callable[[Connection], None]) -> None:
        """Run a last function and commit, in one go."""
        ...


class Database(Protocol):
    """A place where sessions are opened."""

    @property
    def name(self) -> str:
        """Return the file, or host and database: to be shown, so without a password."""
        ...

    @property
    def dialect(self) -> Dialect:
        """Return the dialect that the cipher is bound to."""
        ...

    def session(self, *, writing: bool = True) -> AbstractAsyncContextManager[Session]:
        """Open a session; leaving it without `finish` undoes everything."""
        ...

    async def migrate(self, work: Callable[[Connection], None]) -> None:
        """Run a function that changes the schema, alone among all processes, and commit."""
        ...

    async def close(self) -> None:
        """Let go of all connections."""
        ...
