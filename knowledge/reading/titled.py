"""Texts whose sections are headed by short lines of their own, "Syarat Pemeriksaan", unmarked.

Where enough such lines are known components, one that only begins with a component's word heads a
section too. See `capitals` for those whose headings are in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.model import Facet
from knowledge.reading.headings import Heading, known_heading, named_facets, worded_heading
from knowledge.reading.offices import names_office
from knowledge.reading.pages import Line
from knowledge.reading.titles import prints_title

_WORD = re.compile(r"[^\W\d_][^\s,]*")
_SMALL = frozenset(
    "dan atau dan/atau di ke dari untuk serta yang bagi oleh pada dengan dalam".split()
)
_NO_HEADING = re.compile(r"[.:;,?!|\d]$|\d|\||:")
#: What a section may be headed with that is no component of every standard.
_OWN = re.compile(
    r"(?:Persiapan|Ketentuan|Hak|Kewajiban|Larangan|Sanksi|Denda|Tata\s+Tertib|Pembatalan"
    r"|Pengecualian|Masa\s+Berlaku)\b"
)
_SERVICE = re.compile(r"\b(?:izin|surat|kartu|akta|rekomendasi)\b", re.I)
_LONGEST = 60
_LEAST = 4
_MOST_WORDS = 6


def find_titled(lines: Sequence[Line]) -> dict[int, Heading]:
    """Return what such lines head in other words than the known ones; none in other texts."""
    known = {index: heading for index, line in enumerate(lines) if (heading := _known(line))}
    if len({heading.facet for heading in known.values()}) < _LEAST:
        return {}
    first = min(known)
    found: dict[int, Heading] = {}
    last: Facet | None = None
    for index, line in enumerate(lines[:-1]):
        heading = known.get(index) or _worded(line, above=index < first)
        again = heading is not None and heading.facet is last  # "Syarat Khusus" groups
        if heading and (index in known or not again or last is Facet.OTHER):
            found[index], last = heading, heading.facet
    return {index: heading for index, heading in found.items() if index not in known}


def _known(line: Line) -> Heading | None:
    heading = known_heading(line.plain) if line.gap and _is_titled(line.plain) else None
    return heading if heading and heading.exact else None


def _is_titled(text: str) -> bool:
    """Whether a line is short, ends without a stop, and its words begin with capitals."""
    if len(text) > _LONGEST or text.isupper() or _NO_HEADING.search(text):
        return False
    words = _WORD.findall(text)
    large = all(word[0].isupper() for word in words if word.casefold() not in _SMALL)
    return 0 < len(words) <= _MOST_WORDS and words[0][0].isupper() and large


def _worded(line: Line, *, above: bool) -> Heading | None:
    """Return the component that begins a line; `above` the first known one only what is needed."""
    text = line.plain
    stands_out = line.gap and _is_titled(text)
    if not stands_out or prints_title(line) or names_office(line) or _SERVICE.search(text):
        return None
    heading = worded_heading(text)
    begins = heading.facet in (_begun(text), next(iter(named_facets(text)), None))
    if above:
        return heading if begins and heading.facet is Facet.REQUIREMENTS else None
    if heading.facet is not Facet.OTHER and begins:
        return heading
    several = len(named_facets(text)) > 1
    return heading if several or _OWN.match(text) else None


def _begun(text: str) -> Facet | None:
    """Return the component that the first word of a heading names: "Tarif Pemeriksaan"."""
    known = known_heading(text.split()[0].rstrip(","))
    return known.facet if known and known.exact else None
