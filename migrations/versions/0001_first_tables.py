"""The first tables: intake, conversations, people, outbox, standards, questions.

Written with plain types: a migration must mean the same when the code has moved on.
"""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _create_intake()
    _create_conversations_and_people()
    _create_outbox()
    _create_standards()
    _create_questions()
    _create_signs_of_life()


def downgrade() -> None:
    for table in (
        "installation",
        "lease",
        "heartbeat",
        "feedback",
        "question",
        "standard",
        "document",
        "outbox",
        "person",
        "conversation",
        "inbox",
    ):
        op.drop_table(table)


def _create_intake() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", _BIG_KEY, primary_key=True),
        _number("update_id", optional=True),
        _text("order_key"),
        _text("chat_key"),
        _number("person_id", optional=True),
        _text("body"),
        _text("state"),
        _number("attempts"),
        _text("error_id", optional=True),
        _instant("received_at"),
        _instant("handled_at", optional=True),
        sa.UniqueConstraint("update_id", name="uq_inbox_update_id"),
        sqlite_autoincrement=True,
    )
    _index("ix_inbox_waiting", "inbox", ["order_key", "id"], when="state = 'waiting'")
    _index("ix_inbox_handled_at", "inbox", ["handled_at"])


def _create_conversations_and_people() -> None:
    op.create_table(
        "conversation",
        sa.Column("chat_key", sa.Text, primary_key=True),
        _text("state"),
        _number("version"),
        _instant("updated_at"),
    )
    op.create_table(
        "person",
        sa.Column("id", _BIG_KEY, primary_key=True, autoincrement=False),
        _text("name"),
        _text("username", optional=True),
        _text("language", optional=True),
        _instant("first_seen"),
        _instant("last_seen"),
        _instant("unreachable_since", optional=True),
    )


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", _BIG_KEY, primary_key=True),
        _number("chat_id", optional=True),
        _text("method"),
        _text("payload"),
        _number("priority"),
        _text("state"),
        _number("attempts"),
        _instant("not_before", optional=True),
        _instant("lease_until", optional=True),
        _text("dedupe_key", optional=True),
        _instant("created_at"),
        _instant("sent_at", optional=True),
        _number("telegram_message_id", optional=True),
        _text("error", optional=True),
        _number("update_id", optional=True),
        sa.UniqueConstraint("dedupe_key", name="uq_outbox_dedupe_key"),
        sqlite_autoincrement=True,
    )
    unsent = "state IN ('queued', 'sending')"
    _index("ix_outbox_chat", "outbox", ["chat_id", "id"], when=unsent)
    _index("ix_outbox_queued", "outbox", ["priority", "id"], when="state = 'queued'")
    _index("ix_outbox_created_at", "outbox", ["created_at"])


def _create_standards() -> None:
    op.create_table(
        "document",
        sa.Column("digest", sa.Text, primary_key=True),
        _text("file"),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "standard",
        sa.Column("id", _BIG_KEY, primary_key=True),
        _text("standard_id"),
        _text("title"),
        _text("digest"),
        _text("model"),
        _text("reader_version"),
        _instant("loaded_at"),
        _number("loaded_by", optional=True),
        _text("state"),
        _instant("ended_at", optional=True),
        sa.ForeignKeyConstraint(["digest"], ["document.digest"], "fk_standard_digest_document"),
        sqlite_autoincrement=True,
    )
    _index(
        "uq_standard_in_force", "standard", ["standard_id"], when="state = 'in_force'", once=True
    )


def _create_questions() -> None:
    op.create_table(
        "question",
        sa.Column("id", _BIG_KEY, primary_key=True, autoincrement=False),
        _text("chat_key"),
        _number("person_id", optional=True),
        _text("text"),
        _text("kind"),
        _text("form"),
        _text("aspect", optional=True),
        _text("standard", optional=True),
        sa.Column("ms", sa.Double, nullable=False),
        _text("language"),
        _instant("asked_at"),
        _text("state"),
    )
    _index("ix_question_open", "question", ["state", "id"], when="state IN ('open', 'passed_on')")
    _index("ix_question_asked_at", "question", ["asked_at"])
    op.create_table(
        "feedback",
        sa.Column("question_id", _BIG_KEY, primary_key=True),
        sa.Column("person_id", sa.BigInteger, primary_key=True),
        sa.Column("helpful", sa.Boolean, nullable=False),
        _instant("at"),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], "fk_feedback_question_id_question", ondelete="CASCADE"
        ),
    )


def _create_signs_of_life() -> None:
    op.create_table(
        "heartbeat",
        sa.Column("name", sa.Text, primary_key=True),
        _instant("at"),
        _text("note"),
    )
    op.create_table(
        "lease",
        sa.Column("name", sa.Text, primary_key=True),
        _text("holder"),
        _instant("until"),
    )
    op.create_table("installation", sa.Column("name", sa.Text, primary_key=True), _text("value"))


def _text(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=optional)


def _number(name: str, *, optional: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=optional)


def _instant(name: str, *, optional: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=optional)


def _index(
    name: str, table: str, columns: list[str], *, when: str | None = None, once: bool = False
) -> None:
    clause = None if when is None else sa.text(when)
    op.create_index(name, table, columns, unique=once, sqlite_where=clause, postgresql_where=clause)
