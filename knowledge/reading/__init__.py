"""From a document to service standards: the entrances of reading.

`read_text` takes text, `read_bytes` what a file holds, `read_file` a file; each returns every
standard that the document holds.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from knowledge.errors import NotAStandard
from knowledge.model import Facet, ServiceStandard
from knowledge.reading.aligned import with_listed_values
from knowledge.reading.columns import with_barred_columns
from knowledge.reading.decoding import content_of
from knowledge.reading.dialogues import with_questions
from knowledge.reading.drawn import with_drawn_tables
from knowledge.reading.formats import Recognise, Transcript, transcribe
from knowledge.reading.hung import with_hung_values
from knowledge.reading.layouts import take_apart, take_tale_apart
from knowledge.reading.manuscript import Manuscript
from knowledge.reading.pages import split_pages
from knowledge.reading.standard import assemble
from knowledge.reading.unrolled import with_line_breaks

__all__ = ["read_bytes", "read_file", "read_text"]

_ENOUGH_SECTIONS = 4
_ENOUGH_WITH_TITLE = 1
#: What every service has; a text with the first two and one of the others tells of one.
_DEMAND = frozenset({Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER})
_PROMISE = frozenset(
    {Facet.TOTAL_TIME, Facet.SERVICE_HOURS, Facet.COST, Facet.OUTPUT, Facet.COMPLAINT}
)


def read_text(text: str, file: str) -> tuple[ServiceStandard, ...]:
    """Return the standards of a text; raise NotAStandard if it is none."""
    return _read(Transcript(text), file)


def read_bytes(
    data: bytes, file: str, recognise: Recognise | None = None
) -> tuple[ServiceStandard, ...]:
    """Return the standards of a document of any known format, `file` being its name.

    `recognise` reads the words of scanned pages. Raise UnreadableDocument or NotAStandard.
    """
    return _read(transcribe(data, file, recognise), file)


def read_file(path: Path) -> tuple[ServiceStandard, ...]:
    """Return the standards of a file, `file` being its name.

    Raise UnreadableDocument or NotAStandard.
    """
    return _read(transcribe(content_of(path), str(path)), path.name)


def _read(transcript: Transcript, file: str) -> tuple[ServiceStandard, ...]:
    """Return the standards of a transcript; one that lost its line breaks gets them back first."""
    broken = with_line_breaks(transcript.text)
    if broken != transcript.text:
        with suppress(NotAStandard):
            return _read_printed(replace(transcript, text=broken), file)
    return _read_printed(transcript, file)


def _read_printed(transcript: Transcript, file: str) -> tuple[ServiceStandard, ...]:
    text = with_questions(transcript.text)
    text = with_listed_values(with_barred_columns(with_drawn_tables(with_hung_values(text))))
    pages = split_pages(text, transcript.numbers, whole=transcript.whole)
    if not pages.lines:
        raise NotAStandard("empty", file=file)
    furniture = (*transcript.furniture, *pages.furniture)
    warnings = (*transcript.warnings, *pages.warnings)
    pages = replace(pages, furniture=furniture, warnings=warnings)
    found = take_apart(pages)
    if not any(map(_is_standard, found)):
        found = take_tale_apart(pages)
    standards = [m for m in found if _is_standard(m)]
    if not standards:
        raise NotAStandard("no_sections", file=file)
    for other in (m for m in found if m not in standards):
        standards[0].furniture += other.furniture
        standards[0].warnings += [*other.warnings, *(f"unplaced: {line}" for line in other.lines())]
    return tuple(assemble(manuscript, file) for manuscript in standards)


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
