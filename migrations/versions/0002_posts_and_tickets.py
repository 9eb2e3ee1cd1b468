"""Posts and who holds them, tickets with their history, attachments and reminders.

Written with plain types: a migration must mean the same when the code has moved on.
"""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TABLES = (
    "saved_answer",
    "card",
    "reminder",
    "attachment",
    "ticket_event",
    "ticket",
    "office_setting",
    "invitation",
    "absence",
    "tenure",
    "post",
)


def upgrade() -> None:
    _create_posts()
    _create_tenures()
    _create_settings()
    _create_tickets()
    _create_history()
    _create_attachments()
    _create_reminders()
    _create_desk()


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)


def _create_posts() -> None:
    op.create_table(
        "post",
        sa.Column("key", sa.Text, primary_key=True),
        _text("name"),
        _text("rank"),
        _text("unit", optional=True),
        _text("superior", optional=True),
        _text("origin"),
        _text("replaced_by", optional=True),
        _instant("replaced_from", optional=True),
    )


def _create_tenures() -> None:
    _counted(
        "tenure",
        _text("post"),
        _text("name"),
        _text("holding"),
        _instant("since"),
        _instant("until", optional=True),
        _number("person_id", optional=True),
        _text("decree", optional=True),
    )
    op.create_index("ix_tenure_post", "tenure", ["post"])
    _counted(
        "absence",
        _number("person_id"),
        _instant("since"),
        _instant("until"),
        _number("substitute", optional=True),
    )
    op.create_table(
        "invitation",
        sa.Column("digest", sa.Text, primary_key=True),
        _number("tenure_id"),
        _number("made_by", optional=True),
        _instant("made_at"),
        _instant("expires_at"),
        _instant("used_at", optional=True),
        _instant("revoked_at", optional=True),
        sa.ForeignKeyConstraint(
            ["tenure_id"], ["tenure.id"], "fk_invitation_tenure_id_tenure", ondelete="CASCADE"
        ),
    )


def _create_settings() -> None:
    op.create_table(
        "office_setting",
        sa.Column("name", sa.Text, primary_key=True),
        _text("value"),
        _number("changed_by", optional=True),
        _instant("changed_at"),
    )


def _create_tickets() -> None:
    _counted(
        "ticket",
        *(_text(name) for name in ("number", "draft_id", "kind", "status", "text", "digest")),
        _number("complainant", optional=True),
        sa.Column("confidential", sa.Boolean, nullable=False),
        _text("language"),
        _instant("filed_at"),
        _text("owner"),
        *(
            _text(name, optional=True)
            for name in ("standard", "standard_title", "edition", "received_by")
        ),
        _text("together_with"),
        _text("delegation", optional=True),
        *(_text(name) for name in ("barred", "candidates", "reason", "source")),
        _text("limit", optional=True),
        *(_instant(name, optional=True) for name in ("limit_from", "due_at", "paused_since")),
        _number("paused_minutes"),
        _number("objections"),
        _number("rating", optional=True),
        _instant("changed_at", optional=True),
        _number("version"),
        _text("head"),
        _number("events"),
        sa.UniqueConstraint("number", name="uq_ticket_number"),
        sa.UniqueConstraint("draft_id", name="uq_ticket_draft_id"),
    )
    op.create_index("ix_ticket_owner", "ticket", ["owner", "status"])
    op.create_index("ix_ticket_complainant", "ticket", ["complainant"])


def _create_history() -> None:
    _counted(
        "ticket_event",
        _number("ticket_id"),
        _number("number"),
        _text("act"),
        _instant("at"),
        _number("actor", optional=True),
        _text("post", optional=True),
        _text("holding", optional=True),
        *(_text(name) for name in ("data", "data_digest", "seal")),
        sa.UniqueConstraint("ticket_id", "number", name="uq_ticket_event_ticket_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], "fk_ticket_event_ticket_id_ticket"),
    )


def _create_attachments() -> None:
    _counted(
        "attachment",
        _text("draft_id"),
        _number("ticket_id", optional=True),
        *(_text(name) for name in ("kind", "facts", "state")),
        _number("attempts"),
        _text("digest", optional=True),
        _text("content", optional=True),
        _instant("added_at"),
    )
    op.create_index("ix_attachment_ticket_id", "attachment", ["ticket_id"])
    op.create_index("ix_attachment_draft_id", "attachment", ["draft_id"])
    _partial_index("ix_attachment_wanted", "attachment", "id", when="state = 'wanted'")


def _create_reminders() -> None:
    _counted(
        "reminder",
        *(_text(name) for name in ("key", "subject", "rung", "data")),
        _instant("due_at"),
        _text("state"),
        _instant("done_at", optional=True),
        sa.UniqueConstraint("key", name="uq_reminder_key"),
    )
    op.create_index("ix_reminder_subject", "reminder", ["subject"])
    _partial_index("ix_reminder_pending", "reminder", "due_at", when="state = 'pending'")


def _create_desk() -> None:
    _counted(
        "card",
        _number("ticket_id"),
        _number("person_id"),
        _text("key"),
        sa.UniqueConstraint("ticket_id", "person_id", name="uq_card_ticket_id"),
    )
    _counted(
        "saved_answer",
        _text("standard", optional=True),
        _text("title"),
        _text("text"),
        _number("made_by", optional=True),
        _instant("made_at"),
    )


def _counted(table: str, *columns: sa.schema.SchemaItem) -> None:
    """Create a table whose numbers count up and are never used twice."""
    key = sa.Column("id", _BIG_KEY, primary_key=True)
    op.create_table(table, key, *columns, sqlite_autoincrement=True)


def _partial_index(name: str, table: str, column: str, *, when: str) -> None:
    clause = sa.text(when)
    op.create_index(name, table, [column], sqlite_where=clause, postgresql_where=clause)


def _text(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=optional)


def _number(name: str, *, optional: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=optional)


def _instant(name: str, *, optional: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=optional)
