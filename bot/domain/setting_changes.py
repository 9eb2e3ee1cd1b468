"""What becomes of the office's settings over time: each change that a person has made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class SettingChange:
    """`by` (a person) has set `name` from one JSON value to another; None: nothing was set.

    `basis` is what it rests on in the admin's words (a decree's number), "" if nothing was said.
    """

    id: int
    name: str
    old: Any
    new: Any
    by: int
    at: datetime
    basis: str = ""
