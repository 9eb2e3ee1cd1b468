"""What buttons under figures and under one's own data carry; see `handlers.buttons`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self


@dataclass(frozen=True, slots=True)
class Records:
    """Do something with figures or one's own data: `verb` is of `handlers.records`."""

    letter: ClassVar[str] = "z"
    verb: str
    value: str = ""
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.verb}{self.value}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        if not body:
            raise ValueError("a verb is missing")
        return cls(body[0], body[1:], owner)
