"""Drafts and the history of standards, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.drafts import DraftState, Place, StandardDraft
from bot.domain.errors import DomainError
from bot.domain.standards import (
    StandardAct,
    StandardEvent,
    StandardState,
    StoredDocument,
    StoredStandard,
)
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

FILE = StoredDocument("d1", "baru.txt", b"baru")


def a_draft(source: str = "file:1/1", digest: str = "d1") -> StandardDraft:
    model = {"id": "sp-x", "title": "SP X"}
    return StandardDraft(0, source, "baru.txt", digest, model, "r1", NOW, 42)


async def add(unit_of_work: SqlUnitsOfWork, draft: StandardDraft) -> int | None:
    async with unit_of_work() as work:
        found = await work.drafts.add(draft, replace(FILE, digest=draft.digest))
        await work.commit()
    return found


async def get(unit_of_work: SqlUnitsOfWork, draft_id: int) -> StandardDraft | None:
    async with unit_of_work(writing=False) as work:
        return await work.drafts.get(draft_id)


async def test_a_draft_comes_back_as_it_was(unit_of_work: SqlUnitsOfWork) -> None:
    draft_id = await add(unit_of_work, a_draft())
    assert draft_id is not None
    draft = replace(a_draft(), id=draft_id)
    assert await get(unit_of_work, draft_id) == draft
    changed = replace(
        draft,
        corrections=({"what": "title", "text": "SP Y", "step": ""},),
        place=Place.EDITION,
        edition_of="sp-x",
        valid_from=date(2027, 1, 1),
        changed_at=NOW + timedelta(hours=1),
        changed_by=43,
    )
    async with unit_of_work() as work:
        await work.drafts.save(changed)
        await work.commit()
    assert await get(unit_of_work, draft_id) == replace(changed, version=2)


async def test_one_source_makes_one_draft(unit_of_work: SqlUnitsOfWork) -> None:
    assert await add(unit_of_work, a_draft()) is not None
    assert await add(unit_of_work, a_draft()) is None
    assert await add(unit_of_work, a_draft("file:1/2")) is not None
    async with unit_of_work(writing=False) as work:
        assert [draft.source for draft in await work.drafts.open()] == ["file:1/2", "file:1/1"]


async def test_whoever_saves_an_old_version_is_refused(unit_of_work: SqlUnitsOfWork) -> None:
    draft = replace(a_draft(), id=await add(unit_of_work, a_draft()) or 0)

    async def save(changed: StandardDraft) -> None:
        async with unit_of_work() as work:
            await work.drafts.save(changed)
            await work.commit()

    await save(replace(draft, edition_of="first"))
    with pytest.raises(DomainError, match="draft.changed_meanwhile"):
        await save(replace(draft, edition_of="second"))
    kept = await get(unit_of_work, draft.id)
    assert kept is not None
    assert kept.edition_of == "first"


async def test_a_document_goes_only_when_nothing_needs_it(unit_of_work: SqlUnitsOfWork) -> None:
    first = replace(a_draft(), id=await add(unit_of_work, a_draft()) or 0)
    second = replace(a_draft("file:1/2"), id=await add(unit_of_work, a_draft("file:1/2")) or 0)

    async def drop(draft: StandardDraft) -> bool:
        async with unit_of_work() as work:
            await work.drafts.save(replace(draft, state=DraftState.DISCARDED))
            await work.drafts.drop_document("d1")
            await work.commit()
        async with unit_of_work(writing=False) as work:
            return await work.standards.document("d1") is None

    assert not await drop(first)
    assert await drop(second)
    stored = StoredStandard("sp-x", "SP X", "baru.txt", "d1", {"id": "sp-x"}, "r1", NOW)
    async with unit_of_work() as work:
        await work.standards.put(FILE, [stored])
        await work.drafts.drop_document("d1")
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.standards.document("d1") == FILE


async def test_the_history_tells_the_latest_first(unit_of_work: SqlUnitsOfWork) -> None:
    sent = StandardEvent("sp-x", StandardAct.SENT, NOW, 42, "d1", draft=1)
    fixed = StandardEvent("sp-x", StandardAct.CORRECTED, NOW, 42, "d1", draft=1, data={"a": "b"})
    async with unit_of_work() as work:
        for event in (sent, fixed, replace(sent, standard="sp-y")):
            await work.drafts.note(event)
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.drafts.history("sp-x") == (fixed, sent)


async def test_a_coming_edition_stands_beside_the_one_in_force(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    now = StoredStandard("sp-x", "SP X", "baru.txt", "d1", {"id": "sp-x"}, "r1", NOW)
    day = date(2027, 1, 1)
    later = replace(now, valid_from=day, state=StandardState.COMING, title="SP X baru")
    async with unit_of_work() as work:
        await work.standards.put(FILE, [now])
        await work.standards.put(FILE, [later])
        await work.standards.put(FILE, [replace(later, text_digest="t")])
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert not await work.standards.due(day - timedelta(days=1))
        assert await work.standards.due(day)
        assert await work.standards.in_force() == (now,)
        coming, replaced, present = await work.standards.of("sp-x")
    assert (coming.state, coming.text_digest) == (StandardState.COMING, "t")
    assert (replaced.state, present.state) == (StandardState.REPLACED, StandardState.IN_FORCE)
    async with unit_of_work(writing=False) as work:
        whole = await work.standards.edition(coming.row)
    assert whole is not None
    assert replace(whole, model=coming.model) == coming


async def test_a_state_is_set_once(unit_of_work: SqlUnitsOfWork) -> None:
    now = StoredStandard("sp-x", "SP X", "baru.txt", "d1", {"id": "sp-x"}, "r1", NOW)
    async with unit_of_work() as work:
        await work.standards.put(FILE, [now])
        await work.commit()
    async with unit_of_work(writing=False) as work:
        (stored,) = await work.standards.in_force()
        before = await work.standards.stamp()

    async def withdraw() -> None:
        async with unit_of_work() as work:
            await work.standards.set_state(stored.row, StandardState.WITHDRAWN, NOW)
            await work.commit()

    await withdraw()
    with pytest.raises(DomainError, match="standard.changed_meanwhile"):
        await withdraw()
    async with unit_of_work(writing=False) as work:
        assert await work.standards.in_force() == ()
        assert await work.standards.stamp() != before
