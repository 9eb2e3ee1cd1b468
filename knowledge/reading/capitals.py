"""Texts whose sections are headed by lines in capitals below a blank line, without any mark.

There such a line heads a section also in words that no component is known by, and the name of a
section in the middle of a sentence is only a mention ("lamanya lihat" / "JANGKA WAKTU").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.model import Facet
from knowledge.reading.headings import known_heading, named_facets
from knowledge.reading.pages import Line

#: What offices head a section with that is no component of every standard.
_OWN = re.compile(
    r"(?:PERSIAPAN|KETENTUAN|HAK|KEWAJIBAN|LARANGAN|SANKSI|DENDA|TATA\s+TERTIB|INFORMASI|JENIS|PROGRAM"
    r"|PENGGUNA|SASARAN|PEMBATALAN|KEADAAN|PENGECUALIAN|PENYERAHAN|PENGAMBILAN|MASA\s+BERLAKU)\b[^.:;\d]*"
)
_PEOPLE = frozenset({Facet.UNIT, Facet.RESPONSIBLE, Facet.IMPLEMENTERS, Facet.USERS})
_STOPS = (".", ":", ";")
_LONGEST = 60
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Capitals:
    """Lines by their index: those that head a section of their own, those that only mention one."""

    own: frozenset[int] = frozenset()
    mentions: frozenset[int] = frozenset()


def find_capitals(lines: Sequence[Line]) -> Capitals:
    """Return the lines of a text in that style; none where it is in another one."""
    known: dict[str, Facet] = {}
    last = 0
    for index, line in enumerate(lines):
        heading = known_heading(line.plain) if line.gap and line.plain.isupper() else None
        if heading and heading.exact:
            known[line.plain] = heading.facet
            last = last or index
    if len(set(known.values())) < _LEAST:
        return Capitals()
    own = {i for i in range(last + 1, len(lines)) if _heads(lines, i)}
    mentions = {i for i, line in enumerate(lines) if line.plain in known and _is_inside(lines, i)}
    return Capitals(frozenset(own), frozenset(mentions))


def _heads(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if not (line.gap and line.plain.isupper() and len(line.plain) <= _LONGEST):
        return False
    below = lines[index + 1 : index + 2]
    worded = _OWN.fullmatch(line.plain) or _names_several(line.plain)
    return bool(worded and below and not below[0].gap)


def _names_several(text: str) -> bool:
    """Whether a line heads who answers for a service and who carries it out together."""
    named = set(named_facets(text))
    return len(named) > 1 and named <= _PEOPLE


def _is_inside(lines: Sequence[Line], index: int) -> bool:
    """Whether a line goes on with a sentence that the line before it has not ended."""
    before = lines[index - 1].plain if index else ""
    open_end = bool(before) and not before.isupper() and not before.endswith(_STOPS)
    return not lines[index].gap and open_end
