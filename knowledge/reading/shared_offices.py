"""The office that a file names above all of its services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.reading.casing import sentence_case
from knowledge.reading.cleaning import plain
from knowledge.reading.manuscript import Manuscript
from knowledge.reading.offices import heads_paper, office_of_cover
from knowledge.reading.pages import Line

_COVERS = 6  # lines above the first service that may be a cover


def office_above(above: Sequence[Manuscript], first: Manuscript) -> str | None:
    """Return the office that is named above all services of a file."""
    office = next((named for m in (*above, first) if (named := m.office or _titled(m))), None)
    office = office or next(filter(None, (office_of_cover(m.title) for m in above)), None)
    return office or next(_covered_above(first), None)


def _titled(manuscript: Manuscript) -> str | None:
    """Return the office that a title names below its first line."""
    lines = [Line(plain(text)) for text in manuscript.title_lines[1:]]
    named = next((line.plain for line in lines if heads_paper(line)), None)
    return sentence_case(named, manuscript.preamble) if named else None


def _covered_above(manuscript: Manuscript) -> Iterator[str]:
    """Yield the offices that lines above the first service name so."""
    for line in manuscript.preamble[:_COVERS]:
        if name := office_of_cover(line):
            others = [other for other in manuscript.preamble if name not in other]
            yield sentence_case(name, others) if name.isupper() else name
