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
    r"|Pengecualian|Masa\s+Berlaku|Tanggung\s+Jawab)\b",
    re.I,
)
#: Who works there, as a heading; elsewhere the word is a label.
_STAFF = re.compile(r"(?:para\s+)?petugas(?:\s+(?:kami|pelayanan|layanan))?", re.I)
_SERVICE = re.compile(r"\b(?:izin|surat|kartu|akta|rekomendasi)\b", re.I)
_LONGEST = 60
_LEAST = 4
_MOST_WORDS = 6
_FEW = 3


def find_titled(lines: Sequence[Line]) -> dict[int, Heading]:
    """Return what such lines head in other words than the known ones; none in other texts."""
    apart = [i for i, line in enumerate(lines[:-1]) if _heads(line, lines[i + 1])]
    known = {i: heading for i in apart if (heading := known_heading(lines[i].plain))}
    known = {i: heading for i, heading in known.items() if heading.exact}
    if len({heading.facet for heading in known.values()}) < _LEAST:
        return {}
    first = min(known)
    found: dict[int, Heading] = {}
    last: Facet | None = None
    for index in apart:
        heading = known.get(index) or _worded(lines[index], above=index < first)
        again = heading is not None and heading.facet is last  # "Syarat Khusus" groups
        if heading and (index in known or not again or last is Facet.OTHER):
            found[index], last = heading, heading.facet
    return {index: heading for index, heading in found.items() if index not in known}


def _heads(line: Line, below: Line) -> bool:
    """Whether a line stands apart: worded like a title, or a few words above a paragraph."""
    if not line.gap:
        return False
    if _is_titled(line.plain):
        return True
    few = len(line.plain.split()) <= _FEW and not _NO_HEADING.search(line.plain)
    return few and line.plain[0].isupper() and not below.gap and not below.plain[0].islower()


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
    if prints_title(line) or names_office(line) or _SERVICE.search(text):
        return None
    if _STAFF.fullmatch(text) and not above:
        return Heading(Facet.IMPLEMENTERS, text, exact=False)
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
