"""Moving through the steps of a standard: one by its number, its parent, its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding.branches import are_kinds
from knowledge.finding.pointing import StepRef
from knowledge.model import ProcedureStep, ServiceStandard, StepNote


def resolve(standard: ServiceStandard, ref: StepRef) -> ProcedureStep | None:
    """Return the step of this standard that a reference means, or None."""
    if ref.last:
        return standard.steps[-1] if standard.steps else None
    return standard.step(ref.number) or _in_order(standard, ref.number)


def _in_order(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return the third step for "3" where the steps have letters."""
    lettered = all(step.number.isalpha() for step in standard.steps)
    if not lettered or not number.isdigit() or not 0 < int(number) <= len(standard.steps):
        return None
    return standard.steps[int(number) - 1]


def parent(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return the step that a step is part of, or None at the top."""
    return standard.step(number.rpartition(".")[0]) if "." in number else None


def after(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return what follows: the next step of the same list, else what follows its parent."""
    neighbours = _neighbours(standard, number)
    position = _position(neighbours, number)
    if position is not None and position + 1 < len(neighbours):
        return neighbours[position + 1]
    return after(standard, number.rpartition(".")[0]) if "." in number else None


def before(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return what comes before: the step above in the same list, else what precedes its parent."""
    neighbours = _neighbours(standard, number)
    position = _position(neighbours, number)
    if position:
        return neighbours[position - 1]
    return before(standard, number.rpartition(".")[0]) if "." in number else None


def _neighbours(standard: ServiceStandard, number: str) -> tuple[ProcedureStep, ...]:
    """Return the steps in whose order one stands: kinds of a service stand in no order."""
    above = parent(standard, number)
    if above and are_kinds(standard, above):
        return ()
    return above.steps if above else standard.steps


def _position(steps: tuple[ProcedureStep, ...], number: str) -> int | None:
    return next((i for i, step in enumerate(steps) if step.number == number), None)


def notes_beside(step: ProcedureStep) -> tuple[StepNote, ...]:
    """Return the notes on lines of their own: a rule inside the step's text is told with it."""
    return tuple(note for note in step.notes if note.text not in step.text)


def enclosing_time(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return the nearest step above that has a time of its own, or None."""
    above = parent(standard, number)
    while above and above.duration is None:
        above = parent(standard, above.number)
    return above


def acting_above(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return the nearest step above that names who acts, or None."""
    above = parent(standard, number)
    while above and not above.actors:
        above = parent(standard, above.number)
    return above


def timed_below(step: ProcedureStep) -> Iterator[ProcedureStep]:
    """Yield the nearest steps below that have a time of their own."""
    for child in step.steps:
        if child.duration is not None:
            yield child
        else:
            yield from timed_below(child)
