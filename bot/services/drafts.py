"""Drafts of standards: made from what was sent, corrected, placed, published once or discarded.

Everything here happens in a unit of work of the caller's. A draft's version is checked at each
change, so that two who work on it do not undo each other's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.drafts import (
    DraftState,
    Place,
    StandardDraft,
    nearest,
)
from bot.domain.errors import DomainError
from bot.domain.standards import (
    StandardAct,
    StandardEvent,
    StandardState,
    StoredDocument,
    StoredStandard,
)
from bot.services.editions import Deed, enter
from bot.services.ports import UnitOfWork
from bot.services.reader import reader_version
from knowledge.correcting import OF_STEPS, Correctable, Correction, added, from_list, to_list
from knowledge.editions import free_id, text_digest
from knowledge.model import ServiceStandard
from knowledge.reading.durations import parse_duration
from knowledge.storing import to_data

_LONGEST = 400  # letters of a correction


@dataclass(frozen=True, slots=True)
class Known:
    """A standard that was sent and is there already, `exactly` as these very bytes."""

    stored: StoredStandard
    exactly: bool


@dataclass(frozen=True, slots=True)
class Published:
    """What a draft has become; `coming` if it holds only from a later day on."""

    standard_id: str
    title: str
    valid_from: date | None
    coming: bool
    replaced: bool


async def make(
    work: UnitOfWork,
    document: StoredDocument,
    standards: Sequence[ServiceStandard],
    source: str,
    deed: Deed,
) -> list[StandardDraft | Known]:
    """Keep a draft for each standard of a document, but for what is known already.

    `source` names where the document came from: the same source makes no second draft.
    """
    stored = await work.standards.all()
    found: list[StandardDraft | Known] = []
    for number, standard in enumerate(standards, 1):
        known = known_as(standard, document.digest, stored)
        if known is not None:
            found.append(known)
            continue
        draft = _new(standard, document, f"{source}/{number}", deed)
        draft_id = await work.drafts.add(draft, document)
        if draft_id is not None:
            found.append(replace(draft, id=draft_id))
            await _note(work, found[-1], StandardAct.SENT, deed)
    return found


async def reopen(work: UnitOfWork, stored: StoredStandard, deed: Deed) -> StandardDraft:
    """Return a draft by which an edition in force is corrected; it keeps what was corrected."""
    document = await work.standards.document(stored.digest)
    if document is None:
        raise DomainError("standard.no_edition")
    draft = StandardDraft(
        id=0,
        source=f"edition:{stored.row}/{deed.at.isoformat()}",
        file=stored.file,
        digest=stored.digest,
        model=stored.model,
        reader_version=stored.reader_version,
        made_at=deed.at,
        made_by=deed.by,
        corrections=stored.corrections,
        place=Place.EDITION,
        edition_of=stored.id,
        valid_from=stored.valid_from,
    )
    draft_id = await work.drafts.add(draft, document)
    if draft_id is None:
        raise DomainError("draft.changed_meanwhile")
    return replace(draft, id=draft_id)


def known_as(
    standard: ServiceStandard, digest: str, stored: Iterable[StoredStandard]
) -> Known | None:
    """Return the standard in force, or to come, that has the same file or the same text."""
    text = text_digest(standard)
    living = [s for s in stored if s.state in (StandardState.IN_FORCE, StandardState.COMING)]
    same = [s for s in living if s.text_digest == text]
    exact = next((s for s in same if s.digest == digest), None)
    if exact is not None:
        return Known(exact, exactly=True)
    return Known(same[0], exactly=False) if same else None


async def correct(
    work: UnitOfWork, draft: StandardDraft, correction: Correction, deed: Deed
) -> StandardDraft:
    """Put one thing right.

    Raises DomainError: draft.empty, draft.too_long, draft.bad_duration, draft.no_step.
    """
    correction = replace(correction, text=" ".join(correction.text.split()))
    _check(draft, correction)
    corrections = added(from_list(draft.corrections), correction)
    changed = replace(draft, corrections=tuple(to_list(corrections)))
    saved = await save(work, changed, deed)
    await _note(work, saved, StandardAct.CORRECTED, deed, to_list([correction])[0])
    return saved


def _check(draft: StandardDraft, correction: Correction) -> None:
    what, text = correction.what, correction.text
    if len(text) > _LONGEST:
        raise DomainError("draft.too_long", limit=_LONGEST)
    if not text and what is not Correctable.DURATION:
        raise DomainError("draft.empty")
    if what in OF_STEPS and draft.standard().step(correction.step) is None:
        raise DomainError("draft.no_step", step=correction.step)
    if what is Correctable.DURATION and text and parse_duration(text) is None:
        raise DomainError("draft.bad_duration", text=text)


async def save(work: UnitOfWork, draft: StandardDraft, deed: Deed) -> StandardDraft:
    """Keep a changed draft, which must be open; return it with its new version."""
    if draft.state is not DraftState.OPEN:
        raise DomainError(f"draft.is_{draft.state.value}")
    changed = replace(draft, changed_at=deed.at, changed_by=deed.by)
    await work.drafts.save(changed)
    return replace(changed, version=draft.version + 1)


async def discard(work: UnitOfWork, draft: StandardDraft, deed: Deed) -> None:
    """Drop a draft; the file goes with it where nothing else was read from it."""
    _require_open(draft)
    changed = replace(draft, state=DraftState.DISCARDED, changed_at=deed.at, changed_by=deed.by)
    await work.drafts.save(changed)
    await _note(work, draft, StandardAct.DISCARDED, deed)
    await work.drafts.drop_document(draft.digest)


async def publish(work: UnitOfWork, draft: StandardDraft, today: date, deed: Deed) -> Published:
    """Put a draft in force, or announce it for its day; once, whatever is pressed again.

    Raises DomainError: draft.is_published, draft.is_discarded, draft.undecided.
    """
    _require_open(draft)
    known = await work.standards.all()
    standard = draft.standard()
    if draft.place is Place.UNDECIDED and nearest(standard, known) is not None:
        raise DomainError("draft.undecided")
    document = await work.standards.document(draft.digest)
    if document is None:
        raise DomainError("draft.no_document")
    standard_id = _id_for(draft, known)
    stored = _stored(draft, standard_id, today, deed)
    replaced = any(s.id == standard_id and s.state is StandardState.IN_FORCE for s in known)
    published = replace(draft, state=DraftState.PUBLISHED, changed_at=deed.at, changed_by=deed.by)
    await work.drafts.save(published)
    await enter(work, document, [stored], deed)
    coming = stored.state is StandardState.COMING
    return Published(standard_id, stored.title, stored.valid_from, coming, replaced)


def _id_for(draft: StandardDraft, known: Sequence[StoredStandard]) -> str:
    if draft.place is Place.EDITION and draft.edition_of is not None:
        return draft.edition_of
    return free_id(draft.standard().id, (stored.id for stored in known))


def _stored(draft: StandardDraft, standard_id: str, today: date, deed: Deed) -> StoredStandard:
    since = draft.valid_from
    coming = since is not None and since > today and draft.place is Place.EDITION
    standard = draft.standard()
    return StoredStandard(
        id=standard_id,
        title=standard.title,
        file=draft.file,
        digest=draft.digest,
        model=draft.model,
        reader_version=draft.reader_version,
        loaded_at=deed.at,
        loaded_by=draft.made_by,
        corrections=draft.corrections,
        text_digest=text_digest(replace(draft, corrections=()).standard()),
        valid_from=since,
        state=StandardState.COMING if coming else StandardState.IN_FORCE,
    )


def _new(
    standard: ServiceStandard, document: StoredDocument, source: str, deed: Deed
) -> StandardDraft:
    return StandardDraft(
        id=0,
        source=source,
        file=document.file,
        digest=document.digest,
        model=to_data(standard),
        reader_version=reader_version(),
        made_at=deed.at,
        made_by=deed.by,
    )


def _require_open(draft: StandardDraft) -> None:
    if draft.state is not DraftState.OPEN:
        raise DomainError(f"draft.is_{draft.state.value}")


async def _note(
    work: UnitOfWork,
    draft: StandardDraft | Known,
    act: StandardAct,
    deed: Deed,
    data: dict[str, str] | None = None,
) -> None:
    if isinstance(draft, Known):
        return
    standard_id = draft.edition_of or str(draft.model["id"])
    event = StandardEvent(
        standard_id, act, deed.at, deed.by, draft.digest, draft=draft.id, data=data or {}
    )
    await work.drafts.note(event)
