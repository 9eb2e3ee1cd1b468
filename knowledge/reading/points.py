"""Sections counted within each service: "1.2 Dasar hukum" below "I. LAYANAN PEMINJAMAN ARSIP"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.model import Facet
from knowledge.reading.found import Found
from knowledge.reading.headings import known_heading, worded_heading
from knowledge.reading.pages import Line

_POINT = re.compile(r"(?P<part>\d{1,2})\.(?P<number>\d{1,2})\.?\s+(?P<words>[A-Z][^.;:]{2,60}):?")
_LEAST_KNOWN = 3


def find_points(lines: Sequence[Line]) -> dict[int, Found]:
    """Return the sections that are counted so, in turn from 1 on, or nothing."""
    found: dict[int, Found] = {}
    part, last = "", 0
    for at, line in enumerate(lines):
        match = _POINT.fullmatch(line.plain)
        if match is None or any(below.plain[:1].islower() for below in lines[at + 1 : at + 2]):
            continue
        number = int(match["number"])
        if number == (last + 1 if match["part"] == part else 1):
            part, last = match["part"], number
            found[at] = Found(f"{part}.{number}", worded_heading(match["words"]))
    named = (known_heading(hit.heading.text) for hit in found.values())
    known = {heading.facet for heading in named if heading and heading.exact} - {Facet.OTHER}
    return found if len(known) >= _LEAST_KNOWN else {}
