"""The open invitations of a task, by which people join an actor that names no post.

Written with plain types: a migration must mean the same when the code has moved on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("task", sa.Column("invites", sa.Text, nullable=True))


def downgrade() -> None:
    op.drop_column("task", "invites")
