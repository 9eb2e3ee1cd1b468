"""What buttons about tasks carry; see `handlers.buttons`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self


@dataclass(frozen=True, slots=True)
class OnTask:
    """Do something with a task or one of its steps; see `handlers.tasks.presses`.

    `deed` is one letter, `step` the place of the step in its standard (0: the whole task),
    `argument` what was chosen.
    """

    letter: ClassVar[str] = "T"
    deed: str
    task: int = 0
    step: int = 0
    argument: str = ""
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.deed}{self.task}.{self.step}.{self.argument}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        if not body:
            raise ValueError("a deed is missing")
        task, step, argument = body[1:].split(".", 2)
        return cls(body[0], int(task), int(step), argument, owner)
