"""Documents and standards, on both databases."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import StorageError
from bot.domain.standards import StoredDocument, StoredExtract, StoredStandard
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

OLD = StoredDocument("d1", "lama.txt", b"\x00\xff lama")
NEW = StoredDocument("d2", "baru.txt", b"baru")


def a_standard(
    name: str = "sp-x", document: StoredDocument = OLD, by: int | None = None
) -> StoredStandard:
    model = {"id": name, "title": f"SP {name}", "null": "\x00"}
    return StoredStandard(name, f"SP {name}", document.file, document.digest, model, "r1", NOW, by)


async def put(
    unit_of_work: SqlUnitsOfWork, document: StoredDocument, *standards: StoredStandard
) -> None:
    async with unit_of_work() as work:
        await work.standards.put(document, standards)
        await work.commit()


async def in_force(unit_of_work: SqlUnitsOfWork) -> tuple[StoredStandard, ...]:
    async with unit_of_work(writing=False) as work:
        return await work.standards.in_force()


async def test_standards_come_back_by_title_with_their_document(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work(writing=False) as work:
        assert not await work.standards.any_document()
    second, first = a_standard("b", by=42), a_standard("a")
    await put(unit_of_work, OLD, second, first)
    assert await in_force(unit_of_work) == (first, second)
    async with unit_of_work(writing=False) as work:
        assert await work.standards.any_document()
        assert await work.standards.document("d1") == OLD
        assert await work.standards.document("d9") is None


async def test_a_standard_of_the_same_id_is_replaced_and_its_document_stays(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await put(unit_of_work, OLD, a_standard(), a_standard("other"))
    await put(unit_of_work, NEW, a_standard(document=NEW))
    assert {(s.id, s.file) for s in await in_force(unit_of_work)} == {
        ("sp-x", "baru.txt"),
        ("other", "lama.txt"),
    }
    async with unit_of_work(writing=False) as work:
        assert await work.standards.document("d1") == OLD


async def test_the_stamp_changes_with_what_is_in_force(unit_of_work: SqlUnitsOfWork) -> None:
    stamps = []

    async def note() -> None:
        async with unit_of_work(writing=False) as work:
            stamps.append(await work.standards.stamp())

    await note()
    await put(unit_of_work, OLD, a_standard(), a_standard("other"))
    await note()
    await put(unit_of_work, NEW, a_standard(document=NEW))
    await note()
    async with unit_of_work() as work:
        await work.standards.withdraw("other", NOW)
        await work.commit()
    await note()
    assert len(set(stamps)) == 4
    assert [s.id for s in await in_force(unit_of_work)] == ["sp-x"]


async def test_a_newer_reading_replaces_only_the_model(unit_of_work: SqlUnitsOfWork) -> None:
    await put(unit_of_work, OLD, a_standard())
    async with unit_of_work() as work:
        await work.standards.reread(a_standard(), {"new": True}, "r2")
        await work.standards.reread(a_standard(document=NEW), {"stale": True}, "r3")
        await work.commit()
    (standard,) = await in_force(unit_of_work)
    assert (standard.model, standard.reader_version) == ({"new": True}, "r2")
    assert standard.loaded_at == NOW


async def test_a_list_has_headings_and_no_models(unit_of_work: SqlUnitsOfWork) -> None:
    model = {"id": "sp-a", "unit": "Bagian Umum", "steps": [{"text": "panjang"}]}
    await put(unit_of_work, OLD, replace(a_standard(), model=model))
    async with unit_of_work(writing=False) as work:
        (listed,), (of_it,) = await work.standards.all(), await work.standards.of("sp-x")
        (whole,) = await work.standards.editions([listed.row, 999])
    assert listed == of_it
    assert (listed.model, listed.unit) == ({"id": "sp-a", "unit": "Bagian Umum"}, "Bagian Umum")
    assert whole.model == model
    with pytest.raises(ValueError, match="without its model"):
        listed.standard()


async def test_a_newer_reading_changes_the_heading_too(unit_of_work: SqlUnitsOfWork) -> None:
    await put(unit_of_work, OLD, a_standard())
    async with unit_of_work() as work:
        await work.standards.reread(a_standard(), {"id": "sp-x", "unit": "Bagian Arsip"}, "r2")
        await work.commit()
        (listed,) = await work.standards.all()
    assert listed.unit == "Bagian Arsip"


async def test_what_is_derived_is_kept_beside_its_edition(unit_of_work: SqlUnitsOfWork) -> None:
    await put(unit_of_work, OLD, a_standard())
    async with unit_of_work() as work:
        (listed,) = await work.standards.all()
        assert await work.standards.extracts([listed.row]) == {}
        await work.standards.keep_extract(listed.row, StoredExtract("v1", {"a": 1.5}))
        await work.standards.keep_extract(listed.row, StoredExtract("v2", {"a": 2.5}))
        await work.commit()
    async with unit_of_work(writing=False) as work:
        kept = await work.standards.extracts([listed.row, 999])
    assert kept == {listed.row: StoredExtract("v2", {"a": 2.5})}


async def test_a_standard_without_its_document_is_refused(unit_of_work: SqlUnitsOfWork) -> None:
    with pytest.raises(StorageError):
        await put(unit_of_work, OLD, a_standard(document=NEW))
    assert await in_force(unit_of_work) == ()


async def test_two_who_load_the_same_standard_at_once_leave_one_in_force(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    documents = [StoredDocument(f"d{n}", f"{n}.txt", b"x") for n in range(5)]
    results = await asyncio.gather(
        *(put(unit_of_work, document, a_standard(document=document)) for document in documents),
        return_exceptions=True,
    )
    assert [r for r in results if r is not None and not isinstance(r, StorageError)] == []
    assert len(await in_force(unit_of_work)) == 1
    await put(unit_of_work, NEW, a_standard(document=NEW))
    assert [s.loaded_at + timedelta() for s in await in_force(unit_of_work)] == [NOW]
