"""A quick look into a database file for the stored models, without SQLAlchemy.

For commands that answer at once: loading the store's machinery takes longer than the answer.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from bot.domain.standards import StandardState, StoredExtract, StoredStandard
from bot.storage.head import HEAD

_VERSION = "SELECT version_num FROM alembic_version"
_TAUGHT = (
    "SELECT EXISTS (SELECT 1 FROM term WHERE ended_at IS NULL) "
    "OR EXISTS (SELECT 1 FROM lesson WHERE ended_at IS NULL)"
)
_ROWS = """
    SELECT s.*, d.file, e.version AS extract_version, e.data AS extract
    FROM standard AS s JOIN document AS d ON d.digest = s.digest
    LEFT JOIN standard_extract AS e ON e.standard_id = s.id
    ORDER BY s.title, s.id
"""


Stored: TypeAlias = tuple[StoredStandard, StoredExtract | None]
"""An edition, and what was derived from it."""


def stored_standards(file: Path) -> list[Stored] | None:
    """Return every edition of every standard, by title.

    None if the file must be opened properly: another schema, nothing in force, an edition whose
    day may have come, something that the office has taught (it is sealed), anything unusual.
    """
    try:
        address = f"{file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            if [tuple(row) for row in connection.execute(_VERSION)] != [(HEAD,)]:
                return None
            if tuple(connection.execute(_TAUGHT).fetchone()) != (0,):
                return None
            found = [(_stored(row), _extract(row)) for row in connection.execute(_ROWS)]
    except sqlite3.Error:
        return None
    states = {stored.state for stored, _ in found}
    is_usual = StandardState.IN_FORCE in states and StandardState.COMING not in states
    return found if is_usual else None


def _stored(row: sqlite3.Row) -> StoredStandard:
    corrections = row["corrections"]
    return StoredStandard(
        id=row["standard_id"],
        title=row["title"],
        file=row["file"],
        digest=row["digest"],
        model=json.loads(row["model"]),
        reader_version=row["reader_version"],
        loaded_at=_instant(row["loaded_at"]),
        loaded_by=row["loaded_by"],
        corrections=tuple(json.loads(corrections) or ()) if corrections else (),
        text_digest=row["text_digest"],
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        state=StandardState(row["state"]),
        ended_at=_instant(row["ended_at"]) if row["ended_at"] else None,
        row=row["id"],
    )


def _extract(row: sqlite3.Row) -> StoredExtract | None:
    version = row["extract_version"]
    return None if version is None else StoredExtract(version, json.loads(row["extract"]))


def _instant(text: Any) -> datetime:  # noqa: ANN401 - what SQLite gives
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
