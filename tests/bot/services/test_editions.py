"""Editions of a standard: announced, in force, replaced, withdrawn, restored; found by answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clock import FixedClock
from bot.domain.drafts import Place, StandardDraft, nearest
from bot.domain.errors import DomainError
from bot.domain.standards import StandardAct, StandardState, StoredStandard
from bot.services import drafts, editions
from bot.services.drafts import Known
from bot.services.editions import Deed
from bot.services.finding import FinderHolder
from bot.services.reader import document_of, read_document
from bot.services.standards import Change, Standards
from bot.storage.unit_of_work import SqlUnitsOfWork
from knowledge.correcting import Correctable, Correction
from knowledge.editions import free_id
from knowledge.finding.answers import Topic
from tests.standard_texts import TITLE, a_text

BY = 42
ASK = "berapa biaya peminjaman kendaraan dinas?"


@pytest.fixture
def holder() -> FinderHolder:
    return FinderHolder()


@pytest.fixture
async def standards(
    unit_of_work: SqlUnitsOfWork, holder: FinderHolder, clock: FixedClock
) -> Standards:
    return Standards(unit_of_work, holder, clock)


async def add(standards: Standards, text: str, file: str = "x.txt") -> list[Change]:
    report = await standards.add_documents([document_of(file, text.encode())], BY)
    assert report.refused == ()
    return [loaded.change for loaded in report.loaded]


async def draft_of(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock, text: str, source: str = "file:1"
) -> StandardDraft | Known:
    document = document_of("draf.txt", text.encode())
    async with unit_of_work() as work:
        (found,) = await drafts.make(
            work, document, read_document(document), source, Deed(BY, clock.now())
        )
        await work.commit()
    return found


async def rows(unit_of_work: SqlUnitsOfWork) -> list[tuple[str, str]]:
    async with unit_of_work(writing=False) as work:
        return [(s.id, s.state.value) for s in await work.standards.all()]


def answer(holder: FinderHolder, question: str) -> str:
    return str(holder.finder.ask(question, Topic()).values)


async def test_an_edition_that_is_announced_comes_on_its_day(
    standards: Standards, unit_of_work: SqlUnitsOfWork, holder: FinderHolder, clock: FixedClock
) -> None:
    await add(standards, a_text())
    draft = await draft_of(unit_of_work, clock, a_text(cost="Rp50.000"))
    assert isinstance(draft, StandardDraft)
    day = clock.now().date() + timedelta(days=3)
    async with unit_of_work() as work:
        placed = await drafts.save(
            work,
            _edition(draft, (await work.standards.in_force())[0].id, day),
            Deed(BY, clock.now()),
        )
        done = await drafts.publish(work, placed, clock.now().date(), Deed(BY, clock.now()))
        await work.commit()
    assert done.coming
    await standards.refresh()
    assert "Tidak dipungut" in answer(holder, ASK)
    reply = holder.finder.ask(ASK, Topic())
    assert reply.citations[0].edition is not None
    clock.move(timedelta(days=3))
    assert await standards.refresh()
    assert not await standards.refresh()
    assert "Rp50.000" in answer(holder, ASK)
    assert "Tidak dipungut" in answer(holder, f"menurut standar lama, {ASK}")
    assert [state for _, state in await rows(unit_of_work)] == ["in_force", "replaced"]
    async with unit_of_work(writing=False) as work:
        acts = [e.act for e in await work.drafts.history(done.standard_id)]
    assert acts[:2] == [StandardAct.CAME, StandardAct.REPLACED]


def _edition(draft: StandardDraft, standard_id: str, day: date | None) -> StandardDraft:

    return replace(draft, place=Place.EDITION, edition_of=standard_id, valid_from=day)


async def test_an_announced_edition_can_be_taken_back(
    standards: Standards, unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    await add(standards, a_text())
    draft = await draft_of(unit_of_work, clock, a_text(cost="Rp50.000"))
    assert isinstance(draft, StandardDraft)
    day = clock.now().date() + timedelta(days=3)
    deed = Deed(BY, clock.now())
    async with unit_of_work() as work:
        known = (await work.standards.in_force())[0].id
        saved = await drafts.save(work, _edition(draft, known, day), deed)
        await drafts.publish(work, saved, clock.now().date(), deed)
        await work.commit()
    async with unit_of_work() as work:
        coming = next(s for s in await work.standards.all() if s.state is StandardState.COMING)
        await editions.cancel(work, coming.row, deed)
        await work.commit()
    clock.move(timedelta(days=4))
    await standards.refresh()
    assert sorted(state for _, state in await rows(unit_of_work)) == ["in_force", "withdrawn"]
    with pytest.raises(DomainError, match="standard.no_edition"):
        async with unit_of_work() as work:
            await editions.cancel(work, coming.row, deed)


async def test_what_was_withdrawn_or_replaced_is_restored_in_place_of_what_is(
    standards: Standards, unit_of_work: SqlUnitsOfWork, holder: FinderHolder, clock: FixedClock
) -> None:
    await add(standards, a_text())
    await add(standards, a_text(cost="Rp50.000"), "baru.txt")
    async with unit_of_work(writing=False) as work:
        new, old = await work.standards.all()
    assert (new.state, old.state) == (StandardState.IN_FORCE, StandardState.REPLACED)
    deed = Deed(BY, clock.now())
    async with unit_of_work() as work:
        await editions.restore(work, old.row, deed)
        await work.commit()
    assert await standards.refresh()
    assert "Tidak dipungut" in answer(holder, ASK)
    with pytest.raises(DomainError, match="standard.in_force"):
        async with unit_of_work() as work:
            await editions.restore(work, old.row, deed)
    assert await standards.withdraw(old.id, BY)
    assert "mengemudi" not in answer(holder, ASK)
    async with unit_of_work() as work:
        await editions.restore(work, new.row, deed)
        await work.commit()
    await standards.refresh()
    assert "Rp50.000" in answer(holder, ASK)
    async with unit_of_work(writing=False) as work:
        acts = [event.act.value for event in await work.drafts.history(old.id)]
    assert acts == ["restored", "withdrawn", "restored", "replaced", "published", "published"]


async def test_corrections_are_applied_again_after_the_reader_has_changed(
    standards: Standards, unit_of_work: SqlUnitsOfWork, holder: FinderHolder, clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    draft = await draft_of(unit_of_work, clock, a_text())
    assert isinstance(draft, StandardDraft)
    deed = Deed(BY, clock.now())
    async with unit_of_work() as work:
        correction = Correction(Correctable.DURATION, "9 hari", "2")
        fixed = await drafts.correct(work, draft, correction, deed)
        await drafts.publish(work, fixed, clock.now().date(), deed)
        await work.commit()
    monkeypatch.setattr("bot.services.stored_models.reader_version", lambda: "another")
    await standards.refresh()
    assert "9 hari" in answer(holder, "berapa lama langkah 2 peminjaman kendaraan dinas?")
    (stored,) = await standards.list()
    assert stored.reader_version == "another"
    assert "9 hari" not in str(stored.model)


async def test_a_published_correction_is_no_other_edition(
    standards: Standards, unit_of_work: SqlUnitsOfWork, holder: FinderHolder, clock: FixedClock
) -> None:
    await add(standards, a_text())
    deed = Deed(BY, clock.now())
    async with unit_of_work() as work:
        (stored,) = await work.standards.in_force()
        draft = await drafts.reopen(work, stored, deed)
        correction = Correction(Correctable.RESPONSIBLE, "Kepala Biro Baru")
        draft = await drafts.correct(work, draft, correction, deed)
        await drafts.publish(work, draft, clock.now().date(), deed)
        await work.commit()
    await standards.refresh()
    assert "Kepala Biro Baru" in answer(holder, "siapa penanggung jawab peminjaman kendaraan?")
    assert holder.finder.ask("apa yang berubah?", Topic(stored.id)).form != "changes"


async def test_a_title_of_another_unit_is_another_standard(standards: Standards) -> None:
    await add(standards, a_text())
    assert await add(standards, a_text(unit="Pusdiklat", cost="Gratis"), "b.txt") == [Change.ADDED]
    assert len({s.id for s in await standards.list()}) == 2
    assert await add(standards, a_text(unit="Pusdiklat", cost="Gratis"), "b.txt") == [
        Change.UNCHANGED
    ]
    assert await add(standards, a_text(unit="Pusdiklat", cost="Mahal"), "c.txt") == [
        Change.REPLACED
    ]
    assert {s.file for s in await standards.list()} == {"x.txt", "c.txt"}


async def test_a_draft_is_published_once_and_not_after_it_was_dropped(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    draft = await draft_of(unit_of_work, clock, a_text())
    assert isinstance(draft, StandardDraft)
    deed, today = Deed(BY, clock.now()), clock.now().date()
    draft = replace(draft, place=Place.OTHER)

    async def publish() -> None:
        async with unit_of_work() as work:  # the second still has the draft as it was
            await drafts.publish(work, draft, today, deed)
            await work.commit()

    await publish()
    with pytest.raises(DomainError, match="draft.changed_meanwhile"):
        await publish()
    async with unit_of_work(writing=False) as work:
        assert len(await work.standards.all()) == 1
        stored = await work.drafts.get(draft.id)
    assert stored is not None
    for deed_of in (drafts.discard(work, stored, deed), drafts.publish(work, stored, today, deed)):
        with pytest.raises(DomainError, match="draft.is_published"):
            await deed_of


async def test_a_draft_like_a_known_standard_needs_a_decision(
    standards: Standards, unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    await add(standards, a_text())
    text = a_text("PEMINJAMAN KENDARAAN  DINAS", cost="Rp1")
    draft = await draft_of(unit_of_work, clock, text)
    assert isinstance(draft, StandardDraft)
    deed, today = Deed(BY, clock.now()), clock.now().date()
    with pytest.raises(DomainError, match="draft.undecided"):
        async with unit_of_work() as work:
            await drafts.publish(work, draft, today, deed)
    async with unit_of_work() as work:
        saved = await drafts.save(work, replace(draft, place=Place.OTHER), deed)
        done = await drafts.publish(work, saved, today, deed)
        await work.commit()
    assert done.standard_id.endswith("-2")
    assert [s.title for s in await standards.list()] == [TITLE, TITLE]


def _stored(title: str, unit: str | None, state: StandardState) -> StoredStandard:
    model = {"id": title.casefold(), "unit": unit}
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return StoredStandard(title, title, "f", "d", model, "r", at, state=state)


@pytest.mark.parametrize(
    ("title", "unit", "state", "found"),
    [
        (TITLE, "Bagian Rumah Tangga", StandardState.IN_FORCE, True),
        (f"{TITLE}.", None, StandardState.WITHDRAWN, True),
        ("Standar Pelayanan Peminjaman Kendaraan Dinsa", None, StandardState.COMING, True),
        (TITLE, "Pusat Pendidikan", StandardState.IN_FORCE, False),
        (TITLE, "Bagian Rumah Tangga", StandardState.REPLACED, False),
        ("Standar Pelayanan Peminjaman Ruang Rapat", None, StandardState.IN_FORCE, False),
    ],
)
def test_the_nearest_standard_is_of_the_same_title_and_unit(
    title: str, unit: str | None, state: StandardState, found: bool
) -> None:
    (standard,) = read_document(document_of("x.txt", a_text().encode()))
    assert (nearest(standard, [_stored(title, unit, state)]) is not None) is found


def test_a_taken_id_gets_a_number() -> None:
    assert free_id("a", ["b"]) == "a"
    assert free_id("a", ["a", "a-2"]) == "a-3"
