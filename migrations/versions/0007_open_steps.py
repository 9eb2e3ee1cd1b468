"""The open steps of tasks, one row a desk, so that nobody has to read all tasks for his own.

Beside it, when a reminder was to be sent, and a task's own rules of reminding.

Written with plain types: a migration must mean the same when the code has moved on. What a task
itself names for a step is known only to the code: running tasks are left to be reckoned anew.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_REMINDS = sa.text("due_at IS NOT NULL")
_AT_ONCE = 500


def upgrade() -> None:
    op.create_table(
        "task_open",
        sa.Column("id", _BIG_KEY, primary_key=True),
        sa.Column("task_id", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("step", "edition", "desk")),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_turn", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], "fk_task_open_task_id_task"),
    )
    op.create_index("ix_task_open_task_id", "task_open", ["task_id"])
    op.create_index("ix_task_open_desk", "task_open", ["desk", "edition", "step", "due_at"])
    turn = sa.text("is_turn = 1")
    op.create_index(
        "ix_task_open_turn", "task_open", ["due_at"], sqlite_where=turn, postgresql_where=turn
    )
    op.drop_index("ix_task_state", "task")
    op.create_index("ix_task_state", "task", ["state", "edition"])
    op.add_column("task", sa.Column("ladder", sa.Text, nullable=True))
    op.add_column("outbox", sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_outbox_due", "outbox", ["sent_at"], sqlite_where=_REMINDS, postgresql_where=_REMINDS
    )
    _fill(op.get_bind())


def downgrade() -> None:
    op.drop_index("ix_outbox_due", "outbox")
    op.drop_column("outbox", "due_at")
    op.drop_column("task", "ladder")
    op.drop_index("ix_task_state", "task")
    op.create_index("ix_task_state", "task", ["state"])
    op.drop_table("task_open")


def _fill(connection: sa.Connection) -> None:
    """Note the open steps as the text has them, and let running tasks be reckoned anew."""
    table = sa.table(
        "task_open",
        *(sa.column(name) for name in ("task_id", "step", "edition", "desk", "is_turn")),
        sa.column("due_at", sa.DateTime(timezone=True)),
    )
    wanted = "SELECT id, edition, outlook FROM task WHERE state IN ('running', 'paused')"
    rows = [row for found in connection.execute(sa.text(wanted)) for row in _rows(*found)]
    is_lite = connection.dialect.name == "sqlite"
    for row in rows if is_lite else ():  # SQLite stores no zone
        row["due_at"] = row["due_at"].replace(tzinfo=None) if row["due_at"] else None
    for first in range(0, len(rows), _AT_ONCE):
        connection.execute(sa.insert(table), rows[first : first + _AT_ONCE])
    connection.execute(sa.text("UPDATE task SET calendar = '' WHERE state = 'running'"))
    connection.execute(sa.text("DELETE FROM office_setting WHERE name = 'tasks_calendar'"))


def _rows(task_id: int, edition: str, outlook: str) -> list[dict[str, Any]]:
    found = json.loads(outlook)
    due = {step: datetime.fromisoformat(at).astimezone(UTC) for step, at in found["due"].items()}
    return [
        {
            "task_id": task_id,
            "step": step,
            "edition": edition,
            "desk": "",
            "due_at": due.get(step),
            "is_turn": int(step in found["turns"]),
        }
        for step in dict.fromkeys((*found["turns"], *due))
    ]
