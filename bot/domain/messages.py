"""Outgoing messages as rows: what is to be sent, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any


class Priority(IntEnum):
    """Which message goes first when not all can go at once; smaller goes first."""

    PRESS = 0  # the answer to a button press or an inline query: it expires in seconds
    REPLY = 10
    NOTICE = 20
    REMINDER = 30
    BULK = 40


class OutboxState(StrEnum):
    """What has become of an outgoing message."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"  # handed over, no answer: never sent again blindly
    BLOCKED = "blocked"  # the receiver does not take messages from the bot
    FAILED = "failed"  # Telegram refused it for good


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A call of the Bot API to be made: `method` by its name there, `payload` its JSON fields.

    `chat_id` is None for a call that belongs to no chat (answerInlineQuery): nothing holds it
    back. A second message with the same `dedupe_key` is dropped. `update_id` says which
    update caused it; `due_at` when what it says was to be said, for a reminder.
    """

    chat_id: int | None
    method: str
    payload: Mapping[str, Any]
    priority: Priority = Priority.REPLY
    dedupe_key: str | None = None
    not_before: datetime | None = None
    update_id: int | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ClaimedMessage:
    """A message that this sender alone may send until its lease ends. `attempts` starts at 1."""

    id: int
    chat_id: int | None
    method: str
    payload: Mapping[str, Any]
    priority: int
    attempts: int
    update_id: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt to send; build it with one of the functions below."""

    id: int
    state: OutboxState
    telegram_message_id: int | None = None
    error: str | None = None
    not_before: datetime | None = None


def sent(message_id: int, telegram_message_id: int | None = None) -> Outcome:
    """Say that Telegram has taken it, under its own number."""
    return Outcome(message_id, OutboxState.SENT, telegram_message_id)


def uncertain(message_id: int, error: str) -> Outcome:
    """Say that it was handed over and no answer came: it may have arrived."""
    return Outcome(message_id, OutboxState.UNCERTAIN, error=error)


def blocked(message_id: int, error: str) -> Outcome:
    """Say that the receiver has blocked the bot, or is gone."""
    return Outcome(message_id, OutboxState.BLOCKED, error=error)


def failed(message_id: int, error: str) -> Outcome:
    """Say that Telegram refuses it for good (a bad request)."""
    return Outcome(message_id, OutboxState.FAILED, error=error)


def retry_later(message_id: int, not_before: datetime, error: str) -> Outcome:
    """Say that it certainly did not arrive; until sent, it holds back its chat's later ones."""
    return Outcome(message_id, OutboxState.QUEUED, error=error, not_before=not_before)


@dataclass(frozen=True, slots=True)
class MessageCount:
    """How many messages are in a state, and since when the oldest."""

    state: OutboxState
    count: int
    oldest: datetime
