"""The schema: every table as a mapped class, read and written through its columns.

Tables hold no behaviour; repositories turn rows into the frozen data of `bot.domain`. A change
here needs a migration (a test compares the two). Standards, posts with tickets, and tasks have
modules of their own.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage import (  # their tables belong to the schema too
    learning_tables,
    standard_tables,
    task_tables,
    ticket_tables,
)
from bot.storage.base import Base, partial_index
from bot.storage.types import BIG_KEY, SealedJson, SealedText

__all__ = ["Base", "learning_tables", "standard_tables", "task_tables", "ticket_tables"]


class InboxRow(Base):
    """An update of Telegram."""

    __tablename__ = "inbox"
    __table_args__ = (
        partial_index("ix_inbox_waiting", "order_key", "id", when="state = 'waiting'"),
        Index("ix_inbox_handled_at", "handled_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    update_id: Mapped[int | None] = mapped_column(unique=True)
    order_key: Mapped[str]
    chat_key: Mapped[str]
    person_id: Mapped[int | None]
    body: Mapped[Any] = mapped_column(SealedJson)
    state: Mapped[str]
    attempts: Mapped[int]
    error_id: Mapped[str | None]
    received_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]


class ConversationRow(Base):
    """What is remembered of a conversation."""

    __tablename__ = "conversation"

    chat_key: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[Any] = mapped_column(SealedJson)
    version: Mapped[int]
    updated_at: Mapped[datetime]


class PersonRow(Base):
    """Someone who wrote; the id is Telegram's."""

    __tablename__ = "person"
    __table_args__ = (
        partial_index(
            "ix_person_unreachable", "unreachable_since", when="unreachable_since IS NOT NULL"
        ),
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(SealedText)
    username: Mapped[str | None] = mapped_column(SealedText)
    language: Mapped[str | None]
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    unreachable_since: Mapped[datetime | None]


class OutboxRow(Base):
    """A call of the Bot API to be made, or made."""

    __tablename__ = "outbox"
    __table_args__ = (
        partial_index("ix_outbox_chat", "chat_id", "id", when="state IN ('queued', 'sending')"),
        partial_index("ix_outbox_queued", "priority", "id", when="state = 'queued'"),
        Index("ix_outbox_created_at", "created_at"),
        partial_index("ix_outbox_due", "sent_at", when="due_at IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    chat_id: Mapped[int | None]
    method: Mapped[str]
    payload: Mapped[Any] = mapped_column(SealedJson)
    priority: Mapped[int]
    state: Mapped[str]
    attempts: Mapped[int]
    not_before: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    dedupe_key: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    telegram_message_id: Mapped[int | None]
    error: Mapped[str | None]
    update_id: Mapped[int | None]
    due_at: Mapped[datetime | None]


class QuestionRow(Base):
    """A question that was asked, and what kind of reply it got."""

    __tablename__ = "question"
    __table_args__ = (
        partial_index("ix_question_open", "state", "id", when="state IN ('open', 'passed_on')"),
        Index("ix_question_asked_at", "asked_at"),
        partial_index("ix_question_lesson", "lesson", when="lesson IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True, autoincrement=False)
    chat_key: Mapped[str]
    person_id: Mapped[int | None]
    text: Mapped[str] = mapped_column(SealedText)
    kind: Mapped[str]
    form: Mapped[str]
    aspect: Mapped[str | None]
    standard: Mapped[str | None]
    ms: Mapped[float]
    language: Mapped[str]
    asked_at: Mapped[datetime]
    state: Mapped[str]
    about: Mapped[str | None]
    lesson: Mapped[int | None]


class FeedbackRow(Base):
    """Whether a reply helped a person."""

    __tablename__ = "feedback"
    __table_args__ = (partial_index("ix_feedback_unhelpful", "question_id", when="NOT helpful"),)

    question_id: Mapped[int] = mapped_column(
        ForeignKey("question.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(primary_key=True)
    helpful: Mapped[bool]
    at: Mapped[datetime]


class HeartbeatRow(Base):
    """When a part of the system last worked."""

    __tablename__ = "heartbeat"

    name: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    note: Mapped[str]


class LeaseRow(Base):
    """Who may do a thing alone, and until when."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]


class InstallationRow(Base):
    """A fact about this installation, such as a known text sealed with its key."""

    __tablename__ = "installation"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
