"""The schema's version: brought up to date at start, refused if it is newer than the code."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.domain.errors import StorageError
from bot.storage.head import HEAD

if TYPE_CHECKING:
    from alembic.config import Config


def version(connection: Connection) -> str | None:
    """Return the version of the database, or None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def require_known(found: str | None) -> None:
    """Raise StorageError if that version was made by a newer Pandu."""
    if found is None or found == HEAD:
        return
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(_config())
    if found not in {script.revision for script in scripts.walk_revisions()}:
        raise StorageError("storage.newer", found=found, known=HEAD)


def upgrade(connection: Connection, target: str = HEAD) -> None:
    """Apply what is missing up to a version; the caller holds the lock and commits."""
    found = version(connection)
    if found == target:
        return
    require_known(found)
    from alembic import command

    command.upgrade(_config(connection), target)


def downgrade(connection: Connection, target: str) -> None:
    """Take migrations back, down to a version or "base"; the caller holds the lock and commits."""
    from alembic import command

    command.downgrade(_config(connection), target)


def _config(connection: Connection | None = None) -> Config:
    """Return the configuration, with the scripts where the package is installed."""
    from alembic.config import Config

    spec = find_spec("migrations")
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise StorageError("storage.no_migrations")
    config = Config()
    config.set_main_option("script_location", str(Path(places[0])).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
