"""A standard as plain data: the report of `pandu read --json`, and a lossless form for storing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from knowledge.model import (
    ComplaintChain,
    Duration,
    Item,
    ProcedureStep,
    Section,
    ServiceStandard,
    StepNote,
)
from knowledge.storing import from_data, to_data

__all__ = ["as_report", "duration_report", "from_data", "to_data"]


def as_report(standard: ServiceStandard) -> dict[str, Any]:
    """Return a standard as one object of CONTRACT `pandu read --json`, with a little more."""
    return {
        "id": standard.id,
        "file": standard.file,
        "title": standard.title,
        "unit": standard.unit,
        "responsible": standard.responsible,
        "implementers": list(standard.implementers),
        "complaint": _complaint(standard.complaint),
        "cost": standard.cost,
        "place": standard.place,
        "service_hours": standard.service_hours,
        "requirements": {
            "implementer": list(standard.requirements_implementer),
            "user": list(standard.requirements_user),
        },
        "legal_basis": list(standard.legal_basis),
        "definitions": [
            {
                "term": d.term,
                "abbreviation": d.abbreviation,
                "text": d.text,
                "section": d.source.section,
                "page": d.source.page,
            }
            for d in standard.definitions
        ],
        "abbreviations": dict(standard.abbreviations),
        "steps": [_step(step) for step in standard.steps],
        "sections": [_section(section) for section in standard.sections],
        "components": {
            "present": list(standard.components_present),
            "missing": list(standard.components_missing),
        },
        "warnings": list(standard.warnings),
    }


def duration_report(duration: Duration | None) -> dict[str, Any] | None:
    """Return a duration as CONTRACT writes it; `offset`, `rate`, `frequency` only where set."""
    if duration is None:
        return None
    report: dict[str, Any] = {
        "text": duration.text,
        "amount": _number(duration.amount),
        "unit": duration.unit.value if duration.unit else None,
        "calendar": duration.calendar,
        "times": duration.times,
        "per": duration.per,
        "min": _number(duration.minimum),
        "bound": duration.bound,
        "after": duration.after,
    }
    if duration.rate:
        rate = duration.rate
        report["rate"] = {
            "amount": _number(rate.amount),
            "unit": rate.unit,
            "per": rate.per.value,
        }
    if duration.offset:
        offset = duration.offset
        report["offset"] = {
            "amount": offset.amount,
            "unit": offset.unit.value,
            "calendar": offset.calendar,
            "of": offset.of,
        }
    if duration.frequency:
        report["frequency"] = duration.frequency
    return report


def _number(value: Decimal | None) -> int | float | None:
    """Return a whole number as int, another as float, since JSON has no decimals."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _complaint(chain: ComplaintChain | None) -> dict[str, Any] | None:
    if chain is None:
        return None
    sources = (chain.received_source, chain.delegation_source, chain.handled_source)
    return {
        "received_by": chain.received_by,
        "delegation": chain.delegation.value if chain.delegation else None,
        "handled_by": list(_handlers(chain)),
        "together_with": list(chain.together_with),
        "channels": [{"kind": c.kind, "value": c.value} for c in chain.channels],
        "sender": chain.sender,
        "via": chain.via,
        "addressed_to": chain.addressed_to,
        "cases": [{"about": c.about, "handled_by": list(c.handled_by)} for c in chain.cases],
        "next": chain.next,
        "sources": [{"section": s.section, "page": s.page} if s else None for s in sources],
    }


def _handlers(chain: ComplaintChain) -> Iterable[str]:
    """Return everybody who handles complaints: of all kinds, or of one."""
    of_cases = (name for case in chain.cases for name in case.handled_by)
    return dict.fromkeys((*chain.handled_by, *of_cases))


def _step(step: ProcedureStep) -> dict[str, Any]:
    return {
        "number": step.number,
        "text": step.text,
        "title": step.title,
        "actors": list(step.actors),
        "duration": duration_report(step.duration),
        "page": step.source.page,
        "section": step.source.section,
        "notes": [_note(note) for note in step.notes],
        "details": [_item(item) for item in step.details],
        "steps": [_step(child) for child in step.steps],
    }


def _note(note: StepNote) -> dict[str, Any]:
    return {
        "text": note.text,
        "actors": list(note.actors),
        "duration": duration_report(note.duration),
        "conditional": note.conditional,
        "page": note.source.page,
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "mark": item.mark,
        "text": item.text,
        "section": item.source.section,
        "page": item.source.page,
        "facet": item.facet.value if item.facet else None,
        "items": [_item(child) for child in item.items],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "facet": section.facet.value,
        "part": section.part,
        "part_title": section.part_title,
        "letter": section.letter,
        "heading": section.heading,
        "section": section.source.section,
        "page": section.source.page,
        "items": [_item(item) for item in section.items],
    }
