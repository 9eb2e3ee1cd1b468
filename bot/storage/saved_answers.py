"""What officials need on their desks: which message shows a ticket, and answers to use again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import cache

from sqlalchemy import Connection, Insert, bindparam, delete, insert, or_, select

from bot.domain.saved_answers import SavedAnswer
from bot.storage.ticket_tables import CardRow, SavedAnswerRow
from bot.storage.transaction import Transaction, insert_or_replace

_card, _answer = CardRow.table(), SavedAnswerRow.table()


class SqlCards:
    """Cards of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def put(self, ticket_id: int, person_id: int, key: str) -> None:
        """Note the key of the person's newest card."""
        values = {"ticket_id": ticket_id, "person_id": person_id, "key": key}
        self._transaction.write(_put(self._transaction.dialect), values)

    async def of(self, ticket_id: int) -> Mapping[int, str]:
        """Return the key of each person's newest card."""
        wanted = select(_card.c.person_id, _card.c.key).where(_card.c.ticket_id == ticket_id)

        def query(connection: Connection) -> Mapping[int, str]:
            return {row.person_id: row.key for row in connection.execute(wanted)}

        return await self._transaction.read(query)


class SqlSavedAnswers:
    """Saved answers of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def add(self, answer: SavedAnswer) -> int:
        """Keep a new one; its `id` is given by the store and returned."""
        values = asdict(answer)
        del values["id"]
        statement = insert(_answer).returning(_answer.c.id)
        return await self._transaction.read(
            lambda c: int(c.execute(statement, values).scalar_one())
        )

    async def for_standard(self, standard: str | None) -> tuple[SavedAnswer, ...]:
        """Return those for a standard and those for all, by title."""
        fits = or_(_answer.c.standard.is_(None), _answer.c.standard == standard)
        wanted = select(_answer).where(fits).order_by(_answer.c.title, _answer.c.id)

        def query(connection: Connection) -> tuple[SavedAnswer, ...]:
            return tuple(SavedAnswer(**row._mapping) for row in connection.execute(wanted))

        return await self._transaction.read(query)

    async def remove(self, answer_id: int) -> None:
        """Delete one."""
        self._transaction.write(_REMOVE, {"wanted": answer_id})


@cache
def _put(dialect: str) -> Insert:
    return insert_or_replace(dialect, _card, "ticket_id", "person_id", replaced=("key",))


_REMOVE = delete(_answer).where(_answer.c.id == bindparam("wanted"))
