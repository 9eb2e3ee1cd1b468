"""Tables that sum up several services of one file: "| KTP | Kepala Seksi | 2 hari | Gratis |".

Each row, read as "KTP: Penanggung jawab Kepala Seksi, Biaya Gratis", tells of the service that it
names what this does not tell itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.model import Facet
from knowledge.reading.cleaning import plain
from knowledge.reading.headings import BRIEF, Heading, known_heading
from knowledge.reading.manuscript import Manuscript, RawSection
from knowledge.reading.nodes import Node
from knowledge.reading.titles import slug

_ROW = re.compile(r"(?:[-*•]|\d{1,3}[.)])\s+(?P<name>[^:]{3,200}):\s(?P<values>.{3,600})")
_SERVICE = re.compile(r"(?:pe)?layanan-")
_MOST_WORDS = 4
_ROW_LENGTH = 900


def summed_up(manuscript: Manuscript, lines: list[str]) -> Iterator[RawSection]:
    """Yield what a row of these lines says of the service that the manuscript describes."""
    name = _SERVICE.sub("", slug(plain(manuscript.title)))
    for line in lines:
        row = _ROW.fullmatch(line) if len(line) < _ROW_LENGTH else None
        if row and _SERVICE.sub("", slug(plain(row["name"]))) == name:
            for label, value in _values(row["values"]):
                node = Node(None, None, [value], [value])
                yield RawSection(label.facet, "", label.text, "", "", "", None, [node])


def _values(text: str) -> list[tuple[Heading, str]]:
    """Return the values of a row, each with the component that its words begin with."""
    found: list[tuple[Heading, str]] = []
    for part in text.split(", "):
        label = _label(part)
        if label:
            found.append((label, part[len(label.text) :].strip(" :")))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}, {part}")
    return [(label, value) for label, value in found if value]


def _label(part: str) -> Heading | None:
    words = part.split()
    for end in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        known = known_heading(" ".join(words[:end]))
        counts = any(map(str.isdigit, known.text)) if known else False
        if known and known.exact and not counts and known.facet is not Facet.OTHER:
            return known
    brief = BRIEF.get(words[0].casefold()) if len(words) > 1 else None
    return Heading(brief, words[0], exact=False) if brief else None
