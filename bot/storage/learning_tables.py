"""The schema of what the office teaches: its own words, and what it decides about questions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base, partial_index
from bot.storage.types import BIG_KEY, PlainJson, SealedText


class TermRow(Base):
    """A word of the office; one that is changed or removed ends."""

    __tablename__ = "term"
    __table_args__ = (
        partial_index("ix_term_in_force", "id", when="ended_at IS NULL"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    short: Mapped[str] = mapped_column(SealedText)
    meaning: Mapped[str] = mapped_column(SealedText)
    made_by: Mapped[int | None]
    made_at: Mapped[datetime]
    ended_by: Mapped[int | None]
    ended_at: Mapped[datetime | None]


class LessonRow(Base):
    """What was decided about a question; the passage of a link is public, the words are sealed."""

    __tablename__ = "lesson"
    __table_args__ = (
        partial_index("ix_lesson_in_force", "id", when="ended_at IS NULL"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    kind: Mapped[str]
    question: Mapped[str] = mapped_column(SealedText)
    text: Mapped[str] = mapped_column(SealedText)
    place: Mapped[Any | None] = mapped_column(PlainJson)
    about: Mapped[str | None]
    instead: Mapped[bool]
    post: Mapped[str | None]
    holding: Mapped[str | None]
    made_by: Mapped[int | None]
    made_at: Mapped[datetime]
    ended_by: Mapped[int | None]
    ended_at: Mapped[datetime | None]
