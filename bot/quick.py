"""The standards in force without opening the office, where that can be had."""

from __future__ import annotations

from pathlib import Path

from bot.services.reader import reader_version
from bot.settings import Settings
from bot.storage.glance import models_in_force
from knowledge.model import ServiceStandard
from knowledge.storing import from_data


def standards_at_a_glance(settings: Settings) -> tuple[ServiceStandard, ...] | None:
    """Return the stored standards, by title; None if the office must be opened for them."""
    file = settings.store_file
    models = models_in_force(Path(file), reader_version()) if file else None
    return None if models is None else tuple(from_data(model) for model in models)
