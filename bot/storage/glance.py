"""A quick look into a database file for the stored models, without SQLAlchemy.

For commands that answer at once: loading the store's machinery takes longer than the answer.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.storage.head import HEAD

_VERSION = "SELECT version_num FROM alembic_version"
_MODELS = "SELECT model, reader_version FROM standard WHERE state = 'in_force' ORDER BY title, id"


def models_in_force(file: Path, reader_version: str) -> list[dict[str, Any]] | None:
    """Return the models of the standards in force, by title.

    None if the file must be opened properly: another schema, another reader, anything unusual.
    """
    try:
        address = f"{file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            if connection.execute(_VERSION).fetchall() != [(HEAD,)]:
                return None
            rows = connection.execute(_MODELS).fetchall()
    except sqlite3.Error:
        return None
    if not rows or any(version != reader_version for _, version in rows):
        return None
    return [json.loads(model) for model, _ in rows]
