"""A plan's inputs held against its standard: what they answer, or which of them is a mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.errors import DomainError
from bot.domain.plans.measures import as_unit, counted_unit
from bot.domain.plans.model import PlanInputs
from knowledge.model import ProcedureStep, ServiceStandard
from knowledge.reading.alternatives import NOTE, Fork, arranged

_YES = frozenset({"ya", "yes", "y", "true", "benar"})
_NO = frozenset({"tidak", "tdk", "no", "n", "t", "false", "bukan"})
_NEGATIONS = frozenset({"tidak", "belum", "kurang", "tanpa", "bukan"})
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered: counts by unit, the chosen label by fork, events by step."""

    counts: Mapping[str, int]
    choices: Mapping[str, str]
    events: Mapping[str, datetime | date]


def answers_to(standard: ServiceStandard, inputs: PlanInputs) -> Answers:
    """Return the inputs as answers to what the standard leaves open.

    Raises DomainError: `plan.unknown_step`, `plan.unknown_unit`, `plan.count`, `plan.no_choice`,
    `plan.unknown_choice`, `plan.no_event`.
    """
    steps, forks = _places(standard)
    return Answers(
        _counts(steps.values(), inputs.counts),
        dict(_choice(forks, steps, *pair) for pair in inputs.choices.items()),
        _events(steps, inputs.events),
    )


def _places(standard: ServiceStandard) -> tuple[dict[str, ProcedureStep], tuple[Fork, ...]]:
    """Return all steps by number, notes with a time among them, and all forks."""
    steps: dict[str, ProcedureStep] = {}
    forks: list[Fork] = []

    def visit(places: Sequence[ProcedureStep | Fork]) -> None:
        for place in places:
            if isinstance(place, Fork):
                forks.append(place)
            for step in _ways(place):
                steps[step.number] = step
                visit(arranged(step.steps, step, is_branch=isinstance(place, Fork)))

    visit(arranged(standard.steps))
    return steps, tuple(forks)


def _ways(place: ProcedureStep | Fork) -> list[ProcedureStep]:
    if isinstance(place, Fork):
        return [branch.step for branch in place.branches if branch.step is not None]
    return [place]


def _counts(steps: Iterable[ProcedureStep], given: Mapping[str, int]) -> dict[str, int]:
    units = {as_unit(unit): unit for step in steps if (unit := counted_unit(step.duration))}
    counts: dict[str, int] = {}
    for unit, count in given.items():
        if as_unit(unit) not in units:
            raise DomainError("plan.unknown_unit", unit=unit, units=tuple(units.values()))
        if not 1 <= count <= _MOST:
            raise DomainError("plan.count", unit=unit, value=count, most=_MOST)
        counts[as_unit(unit)] = count
    return counts


# ---- choices


def _choice(
    forks: Sequence[Fork], steps: Mapping[str, ProcedureStep], number: str, text: str
) -> tuple[str, str]:
    """Return the fork's number and the label of the branch that a text chooses."""
    number = number.strip().rstrip(".")
    for fork in forks:
        if number in (fork.step, fork.step.rsplit(f".{NOTE}", 1)[0]):
            return fork.step, _label(fork, number, text)
    for fork in forks:
        if number in (branch.step.number for branch in fork.branches if branch.step is not None):
            return fork.step, _label(fork, number, text)
    if number not in steps:
        raise DomainError("plan.unknown_step", step=number)
    raise DomainError("plan.no_choice", step=number, steps=tuple(fork.step for fork in forks))


def _label(fork: Fork, number: str, text: str) -> str:
    """Return the one label that a text means, said of the fork or of one of its branches."""
    wanted = as_unit(text).strip(" .")
    for find in _MEANINGS:
        found = set(find(fork, number, wanted)) if wanted else set()
        if len(found) == 1:
            return found.pop()
    choices = tuple(branch.label for branch in fork.branches)
    raise DomainError("plan.unknown_choice", step=number, value=text, choices=choices)


def _itself(fork: Fork, number: str, wanted: str) -> Iterator[str]:
    del number
    return (branch.label for branch in fork.branches if as_unit(branch.label) == wanted)


def _yes_or_no(fork: Fork, number: str, wanted: str) -> Iterator[str]:
    """Yield what yes or no means, of a case or of the branch that was named."""
    if wanted not in _YES | _NO:
        return
    for branch in fork.branches:
        named = branch.step is not None and branch.step.number in (number, f"{number}.{NOTE}")
        if named is (wanted in _YES):
            yield branch.label


def _numbered(fork: Fork, number: str, wanted: str) -> Iterator[str]:
    """Yield the label of the branch with that number or mark."""
    del number
    for branch in fork.branches:
        own = branch.step.number if branch.step is not None else ""
        if wanted in (own, own.rsplit(".", 1)[-1]):
            yield branch.label


def _fitting(fork: Fork, number: str, wanted: str) -> Iterator[str]:
    """Yield the labels of the branches in whose text all the words stand, and no other "not"."""
    del number
    words = _words(wanted)
    for branch in fork.branches:
        if branch.step is None:
            continue
        label = _words(fork.case or branch.label)
        if words <= _words(branch.step.title) and words & _NEGATIONS == label & _NEGATIONS:
            yield branch.label


_MEANINGS: tuple[Callable[[Fork, str, str], Iterator[str]], ...] = (
    _itself, _yes_or_no, _numbered, _fitting,
)  # fmt: skip


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


# ---- events


def _events(
    steps: Mapping[str, ProcedureStep], given: Mapping[str, datetime | date]
) -> dict[str, datetime | date]:
    """Return the events by the steps that wait for them; "Hari H" is one day for all steps."""
    events: dict[str, datetime | date] = {}
    for number, at in given.items():
        step = _waiting(steps, number.strip().rstrip("."))
        events[step.number] = at
    for step in steps.values():
        for number, at in tuple(events.items()):
            if step.number not in events and _same_day(steps[number], step):
                events[step.number] = at
    return events


def _waiting(steps: Mapping[str, ProcedureStep], number: str) -> ProcedureStep:
    """Return the step, or the note at it, that a time can be given for."""
    if number not in steps:
        raise DomainError("plan.unknown_step", step=number)
    for step in (steps[number], steps.get(f"{number}.{NOTE}")):
        if step is not None and (event_of(step) or _is_undated(step)):
            return step
    waiting = tuple(step.number for step in steps.values() if event_of(step))
    raise DomainError("plan.no_event", step=number, steps=waiting)


def event_of(step: ProcedureStep) -> str | None:
    """Return the event that a step's time runs from or up to, None where there is none."""
    duration = step.duration
    if duration is None:
        return None
    return duration.offset.of if duration.offset else duration.after


def _is_undated(step: ProcedureStep) -> bool:
    duration = step.duration
    return not step.steps and (duration is None or (duration.amount is None and not duration.rate))


def _same_day(one: ProcedureStep, other: ProcedureStep) -> bool:
    offsets = [step.duration.offset if step.duration else None for step in (one, other)]
    names = {offset.of.casefold() for offset in offsets if offset is not None}
    return all(offsets) and len(names) == 1
