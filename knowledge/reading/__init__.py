"""From a document to service standards: the two entrances of reading.

`read_text` takes text, `read_file` a file; both return every standard that the document holds.
"""

from __future__ import annotations

from pathlib import Path

from knowledge.errors import NotAStandard
from knowledge.model import Facet, ServiceStandard
from knowledge.reading.decoding import load
from knowledge.reading.layouts import take_apart
from knowledge.reading.manuscript import Manuscript
from knowledge.reading.pages import split_pages
from knowledge.reading.standard import assemble

__all__ = ["read_file", "read_text"]

_ENOUGH_SECTIONS = 4
_ENOUGH_WITH_TITLE = 1
#: What every service has; a text with the first two and one of the others tells of one.
_DEMAND = frozenset({Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER})
_PROMISE = frozenset(
    {Facet.TOTAL_TIME, Facet.SERVICE_HOURS, Facet.COST, Facet.OUTPUT, Facet.COMPLAINT}
)


def read_text(text: str, file: str) -> tuple[ServiceStandard, ...]:
    """Return the standards of a text; raise NotAStandard if it is none."""
    if not text.strip():
        raise NotAStandard("empty", file=file)
    pages = split_pages(text)
    if not pages.lines:
        raise NotAStandard("empty", file=file)
    found = take_apart(pages)
    standards = [m for m in found if _is_standard(m)]
    if not standards:
        raise NotAStandard("no_sections", file=file)
    others = [line for m in found if m not in standards for line in m.lines()]
    standards[0].warnings += [f"unplaced: {line}" for line in others]
    return tuple(assemble(manuscript, file) for manuscript in standards)


def read_file(path: Path) -> tuple[ServiceStandard, ...]:
    """Return the standards of a file, `file` being its name.

    Raise UnreadableDocument or NotAStandard.
    """
    return read_text(load(path), path.name)


def _is_standard(manuscript: Manuscript) -> bool:
    """Tell a standard by its title and a known section, or without a title by several.

    Three sections are enough if they are requirements, procedure and what is promised: few other
    texts have these together.
    """
    known = {s.facet for s in manuscript.sections} - {Facet.OTHER, Facet.UNIT, Facet.IMPLEMENTERS}
    if manuscript.title:
        return len(known) >= _ENOUGH_WITH_TITLE
    of_service = Facet.PROCEDURE in known and known & _DEMAND and known & _PROMISE
    return len(known) >= _ENOUGH_SECTIONS or bool(of_service)
