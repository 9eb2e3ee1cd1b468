"""The shape of the hand-made tables: one `Standard` a document, one `Row` a step."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

NO_TIME: dict[str, Any] = {}


def time(text: str, amount: float, unit: str, **more: object) -> dict[str, Any]:
    """Return a duration as the report writes it; what is not named is null."""
    silent = dict.fromkeys(("calendar", "times", "per", "min", "bound", "after"))
    return {"text": text, "amount": amount, "unit": unit, **silent, **more}


@dataclass(frozen=True)
class Row:
    """A step: how its title begins (or all of it), its time, its doers, its page."""

    begins: str
    time: dict[str, Any] = field(default_factory=dict)
    actors: tuple[str, ...] = ()
    page: int | None = None
    ends: str = ""


@dataclass(frozen=True)
class Complaint:
    """The complaint chain of a standard."""

    received_by: str
    delegation: str
    handled_by: tuple[str, ...]
    together_with: tuple[str, ...]
    sender: str | None
    sources: tuple[tuple[str, int | None], ...]
    via: str | None = None
    addressed_to: str | None = None


@dataclass(frozen=True)
class Standard:
    """Everything the tables say about one document."""

    file: str
    id: str
    title: str
    unit: str
    responsible: str
    implementers: tuple[str, ...]
    sections: tuple[tuple[str, str, str, int | None], ...]  # source, facet, heading, page
    scope: tuple[tuple[str, str, int | None], ...]  # section, facet, page
    complaint: Complaint
    place: str
    service_hours: str
    facilities: str
    legal_basis: tuple[str, ...]
    requirements_implementer: tuple[str, ...]
    requirements_user: tuple[str, ...]
    missing: tuple[str, ...]
    steps_per_level: tuple[int, ...]
    steps: dict[str, Row]
    definitions: tuple[tuple[str, str | None, str], ...] = ()  # term, abbreviation, section
    abbreviations: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    notes: dict[str, tuple[str, bool]] = field(default_factory=dict)  # step: begins, conditional
    details: dict[str, int] = field(default_factory=dict)
