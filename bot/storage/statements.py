"""Statements compiled once a database: SQLAlchemy writes the SQL, the driver gets it as text.

What `Connection.execute` looks up and builds anew for each statement takes it 30 to 100
microseconds, the driver 2 to 10 (measured); its path for text alone still 100 beside SQLite's 35.
So what runs for every update goes this way, and on SQLite straight to the driver. Only for
statements that are made once and kept: each is remembered for good.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, CursorResult, Dialect, Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import ReturnsRows
from sqlalchemy.types import TypeEngine

Values: TypeAlias = Mapping[str, Any] | Sequence[Mapping[str, Any]]
_Convert: TypeAlias = Callable[[Any], Any]
_Cursor: TypeAlias = CursorResult[Any] | sqlite3.Cursor

_COUNTED = {"preserve_rowcount": True}  # else the row count of an INSERT goes with the cursor


class Statements:
    """Runs statements on connections of one database."""

    def __init__(self, dialect: Dialect) -> None:
        """Begin with none; values are converted and sealed as the dialect's types say."""
        self.dialect = dialect.name
        self._types = dialect
        self._compiled: dict[tuple[Executable, tuple[str, ...]], _Compiled] = {}

    def write(self, connection: Connection, statement: Executable, values: Values) -> int:
        """Run it, once for each of several sets of values; return how many rows it touched."""
        sets = [values] if isinstance(values, Mapping) else values
        compiled = self._of(statement, sets[0])
        parameters = [compiled.parameters(each) for each in sets]
        given = parameters if len(parameters) > 1 else parameters[0]
        result = self._run(connection, compiled.sql, given)
        result.close()  # PostgreSQL gives the new key back with an INSERT
        return result.rowcount

    def rows(
        self, connection: Connection, statement: Executable, values: Mapping[str, Any]
    ) -> list[Any]:
        """Run it, and return its rows as named tuples."""
        compiled = self._of(statement, values)
        return compiled.rows(self._run(connection, compiled.sql, compiled.parameters(values)))

    def _run(self, connection: Connection, sql: str, given: Any) -> _Cursor:  # noqa: ANN401
        if self.dialect != "sqlite":  # there SQLAlchemy sees when a connection is lost
            return connection.exec_driver_sql(sql, given, _COUNTED)
        if not connection.in_transaction():
            connection.begin()
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - for the type checker
        return (
            driver.executemany(sql, given)
            if isinstance(given, list)
            else driver.execute(sql, given)
        )

    def _of(self, statement: Executable, values: Mapping[str, Any]) -> _Compiled:
        key = statement, tuple(values)
        found = self._compiled.get(key)
        if found is None:
            found = self._compiled[key] = _compile(statement, values, self._types)
        return found


@dataclass(frozen=True, slots=True)
class _Bind:
    """A value that the SQL asks for; `constant` is what the statement itself gives for it."""

    name: str
    convert: _Convert | None
    constant: Any

    def take(self, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - what the driver takes
        if self.name not in values:
            return self.constant
        value = values[self.name]
        return value if self.convert is None else self.convert(value)


@dataclass(frozen=True, slots=True)
class _Compiled:
    sql: str
    binds: tuple[_Bind, ...]
    is_positional: bool
    converts: tuple[_Convert | None, ...]
    row: Callable[..., Any]

    def parameters(self, values: Mapping[str, Any]) -> tuple[Any, ...] | dict[str, Any]:
        if self.is_positional:
            return tuple([bind.take(values) for bind in self.binds])
        return {bind.name: bind.take(values) for bind in self.binds}

    def rows(self, result: _Cursor) -> list[Any]:
        return [
            self.row(
                *[
                    value if convert is None else convert(value)
                    for convert, value in zip(self.converts, row, strict=True)
                ]
            )
            for row in result
        ]


def _compile(statement: Executable, values: Mapping[str, Any], dialect: Dialect) -> _Compiled:
    compiled = statement.compile(dialect=dialect, column_keys=list(values))  # type: ignore[attr-defined]
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - for the type checker
    names = compiled.positiontup if compiled.positional else list(compiled.binds)
    columns = list(statement.exported_columns) if isinstance(statement, ReturnsRows) else []
    return _Compiled(
        sql=compiled.string,
        binds=tuple(_bind(compiled, name, dialect) for name in names or ()),
        is_positional=bool(compiled.positional),
        converts=tuple(_impl(c.type, dialect).result_processor(dialect, None) for c in columns),
        row=namedtuple("Row", [column.key for column in columns]),  # noqa: PYI024
    )


def _bind(compiled: SQLCompiler, name: str, dialect: Dialect) -> _Bind:
    bind = compiled.binds[name]
    convert = _impl(bind.type, dialect).bind_processor(dialect)
    constant = None if bind.required else bind.effective_value
    return _Bind(name, convert, constant if convert is None else convert(constant))


def _impl(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)
