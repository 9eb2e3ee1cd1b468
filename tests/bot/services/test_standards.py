"""Standards: shipped ones at the first start, people's own later, parsed once."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from bot.clock import FixedClock
from bot.domain.standards import StoredDocument
from bot.services.finding import FinderHolder
from bot.services.reader import document_of, read_document
from bot.services.standards import Change, Standards
from bot.storage.unit_of_work import SqlUnitsOfWork
from knowledge.finding.answers import Request, Topic
from knowledge.library import Library, shipped_documents

SHIPPED = sorted(shipped_documents().iterdir())


@pytest.fixture
def holder() -> FinderHolder:
    return FinderHolder()


@pytest.fixture
async def standards(
    unit_of_work: SqlUnitsOfWork, holder: FinderHolder, clock: FixedClock
) -> Standards:
    return Standards(unit_of_work, holder, clock)


def knows(holder: FinderHolder, standard_id: str) -> bool:
    reply = holder.finder.answer(Request("listing"), Topic())
    return standard_id in {citation.standard for citation in reply.citations}


async def test_the_first_start_brings_in_the_shipped_standards(
    standards: Standards, holder: FinderHolder
) -> None:
    await standards.start()
    library, problems = Library.load([shipped_documents()])
    assert problems == ()
    assert {s.id for s in await standards.list()} == set(library)
    assert all(knows(holder, standard_id) for standard_id in library)


async def test_a_later_start_reads_no_document_again(
    standards: Standards, unit_of_work: SqlUnitsOfWork, clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    await standards.start()
    expected = {s.id for s in await standards.list()}

    def refuse(document: object) -> None:
        raise AssertionError("a document was read again")

    monkeypatch.setattr("bot.services.standards.read_document", refuse)
    monkeypatch.setattr("bot.services.stored_models.read_document", refuse)
    later = FinderHolder()
    await Standards(unit_of_work, later, clock).start()
    assert all(knows(later, standard_id) for standard_id in expected)


async def test_a_stored_model_equals_the_one_that_was_read(
    standards: Standards, unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    await standards.start()
    seen: list[object] = []
    with patch.object(FinderHolder, "load", lambda _, found, *_more: seen.extend(found)):
        await Standards(unit_of_work, FinderHolder(), clock).start()
    read = Library.load([shipped_documents()])[0]
    assert sorted(seen, key=str) == sorted(read.values(), key=str)


async def test_another_version_of_the_reader_reads_stored_documents_anew(
    standards: Standards, unit_of_work: SqlUnitsOfWork, clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    await standards.start()
    monkeypatch.setattr("bot.services.stored_models.reader_version", lambda: "another")
    read: list[str] = []

    def read_and_note(document: StoredDocument) -> object:
        read.append(document.file)
        return read_document(document)

    monkeypatch.setattr("bot.services.stored_models.read_document", read_and_note)
    await Standards(unit_of_work, FinderHolder(), clock).start()
    assert sorted(read) == [path.name for path in SHIPPED]
    assert {s.reader_version for s in await standards.list()} == {"another"}


async def test_added_files_are_reported_one_by_one(standards: Standards, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("Yth. Bapak, mohon izin cuti.")
    (tmp_path / "gambar.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    paths = [SHIPPED[0], tmp_path / "surat.txt", tmp_path / "tiada.txt", tmp_path / "gambar.txt"]
    report = await standards.add([*paths, tmp_path], by=42)
    assert [loaded.change for loaded in report.loaded] == [Change.ADDED]
    refused = {Path(refusal.file).name: refusal.key for refusal in report.refused}
    assert refused[tmp_path.name] == "folder"
    assert refused["tiada.txt"] == "missing"
    assert set(refused) == {tmp_path.name, "tiada.txt", "surat.txt", "gambar.txt"}
    (stored,) = await standards.list()
    assert (stored.loaded_by, stored.file) == (42, SHIPPED[0].name)


async def test_the_same_document_again_changes_nothing(standards: Standards) -> None:
    await standards.start()
    before = await standards.list()
    report = await standards.add(SHIPPED[:1])
    assert [loaded.change for loaded in report.loaded] == [Change.UNCHANGED]
    assert await standards.list() == before


async def test_a_changed_document_replaces_its_standard_at_once(
    standards: Standards, holder: FinderHolder
) -> None:
    await standards.start()
    before = {s.id for s in await standards.list()}
    content = SHIPPED[0].read_bytes() + b"\n"
    report = await standards.add_documents([document_of("baru.txt", content)], by=7)
    assert [loaded.change for loaded in report.loaded] == [Change.REPLACED]
    after = await standards.list()
    assert {s.id for s in after} == before
    assert "baru.txt" in {s.file for s in after}
    assert knows(holder, report.loaded[0].standard.id)


async def test_a_withdrawn_standard_is_not_answered_from_and_does_not_come_back(
    standards: Standards, holder: FinderHolder
) -> None:
    await standards.start()
    gone = (await standards.list())[0].id
    assert await standards.withdraw(gone)
    assert not await standards.withdraw(gone)
    assert not knows(holder, gone)
    await standards.start()
    assert gone not in {s.id for s in await standards.list()}


async def test_a_running_bot_notices_what_another_process_loads(
    standards: Standards, unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    running = FinderHolder()
    service = Standards(unit_of_work, running, clock)
    await service.start()
    assert not await service.refresh()
    gone = (await standards.list())[0].id
    await standards.withdraw(gone)
    assert knows(running, gone)
    assert await service.refresh()
    assert not knows(running, gone)
