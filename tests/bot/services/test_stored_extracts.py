"""Standards that come and go one by one answer as those that were all there from the start."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from random import Random

import pytest

from bot.clock import FixedClock
from bot.domain.standards import StoredExtract, StoredStandard
from bot.services import stored_models
from bot.services.finding import FinderHolder
from bot.services.reader import document_of
from bot.services.standards import Standards
from bot.storage.unit_of_work import SqlUnitsOfWork
from knowledge.finding import shelf
from knowledge.finding.answers import Topic
from knowledge.library import Library, shipped_documents
from knowledge.routing import posts

QUESTIONS = (
    "apa saja langkah penyusunan rencana kinerja?", "siapa penanggung jawab sosialisasi?",
    "berapa lama menandatangani nota dinas", "brp lm pngjuan konsep SOP", "apa itu SOP",
    "kabag tata laksana tugasnya apa", "layanan apa saja?", "persyartan pelayanan pimpinan",
    "biaya", "langkah 3", "siapa yang menerima pengaduan", "dasar hukum standar pelayanan",
)  # fmt: skip
COMPLAINTS = (
    "Sosialisasi SOP molor terus, tidak ada kabar.",
    "Stafnya kasar waktu saya minta penyusunan rencana kinerja.",
    "Saya kecewa dengan Kepala Bagian Tata Laksana.",
)
FILES = {p.name: p.read_bytes() for p in sorted(shipped_documents().iterdir()) if p.is_file()}
ORDERS = Random(1).sample(list(permutations(FILES)), 4)  # noqa: S311 - which orders, not a secret


def said(holder: FinderHolder) -> list[object]:
    """Return all that can be asked of a finder and a router here."""
    replies = [holder.finder.ask(question, Topic()) for question in QUESTIONS]
    routes = [holder.router.route(complaint) for complaint in COMPLAINTS]
    return [replies, routes, list(holder.router.posts)]


async def load(standards: Standards, files: Iterable[str]) -> None:
    for file in files:
        report = await standards.add_documents([document_of(file, FILES[file])])
        assert len(report.loaded) == 1


def from_the_whole(*, without: str | None = None) -> list[object]:
    """Return what a finder says that was made of all standards at once, by title."""
    found = Library.load([shipped_documents()])[0].values()
    holder = FinderHolder()
    holder.load(sorted((s for s in found if s.file != without), key=lambda s: s.title))
    return said(holder)


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "-".join(n[:4] for n in order))
async def test_standards_may_come_one_by_one_in_any_order_and_one_may_go(
    order: tuple[str, ...], unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    holder = FinderHolder()
    standards = Standards(unit_of_work, holder, clock)
    await load(standards, order)
    assert said(holder) == from_the_whole()
    gone = next(s for s in await standards.list() if s.file == order[0])
    assert await standards.withdraw(gone.id)
    assert said(holder) == from_the_whole(without=order[0])
    await load(standards, order[:1])
    assert said(holder) == from_the_whole()


async def test_a_start_takes_what_was_derived_as_it_is_stored(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await load(Standards(unit_of_work, FinderHolder(), clock), FILES)

    def refuse(*_: object) -> None:
        raise AssertionError("derived again")

    for place in (stored_models, shelf, posts):
        monkeypatch.setattr(place, "extract_of", refuse)
    later = FinderHolder()
    await Standards(unit_of_work, later, clock).start()
    monkeypatch.undo()
    assert said(later) == from_the_whole()


async def test_a_new_standard_costs_only_itself(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *rest = FILES
    standards = Standards(unit_of_work, FinderHolder(), clock)
    await load(standards, rest)
    taken: list[str] = []
    take_up = stored_models._taken_up

    def note(stored: StoredStandard, known: StoredExtract | None) -> stored_models.Held:
        taken.append(stored.file)
        return take_up(stored, known)

    monkeypatch.setattr(stored_models, "_taken_up", note)
    await load(standards, [first])
    assert taken == [first]


async def test_what_other_code_derived_is_derived_anew_and_kept(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    await load(Standards(unit_of_work, FinderHolder(), clock), FILES)
    async with unit_of_work(writing=False) as work:
        rows = [one.row for one in await work.standards.all()]
        kept = await work.standards.extracts(rows)
    old = StoredExtract("of another version", {"unreadable": True})
    async with unit_of_work() as work:
        await work.standards.keep_extract(rows[0], old)
        await work.commit()
    later = FinderHolder()
    await Standards(unit_of_work, later, clock).start()
    assert said(later) == from_the_whole()
    async with unit_of_work(writing=False) as work:
        assert await work.standards.extracts(rows) == kept
