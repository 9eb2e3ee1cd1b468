"""Who has changed which office setting when, and an index of the tickets whose clock runs.

Written with plain types: a migration must mean the same when the code has moved on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_RUNNING = sa.text('"limit" IS NOT NULL')


def upgrade() -> None:
    op.create_table(
        "setting_change",
        sa.Column("id", _BIG_KEY, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("old", sa.Text, nullable=True),
        sa.Column("new", sa.Text, nullable=True),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("changed_by", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_setting_change_name", "setting_change", ["name"])
    op.create_index(
        "ix_ticket_running", "ticket", ["id"], sqlite_where=_RUNNING, postgresql_where=_RUNNING
    )


def downgrade() -> None:
    op.drop_index("ix_ticket_running", "ticket")
    op.drop_table("setting_change")
