"""Column types: instants in UTC, plain JSON, and values that are sealed at rest."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from bot.storage.cipher import Cipher

_Value = TypeVar("_Value")
# A type is told only the dialect, and each engine has a dialect of its own: so two offices in one
# process (the try-out, tests) keep their keys apart.
_ciphers: WeakKeyDictionary[Dialect, Cipher] = WeakKeyDictionary()

BIG_KEY = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit primary key; SQLite counts up only in a column called INTEGER."""


def use_cipher(dialect: Dialect, cipher: Cipher) -> None:
    """Seal and open with this cipher wherever this dialect's engine is used."""
    _ciphers[dialect] = cipher


def cipher_of(dialect: Dialect) -> Cipher:
    """Return the cipher in use with the dialect's engine."""
    return _ciphers[dialect]


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: takes aware datetimes of any zone, gives them back in UTC, refuses naive ones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC; SQLite stores no zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant, aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlainJson(TypeDecorator[object]):
    """JSON as compact ASCII text, the same on every database; nothing private goes in here."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """Return the text."""
        return None if value is None else _dump(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        """Return what the text says."""
        return None if value is None else json.loads(value)


class Sealed(TypeDecorator[_Value]):
    """Base of the sealed types: the column holds a token, which only the office's key opens."""

    impl = Text
    cache_ok = True


class SealedText(Sealed[str]):
    """A text that is encrypted at rest."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the token."""
        return None if value is None else _ciphers[dialect].seal(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the text."""
        return None if value is None else _ciphers[dialect].open(value)


class SealedBytes(Sealed[bytes]):
    """The content of a file, encrypted at rest."""

    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Return the token."""
        return None if value is None else _ciphers[dialect].seal_bytes(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Return the content."""
        return None if value is None else _ciphers[dialect].open_bytes(value)


class SealedJson(Sealed[object]):
    """A JSON value that is encrypted at rest."""

    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """Return the token."""
        return None if value is None else _ciphers[dialect].seal(_dump(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        """Return the value."""
        return None if value is None else json.loads(_ciphers[dialect].open(value))


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
