"""The schema of posts, people's tenures and tickets; see `bot.storage.tables`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base, partial_index
from bot.storage.types import BIG_KEY, PlainJson, SealedBytes, SealedJson, SealedText


class PostRow(Base):
    """A post of the office (Jabatan)."""

    __tablename__ = "post"

    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    rank: Mapped[str]
    unit: Mapped[str | None]
    superior: Mapped[str | None]
    origin: Mapped[str]
    replaced_by: Mapped[str | None]
    replaced_from: Mapped[datetime | None]


class TenureRow(Base):
    """A person holds a post from-until."""

    __tablename__ = "tenure"
    __table_args__ = (Index("ix_tenure_post", "post"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    post: Mapped[str]
    name: Mapped[str] = mapped_column(SealedText)
    holding: Mapped[str]
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    person_id: Mapped[int | None]
    decree: Mapped[str | None]


class AbsenceRow(Base):
    """A person is away from-until, with or without a substitute."""

    __tablename__ = "absence"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's way

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    person_id: Mapped[int]
    since: Mapped[datetime]
    until: Mapped[datetime]
    substitute: Mapped[int | None]


class InvitationRow(Base):
    """A one-time link for an official; `digest` is of its code, which is kept nowhere."""

    __tablename__ = "invitation"

    digest: Mapped[str] = mapped_column(primary_key=True)
    tenure_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("tenure.id", ondelete="CASCADE"))
    made_by: Mapped[int | None]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class OfficeSettingRow(Base):
    """What the admin has set in chat."""

    __tablename__ = "office_setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(PlainJson)
    changed_by: Mapped[int | None]
    changed_at: Mapped[datetime]


class SettingChangeRow(Base):
    """A change of an office setting by a person; never changed itself."""

    __tablename__ = "setting_change"
    __table_args__ = (Index("ix_setting_change_name", "name"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    name: Mapped[str]
    old: Mapped[Any | None] = mapped_column(PlainJson)
    new: Mapped[Any | None] = mapped_column(PlainJson)
    basis: Mapped[str]
    changed_by: Mapped[int]
    changed_at: Mapped[datetime]


class TicketRow(Base):
    """A pengaduan, keluhan or masukan; the fields of `bot.domain.tickets.Ticket`."""

    __tablename__ = "ticket"
    __table_args__ = (
        Index("ix_ticket_owner", "owner", "status"),
        Index("ix_ticket_complainant", "complainant"),
        partial_index("ix_ticket_running", "id", when='"limit" IS NOT NULL'),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    draft_id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    status: Mapped[str]
    text: Mapped[str] = mapped_column(SealedText)
    digest: Mapped[str]
    complainant: Mapped[int | None]
    confidential: Mapped[bool]
    language: Mapped[str]
    filed_at: Mapped[datetime]
    owner: Mapped[str]
    standard: Mapped[str | None]
    standard_title: Mapped[str | None]
    edition: Mapped[str | None]
    received_by: Mapped[str | None]
    together_with: Mapped[Any] = mapped_column(PlainJson)
    delegation: Mapped[str | None]
    barred: Mapped[Any] = mapped_column(PlainJson)
    candidates: Mapped[Any] = mapped_column(PlainJson)
    reason: Mapped[Any] = mapped_column(PlainJson)
    source: Mapped[Any] = mapped_column(PlainJson)
    limit: Mapped[str | None]
    limit_from: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    paused_since: Mapped[datetime | None]
    paused_minutes: Mapped[int]
    objections: Mapped[int]
    rating: Mapped[int | None]
    changed_at: Mapped[datetime | None]
    version: Mapped[int]
    head: Mapped[str]
    events: Mapped[int]


class TicketEventRow(Base):
    """A line of a ticket's history; never changed, but its data may be erased."""

    __tablename__ = "ticket_event"
    __table_args__ = (
        UniqueConstraint("ticket_id", "number", name="uq_ticket_event_ticket_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("ticket.id"))
    number: Mapped[int]
    act: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[int | None]
    post: Mapped[str | None]
    holding: Mapped[str | None]
    data: Mapped[Any] = mapped_column(SealedJson)
    data_digest: Mapped[str]
    seal: Mapped[str]


class AttachmentRow(Base):
    """A photo, document or voice note of a draft or a ticket."""

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_ticket_id", "ticket_id"),
        Index("ix_attachment_draft_id", "draft_id"),
        partial_index("ix_attachment_wanted", "id", when="state = 'wanted'"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    draft_id: Mapped[str]
    ticket_id: Mapped[int | None]
    kind: Mapped[str]
    facts: Mapped[Any] = mapped_column(SealedJson)
    state: Mapped[str]
    attempts: Mapped[int]
    digest: Mapped[str | None]
    content: Mapped[bytes | None] = mapped_column(SealedBytes)
    added_at: Mapped[datetime]


class ReminderRow(Base):
    """Something to be said at a time, once: `key` is unique, `subject` is what it is about."""

    __tablename__ = "reminder"
    __table_args__ = (
        Index("ix_reminder_subject", "subject"),
        partial_index("ix_reminder_pending", "due_at", when="state = 'pending'"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str]
    rung: Mapped[str]
    data: Mapped[Any] = mapped_column(PlainJson)
    due_at: Mapped[datetime]
    state: Mapped[str]
    done_at: Mapped[datetime | None]


class CardRow(Base):
    """Under which key of the outbox a person's latest card of a ticket went out."""

    __tablename__ = "card"

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    ticket_id: Mapped[int]
    person_id: Mapped[int]
    key: Mapped[str]

    __table_args__ = (
        UniqueConstraint("ticket_id", "person_id", name="uq_card_ticket_id"),
        {"sqlite_autoincrement": True},
    )


class SavedAnswerRow(Base):
    """An answer that officials use again; for one standard, or for all."""

    __tablename__ = "saved_answer"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's way

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    standard: Mapped[str | None]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(SealedText)
    made_by: Mapped[int | None]
    made_at: Mapped[datetime]
