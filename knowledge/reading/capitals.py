"""Texts whose sections are headed by lines in capitals below a blank line, without any mark.

There such a line heads a section also in words that no component is known by, and the name of a
section in the middle of a sentence is only a mention ("lamanya lihat" / "JANGKA WAKTU").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.model import Facet
from knowledge.reading.headings import Heading, known_heading, named_facets, worded_heading
from knowledge.reading.pages import Line
from knowledge.reading.titles import prints_title

#: What offices head a section with that is no component of every standard.
_OWN = re.compile(
    r"(?:PERSIAPAN|KETENTUAN|HAK|KEWAJIBAN|LARANGAN|SANKSI|DENDA|TATA\s+TERTIB|INFORMASI|JENIS|PROGRAM"
    r"|TENTANG\s+KAMI|HASIL|PENGGUNA|SASARAN|PEMBATALAN|KEADAAN|PENGECUALIAN|PENYERAHAN|PENGAMBILAN|MASA\s+BERLAKU)\b[^.:;\d]*"
)
_REMARK = re.compile(r"\s*\([^()]*\)$")
_PEOPLE = frozenset({Facet.UNIT, Facet.RESPONSIBLE, Facet.IMPLEMENTERS, Facet.USERS})
_STOPS = (".", ":", ";")
_LONGEST = 60
#: How many known ones show the style.
LEAST = 4
#: How many do below a table, where no title or letterhead can stand.
LEAST_IN_TAIL = 1
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Capitals:
    """Lines by their index: those that head a section of their own, those that only mention one."""

    own: Mapping[int, Heading] = field(default_factory=dict)
    mentions: frozenset[int] = frozenset()


def find_capitals(lines: Sequence[Line], *, least: int = LEAST) -> Capitals:
    """Return the lines of a text in that style; none where it is in another one."""
    known: dict[str, Facet] = {}
    last = 0
    for index, line in enumerate(lines):
        heading = known_heading(line.plain) if line.gap and _is_upper(line.plain) else None
        if heading and heading.exact:
            known[line.plain] = heading.facet
            last = last or index
    if len(set(known.values())) < least:
        return Capitals()
    first = last if least == LEAST else -1
    own = {i: head for i in range(len(lines)) if (head := _head(lines, i, first=first))}
    mentions = {i for i, line in enumerate(lines) if line.plain in known and _is_inside(lines, i)}
    return Capitals(own, frozenset(mentions))


def _head(lines: Sequence[Line], index: int, *, first: int) -> Heading | None:
    """Return what a line heads, if it does; above the `first` known one only what is needed."""
    line, below = lines[index], lines[index + 1 : index + 2]
    apart = line.gap and _is_upper(line.plain) and len(line.plain) <= _LONGEST
    if not apart or not below or below[0].plain.isupper():
        return None
    heading = _worded(line.plain)
    own = _OWN.fullmatch(line.plain) or _names_several(line.plain)
    if index <= first:
        return heading if heading and heading.facet is Facet.REQUIREMENTS else None
    return heading or (worded_heading(line.plain) if own else None)


def _is_upper(text: str) -> bool:
    """Whether a line is in capitals but for a remark in brackets: "TARIF (Rp)"."""
    return _REMARK.sub("", text).isupper()


def _worded(text: str) -> Heading | None:
    """Return the component that a short line names in other words: "SYARAT PENDAFTARAN"."""
    if len(text.split()) > _FEW_WORDS or prints_title(Line(text)):
        return None
    if text.startswith("SYARAT "):
        return Heading(Facet.REQUIREMENTS, text, exact=False)
    heading = worded_heading(text)
    return None if heading.facet is Facet.OTHER else heading


def _names_several(text: str) -> bool:
    """Whether a line heads who answers for a service and who carries it out together."""
    named = set(named_facets(text))
    return len(named) > 1 and named <= _PEOPLE


def _is_inside(lines: Sequence[Line], index: int) -> bool:
    """Whether a line goes on with a sentence that the line before it has not ended."""
    before = lines[index - 1].plain if index else ""
    open_end = bool(before) and not before.isupper() and not before.endswith(_STOPS)
    return not lines[index].gap and open_end
