"""The layouts that reading knows. A new one is a module with one function and one line here."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.reading.lettered import read_lettered
from knowledge.reading.manuscript import Manuscript
from knowledge.reading.pages import Pages

Layout = Callable[[Pages], list[Manuscript]]

LAYOUTS: tuple[Layout, ...] = (read_lettered,)


def take_apart(pages: Pages) -> list[Manuscript]:
    """Return the standards of a document by the layout that finds the most sections in it."""
    readings = [layout(pages) for layout in LAYOUTS]
    return max(readings, key=lambda found: sum(len(m.sections) for m in found))
