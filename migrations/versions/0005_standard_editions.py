"""Editions, corrections and drafts of standards, and the history of all of them.

Written with plain types: a migration must mean the same when the code has moved on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NEW_COLUMNS = ("corrections", "text_digest", "valid_from")


def upgrade() -> None:
    for name in _NEW_COLUMNS:
        op.add_column("standard", sa.Column(name, sa.Text, nullable=True))
    clause = sa.text("state = 'coming'")
    op.create_index(
        "uq_standard_coming", "standard", ["standard_id"], unique=True,
        sqlite_where=clause, postgresql_where=clause,
    )  # fmt: skip
    _create_drafts()
    _create_history()


def downgrade() -> None:
    op.drop_table("standard_event")
    op.drop_table("standard_draft")
    op.drop_index("uq_standard_coming", "standard")
    for name in reversed(_NEW_COLUMNS):
        op.drop_column("standard", name)


def _create_drafts() -> None:
    op.create_table(
        "standard_draft",
        sa.Column("id", _BIG_KEY, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.BigInteger, nullable=True),
        sa.Column("corrections", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("edition_of", sa.Text, nullable=True),
        sa.Column("valid_from", sa.Text, nullable=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_by", sa.BigInteger, nullable=True),
        sa.UniqueConstraint("source", name="uq_standard_draft_source"),
        sqlite_autoincrement=True,
    )
    clause = sa.text("state = 'open'")
    op.create_index(
        "ix_standard_draft_open", "standard_draft", ["id"],
        sqlite_where=clause, postgresql_where=clause,
    )  # fmt: skip


def _create_history() -> None:
    op.create_table(
        "standard_event",
        sa.Column("id", _BIG_KEY, primary_key=True),
        sa.Column("standard", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.BigInteger, nullable=True),
        sa.Column("digest", sa.Text, nullable=True),
        sa.Column("row", sa.BigInteger, nullable=True),
        sa.Column("draft", sa.BigInteger, nullable=True),
        sa.Column("data", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_standard_event_standard", "standard_event", ["standard"])
