"""What is remembered of each conversation: loaded once a unit, saved once at its commit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, select, update

from bot.domain.conversations import Conversation
from bot.domain.errors import ConversationChanged
from bot.storage.tables import ConversationRow
from bot.storage.transaction import Transaction, insert_unless_known

_conversation = ConversationRow.table()


class SqlConversations:
    """Conversations of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Begin with nothing loaded."""
        self._transaction = transaction
        self._known: dict[str, Conversation] = {}
        self._changed: dict[str, Conversation] = {}

    def know(self, chat_key: str, conversation: Conversation) -> None:
        """Take over what was read along with an update."""
        self._known.setdefault(chat_key, conversation)

    async def load(self, chat_key: str) -> Conversation:
        """Return the conversation, with what this unit has saved; version 0 if there is none."""
        if chat_key not in self._known:
            self._known[chat_key] = await self._read(chat_key)
        return self._changed.get(chat_key) or self._known[chat_key]

    async def save(self, chat_key: str, state: Mapping[str, Any], now: datetime) -> None:
        """Keep a new state; commit raises ConversationChanged if another process was first."""
        before = await self.load(chat_key)
        if before.state != state:
            version = self._known[chat_key].version
            self._changed[chat_key] = Conversation(state, version, now)

    def flush(self) -> None:
        """Write what was saved; called by the unit of work at commit."""
        for chat_key, changed in self._changed.items():
            new = {
                "state": changed.state,
                "version": changed.version + 1,
                "updated_at": changed.updated_at,
            }
            refusal = ConversationChanged("conversation_changed")
            if changed.version == 0:
                row = {"chat_key": chat_key, **new}
                self._transaction.write(_add(self._transaction.dialect), row, refusal=refusal)
            else:
                found_by = {"chat_key_": chat_key, "version_": changed.version}
                self._transaction.write(_REPLACE, {**found_by, **new}, refusal=refusal)
        self._changed.clear()

    async def _read(self, chat_key: str) -> Conversation:
        def query(connection: Connection) -> Conversation:
            row = connection.execute(_LOAD, {"chat_key_": chat_key}).first()
            return Conversation() if row is None else Conversation(*row)

        return await self._transaction.read(query)


@cache
def _add(dialect: str) -> Insert:
    return insert_unless_known(dialect, _conversation, "chat_key")


_LOAD = select(_conversation.c.state, _conversation.c.version, _conversation.c.updated_at).where(
    _conversation.c.chat_key == bindparam("chat_key_")
)

_REPLACE = update(_conversation).where(
    _conversation.c.chat_key == bindparam("chat_key_"),
    _conversation.c.version == bindparam("version_"),
)
