"""The schema of standards: documents, editions, drafts, history.

Nothing is sealed: all of it is public, or is to be.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base, partial_index
from bot.storage.types import BIG_KEY, PlainJson


class DocumentRow(Base):
    """A file that standards were read from; standards are public, so it is not sealed."""

    __tablename__ = "document"

    digest: Mapped[str] = mapped_column(primary_key=True)
    file: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class StandardRow(Base):
    """An edition of a standard; `standard_id` is what answers, buttons and tickets call it."""

    __tablename__ = "standard"
    __table_args__ = (
        partial_index(
            "uq_standard_in_force", "standard_id", when="state = 'in_force'", unique=True
        ),
        partial_index("uq_standard_coming", "standard_id", when="state = 'coming'", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    standard_id: Mapped[str]
    title: Mapped[str]
    digest: Mapped[str] = mapped_column(ForeignKey("document.digest"))
    model: Mapped[Any] = mapped_column(PlainJson)
    reader_version: Mapped[str]
    loaded_at: Mapped[datetime]
    loaded_by: Mapped[int | None]
    state: Mapped[str]
    ended_at: Mapped[datetime | None]
    corrections: Mapped[Any | None] = mapped_column(PlainJson)
    text_digest: Mapped[str | None]
    valid_from: Mapped[str | None]
    heading: Mapped[Any | None] = mapped_column(PlainJson)


class StandardExtractRow(Base):
    """What was derived from an edition; the fields of `bot.domain.standards.StoredExtract`."""

    __tablename__ = "standard_extract"

    standard_id: Mapped[int] = mapped_column(
        BIG_KEY, ForeignKey("standard.id"), primary_key=True, autoincrement=False
    )
    version: Mapped[str]
    data: Mapped[Any] = mapped_column(PlainJson)


class StandardDraftRow(Base):
    """A standard that waits to be published; the fields of `bot.domain.drafts.StandardDraft`."""

    __tablename__ = "standard_draft"
    __table_args__ = (
        partial_index("ix_standard_draft_open", "id", when="state = 'open'"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    source: Mapped[str] = mapped_column(unique=True)
    digest: Mapped[str]
    file: Mapped[str]
    model: Mapped[Any] = mapped_column(PlainJson)
    reader_version: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[int | None]
    corrections: Mapped[Any] = mapped_column(PlainJson)
    place: Mapped[str]
    edition_of: Mapped[str | None]
    valid_from: Mapped[str | None]
    state: Mapped[str]
    version: Mapped[int]
    changed_at: Mapped[datetime | None]
    changed_by: Mapped[int | None]


class StandardEventRow(Base):
    """One line of a standard's history; the fields of `bot.domain.standards.StandardEvent`."""

    __tablename__ = "standard_event"
    __table_args__ = (
        Index("ix_standard_event_standard", "standard"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG_KEY, primary_key=True)
    standard: Mapped[str]
    act: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[int | None]
    digest: Mapped[str | None]
    row: Mapped[int | None]
    draft: Mapped[int | None]
    data: Mapped[Any] = mapped_column(PlainJson)
