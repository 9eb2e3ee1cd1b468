"""The edition that a ticket or a task keeps to, named where it is not the one in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.standards import StandardState, StoredStandard, note_of
from bot.services.ports import UnitOfWork
from knowledge.editions import EditionNote

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """An edition that is not in force any more; `withdrawn`: and none took its place."""

    note: EditionNote
    withdrawn: bool


async def kept_edition(
    work: UnitOfWork, standard: str | None, digest: str | None
) -> KeptEdition | None:
    """Return which edition of a standard the document of this digest was, once it is not in force.

    None while it is, also where the same words have come in another file, and where it is unknown.
    """
    if standard is None or digest is None or await work.standards.digest_of(standard) == digest:
        return None
    stored = await work.standards.of(standard)
    own = next((one for one in stored if one.digest == digest), None)
    if own is None:
        return None
    present = next((one for one in stored if one.state is StandardState.IN_FORCE), None)
    if present and present.text_digest and present.text_digest == own.text_digest:
        return None
    whole = await work.standards.edition(own.row)
    if whole is None:
        return None
    return KeptEdition(note_of(own, whole.standard(), _until(own, present)), present is None)


def _until(own: StoredStandard, present: StoredStandard | None) -> date | None:
    """Return the last day of an edition: the one before the next began, else when it ended."""
    if present is not None and present.valid_from is not None:
        return present.valid_from - _DAY
    return own.ended_at.date() if own.ended_at else None
