"""Which lines of a text begin its parts: "BAB III", or letters above sections that are numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.heading_styles import DIGIT, UPPER, known_in, style_of
from knowledge.reading.pages import Line
from knowledge.reading.parts import GOES_ON, Part, part_of
from knowledge.reading.titles import prints_title

_LONGEST_PART = 160
_BARE = 2  # words: "Standar Pelayanan"
#: The two parts of a standard by Permenpan 15/2014: how it is delivered, how the office works.
_PROCESS = re.compile(
    r"\b(?:proses|penyampaian|pengelolaan|delivery|manufacturing|internal)\b", re.I
)
_DELIVERY = re.compile(r"\b(?:penyampaian|service\s+delivery)\b", re.I)


def find_parts(lines: Sequence[Line]) -> dict[int, Part]:
    """Return the parts by the index of their line."""
    parts = {i: part for i, line in enumerate(lines) if (part := part_of(line.plain))}
    services = {i: part.title for i, part in parts.items() if _names_service(part)}
    if len(set(services.values())) > 1:  # "BAGIAN II. STANDAR PELAYANAN CUTI": one each
        parts = {i: part for i, part in parts.items() if i not in services}
    return parts or _lettered_parts(lines)


def _lettered_parts(lines: Sequence[Line]) -> dict[int, Part]:
    """Return "A. Service Delivery" and "B. Manufacturing" above sections that begin with 1."""
    if style_of(lines) != "digit":
        return {}
    found: dict[int, Part] = {}
    for index, line in enumerate(lines):
        match = UPPER.fullmatch(line.plain) if len(line.plain) <= _LONGEST_PART else None
        heads = match and not line.plain.endswith((".", ";", ","))
        if match and heads and _first_section(lines, index + 1, goes_on=bool(found)):
            found[index] = Part(match[1], match[2])
    if all(map(_names_service, found.values())):
        return {}
    alone = any(_DELIVERY.search(part.title) for part in found.values())
    return found if len(found) > 1 or alone else {}


def _names_service(part: Part) -> bool:
    """Whether a letter stands before a standard of its own: "A. STANDAR PELAYANAN IZIN TRAYEK"."""
    titled = prints_title(Line(part.title)) and len(part.title.split()) > _BARE
    return titled and not _PROCESS.search(part.title)


def _first_section(lines: Sequence[Line], start: int, *, goes_on: bool) -> bool:
    """Whether a section follows, at once or behind a broken line: the first one, or any later."""
    for line in lines[start : start + 2]:
        match = DIGIT.fullmatch(line.plain)
        if match:
            return (match[1] == "1" or goes_on) and known_in(match[2]) is not None
        if line.gap or not GOES_ON.match(line.plain):
            return False
    return False
