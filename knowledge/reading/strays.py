"""Headings whose letter was lost, or misread: "l. Penanganan Pengaduan" behind "H."."""

from __future__ import annotations

import re

from knowledge.model import Facet
from knowledge.reading.headings import Heading, is_label, known_heading

_BARE = re.compile(r"(?![(\[]?[0-9A-Za-z]{1,4}[.)\]])\S.*")
_MISREAD = re.compile(r"[(\[]?([0-9A-Za-z|]{1,4})[.)\]:,]{1,2}\s*(\S.*)")
_LOOKALIKE = {"0": "D", "8": "B", "6": "G", "1": "I", "l": "I", "i": "I", "5": "S", "|": "I"}
#: Headings that also begin items of the scope: with another mark than the sections' they are items.
INNER = frozenset(
    {Facet.DEFINITIONS, Facet.COMPETENCE, Facet.USERS, Facet.RESPONSIBLE, Facet.OUTPUT}
    | {Facet.UNIT, Facet.IMPLEMENTERS}
)
_LONGEST = 100


def stray_heading(
    text: str, before: str, *, alone: bool, gap: bool = True
) -> tuple[str, Heading] | None:
    """Read a known heading whose letter was lost, or misread for the one after `before`.

    Where its content follows at once it must be worded as usual; behind a `gap` by two words.
    """
    if len(text) > _LONGEST or text.endswith((";", ",")):
        return None
    if _BARE.fullmatch(text) and (alone or (gap and len(text.split()) > 1)):
        heading = known_heading(text)
        if heading and heading.exact and not is_label(heading.text):
            return "", heading
    match = _MISREAD.fullmatch(text)
    heading = known_heading(match[2]) if match else None
    if match is None or heading is None or heading.facet in INNER:
        return None
    if not alone and not (heading.exact or heading.mended):
        return None
    letter = _LOOKALIKE.get(match[1], match[1].upper())
    follows = len(before) == 1 and letter == chr(ord(before) + 1)
    return (letter, heading) if follows else None
