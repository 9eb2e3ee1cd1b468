"""What answers and routes go by, swapped as a whole when standards or the office's words change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from threading import Lock
from types import MappingProxyType

from knowledge.editions import Editions
from knowledge.extracts import Extract
from knowledge.finding.finder import Finder
from knowledge.finding.lessons import Lesson
from knowledge.finding.shelf import Shelf
from knowledge.finding.terms import OfficeTerms
from knowledge.model import ServiceStandard
from knowledge.routing.router import Router

_NONE: Mapping[str, Extract] = MappingProxyType({})


class FinderHolder:
    """Holds the finder and the router; both may be other objects at the next question."""

    def __init__(self) -> None:
        """Begin with no standard, and with nothing that the office has taught."""
        self._shelf = Shelf(())
        self._plain = Router(self._shelf)  # without the office's terms
        self._terms, self._lessons = OfficeTerms(), tuple[Lesson, ...]()
        self._finder, self._router = Finder(self._shelf), self._plain
        self._changing = Lock()  # standards are loaded in a thread

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
        return self._shelf.standards

    def load(
        self,
        standards: Iterable[ServiceStandard],
        editions: Editions = Editions(),  # noqa: B008 - frozen
        extracts: Mapping[str, Extract] = _NONE,
    ) -> None:
        """Answer and route by these standards from now on; other editions answer when named.

        `extracts` are those of standards, by id, that are known already; the others are made.
        """
        found = {key: extract.finding for key, extract in extracts.items()}
        shelf = Shelf(standards, editions, found)
        plain = Router(shelf, {key: extract.routing for key, extract in extracts.items()})
        with self._changing:
            self._shelf, self._plain = shelf, plain
            self._swap()

    def teach(self, terms: OfficeTerms, lessons: Iterable[Lesson]) -> None:
        """Go by what the office has taught from now on; takes about a millisecond."""
        with self._changing:
            self._terms, self._lessons = terms, tuple(lessons)
            self._swap()

    def rehearsal(
        self, terms: OfficeTerms | None = None, lessons: Iterable[Lesson] | None = None
    ) -> Finder:
        """Return the finder as it would be with other terms or lessons; nothing changes."""
        spoken = self._shelf.speaking(self._terms if terms is None else terms)
        return Finder(spoken, lessons=self._lessons if lessons is None else lessons)

    def _swap(self) -> None:
        finder = self.rehearsal()
        router = self._plain.on(self._shelf.speaking(self._terms))
        self._finder, self._router = finder, router
