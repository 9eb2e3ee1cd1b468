"""The bureau for all tests of the desk."""

from __future__ import annotations

import pytest

from tests.handlers.casework.scene import ADMIN, Scene
from tests.telegram import Stage


@pytest.fixture
async def scene(stage: Stage) -> Scene:
    stage.admins = (ADMIN,)
    await stage.restart()
    scene = Scene(stage)
    await scene.open()
    return scene
