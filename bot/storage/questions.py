"""The log of questions, and whether the replies helped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Row,
    Select,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.domain.learning import Use
from bot.domain.questions import Feedback, Question, QuestionCounts, QuestionState
from bot.storage.conditions import is_state
from bot.storage.tables import FeedbackRow, QuestionRow
from bot.storage.transaction import Transaction, insert_or_replace

_question = QuestionRow.table()
_feedback = FeedbackRow.table()
_FIELDS = tuple(field.name for field in fields(Question))


class SqlQuestions:
    """Questions of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def add(self, question: Question) -> None:
        """Log a question."""
        self._transaction.write(_ADD, {name: getattr(question, name) for name in _FIELDS})

    async def get(self, question_id: int) -> Question | None:
        """Return a question."""

        def query(connection: Connection) -> Question | None:
            row = connection.execute(_GET, {"question_id": question_id}).first()
            return None if row is None else _question_of(row)

        return await self._transaction.read(query)

    async def unanswered(self, limit: int = 50) -> tuple[Question, ...]:
        """Return open and passed-on questions, passed-on ones first, newest first."""
        passed_on_first = case((_question.c.state == QuestionState.PASSED_ON, 0), else_=1)
        wanted = (
            select(_question)
            .where(is_state(_question.c.state, QuestionState.OPEN, QuestionState.PASSED_ON))
            .order_by(passed_on_first, _question.c.id.desc())
        )
        return await self._all(wanted.limit(limit))

    async def unhelpful(self, limit: int = 50) -> tuple[Question, ...]:
        """Return answered questions whose answer did not help and is not decided on, newest first.

        Where a lesson has answered, that is decided.
        """
        judged = select(_feedback.c.question_id).where(~_feedback.c.helpful)
        wanted = select(_question).where(
            _question.c.id.in_(judged),
            _question.c.lesson.is_(None),
            is_state(_question.c.state, QuestionState.ANSWERED),
        )
        return await self._all(wanted.order_by(_question.c.id.desc()).limit(limit))

    async def answered(self, limit: int) -> tuple[Question, ...]:
        """Return the newest questions that were answered, also those that buttons asked."""
        wanted = select(_question).where(is_state(_question.c.state, QuestionState.ANSWERED))
        return await self._all(wanted.order_by(_question.c.id.desc()).limit(limit))

    async def of_lesson(self, lesson: int) -> tuple[Question, ...]:
        """Return the questions that a lesson answers or decides, newest first."""
        wanted = select(_question).where(_question.c.lesson == lesson)
        return await self._all(wanted.order_by(_question.c.id.desc()))

    async def uses(self) -> Mapping[int, Use]:
        """Return by lesson how often it has answered, and how often that did not help."""
        judged = and_(_feedback.c.question_id == _question.c.id, ~_feedback.c.helpful)
        wanted = (
            select(_question.c.lesson, func.count(), func.count(_feedback.c.question_id))
            .select_from(_question.outerjoin(_feedback, judged))
            .where(_question.c.lesson.is_not(None))
            .group_by(_question.c.lesson)
        )

        def query(connection: Connection) -> Mapping[int, Use]:
            return {row[0]: Use(row[1], row[2]) for row in connection.execute(wanted)}

        return await self._transaction.read(query)

    async def settle(self, question_ids: Sequence[int], state: str, lesson: int | None) -> None:
        """Set what has become of questions, and by what lesson (None: by none)."""
        if question_ids:
            values = [
                {"question_id": each, "state": state, "lesson": lesson} for each in question_ids
            ]
            self._transaction.write(_SETTLE, values)

    async def _all(self, wanted: Select[Any]) -> tuple[Question, ...]:
        def query(connection: Connection) -> tuple[Question, ...]:
            return tuple(_question_of(row) for row in connection.execute(wanted))

        return await self._transaction.read(query)

    async def set_state(self, question_id: int, state: str) -> None:
        """Set what has become of a question (a `QuestionState`)."""
        self._transaction.write(_SET_STATE, {"question_id": question_id, "state": state})

    async def give_feedback(self, feedback: Feedback) -> None:
        """Keep whether a reply helped; the same person's earlier word is replaced."""
        self._transaction.write(_give(self._transaction.dialect), asdict(feedback))

    async def counts(self, since: datetime) -> QuestionCounts:
        """Return totals since then."""
        states = (
            select(_question.c.state, func.count())
            .where(_question.c.asked_at >= since)
            .group_by(_question.c.state)
        )
        words = (
            select(_feedback.c.helpful, func.count())
            .where(_feedback.c.at >= since)
            .group_by(_feedback.c.helpful)
        )

        def count(connection: Connection) -> QuestionCounts:
            by_state = {state: number for state, number in connection.execute(states)}
            by_word = {helpful: number for helpful, number in connection.execute(words)}
            return QuestionCounts(
                asked=sum(by_state.values()),
                open=by_state.get(QuestionState.OPEN, 0),
                passed_on=by_state.get(QuestionState.PASSED_ON, 0),
                helpful=by_word.get(True, 0),
                unhelpful=by_word.get(False, 0),
            )

        return await self._transaction.read(count)

    async def purge(self, before: datetime) -> int:
        """Delete answered questions asked before then; return how many."""
        old = delete(_question).where(
            _question.c.asked_at < before,
            is_state(_question.c.state, QuestionState.ANSWERED, QuestionState.DISMISSED),
        )
        return await self._transaction.read(lambda c: c.execute(old).rowcount)


def _question_of(row: Row[*tuple[object, ...]]) -> Question:
    values = dict(row._mapping)
    return Question(**{**values, "state": QuestionState(values["state"])})


@cache
def _give(dialect: str) -> Insert:
    return insert_or_replace(
        dialect, _feedback, "question_id", "person_id", replaced=("helpful", "at")
    )


_ADD = insert(_question)
_GET = select(_question).where(_question.c.id == bindparam("question_id"))
_SET_STATE = update(_question).where(_question.c.id == bindparam("question_id"))
_SETTLE = _SET_STATE.values(state=bindparam("state"), lesson=bindparam("lesson"))
