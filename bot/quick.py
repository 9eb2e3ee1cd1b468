"""The standards in force without opening the office, where that can be had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.services.editions import needed, other_editions
from bot.services.reader import reader_version
from bot.services.stored_models import extract_in
from bot.settings import Settings
from bot.storage.glance import stored_standards
from knowledge.editions import Editions
from knowledge.extracts import Extract
from knowledge.model import ServiceStandard


@dataclass(frozen=True, slots=True)
class Glance:
    """The standards in force, by title, their other editions, and extracts as far as stored."""

    standards: tuple[ServiceStandard, ...]
    editions: Editions
    extracts: Mapping[str, Extract]


def standards_at_a_glance(settings: Settings) -> Glance | None:
    """Return the standards in force with what belongs to them.

    None if the office must be opened for them, also to have them read by a newer reader.
    """
    file = settings.store_file
    found = (stored_standards(Path(file)) if file else None) or ()
    rows = needed(stored for stored, _ in found)
    if not rows or any(row.reader_version != reader_version() for row in rows):
        return None
    standards = {row.row: row.standard() for row in rows}
    present = tuple(standards[row.row] for row in rows if row.is_in_force)
    derived = ((stored, extract_in(stored, kept)) for stored, kept in found if stored.is_in_force)
    extracts = {stored.id: extract for stored, extract in derived if extract is not None}
    return Glance(present, other_editions(rows, standards), extracts)
