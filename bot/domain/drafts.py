"""Drafts: standards that were sent and read but are not public, and what the office says of them.

Pure: who may see one stands in `bot.domain.rights`, what is done with it in `bot.services.drafts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from rapidfuzz import fuzz

from bot.domain.standards import StandardState, StoredStandard, as_corrected
from knowledge.editions import same_unit
from knowledge.model import ServiceStandard

_ALIKE = 90.0  # of 100: titles so near are taken for one, if the unit does not speak against it
_FORMULA = "standar pelayanan "


class DraftState(StrEnum):
    """What has become of a draft."""

    OPEN = "open"
    PUBLISHED = "published"
    DISCARDED = "discarded"


class Place(StrEnum):
    """What a draft is to be among the standards."""

    UNDECIDED = "undecided"
    EDITION = "edition"  # a new edition of a known standard
    OTHER = "other"  # a standard of its own


@dataclass(frozen=True, slots=True)
class StandardDraft:
    """A standard that waits to be published.

    `source` names the file and the place in it that it was read from, once for all; `version`
    goes up with each change. `edition_of` is the id of the standard it is a new edition of.
    """

    id: int
    source: str
    file: str
    digest: str
    model: Mapping[str, Any]
    reader_version: str
    made_at: datetime
    made_by: int | None = None
    corrections: tuple[Mapping[str, str], ...] = ()
    place: Place = Place.UNDECIDED
    edition_of: str | None = None
    valid_from: date | None = None
    state: DraftState = DraftState.OPEN
    version: int = 1
    changed_at: datetime | None = None
    changed_by: int | None = None

    def standard(self) -> ServiceStandard:
        """Return the standard as it would be, corrected; its id is that of the text."""
        return as_corrected(self.model, self.corrections, str(self.model["id"]))


def nearest(standard: ServiceStandard, known: Iterable[StoredStandard]) -> StoredStandard | None:
    """Return the known standard of the same or nearly the same title and unit, or None.

    Two that both name a unit, and not the same one, are two standards.
    """
    found = [
        (alike(standard.title, other.title), other)
        for other in known
        if other.state is not StandardState.REPLACED and same_unit(standard.unit, other.unit)
    ]
    best = max(found, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= _ALIKE else None


def alike(title: str, other: str) -> float:
    """Return how alike two titles are, of 100, the formula "Standar Pelayanan" aside."""
    return fuzz.ratio(_own(title), _own(other))


def _own(title: str) -> str:
    return " ".join(title.casefold().split()).removeprefix(_FORMULA)
