"""A draft as its screens show it: what was understood, and what was not. No wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.drafts import StandardDraft, nearest
from bot.domain.standards import StoredStandard
from handlers.markup import shorten
from knowledge.model import ComplaintCase, ProcedureStep, ServiceStandard

_STEP, _TITLE, _VALUE = 58, 160, 110
_SHOWN_STEPS = 5
FIELDS = ("title", "unit", "responsible", "received_by", "handled_by")
"""What can be corrected beside steps, in the order of the buttons."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step in a line."""

    number: str
    title: str
    time: str | None
    actors: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class Sibling:
    """A standard that a draft is taken for another edition of."""

    title: str
    unit: str | None
    file: str
    loaded: date
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DraftView:
    """All that the report says; None and 0 stand for what was not found."""

    number: int
    file: str
    title: str
    unit: str | None
    responsible: str | None
    received_by: str | None
    delegation: str | None
    handled_by: str
    cases: tuple[ComplaintCase, ...]
    next: str | None
    cost: str | None
    place: str | None
    hours: str | None
    requirements: int
    steps: tuple[StepLine, ...]
    step_count: int
    timed: int
    present: int
    missing: tuple[str, ...]
    warnings: int
    corrections: tuple[Mapping[str, str], ...]
    unknown: tuple[str, ...]
    sibling: Sibling | None = None


def view_of(draft: StandardDraft, known: Sequence[StoredStandard]) -> DraftView:
    """Return the view of a draft among the standards that are known."""
    standard = draft.standard()
    chain, steps = standard.complaint, list(standard.walk_steps())
    own = [w for w in standard.warnings if w.startswith("corrected: ")]
    return DraftView(
        number=draft.id,
        file=draft.file,
        title=shorten(standard.title, _TITLE),
        unit=_short(standard.unit),
        responsible=_short(standard.responsible),
        received_by=_short(chain.received_by) if chain else None,
        delegation=chain.delegation.value if chain and chain.delegation else None,
        handled_by=shorten("; ".join(chain.handled_by), _VALUE) if chain else "",
        cases=chain.cases if chain else (),
        next=chain.next if chain else None,
        cost=_short(standard.cost),
        place=_short(standard.place),
        hours=_short(standard.service_hours),
        requirements=len(standard.requirements_user) + len(standard.requirements_implementer),
        steps=tuple(line_of(step) for step in standard.steps[:_SHOWN_STEPS]),
        step_count=len(steps),
        timed=sum(1 for step in steps if step.duration),
        present=len(standard.components_present),
        missing=standard.components_missing,
        warnings=len(standard.warnings) - len(own),
        corrections=tuple({**c, "text": shorten(c["text"], _VALUE)} for c in draft.corrections),
        unknown=_unknown(standard),
        sibling=sibling_of(draft, known),
    )


def line_of(step: ProcedureStep) -> StepLine:
    """Return a step in a line; one without words of its own by its first child's."""
    text = step.title or step.text or next((s.title or s.text for s in step.steps), "")
    return StepLine(
        step.number,
        shorten(text, _STEP),
        step.duration.text if step.duration else None,
        shorten("; ".join(step.actors), _STEP),
        step.source.corrected,
    )


def sibling_of(draft: StandardDraft, known: Sequence[StoredStandard]) -> Sibling | None:
    """Return the standard whose edition a draft may be, or is to be."""
    chosen = next((s for s in known if s.id == draft.edition_of), None)
    stored = chosen or nearest(draft.standard(), known)
    if stored is None:
        return None
    since = stored.valid_from
    return Sibling(
        stored.title,
        stored.unit,
        stored.file,
        stored.loaded_at.date(),
        since.year if since else None,
    )


def _unknown(standard: ServiceStandard) -> tuple[str, ...]:
    """Return the names of fields that were not found."""
    found = {
        "unit": standard.unit,
        "responsible": standard.responsible,
        "complaint": standard.complaint,
        "steps": standard.steps,
        "times": any(step.duration for step in standard.walk_steps()),
        "cost": standard.cost,
        "place": standard.place,
        "hours": standard.service_hours,
    }
    return tuple(name for name, value in found.items() if not value)


def _short(value: str | None) -> str | None:
    return shorten(" ".join(value.split()), _VALUE) if value else None
