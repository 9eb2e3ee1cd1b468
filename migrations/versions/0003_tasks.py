"""Tasks with their steps and history, and the editions of standards that they run on.

Written with plain types: a migration must mean the same when the code has moved on.
"""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TABLES = ("task_line", "task_step", "task", "edition")


def upgrade() -> None:
    _create_editions()
    _create_tasks()
    _create_steps()
    _create_history()
    known = sa.text("unreachable_since IS NOT NULL")
    columns = ["unreachable_since"]
    op.create_index(
        "ix_person_unreachable", "person", columns, sqlite_where=known, postgresql_where=known
    )


def downgrade() -> None:
    op.drop_index("ix_person_unreachable", "person")
    for table in _TABLES:
        op.drop_table(table)


def _create_editions() -> None:
    key = sa.Column("key", sa.Text, primary_key=True)
    op.create_table("edition", key, _text("standard"), _text("model"))


def _create_tasks() -> None:
    _counted(
        "task",
        *(_text(name) for name in ("draft", "name", "standard", "title", "edition")),
        _text("digest", optional=True),
        _number("owner"),
        _text("post", optional=True),
        _instant("start"),
        _instant("created_at"),
        *(_text(name) for name in ("state", "counts", "choices", "events", "desks", "pauses")),
        _instant("paused_since", optional=True),
        *(_text(name) for name in ("outlook", "calendar")),
        _instant("changed_at", optional=True),
        _number("version"),
        _number("lines"),
        sa.UniqueConstraint("draft", name="uq_task_draft"),
        sa.ForeignKeyConstraint(["edition"], ["edition.key"], "fk_task_edition_edition"),
    )
    op.create_index("ix_task_state", "task", ["state"])


def _create_steps() -> None:
    _counted(
        "task_step",
        _number("task_id"),
        _text("step"),
        _instant("done_at", optional=True),
        _number("done_by", optional=True),
        *(_text(name) for name in ("note", "file")),
        _instant("agreed", optional=True),
        _text("desks"),
        _instant("asked", optional=True),
        _number("asked_by", optional=True),
        sa.UniqueConstraint("task_id", "step", name="uq_task_step_task_id"),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], "fk_task_step_task_id_task"),
    )


def _create_history() -> None:
    _counted(
        "task_line",
        _number("task_id"),
        _number("number"),
        _text("act"),
        _instant("at"),
        _number("actor", optional=True),
        _text("data"),
        sa.UniqueConstraint("task_id", "number", name="uq_task_line_task_id"),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], "fk_task_line_task_id_task"),
    )


def _counted(table: str, *columns: sa.schema.SchemaItem) -> None:
    """Create a table whose numbers count up and are never used twice."""
    key = sa.Column("id", _BIG_KEY, primary_key=True)
    op.create_table(table, key, *columns, sqlite_autoincrement=True)


def _text(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=optional)


def _number(name: str, *, optional: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=optional)


def _instant(name: str, *, optional: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=optional)
