"""Incoming updates: rows in, the next one of a chat out, in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Row,
    Select,
    bindparam,
    delete,
    func,
    select,
    text,
    update,
)

from bot.domain.conversations import Conversation
from bot.domain.errors import AlreadyHandled
from bot.domain.updates import InboxCount, InboxState, NewUpdate, TakenUpdate
from bot.storage.conditions import is_state
from bot.storage.conversations import SqlConversations
from bot.storage.people import PERSON_COLUMNS, SqlPeople, person_of
from bot.storage.tables import ConversationRow, InboxRow, PersonRow
from bot.storage.transaction import Transaction, insert_unless_known

_inbox = InboxRow.table()
_behind = _inbox.alias("behind")
_conversation = ConversationRow.table()
_person = PersonRow.table()
_is_waiting = is_state(_inbox.c.state, InboxState.WAITING)  # as the partial index has it
_LOCK_CHAT = text("SELECT pg_advisory_xact_lock(hashtextextended(:order_key, 20))")


class SqlInbox:
    """Updates that Telegram has delivered."""

    def __init__(
        self, transaction: Transaction, conversations: SqlConversations, people: SqlPeople
    ) -> None:
        """Share what is read along with an update with the two other repositories."""
        self._transaction = transaction
        self._conversations = conversations
        self._people = people

    async def add(self, updates: Sequence[NewUpdate], now: datetime) -> None:
        """Store updates; an update_id that is there already is left as it is."""
        rows = [
            {
                "update_id": new.update_id,
                "order_key": new.order_key,
                "chat_key": new.chat_key,
                "person_id": new.person_id,
                "body": new.body,
                "state": new.state,
                "attempts": 0,
                "error_id": new.error_id,
                "received_at": now,
                "handled_at": now if new.state is InboxState.FAILED else None,
            }
            for new in updates
        ]
        if rows:
            self._transaction.write(_add(self._transaction.dialect), rows)

    async def take(self, order_key: str) -> TakenUpdate | None:
        """Return the chat's earliest waiting update with its conversation and person, or None."""

        def query(connection: Connection) -> TakenUpdate | None:
            if connection.dialect.name == "postgresql":
                connection.execute(_LOCK_CHAT, {"order_key": order_key})
            rows = self._transaction.statements.rows(connection, _TAKE, {"order_key": order_key})
            return _taken(rows[0], order_key) if rows else None

        taken = await self._transaction.read(query)
        if taken is not None:
            self._conversations.know(taken.chat_key, taken.conversation)
            if taken.person_id is not None:
                self._people.know(taken.person_id, taken.person)
        return taken

    async def done(self, taken: TakenUpdate, now: datetime) -> None:
        """Mark it handled; commit raises AlreadyHandled if it no longer waits."""
        self._close(taken, InboxState.DONE, None, now)

    async def fail(self, taken: TakenUpdate, error_id: str, now: datetime) -> None:
        """Give it up under the id that the log and the apology carry."""
        self._close(taken, InboxState.FAILED, error_id, now)

    def _close(
        self, taken: TakenUpdate, state: InboxState, error_id: str | None, now: datetime
    ) -> None:
        values = {"id_": taken.id, "state": state, "error_id": error_id, "handled_at": now}
        refusal = AlreadyHandled("already_handled", update=taken.update_id)
        self._transaction.write(_CLOSE, values, refusal=refusal)

    async def waiting(self, received_before: datetime | None = None) -> tuple[str, ...]:
        """Return the order keys of chats with waiting updates, the longest waiting first."""
        chats = (
            select(_inbox.c.order_key)
            .where(_is_waiting)
            .group_by(_inbox.c.order_key)
            .order_by(func.min(_inbox.c.id))
        )
        if received_before is not None:
            chats = chats.having(func.min(_inbox.c.received_at) <= received_before)
        return await self._transaction.read(lambda c: tuple(c.execute(chats).scalars()))

    async def count_attempt(self, limit: int, now: datetime) -> tuple[int, ...]:
        """Count an attempt for all that wait; give up those over the limit, return their ids."""

        def count(connection: Connection) -> tuple[int, ...]:
            connection.execute(
                update(_inbox).where(_is_waiting).values(attempts=_inbox.c.attempts + 1)
            )
            given_up = (
                update(_inbox)
                .where(_is_waiting, _inbox.c.attempts > limit)
                .values(state=InboxState.FAILED, error_id="given_up", handled_at=now)
                .returning(_inbox.c.update_id)
            )
            return tuple(sorted(connection.execute(given_up).scalars()))

        return await self._transaction.read(count)

    async def counts(self, failed_since: datetime | None = None) -> InboxCount:
        """Return how many wait and how many failed since then, and the times of a check."""

        def count(connection: Connection) -> InboxCount:
            waiting = connection.execute(
                select(func.count(), func.min(_inbox.c.received_at)).where(_is_waiting)
            ).one()
            failed = select(func.count()).where(_inbox.c.state == InboxState.FAILED)
            if failed_since is not None:
                failed = failed.where(_inbox.c.handled_at >= failed_since)
            last = select(func.max(_inbox.c.received_at))
            return InboxCount(
                waiting=waiting[0],
                failed=connection.execute(failed).scalar_one(),
                oldest_waiting=waiting[1],
                last_received=connection.execute(last).scalar(),
            )

        return await self._transaction.read(count)

    async def purge(self, before: datetime) -> int:
        """Delete updates handled before then; return how many."""
        old = delete(_inbox).where(_inbox.c.handled_at < before)
        return await self._transaction.read(lambda c: c.execute(old).rowcount)


@cache
def _add(dialect: str) -> Insert:
    return insert_unless_known(dialect, _inbox, "update_id")


_CLOSE = update(_inbox).where(_inbox.c.id == bindparam("id_"), _is_waiting)


def _take() -> Select[Any]:
    """Return the one query that reads all that handling an update needs."""
    others = select(1).where(
        _behind.c.order_key == _inbox.c.order_key,
        _behind.c.id > _inbox.c.id,
        is_state(_behind.c.state, InboxState.WAITING),
    )
    return (
        select(
            _inbox.c.id,
            _inbox.c.update_id,
            _inbox.c.chat_key,
            _inbox.c.person_id,
            _inbox.c.body,
            _inbox.c.attempts,
            _inbox.c.received_at,
            _conversation.c.state.label("conversation_state"),
            _conversation.c.version,
            _conversation.c.updated_at,
            *PERSON_COLUMNS,
            others.exists().label("more"),
        )
        .outerjoin(_conversation, _conversation.c.chat_key == _inbox.c.chat_key)
        .outerjoin(_person, _person.c.id == _inbox.c.person_id)
        .where(_inbox.c.order_key == bindparam("order_key"), _is_waiting)
        .order_by(_inbox.c.id)
        .limit(1)
    )


_TAKE = _take()


def _taken(row: Row[*tuple[Any, ...]], order_key: str) -> TakenUpdate:
    known = row.version is not None
    return TakenUpdate(
        id=row.id,
        update_id=row.update_id,
        order_key=order_key,
        chat_key=row.chat_key,
        person_id=row.person_id,
        body=row.body,
        attempts=row.attempts,
        received_at=row.received_at,
        conversation=Conversation(row.conversation_state, row.version, row.updated_at)
        if known
        else Conversation(),
        person=None if row.known_person_id is None else person_of(row),
        more=bool(row.more),
    )
