"""Backup and restore of a whole database, table by table, from and to either kind.

Why not a copy of the SQLite file: this one serves PostgreSQL too, carries an office from one to
the other when it grows, and an older backup is brought up to date on its way in. The export is
one snapshot: a bot that runs meanwhile neither waits nor is seen half way.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, insert, select, text

from bot.domain.errors import StorageError
from bot.storage import schema
from bot.storage.archive import Archive, Manifest, write_archive

_KEY = "secret.key"
_BATCH = 500
_NOT_OURS = "alembic_version"


def export(connection: Connection, file: Path, key: str | None, now: datetime) -> Manifest:
    """Write everything to a file; with `key`, what the sealed values open with is put in too."""
    found = schema.version(connection) or ""

    def parts() -> Iterator[tuple[str, Iterator[bytes]]]:
        for table in _tables(connection):
            yield _part(table), _lines(connection, table)
        if key is not None:
            yield _KEY, iter([key.encode("ascii")])

    return write_archive(file, found, now, parts())


def take_snapshot(connection: Connection) -> None:
    """See one state of the database from now on; to be called before anything is read."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))


def key_in(archive: Archive) -> str | None:
    """Return the key that the backup brings along, or None."""
    if _KEY not in archive.manifest.parts:
        return None
    return b"".join(archive.lines(_KEY)).decode("ascii")


def bring_in(connection: Connection, archive: Archive, *, replacing: bool) -> None:
    """Put a backup in the place of what is there; the caller holds the lock and commits.

    Raises StorageError if something is there and `replacing` is not set. Values stay sealed as
    they are: `keys.prove` seals them with the key of this place.
    """
    schema.require_known(archive.manifest.schema)
    if schema.version(connection) is not None:
        if not replacing and not is_empty(connection):
            raise StorageError("backup.not_empty")
        schema.downgrade(connection, "base")
    schema.upgrade(connection, archive.manifest.schema)
    for table in _tables(connection):
        if _part(table) in archive.manifest.parts:
            _fill(connection, table, archive)
    schema.upgrade(connection)


def is_empty(connection: Connection) -> bool:
    """Tell whether no table has a row."""
    return all(
        connection.execute(select(1).select_from(table).limit(1)).first() is None
        for table in _tables(connection)
    )


def _tables(connection: Connection) -> list[Table]:
    """Return the tables as they stand, parents first: a backup may be older than the code."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != _NOT_OURS]


def _part(table: Table) -> str:
    return f"{table.name}.jsonl"


def _lines(connection: Connection, table: Table) -> Iterator[bytes]:
    rows = connection.execute(select(table), execution_options={"yield_per": _BATCH})
    for row in rows.mappings():
        plain = {name: _plain(value) for name, value in row.items()}
        yield json.dumps(plain).encode("ascii") + b"\n"


def _fill(connection: Connection, table: Table, archive: Archive) -> None:
    lines = archive.lines(_part(table))
    zoned = connection.dialect.name == "postgresql"
    while batch := list(islice(lines, _BATCH)):
        rows = [_row(json.loads(line), zoned=zoned) for line in batch]
        connection.execute(insert(table), rows)
    if connection.dialect.name == "postgresql":
        _count_on(connection, table)


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL's counter go on after the highest id that came in."""
    for column in table.primary_key.columns:
        counter = connection.execute(
            select(func.pg_get_serial_sequence(table.name, column.name))
        ).scalar()
        highest = connection.execute(select(func.max(column))).scalar() if counter else None
        if highest is not None:
            connection.execute(select(func.setval(counter, highest)))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        aware = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return {"at": aware.isoformat()}
    return {"bytes": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _row(data: dict[str, Any], *, zoned: bool) -> dict[str, object]:
    return {name: _value(value, zoned=zoned) for name, value in data.items()}


def _value(value: object, *, zoned: bool) -> object:
    if not isinstance(value, dict):
        return value
    if "bytes" in value:
        return base64.b64decode(value["bytes"])
    at = datetime.fromisoformat(value["at"])
    return at if zoned else at.replace(tzinfo=None)
