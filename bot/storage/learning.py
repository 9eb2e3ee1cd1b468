"""What the office has taught: terms, and what was decided about questions."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, Update, bindparam, func, insert, select, update

from bot.domain.errors import DomainError
from bot.domain.learning import LessonKind, OfficeTerm, Place, StoredLesson
from bot.storage.learning_tables import LessonRow, TermRow
from bot.storage.transaction import Transaction

_term, _lesson = TermRow.table(), LessonRow.table()


class SqlLearning:
    """Terms and lessons of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def stamp(self) -> str:
        """Return a text that changes whenever what is in force does."""
        statements = self._transaction.statements

        def query(connection: Connection) -> str:
            return "/".join(str(value or 0) for value in statements.rows(connection, _STAMP, {})[0])

        return await self._transaction.read(query)

    async def terms(self, *, ended: bool = False) -> tuple[OfficeTerm, ...]:
        """Return the terms in force, oldest first; with `ended`, all there ever were."""
        wanted = _ALL_TERMS if ended else _TERMS

        def query(connection: Connection) -> tuple[OfficeTerm, ...]:
            return tuple(OfficeTerm(**row._mapping) for row in connection.execute(wanted))

        return await self._transaction.read(query)

    async def add_term(self, term: OfficeTerm) -> int:
        """Keep a new term; its `id` is given by the store and returned."""
        return await self._add(_term, asdict(term))

    async def end_term(self, term_id: int, by: int | None, now: datetime) -> None:
        """End a term; raises DomainError("term.gone") if it is not in force."""
        self._end(_END_TERM, term_id, by, now, DomainError("term.gone"))

    async def lessons(self, *, ended: bool = False) -> tuple[StoredLesson, ...]:
        """Return the lessons in force, oldest first; with `ended`, all there ever were."""
        wanted = _ALL_LESSONS if ended else _LESSONS

        def query(connection: Connection) -> tuple[StoredLesson, ...]:
            return tuple(_lesson_of(row) for row in connection.execute(wanted))

        return await self._transaction.read(query)

    async def add_lesson(self, lesson: StoredLesson) -> int:
        """Keep a new lesson; its `id` is given by the store and returned."""
        return await self._add(_lesson, asdict(lesson))

    async def end_lesson(self, lesson_id: int, by: int | None, now: datetime) -> None:
        """End a lesson; raises DomainError("lesson.gone") if it is not in force."""
        self._end(_END_LESSON, lesson_id, by, now, DomainError("lesson.gone"))

    async def _add(self, table: Table, values: dict[str, Any]) -> int:
        del values["id"]
        statement = insert(table).returning(table.c.id)
        return await self._transaction.read(
            lambda c: int(c.execute(statement, values).scalar_one())
        )

    def _end(
        self, statement: Update, row: int, by: int | None, now: datetime, refusal: DomainError
    ) -> None:
        values = {"wanted": row, "ended_by": by, "ended_at": now}
        self._transaction.write(statement, values, refusal=refusal)


def _lesson_of(row: Row[*tuple[Any, ...]]) -> StoredLesson:
    values = dict(row._mapping)
    place = values.pop("place")
    kind = LessonKind(values.pop("kind"))
    return StoredLesson(kind=kind, place=Place(**place) if place else None, **values)


_ALL_TERMS, _ALL_LESSONS = (
    select(_term).order_by(_term.c.id),
    select(_lesson).order_by(_lesson.c.id),
)
_TERMS = _ALL_TERMS.where(_term.c.ended_at.is_(None))
_LESSONS = _ALL_LESSONS.where(_lesson.c.ended_at.is_(None))
_END_TERM, _END_LESSON = (
    update(table).where(table.c.id == bindparam("wanted"), table.c.ended_at.is_(None))
    for table in (_term, _lesson)
)
_STAMP = select(
    *(
        select(amount)
        .where(table.c.ended_at.is_(None))
        .scalar_subquery()
        .label(f"{table.name}_{name}")
        for table in (_term, _lesson)
        for name, amount in (("count", func.count()), ("newest", func.max(table.c.id)))
    )
)
