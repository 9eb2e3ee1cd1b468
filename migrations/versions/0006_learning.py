"""What the office teaches: terms, lessons, and what questions were about.

Written with plain types: a migration must mean the same when the code has moved on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("question", sa.Column("about", sa.Text))
    op.add_column("question", sa.Column("lesson", sa.BigInteger))
    _partial_index("ix_question_lesson", "question", "lesson", when="lesson IS NOT NULL")
    _partial_index("ix_feedback_unhelpful", "feedback", "question_id", when="NOT helpful")
    _taught("term", _text("short"), _text("meaning"))
    _taught(
        "lesson",
        *(_text(name) for name in ("kind", "question", "text")),
        *(_text(name, optional=True) for name in ("place", "about")),
        sa.Column("instead", sa.Boolean, nullable=False),
        *(_text(name, optional=True) for name in ("post", "holding")),
    )


def downgrade() -> None:
    op.drop_table("lesson")
    op.drop_table("term")
    op.drop_index("ix_feedback_unhelpful", "feedback")
    op.drop_index("ix_question_lesson", "question")
    for column in ("lesson", "about"):
        op.drop_column("question", column)


def _taught(name: str, *columns: sa.Column[str] | sa.Column[bool]) -> None:
    """Create a table of what was taught: counted, by whom and when, ended by whom and when."""
    op.create_table(
        name,
        sa.Column("id", _BIG_KEY, primary_key=True),
        *columns,
        sa.Column("made_by", sa.BigInteger),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.BigInteger),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sqlite_autoincrement=True,
    )
    _partial_index(f"ix_{name}_in_force", name, "id", when="ended_at IS NULL")


def _partial_index(name: str, table: str, *columns: str, when: str) -> None:
    clause = sa.text(when)
    op.create_index(name, table, list(columns), sqlite_where=clause, postgresql_where=clause)


def _text(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=optional)
