"""What the words of a message say of the standard that it is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """What the words say of the standard: sure of one, or several that fit, best first."""

    certain: str | None = None
    possible: tuple[str, ...] = ()
    positions: frozenset[int] = frozenset()
    firm: bool = False  # by more than one word, or by a word that only this standard uses
    paired: frozenset[int] = frozenset()  # where two neighbouring title words stand
    mentioned: tuple[str, ...] = ()  # each standard that words of its own point at
    office: bool = False  # only by an office, which may serve other things too

    def __bool__(self) -> bool:
        return bool(self.possible)
