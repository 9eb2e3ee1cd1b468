"""Services of one text that are no standards by their titles: "1. SURAT KETERANGAN DOMISILI".

A notice board, a leaflet or the annex of a decree gives each service its name and below it the
same components again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from knowledge.model import Facet
from knowledge.reading.found import Found
from knowledge.reading.headings import named_facets
from knowledge.reading.pages import Line
from knowledge.reading.service_names import (
    column_names,
    counted_names,
    headed_names,
    leading_names,
    lone_names,
    numbered_names,
)
from knowledge.reading.titles import Title

_LEAST = 3  # components that a service tells
_SEVERAL = 2
_DEMANDED = frozenset({Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER, Facet.PROCEDURE})

Names = Callable[[Sequence[Line], Mapping[int, Found]], Iterator[list[Title]]]
_KINDS: tuple[Names, ...] = (
    column_names,
    counted_names,
    numbered_names,
    headed_names,
    lone_names,
    leading_names,
)


def find_services(lines: Sequence[Line], headings: Mapping[int, Found]) -> list[Title]:
    """Return the names of the services of a text, in order, or none.

    Of all kinds of names it is those that the most components stand below.
    """
    found = [
        _telling(names, headings, len(lines)) for kind in _KINDS for names in kind(lines, headings)
    ]
    return max(found, key=len, default=[])


def telling(titles: Sequence[Title], headings: Mapping[int, Found], end: int) -> list[Title]:
    """Return the titles below which the components of a service stand, up to the next."""
    spans = pairwise([*(title.start for title in titles), end])
    return [
        title
        for title, (begin, until) in zip(titles, spans, strict=True)
        if _tells(_facets(headings, begin, until))
    ]


def _telling(names: list[Title], headings: Mapping[int, Found], end: int) -> list[Title]:
    """Return the names that head services, if these tell the same components again."""
    found = telling(names, headings, end)
    return found if len(found) >= _SEVERAL else []


def _facets(headings: Mapping[int, Found], begin: int, end: int) -> set[Facet]:
    inside = [found.heading for at, found in headings.items() if begin < at < end]
    told = {heading.facet for heading in inside}
    for heading in inside:
        named = named_facets(heading.text)  # "Penanggung Jawab dan Pelaksana"
        told |= {*named} if len(named) >= _SEVERAL else set()
    return told


def _tells(facets: set[Facet]) -> bool:
    """Whether components of a service are among these, with what is demanded or done."""
    return len(facets - {Facet.OTHER}) >= _LEAST and bool(facets & _DEMANDED)
