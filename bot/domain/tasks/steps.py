"""The steps of a frozen standard by their numbers, notes with a time among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from knowledge.model import ProcedureStep, ServiceStandard
from knowledge.reading.alternatives import Fork, arranged

_MOST = 64
# The standard is kept with its steps, so that no other one can have its id meanwhile.
_known: dict[int, tuple[ServiceStandard, Mapping[str, ProcedureStep]]] = {}


def step_of(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return a step, or None if the standard has none of that number."""
    return steps_of(standard).get(number)


def steps_of(standard: ServiceStandard) -> Mapping[str, ProcedureStep]:
    """Return all steps in the text's order."""
    known = _known.get(id(standard))
    if known is None or known[0] is not standard:
        if len(_known) >= _MOST:
            _known.pop(next(iter(_known)))
        found = {step.number: step for step in _walk(arranged(standard.steps))}
        known = _known[id(standard)] = (standard, found)
    return known[1]


def _walk(places: Iterable[ProcedureStep | Fork]) -> Iterator[ProcedureStep]:
    for place in places:
        is_branch = isinstance(place, Fork)
        for step in [b.step for b in place.branches] if isinstance(place, Fork) else [place]:
            if step is not None:
                yield step
                yield from _walk(arranged(step.steps, step, is_branch=is_branch))
