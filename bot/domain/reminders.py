"""Things to be said at a time, each once: a row with a unique key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Reminder:
    """`rung` of `subject` ("ticket:12") is to be said at `due_at`; `key` lets it come once.

    `data` is what the saying needs (a post, a percentage): nothing private.
    """

    key: str
    subject: str
    rung: str
    due_at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)
