"""Incoming updates of Telegram as stored, and whom they belong to. Raw JSON, no Telegram types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.conversations import Conversation
from bot.domain.people import Person


class InboxState(StrEnum):
    """What has become of an update."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class NewUpdate:
    """An update as it arrives. `order_key` is what keeps order, `chat_key` whose conversation.

    `update_id` is None only for a body without one, which is kept as failed.
    """

    update_id: int | None
    order_key: str
    chat_key: str
    person_id: int | None
    body: Mapping[str, Any]
    state: InboxState = InboxState.WAITING
    error_id: str | None = None


@dataclass(frozen=True, slots=True)
class TakenUpdate:
    """The next update of a chat, with all that handling it needs, read in one go.

    `person` is None if the sender was never seen or the update has none; `conversation` has
    version 0 if nothing is remembered. `attempts` counts processes that died over it. `more` tells
    whether the chat has others that wait behind it.
    """

    id: int
    update_id: int
    order_key: str
    chat_key: str
    person_id: int | None
    body: Mapping[str, Any]
    attempts: int
    received_at: datetime
    conversation: Conversation
    person: Person | None
    more: bool


@dataclass(frozen=True, slots=True)
class InboxCount:
    """The state of the intake: what waits and failed, and the times that matter."""

    waiting: int
    failed: int
    oldest_waiting: datetime | None
    last_received: datetime | None
