"""The office's key: found or made, proved against the database, and changed for a new one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Column, Connection, Text, bindparam, select, type_coerce, update

from bot.domain.errors import StorageError
from bot.storage.cipher import Cipher, key_of_file, keys_of_setting
from bot.storage.tables import Base, InstallationRow
from bot.storage.transaction import insert_or_replace, insert_unless_known
from bot.storage.types import Sealed, SealedBytes

_installation = InstallationRow.table()
_KEY_CHECK = "key_check"
_KNOWN_TEXT = "pandu"
_BATCH = 500
_FILES = 4  # of up to 20 MB each


@dataclass(frozen=True, slots=True)
class KeySource:
    """Where the office's key comes from: PANDU_SECRET_KEY, else (SQLite only) a file.

    Several machines share a PostgreSQL database, so there it must come from the setting.
    """

    secret: str | None
    file: Path

    def keys(self, connection: Connection, *, may_create: bool) -> list[str]:
        """Return the keys, the first of which seals; raises StorageError if there is none."""
        if self.secret is not None:
            return keys_of_setting(self.secret)
        if connection.dialect.name != "sqlite":
            raise StorageError("storage.key_needed")
        return [key_of_file(self.file, may_create=may_create)]


def proved_cipher(connection: Connection, source: KeySource) -> Cipher | None:
    """Return the office's cipher if nothing needs to change for it; None for a new key or database.

    Raises StorageError if it is not what the database needs.
    """
    token = _check_text(connection)
    if token is None:
        return None
    cipher = Cipher(source.keys(connection, may_create=False))
    _require_known_text(cipher, token)
    return cipher if cipher.is_current(token) else None


def find_cipher(connection: Connection, source: KeySource) -> Cipher:
    """Return the office's cipher; raises StorageError if it is not what the database needs."""
    is_new = _check_text(connection) is None
    cipher = Cipher(source.keys(connection, may_create=is_new))
    prove(connection, cipher)
    return cipher


def require_opening(connection: Connection, cipher: Cipher) -> None:
    """Raise StorageError unless the cipher opens what the database holds; changes nothing."""
    token = _check_text(connection)
    if token is not None:
        _require_known_text(cipher, token)


def prove(connection: Connection, cipher: Cipher) -> None:
    """Open the known text; a fresh database gets one, an old key's rows are sealed anew.

    Raises StorageError if no key of the cipher opens it.
    """
    dialect = connection.dialect.name
    row = {"name": _KEY_CHECK, "value": cipher.seal(_KNOWN_TEXT)}
    connection.execute(insert_unless_known(dialect, _installation, "name"), row)
    token = _check_text(connection) or ""
    _require_known_text(cipher, token)
    if not cipher.is_current(token):
        _reseal(connection, cipher)
        replace = insert_or_replace(dialect, _installation, "name", replaced=["value"])
        connection.execute(replace, row)


def _require_known_text(cipher: Cipher, token: str) -> None:
    if cipher.open(token) != _KNOWN_TEXT:
        raise StorageError("storage.key_wrong")


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
    """Seal one column anew, some rows at a time: contents of files may be large."""
    key = next(iter(column.table.primary_key.columns))
    token = type_coerce(column, Text)
    keys = connection.execute(select(key).where(column.is_not(None)).order_by(key)).scalars().all()
    change = (
        update(column.table)
        .where(key == bindparam("key_"))
        .values({column: type_coerce(bindparam("token_"), Text)})
    )
    size = _FILES if isinstance(column.type, SealedBytes) else _BATCH
    for start in range(0, len(keys), size):
        batch = select(key, token).where(key.in_(keys[start : start + size]))
        connection.execute(
            change,
            [
                {"key_": key_, "token_": cipher.seal_bytes(cipher.open_bytes(old))}
                for key_, old in connection.execute(batch)
            ],
        )
