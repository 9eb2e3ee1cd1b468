"""What a file prints, in the one form that all layouts read; which format it was is forgotten.

A table row is a line "| a | b |" with "<br>" between the paragraphs of a cell, a heading that
the format itself marks is a line "## Biaya", and a form feed begins a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word that was read off a picture; places in its pixels, from the upper left corner."""

    text: str
    left: float
    right: float
    base: float
    height: float


Recognise: TypeAlias = Callable[[bytes], Sequence[SeenWord]]
"""Reads the words off a picture of a page (PNG)."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lines of a file, in the order in which people read them.

    `numbers` are the page numbers, one for each page of a format that has pages. `furniture` are
    running headers and footers, each once. `whole` is set where each line is a whole paragraph,
    so that none goes on with the one before. `warnings` are those of a standard.
    """

    text: str
    numbers: tuple[int, ...] = ()
    furniture: tuple[str, ...] = ()
    whole: bool = False
    warnings: tuple[str, ...] = ()
