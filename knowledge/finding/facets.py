"""Answers from one facet of one standard: its section or item, in the document's words."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.finding.answering import Answered, Line, cite, short_title, suggestions
from knowledge.finding.answers import Citation, ReplyKind, Request
from knowledge.finding.shelf import Shelf
from knowledge.model import Facet, Item, Section, ServiceStandard

_BOTH = {
    Facet.REQUIREMENTS: (Facet.REQUIREMENTS_IMPLEMENTER, Facet.REQUIREMENTS_USER),
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
    section = standard.section(facet)
    if item is not None and section is None:
        source = cite(standard, item.source)
        return Content(tuple(item_lines(item)), _lead(standard, facet), source)
    if section is not None:
        return Content(
            tuple(section_lines(section)), _lead(standard, facet), cite(standard, section.source)
        )
    return Content()


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


def facet(shelf: Shelf, request: Request) -> Answered:
    """Answer with what the standard says on the facet, or say that it has no such part."""
    standard = shelf.standards[request.standard or ""]
    found = content(standard, request.aspect)
    if not found.lines or found.source is None:
        return missing(standard, request.aspect)
    values = {
        "facet": request.aspect,
        "standard": short_title(standard),
        "lead": found.lead,
        "lines": found.lines,
        "heading": _heading(standard, request.aspect),
    }
    return Answered("facet", values, (found.source,), next=suggestions(standard, request.aspect))


def _heading(standard: ServiceStandard, aspect: str) -> str | None:
    section = standard.section(Facet(aspect))
    return section.heading if section else None


def missing(standard: ServiceStandard, aspect: str) -> Answered:
    """Say plainly that this standard has nothing on the facet, and what it does have."""
    has = [s.facet.value for s in standard.sections if s.facet is not Facet.OTHER]
    values = {
        "facet": aspect,
        "standard": short_title(standard),
        "title": standard.title,
        "has": tuple(dict.fromkeys(has)),
    }
    return Answered(
        "missing_facet", values, kind=ReplyKind.UNKNOWN, next=suggestions(standard, aspect)
    )
