"""Which calendar dates were reckoned with, in a few letters: another mark, another calendar."""

from __future__ import annotations

import hashlib
import json
from functools import cache, lru_cache
from importlib.metadata import version

from bot.domain.working_time.overrides import CalendarOverrides
from bot.domain.working_time.shipped import shipped_hours

_LENGTH = 16  # hexadecimal digits


@lru_cache(maxsize=32)
def calendar_mark(overrides: CalendarOverrides) -> str:
    """Return the mark of the shipped calendar with what an office sets above it.

    It changes with the office's days and hours, and with a release that brings other holidays.
    """
    own = json.dumps(overrides.to_data(), sort_keys=True)
    return hashlib.sha256(f"{_shipped()} {own}".encode()).hexdigest()[:_LENGTH]


@cache
def _shipped() -> str:
    return f"{version('holidays')} {shipped_hours()!r}"
