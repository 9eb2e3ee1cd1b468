"""All that the store holds of one person, beside tickets and files: to be shown, and forgotten."""

from __future__ import annotations

from sqlalchemy import Connection, delete, or_, select, update

from bot.domain.messages import OutboxState
from bot.domain.personal import Held, Line
from bot.domain.questions import Question, QuestionState
from bot.storage.conditions import is_state
from bot.storage.people import PERSON_COLUMNS, person_of
from bot.storage.tables import (
    ConversationRow,
    FeedbackRow,
    InboxRow,
    OutboxRow,
    PersonRow,
    QuestionRow,
)
from bot.storage.transaction import Transaction

_inbox, _outbox, _person = InboxRow.table(), OutboxRow.table(), PersonRow.table()
_question, _feedback = QuestionRow.table(), FeedbackRow.table()
_conversation = ConversationRow.table()


class SqlPersonal:
    """What is held of people, in one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def held(self, person_id: int) -> Held:
        """Return all of it."""
        return await self._transaction.read(lambda connection: _held(connection, person_id))

    async def forget(self, person_id: int) -> int:
        """Delete questions and words about replies, messages that were sent or handled, the name.

        What still has to be sent or handled stays. Returns how many rows went.
        """
        return await self._transaction.read(lambda connection: _forget(connection, person_id))


def _held(connection: Connection, person_id: int) -> Held:
    who = select(*PERSON_COLUMNS).where(_person.c.id == person_id)
    person = connection.execute(who).first()
    chat = str(person_id)
    state = connection.execute(
        select(_conversation.c.state).where(_conversation.c.chat_key == chat)
    ).scalar()
    asked = select(_question).where(_question.c.person_id == person_id)
    came = select(_inbox.c.received_at, _inbox.c.body).where(_inbox.c.person_id == person_id)
    went = select(_outbox.c.created_at, _outbox.c.payload).where(_outbox.c.chat_id == person_id)
    return Held(
        None if person is None else person_of(person),
        state or {},
        tuple(
            Question(**{**row, "state": QuestionState(row["state"])})
            for row in connection.execute(asked.order_by(_question.c.asked_at)).mappings()
        ),
        tuple(Line(*row) for row in connection.execute(came.order_by(_inbox.c.id))),
        tuple(Line(*row) for row in connection.execute(went.order_by(_outbox.c.id))),
    )


def _forget(connection: Connection, person_id: int) -> int:
    own = select(_question.c.id).where(_question.c.person_id == person_id)
    unsent = is_state(_outbox.c.state, OutboxState.QUEUED, OutboxState.SENDING)
    statements = (
        delete(_feedback).where(
            or_(_feedback.c.person_id == person_id, _feedback.c.question_id.in_(own))
        ),
        delete(_question).where(_question.c.person_id == person_id),
        delete(_inbox).where(_inbox.c.person_id == person_id, _inbox.c.handled_at.is_not(None)),
        delete(_outbox).where(_outbox.c.chat_id == person_id, ~unsent),
        update(_person).where(_person.c.id == person_id).values(name="", username=None),
    )
    return sum(connection.execute(statement).rowcount for statement in statements)
