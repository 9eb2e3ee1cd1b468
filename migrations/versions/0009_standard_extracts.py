"""What finding and routing derive from each standard, and what a list shows of its model.

So that a start derives nothing anew, and a list of a thousand standards takes up no models.

Written with plain types: a migration must mean the same when the code has moved on. Extracts are
made by the code when it first needs them.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_LISTED = ("id", "unit")
_AT_ONCE = 100


def upgrade() -> None:
    op.create_table(
        "standard_extract",
        sa.Column("standard_id", _BIG_KEY, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["standard_id"], ["standard.id"], "fk_standard_extract_standard_id_standard"
        ),
    )
    op.add_column("standard", sa.Column("heading", sa.Text, nullable=True))
    _fill(op.get_bind())


def downgrade() -> None:
    op.drop_column("standard", "heading")
    op.drop_table("standard_extract")


def _fill(connection: sa.Connection) -> None:
    """Put beside each model what lists show of it."""
    rows = [row[0] for row in connection.execute(sa.text("SELECT id FROM standard ORDER BY id"))]
    for first in range(0, len(rows), _AT_ONCE):
        span = {"first": rows[first], "last": rows[first : first + _AT_ONCE][-1]}
        wanted = sa.text("SELECT id, model FROM standard WHERE id BETWEEN :first AND :last")
        values = [
            {"row": row, "heading": _heading(model)}
            for row, model in connection.execute(wanted, span)
        ]
        connection.execute(
            sa.text("UPDATE standard SET heading = :heading WHERE id = :row"), values
        )


def _heading(model: str) -> str:
    found = json.loads(model)
    return json.dumps({name: found.get(name) for name in _LISTED}, separators=(",", ":"))
