"""Services of one text that name no standard: "1. SURAT KETERANGAN DOMISILI" above its labels.

A notice board or a leaflet gives each service its name and below it the same components again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from knowledge.model import Facet
from knowledge.reading.headings import known_heading
from knowledge.reading.pages import Line
from knowledge.reading.sectioning import Found
from knowledge.reading.titles import Title, names_office, names_service

_MARK = re.compile(r"(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]\s+")
_MARKED = re.compile(r"#{1,6}\s+(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]\s+[A-Z]")
_NEAR = 3  # lines below the name in which its first component stands
_LEAST = 3  # components that a service tells
_SEVERAL = 2
_DEMANDED = frozenset({Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER, Facet.PROCEDURE})


def find_services(
    lines: Sequence[Line], headings: Mapping[int, Found], *, marked: bool = False
) -> list[Title]:
    """Return the names of the services of a text, in order, or none.

    Where the text has a title of its own they are `marked` as headings: "## I. Legalisasi Ijazah".
    """
    may_name = _is_marked if marked else _may_name
    names = [at for at, line in enumerate(lines) if may_name(line) and not _heads(headings, at)]
    names = [at for at in names if any(i in headings for i in range(at + 1, at + 1 + _NEAR))]
    spans = pairwise([*names, len(lines)])
    telling = [begin for begin, end in spans if _tells(headings, begin, end)]
    if len(telling) < _SEVERAL or len(telling) < len(names):
        return []
    return [Title(_MARK.sub("", lines[at].plain, count=1).strip(), at, at + 1) for at in telling]


def _may_name(line: Line) -> bool:
    """Whether a line that stands apart is worded like the name of a service, in capitals."""
    words = _MARK.sub("", line.plain, count=1)
    known = known_heading(words)
    apart = line.gap and words.isupper() and not names_office(line)
    return apart and names_service(words) and not (known and known.exact)


def _heads(headings: Mapping[int, Found], at: int) -> bool:
    """Whether a line heads a section of a component that is known."""
    return at in headings and headings[at].heading.facet is not Facet.OTHER


def _is_marked(line: Line) -> bool:
    return bool(_MARKED.match(line.text))


def _tells(headings: Mapping[int, Found], begin: int, end: int) -> bool:
    """Whether components stand below a name, and among them what is demanded or done."""
    facets = {found.heading.facet for at, found in headings.items() if begin < at < end}
    return len(facets - {Facet.OTHER}) >= _LEAST and bool(facets & _DEMANDED)
