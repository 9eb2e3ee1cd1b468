"""The root of the schema: naming of constraints, types by annotation, partial indexes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index, MetaData, Table, Text, text
from sqlalchemy.orm import DeclarativeBase

from bot.storage.types import UtcDateTime

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def partial_index(name: str, *columns: str, when: str, unique: bool = False) -> Index:
    """Return an index over the few rows that are looked for all the time."""
    clause = text(when)
    return Index(name, *columns, unique=unique, sqlite_where=clause, postgresql_where=clause)


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {datetime: UtcDateTime, str: Text, int: BigInteger}  # noqa: RUF012

    @classmethod
    def table(cls) -> Table:
        """Return the table itself, for statements without the ORM."""
        assert isinstance(cls.__table__, Table)  # noqa: S101 - for the type checker
        return cls.__table__
