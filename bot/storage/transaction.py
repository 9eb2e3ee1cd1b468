"""What repositories work with inside a unit of work: reads now, writes at commit.

Writes are collected and go to the database together, which on SQLite is one crossing to its
thread instead of one a statement. A read first sends what is collected, so it sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, Executable, Insert, Table
from sqlalchemy.dialects import sqlite

from bot.domain.errors import DomainError
from bot.storage.database import Session
from bot.storage.statements import Statements, Values

_Result = TypeVar("_Result")

COUNTED = {"preserve_rowcount": True}
"""Execution options for an INSERT whose row count is asked for: else it goes with the cursor."""


class _Write(NamedTuple):
    statement: Executable
    values: Values
    refusal: DomainError | None


class Transaction:
    """One transaction on a session, shared by the repositories of a unit of work.

    After a refusal nothing more is read or committed: part of the writes may have been made.
    """

    def __init__(self, session: Session, statements: Statements) -> None:
        """Work on a session; `dialect` is "sqlite" or "postgresql"."""
        self.dialect = statements.dialect
        self.statements = statements
        self._session = session
        self._writes: list[_Write] = []
        self._refused: DomainError | None = None

    def write(
        self, statement: Executable, values: Values, *, refusal: DomainError | None = None
    ) -> None:
        """Collect a statement, one that is made once and kept.

        With `refusal`, it is raised unless exactly one row is touched.
        """
        self._writes.append(_Write(statement, values, refusal))

    async def read(self, query: Callable[[Connection], _Result]) -> _Result:
        """Send what is collected, then run a query and return what it makes of its rows."""
        writes = self._collected()

        def send_and_query(connection: Connection) -> _Result:
            self._send(connection, writes)
            return query(connection)

        return await self._session.run(send_and_query)

    async def commit(self) -> None:
        """Send what is collected and make all of it lasting."""
        writes = self._collected()
        await self._session.finish(lambda connection: self._send(connection, writes))

    def _collected(self) -> list[_Write]:
        """Return what is to be sent; whoever goes on after a refusal is refused again."""
        if self._refused is not None:
            raise self._refused
        writes, self._writes = self._writes, []
        return writes

    def _send(self, connection: Connection, writes: Sequence[_Write]) -> None:
        for statement, values, refusal in writes:
            count = self.statements.write(connection, statement, values)
            if refusal is not None and count != 1:
                self._refused = refusal
                raise refusal


def insert_unless_known(dialect: str, table: Table, *key: str) -> Insert:
    """Return an INSERT that leaves a row with the same key as it is."""
    if dialect == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing(index_elements=key)
    from sqlalchemy.dialects import postgresql  # late: SQLite starts without it

    return postgresql.insert(table).on_conflict_do_nothing(index_elements=key)


def insert_or_replace(
    dialect: str,
    table: Table,
    *key: str,
    replaced: Sequence[str],
    when: ColumnElement[bool] | None = None,
) -> Insert:
    """Return an INSERT that overwrites the `replaced` columns of a row with the same key.

    With `when`, only a row for which that holds.
    """
    if dialect == "sqlite":
        lite = sqlite.insert(table)
        new = {name: lite.excluded[name] for name in replaced}
        return lite.on_conflict_do_update(index_elements=key, set_=new, where=when)
    from sqlalchemy.dialects import postgresql

    post = postgresql.insert(table)
    new = {name: post.excluded[name] for name in replaced}
    return post.on_conflict_do_update(index_elements=key, set_=new, where=when)
