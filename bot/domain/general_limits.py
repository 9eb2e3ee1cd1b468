"""The general limits that ship, read once from `bot/data/limits.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files

from bot.domain.working_time.reckoning import Rule, Span

_FILE = files("bot") / "data" / "limits.toml"


@dataclass(frozen=True, slots=True)
class GeneralLimit:
    """So much time for something, with its source; `verified` if the official wording was seen."""

    name: str
    span: Span
    source: str
    seen: date
    verified: bool
    used: bool


@cache
def general_limits() -> Mapping[str, GeneralLimit]:
    """Return what ships, by name."""
    return {
        entry["name"]: GeneralLimit(
            entry["name"],
            Span(Rule(entry["rule"]), Fraction(entry["amount"])),
            entry["source"],
            entry["seen"],
            entry["verified"],
            entry["used"],
        )
        for entry in tomllib.loads(_FILE.read_text("utf-8"))["limit"]
    }
