"""The standards in force without opening the office, where that can be had."""

from __future__ import annotations

from pathlib import Path

from bot.services.editions import needed, other_editions
from bot.services.reader import reader_version
from bot.settings import Settings
from bot.storage.glance import stored_standards
from knowledge.editions import Editions
from knowledge.model import ServiceStandard


def standards_at_a_glance(
    settings: Settings,
) -> tuple[tuple[ServiceStandard, ...], Editions] | None:
    """Return the standards in force, by title, and their other editions.

    None if the office must be opened for them, also to have them read by a newer reader.
    """
    file = settings.store_file
    rows = needed((stored_standards(Path(file)) if file else None) or ())
    if not rows or any(row.reader_version != reader_version() for row in rows):
        return None
    standards = {row.row: row.standard() for row in rows}
    present = tuple(standards[row.row] for row in rows if row.is_in_force)
    return present, other_editions(rows, standards)
