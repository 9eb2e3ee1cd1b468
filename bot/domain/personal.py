"""What is held of one person, for that person to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.people import Person
from bot.domain.questions import Question


@dataclass(frozen=True, slots=True)
class Line:
    """A message that came from the person (`body` as Telegram sent it), or went to them."""

    at: datetime
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """All that is kept of a person beside complaints: `state` is of the private conversation."""

    person: Person | None
    state: Mapping[str, Any]
    questions: tuple[Question, ...]
    received: tuple[Line, ...]
    sent: tuple[Line, ...]
