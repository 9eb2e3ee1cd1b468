"""A router over the five shipped standards."""

from __future__ import annotations

import pytest

from knowledge.model import ServiceStandard
from knowledge.routing.router import Router


@pytest.fixture(scope="session")
def router(shipped: dict[str, ServiceStandard]) -> Router:
    return Router(shipped.values())
