"""What answers and routes go by, swapped as a whole when standards change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge.editions import Editions
from knowledge.finding.finder import Finder
from knowledge.finding.shelf import Shelf
from knowledge.model import ServiceStandard
from knowledge.routing.router import Router


class FinderHolder:
    """Holds the finder and the router; both may be other objects at the next question."""

    def __init__(self) -> None:
        """Begin with no standard."""
        shelf = Shelf(())
        self._finder, self._router = Finder(shelf), Router(shelf)
        self._standards: Mapping[str, ServiceStandard] = shelf.standards

    @property
    def finder(self) -> Finder:
        """Return the finder for the standards in force."""
        return self._finder

    @property
    def router(self) -> Router:
        """Return the router for the standards in force."""
        return self._router

    @property
    def standards(self) -> Mapping[str, ServiceStandard]:
        """Return the standards in force, by id."""
        return self._standards

    def load(self, standards: Iterable[ServiceStandard], editions: Editions = Editions()) -> None:  # noqa: B008 - frozen
        """Answer and route by these standards from now on; other editions answer when named."""
        shelf = Shelf(standards, editions)
        finder, router = Finder(shelf), Router(shelf)
        self._finder, self._router = finder, router
        self._standards = shelf.standards
