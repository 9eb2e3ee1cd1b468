"""Chapters that are sections themselves: "BAB III PERSYARATAN" above "A. Pemohon ... membawa:".

In a decree's chapters the letters below a title that names components are its entries. Where they
are headings ("A. Latar Belakang"), the chapter is a part and they are the sections.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.model import Facet
from knowledge.reading.found import Found
from knowledge.reading.headings import known_heading, named_facets
from knowledge.reading.marks import take_mark
from knowledge.reading.pages import Line
from knowledge.reading.parts import Part

_LETTERED = re.compile(r"[A-Z][.)]\s+\S")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter that is one section: the facet that its title names first, and its lines.

    Sections of other components may close it, behind `end`.
    """

    facet: Facet
    begin: int
    end: int


def find_chapters(
    lines: Sequence[Line], parts: Mapping[int, Part], headings: Mapping[int, Found]
) -> dict[int, Chapter]:
    """Return the chapters by the index of the line that names their part."""
    chapters: dict[int, Chapter] = {}
    for begin, end in pairwise([*sorted(parts), len(lines)]):
        if chapter := _chapter(lines, parts[begin], (begin, end), headings):
            chapters[begin] = chapter
    return chapters


def _chapter(
    lines: Sequence[Line], part: Part, span: tuple[int, int], headings: Mapping[int, Found]
) -> Chapter | None:
    begin, end = span
    body = begin + 1
    while body < end and lines[body].plain.isupper():
        body += 1
    if any(at in headings for at in range(begin + 1, body)):
        return None
    title = " ".join([part.title, *(line.plain for line in lines[begin + 1 : body])])
    named = list(named_facets(title))
    facet = named[0] if named else Facet.OTHER
    own = [headings[at] for at in range(body, end) if at in headings]
    entries = [line for line in lines[body:end] if _LETTERED.match(line.plain)]
    if facet is Facet.OTHER or not _is_sure(own, entries):
        return None
    inside = [at for at in range(body, end) if at in headings]
    return Chapter(facet, begin, _end(lines, headings, inside, named) or end)


def _end(
    lines: Sequence[Line],
    headings: Mapping[int, Found],
    inside: Sequence[int],
    named: Sequence[Facet],
) -> int | None:
    """Return where the sections begin that close a chapter: "D. Jangka Waktu" below its entries.

    What the chapter's title names itself is an entry of it: "D. Sarana: 5 ruang".
    """
    first: int | None = None
    for at in reversed(inside):
        words = headings[at].heading
        known = known_heading(words.text)
        exact = known is not None and known.exact
        listed = at + 1 < len(lines) and bool(take_mark(lines[at + 1].text)[0])
        told = named[0] is Facet.PROCEDURE and not listed and words.facet is not Facet.OTHER
        if words.facet in named or not (exact or told):
            break
        first = at
    return first


def _is_sure(own: Sequence[Found], entries: Sequence[Line]) -> bool:
    """Whether a chapter has entries, most of which are no headings that are known."""
    known = [found for found in own if (h := known_heading(found.heading.text)) and h.exact]
    return len(known) * 2 < max(len(entries), 1)
