"""A folder of standards: new files are loaded at the start, unreadable ones are told."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.clock import FixedClock
from bot.domain.health import Level
from bot.services.finding import FinderHolder
from bot.services.standards import Change, Standards
from bot.services.standards_folder import StandardsFolder
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.standard_texts import RECIPE, TITLE, a_text


@pytest.fixture
def standards(unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> Standards:
    return Standards(unit_of_work, FinderHolder(), clock)


async def titles(standards: Standards) -> list[str]:
    return [stored.title for stored in await standards.list()]


async def test_new_files_are_loaded_once_and_what_was_withdrawn_stays_so(
    standards: Standards, unit_of_work: SqlUnitsOfWork, tmp_path: Path
) -> None:
    inside = tmp_path / "standar" / "biro"
    inside.mkdir(parents=True)
    (inside / "kendaraan.txt").write_text(a_text())
    (inside / ".tersembunyi.txt").write_text(a_text("RAHASIA"))
    (inside / "~$kendaraan.txt").write_text(a_text("TERBUKA"))
    folder = StandardsFolder(tmp_path / "standar", unit_of_work)
    report = await folder.load(standards)
    assert [loaded.change for loaded in report.loaded] == [Change.ADDED]
    assert await titles(standards) == [TITLE]
    assert (await folder.load(standards)).loaded == ()
    await standards.withdraw((await standards.list())[0].id)
    assert (await folder.load(standards)).loaded == ()
    assert await titles(standards) == []
    (inside / "kendaraan.txt").write_text(a_text(cost="Gratis"))
    await folder.load(standards)
    assert await titles(standards) == [TITLE]


async def test_what_cannot_be_read_is_in_the_log_and_in_the_check(
    standards: Standards, unit_of_work: SqlUnitsOfWork, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    inside = tmp_path / "standar"
    inside.mkdir()
    (inside / "resep.txt").write_text(RECIPE)
    (inside / "kendaraan.txt").write_text(a_text())
    folder = StandardsFolder(inside, unit_of_work)
    waiting, refused = await folder.check()
    assert (waiting.key, waiting.level, waiting.values["count"]) == ("check.folder", Level.INFO, 1)
    assert (refused.key, refused.level) == ("document.no_sections", Level.WARNING)
    with caplog.at_level(logging.ERROR):
        await folder.load(standards)
    assert "resep.txt" in caplog.text
    assert await titles(standards) == [TITLE]
    done, _ = await folder.check()
    assert (done.level, done.values["count"]) == (Level.OK, 0)


async def test_a_folder_that_is_not_there_is_told(
    standards: Standards, unit_of_work: SqlUnitsOfWork, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    folder = StandardsFolder(tmp_path / "tiada", unit_of_work)
    assert [finding.key for finding in await folder.check()] == ["check.folder_missing"]
    with caplog.at_level(logging.ERROR):
        assert (await folder.load(standards)).loaded == ()
    assert "not there" in caplog.text
    assert await StandardsFolder(None, unit_of_work).check() == ()
    assert (await StandardsFolder(None, unit_of_work).load(standards)).loaded == ()
