"""What buttons of the office's rules and calendar carry; see `handlers.buttons`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self


@dataclass(frozen=True, slots=True)
class OnRules:
    """Do something with the office's rules: `act` is of `handlers.rules.presses`."""

    letter: ClassVar[str] = "g"
    act: str
    value: str = ""
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.act}.{self.value}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        act, value = body.split(".", 1)
        return cls(act, value, owner)
