"""What Alembic runs: on the connection that `bot.storage.schema` hands over, which also commits.

To write a migration, see `docs`: `alembic revision --autogenerate` compares a database, named by
`-x database=URL`, with the tables.
"""

from __future__ import annotations

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, DateTime, create_engine
from sqlalchemy.types import TypeDecorator

from bot.storage.tables import Base


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,  # SQLite changes a table by building it anew
        render_item=_plain_type,
    )
    with context.begin_transaction():
        context.run_migrations()


def _plain_type(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as what they are in the database: migrations know no code."""
    if kind != "type" or not isinstance(item, TypeDecorator):
        return False
    return "sa.DateTime(timezone=True)" if isinstance(item.impl, DateTime) else "sa.Text()"


def _run_from_the_command_line() -> None:
    url = context.get_x_argument(as_dictionary=True)["database"]
    with create_engine(url).begin() as connection:
        _run(connection)


_given = context.config.attributes.get("connection")
if _given is not None:
    _run(_given)
else:
    _run_from_the_command_line()
