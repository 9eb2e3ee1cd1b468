"""Texts whose sections are numbered "4." and whose entries "4.1", "4.2", as in regulations.

There an entry's number says to which section it belongs, so that no section is taken for the next
entry of a list above it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.model import Facet
from knowledge.reading.headings import Heading, known_heading, worded_heading
from knowledge.reading.pages import Line

#: "4.1 Pemohon ..." and "4.1. Pemohon ...".
_ENTRY = re.compile(r"(?P<section>\d{1,2})\.(?P<entry>\d{1,2})(?:\.\d{1,2})*\.?\s+(?P<words>\S.*)")
_SECTION = re.compile(r"(?P<section>\d{1,2})\.?\s+(?P<words>[A-Z].*)")
_LONGEST = 100
_NEAR = 3  # lines of introduction between a section's heading and its first entry
_LEAST = 3
_LEAST_KNOWN = 2
_LEAST_BELOW = 5


def find_decimals(lines: Sequence[Line]) -> dict[int, tuple[str, str]]:
    """Return the numbers and words of the sections that hold "N.1", by the index of their line.

    It is empty where fewer than three run on from 1 with words of headings: there such numbers
    mark steps and what is below these.
    """
    found: dict[int, tuple[str, str]] = {}
    last = 0
    for index, line in enumerate(lines):
        match = _SECTION.fullmatch(line.plain) if len(line.plain) <= _LONGEST else None
        if match and int(match["section"]) > last and _holds_first(lines, index, match["section"]):
            if not (found or match["section"] == "1"):
                return {}
            found[index] = match["section"], match["words"].rstrip(" :")
            last = int(match["section"])
    known = [h.facet for _, words in found.values() if (h := known_heading(words))]
    named = {worded_heading(words).facet for _, words in found.values()} - {Facet.OTHER}
    sure = len(known) >= _LEAST_KNOWN and len(named) >= _LEAST
    return found if sure or (found and _heads_below(lines)) else {}


def _heads_below(lines: Sequence[Line]) -> bool:
    """Whether the components stand on the second level: "2.1 Persyaratan" above "2.1.1"."""
    own = (hit for at in range(len(lines)) if (hit := _own_heading(lines, at)))
    return len({heading.facet for _, heading in own}) >= _LEAST_BELOW


def _holds_first(lines: Sequence[Line], index: int, section: str) -> bool:
    """Whether the first entry of a section stands near below its heading."""
    for line in lines[index + 1 : index + 2 + _NEAR]:
        if match := _ENTRY.fullmatch(line.plain):
            return match["section"] == section and match["entry"] == "1"
        if _SECTION.fullmatch(line.plain):
            return False
    return False


def is_entry(line: Line) -> bool:
    """Whether a line is an entry of a section: "4.1 Pemohon ..."."""
    return bool(_ENTRY.fullmatch(line.plain))


def decimal_heading(
    lines: Sequence[Line], index: int, sections: Mapping[int, tuple[str, str]]
) -> tuple[str, Heading] | None:
    """Return the number and meaning of "4. Prosedur" above "4.1", or of "1.2 Tujuan".

    A section that only holds headings like the latter has no text of its own, and no meaning.
    """
    if index in sections:
        number, words = sections[index]
        bare = _own_heading(lines, index + 1) is not None
        return number, Heading(Facet.OTHER, words, exact=False) if bare else worded_heading(words)
    return _own_heading(lines, index)


def _own_heading(lines: Sequence[Line], index: int) -> tuple[str, Heading] | None:
    """Read an entry that only heads what stands below it."""
    if index + 1 >= len(lines):
        return None
    match, below = _ENTRY.fullmatch(lines[index].plain), lines[index + 1].plain
    if match is None or match["words"].endswith((".", ";", ",", ":")):
        return None
    heading = known_heading(match["words"])
    if heading is None or not (heading.exact or heading.mended):
        return None
    number = f"{match['section']}.{match['entry']}"
    empty = _ENTRY.fullmatch(below) or _SECTION.fullmatch(below)
    return None if empty and not below.startswith(f"{number}.") else (number, heading)
