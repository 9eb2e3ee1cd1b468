"""What buttons about drafts and standards carry; see `handlers.buttons`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from handlers.digits import number, short


@dataclass(frozen=True, slots=True)
class OnStandard:
    """Do something with a draft, or with an edition of a standard; see `handlers.loading`.

    `deed` is one letter; `subject` the number of the draft or edition, `version` that of the
    draft as it was shown, `argument` what was chosen.
    """

    letter: ClassVar[str] = "S"
    deed: str
    subject: int = 0
    version: int = 0
    argument: str = ""
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.deed}{short(self.subject)}.{short(self.version)}.{self.argument}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        if not body:
            raise ValueError("a deed is missing")
        subject, version, argument = body[1:].split(".", 2)
        return cls(body[0], number(subject), number(version), argument, owner)
