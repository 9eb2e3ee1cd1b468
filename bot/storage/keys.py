"""The office's key: found or made, proved against the database, and changed for a new one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, Connection, Text, bindparam, select, type_coerce, update

from bot.domain.errors import StorageError
from bot.storage.cipher import Cipher, cipher_from_file, cipher_from_secret
from bot.storage.tables import Base, InstallationRow
from bot.storage.transaction import insert_or_replace, insert_unless_known
from bot.storage.types import Sealed

_installation = InstallationRow.table()
_KEY_CHECK = "key_check"
_KNOWN_TEXT = "pandu"
_BATCH = 500


def find_cipher(connection: Connection, secret: str | None, key_file: Path) -> Cipher:
    """Return the cipher of PANDU_SECRET_KEY, else (SQLite only) of the key file.

    Several machines share a PostgreSQL database, so there the key must come from the setting.
    Raises StorageError if the key is absent or is not the one the database was sealed with.
    """
    if secret is not None:
        cipher = cipher_from_secret(secret)
    elif connection.dialect.name == "sqlite":
        cipher = cipher_from_file(key_file, may_create=_check_text(connection) is None)
    else:
        raise StorageError("storage.key_needed")
    _prove(connection, cipher)
    return cipher


def _prove(connection: Connection, cipher: Cipher) -> None:
    """Open the known text; a fresh database gets one, an old key's rows are sealed anew."""
    dialect = connection.dialect.name
    row = {"name": _KEY_CHECK, "value": cipher.seal(_KNOWN_TEXT)}
    connection.execute(insert_unless_known(dialect, _installation, "name"), row)
    token = _check_text(connection) or ""
    if cipher.open(token) != _KNOWN_TEXT:
        raise StorageError("storage.key_wrong")
    if not cipher.is_current(token):
        _reseal(connection, cipher)
        replace = insert_or_replace(dialect, _installation, "name", replaced=["value"])
        connection.execute(replace, row)


def _check_text(connection: Connection) -> str | None:
    known = select(_installation.c.value).where(_installation.c.name == _KEY_CHECK)
    return connection.execute(known).scalar()


def _reseal(connection: Connection, cipher: Cipher) -> None:
    """Seal every sealed value with the first key, so that the older keys can be dropped."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Sealed):
                _reseal_column(connection, cipher, column)


def _reseal_column(connection: Connection, cipher: Cipher, column: Column[object]) -> None:
    key = next(iter(column.table.primary_key.columns))
    token = type_coerce(column, Text)
    rows = connection.execute(select(key, token).where(column.is_not(None))).all()
    change = (
        update(column.table)
        .where(key == bindparam("key_"))
        .values({column: type_coerce(bindparam("token_"), Text)})
    )
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH]
        connection.execute(
            change, [{"key_": key_, "token_": cipher.seal(cipher.open(old))} for key_, old in batch]
        )
