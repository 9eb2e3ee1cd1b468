"""What one standard says on one facet, as lines in the document's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.finding.answering import Line, cite
from knowledge.finding.answers import Citation
from knowledge.model import Facet, Item, Section, ServiceStandard

_LONGEST_LEAD = 160  # characters; several lines that come to more, as a tariff's, are a list
_NUMBER = r"(?:\d+(?:,\d+)?|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belas|puluh)"
_TIME = re.compile(
    rf"\b(?!24 jam){_NUMBER}(?:\s*\([^)]*\))?(?:\s*[x×]\s*24)?"
    r"\s+(?:hari|jam|minggu|menit)\b",
    re.IGNORECASE,
)
_BESIDE = {  # what a heading says that speaks of hours, and of the place
    Facet.SERVICE_HOURS: re.compile(r"\b(?:waktu|jadwal|jam)\b", re.IGNORECASE),
    Facet.PLACE: re.compile(r"\b(?:tempat|lokasi|alamat)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Content:
    """What a standard says on a facet: a short lead, if it has one, and the lines."""

    lines: tuple[Line, ...] = ()
    lead: str | None = None
    source: Citation | None = None


def content(standard: ServiceStandard, aspect: str) -> Content:
    """Return what the standard says on a facet; no lines where it says nothing."""
    try:
        facet = Facet(aspect)
    except ValueError:
        return Content()
    item = standard.item(facet)
    section = standard.section(facet) or _shared(standard, facet)
    if section is not None:
        lines, source = tuple(section_lines(section)), cite(standard, section.source)
    elif item is not None:
        lines, source = tuple(item_lines(item)), cite(standard, item.source)
    else:
        return Content()
    lead = _lead(standard, facet)
    is_list = lead is not None and len(lead) > _LONGEST_LEAD and len(lines) > 1
    return Content(lines, None if is_list else lead, source)


def _shared(standard: ServiceStandard, facet: Facet) -> Section | None:
    """Return the section of hours and place together ("Waktu dan Tempat Pelayanan"), if any."""
    said = _BESIDE.get(facet)
    if said is None:
        return None
    beside = (s for s in standard.sections if s.facet in _BESIDE)
    return next((s for s in beside if said.search(s.heading)), None)


def _lead(standard: ServiceStandard, facet: Facet) -> str | None:
    short = {
        Facet.RESPONSIBLE: standard.responsible,
        Facet.UNIT: standard.unit,
        Facet.COST: standard.cost,
    }
    return short.get(facet)


def item_lines(item: Item, depth: int = 0) -> list[Line]:
    """Return an item and what stands under it as lines; the item's own mark is left out."""
    lines = [Line("", item.text, depth)] if item.text else []
    for child in item.items:
        lines.extend(_child_lines(child, depth))
    return lines


def _child_lines(item: Item, depth: int) -> list[Line]:
    lines = [Line(item.mark, item.text, depth)]
    for child in item.items:
        lines.extend(_child_lines(child, depth + 1))
    return lines


def section_lines(section: Section) -> list[Line]:
    """Return all items of a section as lines."""
    return [line for item in section.items for line in _child_lines(item, 0)]


def timed_items(standard: ServiceStandard, facet: Facet) -> list[Item]:
    """Return the items of a section that set a time ("paling lambat 3 (tiga) hari kerja")."""
    section = standard.section(facet)
    walked = (item for top in section.items for item in top.walk()) if section else ()
    return [item for item in walked if _TIME.search(item.text)]
