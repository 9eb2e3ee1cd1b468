"""Which editions of standards there are: put in force, withdrawn, restored, each in its history.

Everything here happens in a unit of work of the caller's; after its commit the finder has to
follow (`bot.services.standards`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.errors import DomainError
from bot.domain.standards import (
    StandardAct,
    StandardEvent,
    StandardState,
    StoredDocument,
    StoredStandard,
    note_of,
)
from bot.services.ports import UnitOfWork
from knowledge.editions import (
    Edition,
    EditionNote,
    Editions,
    free_id,
    same_unit,
    text_digest,
)
from knowledge.model import ServiceStandard

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody changes what is in force: who (a Telegram id; None for a command), and when."""

    by: int | None
    at: datetime


async def enter(
    work: UnitOfWork, document: StoredDocument, new: Sequence[StoredStandard], deed: Deed
) -> None:
    """Put editions in force, or announce those that are to come; what they replace stays."""
    await work.standards.put(document, new)
    for stored in new:
        data = {"from": stored.valid_from.isoformat()} if stored.valid_from else {}
        event = StandardEvent(
            stored.id, StandardAct.PUBLISHED, deed.at, deed.by, stored.digest, data=data
        )
        await work.drafts.note(event)


async def withdraw(work: UnitOfWork, standard_id: str, deed: Deed) -> bool:
    """Take a standard out of force; False if it is not in force."""
    stored = _in_state(await work.standards.of(standard_id), StandardState.IN_FORCE)
    if stored is None:
        return False
    await work.standards.set_state(stored.row, StandardState.WITHDRAWN, deed.at)
    await _note(work, stored, StandardAct.WITHDRAWN, deed)
    return True


async def restore(work: UnitOfWork, row: int, deed: Deed) -> StoredStandard:
    """Put an edition in force again, in place of the one that is; return it.

    Raises DomainError: standard.no_edition, standard.in_force (it is already).
    """
    stored = await work.standards.edition(row)
    if stored is None or stored.state is StandardState.COMING or stored.never_held:
        raise DomainError("standard.no_edition")
    if stored.state is StandardState.IN_FORCE:
        raise DomainError("standard.in_force")
    present = _in_state(await work.standards.of(stored.id), StandardState.IN_FORCE)
    if present is not None:
        await work.standards.set_state(present.row, StandardState.REPLACED, deed.at)
        await _note(work, present, StandardAct.REPLACED, deed)
    await work.standards.set_state(row, StandardState.IN_FORCE, None)
    await _note(work, stored, StandardAct.RESTORED, deed)
    return stored


async def cancel(work: UnitOfWork, row: int, deed: Deed) -> StoredStandard:
    """Take back an edition that was announced; raises DomainError("standard.no_edition")."""
    stored = await work.standards.edition(row)
    if stored is None or stored.state is not StandardState.COMING:
        raise DomainError("standard.no_edition")
    await work.standards.set_state(row, StandardState.WITHDRAWN, deed.at)
    await _note(work, stored, StandardAct.CANCELLED, deed)
    return stored


async def bring_in(work: UnitOfWork, today: date, now: datetime) -> bool:
    """Put in force what was announced for today or earlier; tell whether there was any."""
    due = [
        stored
        for stored in await work.standards.all()
        if stored.state is StandardState.COMING and (stored.valid_from or today) <= today
    ]
    deed = Deed(None, now)
    for stored in due:
        present = _in_state(await work.standards.of(stored.id), StandardState.IN_FORCE)
        if present is not None:
            await work.standards.set_state(present.row, StandardState.REPLACED, now)
            await _note(work, present, StandardAct.REPLACED, deed)
        await work.standards.set_state(stored.row, StandardState.IN_FORCE, None)
        await _note(work, stored, StandardAct.CAME, deed)
    return bool(due)


def other_editions(
    stored: Iterable[StoredStandard], standards: Mapping[int, ServiceStandard]
) -> Editions:
    """Return the editions beside those in force, and which edition each standard in force is.

    `standards` are the models by row. Of one text only the latest edition counts.
    """
    by_id: dict[str, list[StoredStandard]] = {}
    for one in stored:
        by_id.setdefault(one.id, []).append(one)
    editions: list[Edition] = []
    notes: dict[str, EditionNote] = {}
    for standard_id, all_of_it in by_id.items():
        present = _in_state(all_of_it, StandardState.IN_FORCE)
        if present is None:
            continue
        coming = _in_state(all_of_it, StandardState.COMING)
        until = coming.valid_from - _DAY if coming and coming.valid_from else None
        notes[standard_id] = note_of(present, standards[present.row], until)
        for one in _others(present, all_of_it):
            standard = replace(standards[one.row], id=f"{standard_id}@{one.row}")
            editions.append(Edition(standard, standard_id, _note_of_other(one, standard)))
    return Editions(tuple(editions), notes)


def needed(stored: Iterable[StoredStandard]) -> list[StoredStandard]:
    """Return the rows whose models answers need: in force, and other editions of those."""
    rows = list(stored)
    alive = {one.id: one for one in rows if one.state is StandardState.IN_FORCE}
    by_id: dict[str, list[StoredStandard]] = {}
    for one in rows:
        by_id.setdefault(one.id, []).append(one)
    others = [one for key, present in alive.items() for one in _others(present, by_id[key])]
    return [*alive.values(), *others]


def placed_among(
    standards: Iterable[ServiceStandard], stored: Sequence[StoredStandard]
) -> dict[str, ServiceStandard]:
    """Return the standards by the ids under which they are loaded where nobody is asked.

    One of a known title and unit is an edition of that; a text that comes twice counts once.
    """
    by_text = {text_digest(standard): standard for standard in standards}
    placed: dict[str, ServiceStandard] = {}
    for text, standard in by_text.items():
        same = [s for s in stored if standard.id in (s.id, s.model["id"]) and s.id not in placed]
        fitting = [s for s in same if same_unit(standard.unit, s.unit)]
        fitting.sort(key=lambda s: (s.text_digest != text, not s.is_in_force))
        known = fitting[0].id if fitting else None
        placed[known or free_id(standard.id, [*placed, *(s.id for s in stored)])] = standard
    return placed


def _others(present: StoredStandard, all_of_it: Iterable[StoredStandard]) -> list[StoredStandard]:
    """Return editions with a text of their own, the latest first; cancelled ones never held."""
    seen = {_text(present)}
    found = []
    for one in sorted(all_of_it, key=lambda one: -one.row):
        if one.row == present.row or _text(one) in seen or one.never_held:
            continue
        seen.add(_text(one))
        found.append(one)
    return found


def _text(stored: StoredStandard) -> str:
    return stored.text_digest or stored.digest


def _note_of_other(stored: StoredStandard, standard: ServiceStandard) -> EditionNote:
    ended = stored.ended_at.date() if stored.ended_at else None
    return note_of(stored, standard, ended)


def _in_state(stored: Iterable[StoredStandard], state: StandardState) -> StoredStandard | None:
    return next((one for one in stored if one.state is state), None)


async def _note(work: UnitOfWork, stored: StoredStandard, act: StandardAct, deed: Deed) -> None:
    event = StandardEvent(stored.id, act, deed.at, deed.by, stored.digest, stored.row)
    await work.drafts.note(event)
