"""Fixtures that several folders of tests share."""

from __future__ import annotations

import asyncio
import copy
import shutil
from collections.abc import AsyncIterator, Iterable, Mapping
from functools import cache
from pathlib import Path

import hypothesis
import pytest

from bot.clock import FixedClock
from bot.office import open_office
from bot.settings import Settings
from knowledge.editions import Editions
from knowledge.finding.extract import Extract
from knowledge.finding.shelf import Shelf
from knowledge.model import ServiceStandard
from tests.telegram import NOW, TOKEN, Chat, Stage

hypothesis.settings.register_profile(
    "busy",  # properties hold on a busy machine too: how long an example takes is none of them
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("busy")


@cache
def _shelf_of(standards: tuple[ServiceStandard, ...]) -> Shelf:
    return Shelf(standards)


def _shelf(
    standards: Iterable[ServiceStandard],
    editions: Editions = Editions(),  # noqa: B008 - frozen
    _extracts: Mapping[str, Extract] | None = None,  # the shelf that is kept has its own
) -> Shelf:
    shelf = copy.copy(_shelf_of(tuple(standards)))
    shelf.editions = editions
    return shelf


@pytest.fixture(scope="session")
def fresh_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder as the first start leaves it: the shipped standards are loaded."""
    folder = tmp_path_factory.mktemp("fresh")
    settings = Settings(_env_file=None, telegram_token=TOKEN, data_dir=folder)

    async def open_once() -> None:
        async with open_office(settings, FixedClock(NOW)):
            pass

    asyncio.run(open_once())
    return folder


@pytest.fixture
def one_finder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build what finders stand on, which never changes, once for all tests with these standards."""
    monkeypatch.setattr("bot.services.finding.Shelf", _shelf)


@pytest.fixture
def stage_fields() -> dict[str, str]:
    """Return the settings that the stage has beside the usual ones; a file may overrule it."""
    return {}


@pytest.fixture
async def stage(
    one_finder: None, fresh_data: Path, tmp_path: Path, stage_fields: dict[str, str]
) -> AsyncIterator[Stage]:
    """Run the whole bot on a data folder of its own, without a network."""
    folder = tmp_path / "data"
    shutil.copytree(fresh_data, folder)
    stage = Stage(folder, fields=stage_fields)
    await stage.start()
    yield stage
    await stage.stop()


@pytest.fixture
def chat(stage: Stage) -> Chat:
    """Return the private chat of one person with the bot."""
    return stage.chat()
