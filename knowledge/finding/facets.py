"""Answers from one facet of one standard: its section or item, in the document's words."""

from __future__ import annotations

from knowledge.finding.answering import Answered, short_title
from knowledge.finding.answers import ReplyKind, Request
from knowledge.finding.contents import content
from knowledge.finding.shelf import Shelf
from knowledge.finding.step_columns import standing_in
from knowledge.finding.suggesting import suggestions
from knowledge.model import Facet, ServiceStandard


def facet(shelf: Shelf, request: Request) -> Answered:
    """Answer with what the standard says on the facet, or say that it has no such part."""
    standard = shelf.standards[request.standard or ""]
    found = content(standard, request.aspect)
    if not found.lines and request.aspect == Facet.REQUIREMENTS_USER:  # told of all together
        found = content(standard, Facet.REQUIREMENTS.value)
    is_chart = request.aspect == "framework" and found.source is not None
    if found.source is None or not (found.lines or is_chart):
        return standing_in(standard, request.aspect) or missing(standard, request.aspect)
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
