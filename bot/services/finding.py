"""The finder in use, which is swapped as a whole when standards change."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.finding.finder import Finder
from knowledge.model import ServiceStandard


class FinderHolder:
    """Holds the finder; `finder` may be another object at the next question."""

    def __init__(self) -> None:
        """Begin with a finder that knows no standard."""
        self._finder = Finder(())

    @property
    def finder(self) -> Finder:
        """Return the finder for the standards in force."""
        return self._finder

    def load(self, standards: Iterable[ServiceStandard]) -> None:
        """Answer from these standards from now on."""
        self._finder = Finder(standards)
