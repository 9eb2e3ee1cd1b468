"""What the admin has set in chat."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, delete, select

from bot.storage.ticket_tables import OfficeSettingRow
from bot.storage.transaction import Transaction, insert_or_replace

_setting = OfficeSettingRow.table()


class SqlOfficeSettings:
    """Settings of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def all(self) -> Mapping[str, Any]:
        """Return all that was ever set."""

        def query(connection: Connection) -> Mapping[str, Any]:
            return {row.name: row.value for row in connection.execute(select(_setting))}

        return await self._transaction.read(query)

    async def set(self, name: str, value: object, now: datetime, by: int | None) -> None:
        """Keep a value (JSON); None forgets it."""
        if value is None:
            self._transaction.write(_FORGET, {"wanted": name})
            return
        values = {"name": name, "value": value, "changed_by": by, "changed_at": now}
        self._transaction.write(_set(self._transaction.dialect), values)


@cache
def _set(dialect: str) -> Insert:
    replaced = ("value", "changed_by", "changed_at")
    return insert_or_replace(dialect, _setting, "name", replaced=replaced)


_FORGET = delete(_setting).where(_setting.c.name == bindparam("wanted"))
