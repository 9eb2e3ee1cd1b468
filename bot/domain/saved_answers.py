"""Answers that officials use again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """A text under a title, for one standard (its id) or, with None, for all."""

    id: int
    standard: str | None
    title: str
    text: str
    made_by: int | None
    made_at: datetime
