"""Texts whose sections are numbered "4." and whose entries "4.1", "4.2", as in regulations.

There an entry's number says to which section it belongs, so that no section is taken for the next
entry of a list above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.model import Facet
from knowledge.reading.headings import known_heading, worded_heading
from knowledge.reading.pages import Line

#: "4.1 Pemohon ..." and "4.1. Pemohon ...".
ENTRY = re.compile(r"(?P<section>\d{1,2})\.(?P<entry>\d{1,2})(?:\.\d{1,2})*\.?\s+(?P<words>\S.*)")
_SECTION = re.compile(r"(?P<section>\d{1,2})\.?\s+(?P<words>[A-Z].*)")
_LONGEST = 100
_NEAR = 3  # lines of introduction between a section's heading and its first entry
_LEAST = 3
_LEAST_KNOWN = 2


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
    return found if sure else {}


def _holds_first(lines: Sequence[Line], index: int, section: str) -> bool:
    """Whether the first entry of a section stands near below its heading."""
    for line in lines[index + 1 : index + 2 + _NEAR]:
        if match := ENTRY.fullmatch(line.plain):
            return match["section"] == section and match["entry"] == "1"
        if _SECTION.fullmatch(line.plain):
            return False
    return False


def own_heading(lines: Sequence[Line], index: int) -> tuple[str, str] | None:
    """Return number and words of an entry that only heads what stands below: "1.2 Tujuan"."""
    match = ENTRY.fullmatch(lines[index].plain)
    if match is None or index + 1 >= len(lines) or match["words"].endswith((".", ";", ",", ":")):
        return None
    heading = known_heading(match["words"])
    if not (heading and (heading.exact or heading.mended)):
        return None
    following = ENTRY.fullmatch(lines[index + 1].plain) or _SECTION.fullmatch(
        lines[index + 1].plain
    )
    return None if following else (f"{match['section']}.{match['entry']}", match["words"])


def only_parts(lines: Sequence[Line], index: int) -> bool:
    """Whether nothing but headings of their own stands below a section's: no text is its own."""
    below = index + 1
    return below < len(lines) and own_heading(lines, below) is not None
