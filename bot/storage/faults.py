"""What a driver's error means for whoever runs the office: every one becomes a StorageError."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.domain.errors import StorageError

_OTHER = "storage.failed"
_UNREACHABLE = "storage.unreachable"
_SQLITE = {
    "SQLITE_BUSY": "storage.locked",
    "SQLITE_LOCKED": "storage.locked",
    "SQLITE_CANTOPEN": "storage.unwritable",
    "SQLITE_READONLY": "storage.unwritable",
    "SQLITE_PERM": "storage.unwritable",
    "SQLITE_CORRUPT": "storage.corrupted",
    "SQLITE_NOTADB": "storage.corrupted",
    "SQLITE_FULL": "storage.full",
}
_POSTGRES = {
    "28P01": "storage.password",
    "28000": "storage.password",
    "3D000": "storage.no_database",
    "42501": "storage.forbidden",
    "53100": "storage.full",
    "53300": "storage.busy",
    "55P03": "storage.locked",
    "57P01": _UNREACHABLE,
    "57P02": _UNREACHABLE,
    "57P03": _UNREACHABLE,
}
# libpq gives no code for a connection that fails: only its words are left.
_WORDS = {
    "password authentication failed": "storage.password",
    "no password supplied": "storage.password",
    "no pg_hba.conf entry": "storage.password",
    'role "': "storage.password",
    "does not exist": "storage.no_database",
    "too many clients": "storage.busy",
}


DRIVER_ERRORS = (DBAPIError, PoolTimeout, sqlite3.Error)
"""What the database or the way to it can cause; anything else is a fault of our own."""


def storage_error(error: DBAPIError | PoolTimeout | sqlite3.Error, database: str) -> StorageError:
    """Return the error for people; `database` is the file or host/name, without a password."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return StorageError(_key(cause), database=database, reason=_reason(cause))


def _key(cause: BaseException | None) -> str:
    if isinstance(cause, sqlite3.Error):
        name = getattr(cause, "sqlite_errorname", "")
        return next((key for code, key in _SQLITE.items() if name.startswith(code)), _OTHER)
    if isinstance(cause, PoolTimeout):
        return "storage.busy"
    if type(cause).__module__.startswith("psycopg"):
        return _key_of_postgres(cause)
    return _OTHER


def _key_of_postgres(cause: BaseException | None) -> str:
    import psycopg  # late: an office on SQLite starts without it

    if not isinstance(cause, psycopg.Error):
        return _OTHER
    if cause.sqlstate is not None:
        return _POSTGRES.get(cause.sqlstate, _OTHER)
    known = next((key for part, key in _WORDS.items() if part in str(cause)), None)
    return known or (_UNREACHABLE if isinstance(cause, psycopg.OperationalError) else _OTHER)


def _reason(cause: BaseException | None) -> str:
    """Return a code or class for the log, never the driver's text: that may quote values."""
    code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
    return str(code or type(cause).__name__)
