"""The hours and seasons that ship, read once from `bot/data/working-time.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.domain.working_time.hours import Season, WeekHours, read_week

_FILE = files("bot") / "data" / "working-time.toml"


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The usual week with its legal basis, and the dated seasons."""

    usual: WeekHours
    basis: str
    seasons: tuple[Season, ...]


@cache
def shipped_hours() -> OfficeHours:
    """Return what ships."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    usual = read_week(data["usual"]["hours"], _FILE.name)
    return OfficeHours(
        usual=tuple(day or () for day in usual),
        basis=data["usual"]["basis"],
        seasons=tuple(_season(entry) for entry in data["seasons"]),
    )


def _season(entry: dict[str, Any]) -> Season:
    return Season(
        first=entry["from"],
        last=entry["to"],
        hours=read_week(entry["hours"], entry["name"]),
        name=entry["name"],
        basis=entry["basis"],
        estimated=entry["estimated"],
    )
