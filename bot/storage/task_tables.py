"""The schema of tasks: editions of standards that they run on, steps, history."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base, partial_index
from bot.storage.types import BIG_KEY, PlainJson, SealedJson, SealedText


class EditionRow(Base):
    """A standard as a task began with it; `key` is the SHA-256 of the model."""

    __tablename__ = "edition"

    key: Mapped[str] = mapped_column(primary_key=True)
    standard: Mapped[str]
    model: Mapped[Any] = mapped_column(PlainJson)


class TaskRow(Base):
    """A procedure under way; the fields of `bot.domain.tasks.task.Task`."""

    __tablename__ = "task"
    __table_args__ = (Index("ix_task_state", "state", "edition"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    draft: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(SealedText)
    standard: Mapped[str]
    title: Mapped[str]
    edition: Mapped[str] = mapped_column(ForeignKey("edition.key"))
    digest: Mapped[str | None]
    owner: Mapped[int]
    post: Mapped[str | None]
    start: Mapped[datetime]
    created_at: Mapped[datetime]
    state: Mapped[str]
    counts: Mapped[Any] = mapped_column(PlainJson)
    choices: Mapped[Any] = mapped_column(PlainJson)
    events: Mapped[Any] = mapped_column(PlainJson)
    desks: Mapped[Any] = mapped_column(PlainJson)
    pauses: Mapped[Any] = mapped_column(PlainJson)
    paused_since: Mapped[datetime | None]
    outlook: Mapped[Any] = mapped_column(PlainJson)
    ladder: Mapped[Any | None] = mapped_column(PlainJson)
    invites: Mapped[Any | None] = mapped_column(PlainJson)
    calendar: Mapped[str]
    changed_at: Mapped[datetime | None]
    version: Mapped[int]
    lines: Mapped[int]


class TaskStepRow(Base):
    """What has become of one step of a task."""

    __tablename__ = "task_step"

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    task_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("task.id"))
    step: Mapped[str]
    done_at: Mapped[datetime | None]
    done_by: Mapped[int | None]
    note: Mapped[str] = mapped_column(SealedText)
    file: Mapped[str] = mapped_column(SealedText)
    agreed: Mapped[datetime | None]
    desks: Mapped[Any] = mapped_column(PlainJson)
    asked: Mapped[datetime | None]
    asked_by: Mapped[int | None]

    __table_args__ = (
        UniqueConstraint("task_id", "step", name="uq_task_step_task_id"),
        {"sqlite_autoincrement": True},
    )


class TaskOpenRow(Base):
    """A step of a task under way that is still to do, once for each desk it is known to be at.

    Derived from the task with each change; `desk` "" stands for whoever the text names.
    """

    __tablename__ = "task_open"

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    task_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("task.id"))
    step: Mapped[str]
    edition: Mapped[str]
    desk: Mapped[str]
    due_at: Mapped[datetime | None]
    is_turn: Mapped[int] = mapped_column(Integer)

    __table_args__ = (
        Index("ix_task_open_task_id", "task_id"),
        Index("ix_task_open_desk", "desk", "edition", "step", "due_at"),
        partial_index("ix_task_open_turn", "due_at", when="is_turn = 1"),
    )


class TaskLineRow(Base):
    """One line of a task's history."""

    __tablename__ = "task_line"

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    task_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("task.id"))
    number: Mapped[int]
    act: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[int | None]
    data: Mapped[Any] = mapped_column(SealedJson)

    __table_args__ = (
        UniqueConstraint("task_id", "number", name="uq_task_line_task_id"),
        {"sqlite_autoincrement": True},
    )
