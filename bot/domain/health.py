"""Findings of a check, and the signs of life that it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How bad a finding is; WARNING and ERROR need a person."""

    OK = "ok"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a check, without wording: `key` names the text, `values` its arguments."""

    key: str
    level: Level
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def needs_a_person(self) -> bool:
        """Tell whether `pandu check` should end with status 1 because of it."""
        return self.level in (Level.WARNING, Level.ERROR)


@dataclass(frozen=True, slots=True)
class Beat:
    """When a part last worked, and its note (ids and figures only)."""

    name: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class LeaseHolder:
    """Who may do a thing alone, and until when. `holder` is "host:pid:random"."""

    name: str
    holder: str
    until: datetime

    @property
    def door(self) -> str:
        """Return the door that its holder keeps open: "polling" or "webhook"."""
        return "polling" if self.name.startswith("poll:") else "webhook"
