"""What people ask next: only what the standard can answer."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.finding.answers import Request
from knowledge.finding.contents import content, timed_items
from knowledge.model import Facet, ServiceStandard

_NEXT: Mapping[str, tuple[str, ...]] = {
    "cost": ("requirements", "total_time"),
    "place": ("service_hours", "complaint"),
    "service_hours": ("place", "total_time"),
    "requirements": ("procedure", "cost"),
    "responsible": ("implementers", "complaint"),
    "implementers": ("responsible", "competence"),
    "unit": ("responsible", "place"),
    "procedure": ("total_time", "requirements"),
    "total_time": ("procedure", "requirements"),
    "complaint": ("responsible", "place"),
    "legal_basis": ("background", "purpose"),
    "output": ("outcome", "procedure"),
    "outcome": ("output", "target"),
    "supervision": ("guarantee", "evaluation"),
    "guarantee": ("safety", "supervision"),
    "evaluation": ("supervision", "guarantee"),
}
_USUAL = ("procedure", "requirements", "complaint")


def suggestions(standard: ServiceStandard, aspect: str) -> tuple[Request, ...]:
    """Return what people ask next about this standard, only what it can answer."""
    wanted = [a for a in (*_NEXT.get(aspect, ()), *_USUAL) if a != aspect]
    able = [a for a in dict.fromkeys(wanted) if can_answer(standard, a)]
    return tuple(Request(a, standard.id) for a in able[:3])


def can_answer(standard: ServiceStandard, aspect: str) -> bool:
    """Say whether the standard has anything on the aspect."""
    if aspect in ("procedure", "total_time", "step_count"):
        return bool(standard.steps)
    if aspect == "complaint_channel":
        return bool(standard.complaint and standard.complaint.channels)
    if aspect == "complaint_time":
        return bool(timed_items(standard, Facet.COMPLAINT))
    if aspect.startswith("complaint"):
        return standard.complaint is not None
    return bool(content(standard, aspect).lines)
