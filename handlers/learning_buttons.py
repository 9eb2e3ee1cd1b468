"""What buttons of /istilah and /pertanyaan carry; see `handlers.buttons`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self


@dataclass(frozen=True, slots=True)
class Teach:
    """Do something with a term or a question: `verb` is of `handlers.learning.presses`.

    `subject` is the number of a term, question or lesson, or a page; `value` what was chosen.
    """

    letter: ClassVar[str] = "q"
    verb: str
    subject: int = 0
    value: str = ""
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.verb}.{self.subject}.{self.value}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        verb, subject, value = body.split(".", 2)
        return cls(verb, int(subject), value, owner)
