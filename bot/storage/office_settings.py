"""What the admin has set in chat, and each change of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, delete, insert, select

from bot.domain.setting_changes import SettingChange
from bot.storage.ticket_tables import OfficeSettingRow, SettingChangeRow
from bot.storage.transaction import Transaction, insert_or_replace

_setting, _change = OfficeSettingRow.table(), SettingChangeRow.table()


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

    async def set(
        self, name: str, value: object, now: datetime, by: int | None, *, basis: str = ""
    ) -> None:
        """Keep a value (JSON); None forgets it. What a person (`by`) changes is kept as a change.

        `basis` is what the change rests on, in the person's words.
        """
        if by is not None:
            await self._note(name, value, now, by, basis)
        if value is None:
            self._transaction.write(_FORGET, {"wanted": name})
            return
        values = {"name": name, "value": value, "changed_by": by, "changed_at": now}
        self._transaction.write(_set(self._transaction.dialect), values)

    async def changes(
        self, names: Collection[str] = (), limit: int = 50
    ) -> tuple[SettingChange, ...]:
        """Return the last changes by persons, newest first; with `names`, of these settings."""
        wanted = select(_change).order_by(_change.c.id.desc()).limit(limit)
        if names:
            wanted = wanted.where(_change.c.name.in_(names))

        def query(connection: Connection) -> tuple[SettingChange, ...]:
            return tuple(
                SettingChange(
                    row.id, row.name, row.old, row.new, row.changed_by, row.changed_at, row.basis
                )
                for row in connection.execute(wanted)
            )

        return await self._transaction.read(query)

    async def _note(self, name: str, value: object, now: datetime, by: int, basis: str) -> None:
        """Keep the change, unless it changes nothing."""
        old = (await self.all()).get(name)
        if old != value:
            about = {"name": name, "old": old, "new": value, "basis": basis}
            self._transaction.write(_NOTE, {**about, "changed_by": by, "changed_at": now})


@cache
def _set(dialect: str) -> Insert:
    replaced = ("value", "changed_by", "changed_at")
    return insert_or_replace(dialect, _setting, "name", replaced=replaced)


_FORGET = delete(_setting).where(_setting.c.name == bindparam("wanted"))
_NOTE = insert(_change)
