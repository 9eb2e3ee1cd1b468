"""Standards in running text: "Penanggung jawab pelayanan adalah ...", "Biaya: ...", no list marks.

Each sentence that begins with the name of a component opens that component; what follows in the
paragraph belongs to it. Documents with marked lines are no running text and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.model import Facet
from knowledge.reading.joining import join_lines
from knowledge.reading.marks import take_capital, take_mark
from knowledge.reading.openings import Opening, clauses_of, opening_of
from knowledge.reading.pages import Line, Pages

_MOST_MARKED = 2  # lines with list marks that running text may have
_FEWEST = 4  # components that make running text a standard
_LISTED = re.compile(r";\s*(?:dan\s+|serta\s+|atau\s+)?")
_RULES = re.compile(
    r",?\s+(?:serta\s+|dan\s+)?(?=(?:Undang-Undang|Peraturan|Keputusan|Instruksi)\b)"
)
_LIST = 3
_POSTS = frozenset({Facet.UNIT, Facet.RESPONSIBLE, Facet.IMPLEMENTERS})
_MEANS = re.compile(r"(?P<term>\w[\w ()/-]{1,60}?)\s+adalah\s+", re.I)


@dataclass(frozen=True, slots=True)
class _Component:
    """A component with its lines; `frame` are the words between it and what is said of it."""

    heading: str
    texts: tuple[str, ...]
    frame: str


def with_named_components(pages: Pages) -> Pages | None:
    """Return running text with each component as a heading and its lines, or None if it is none."""
    marked = (take_mark(line.text)[0] or take_capital(line.text) for line in pages.lines)
    if sum(map(bool, marked)) > _MOST_MARKED:
        return None
    lines: list[Line] = []
    headings = 0
    for paragraph in whole_paragraphs(pages):
        for opening, line in _opened(paragraph, is_first=not headings):
            if opening is None:
                lines.append(line)
                continue
            headings += 1
            lines.append(replace(line, text=opening.heading, gap=True))
            first, *others = opening.texts
            lines.append(replace(line, text=first, before=opening.frame, gap=False))
            lines += (replace(line, text=text, gap=False) for text in others)
    return replace(pages, lines=tuple(lines), width=0) if headings >= _FEWEST else None


def whole_paragraphs(pages: Pages) -> Iterator[Line]:
    """Yield whole paragraphs: hard-wrapped lines are joined up to the next gap."""
    whole: Line | None = None
    for line in pages.lines:
        if whole and pages.width and not line.gap:
            whole = replace(whole, text=join_lines([whole.text, line.text], mend=True))
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def _opened(paragraph: Line, *, is_first: bool) -> Iterator[tuple[_Component | None, Line]]:
    """Yield the pieces of a paragraph, each from a sentence that opens a component to the next."""
    opening: Opening | None = None
    said: list[str] = []
    for sentence in clauses_of(paragraph.plain):
        found = _said(sentence) or (_meaning(sentence) if is_first else None)
        if found is None or (opening and _is_same(opening, found)):
            said.append(sentence)
            continue
        if said:
            yield _made(opening, said), replace(paragraph, text=" ".join(said))
        opening, said, is_first = found, [found.text], False
    yield _made(opening, said), paragraph


def _is_same(opening: Opening, found: Opening) -> bool:
    """Whether a sentence goes on with a component: also "Pengaduan mengenai X ditangani oleh"."""
    on_complaints = found.facet is opening.facet is Facet.COMPLAINT
    return found.heading == opening.heading or on_complaints


def _made(opening: Opening | None, said: Sequence[str]) -> _Component | None:
    """Return a component with its lines: what is listed in a sentence becomes a list."""
    if opening is None:
        return None
    text = " ".join(said)
    if opening.facet in _POSTS:
        text = text.rstrip(" .")
    parts = [part for part in _LISTED.split(text) if part.strip(" .")]
    if len(parts) < _LIST and opening.facet is Facet.LEGAL_BASIS:
        parts = [part for part in _RULES.split(text) if part.strip(" .,")]
    listed = len(parts) >= _LIST
    lines = tuple(f"- {part.strip(' ,')}" for part in parts) if listed else (text,)
    return _Component(opening.heading, lines, opening.frame)


def _said(sentence: str) -> Opening | None:
    """Return the component that a sentence opens and says something of."""
    found = opening_of(sentence)
    return found if found and found.text.strip(" .") else None


def _meaning(sentence: str) -> Opening | None:
    """Return the definition that a text begins with ("Roya adalah ...")."""
    if not _MEANS.match(sentence):
        return None
    return Opening(Facet.DEFINITIONS, "Pengertian", sentence)
