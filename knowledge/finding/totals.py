"""The total time of a procedure, as far as it can be said: a sum, and what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from knowledge.finding import steps as navigation
from knowledge.finding.answering import Answered, cite, short_title
from knowledge.finding.answers import Request
from knowledge.finding.contents import content
from knowledge.finding.facets import facet, missing
from knowledge.finding.shelf import Shelf
from knowledge.finding.suggesting import suggestions
from knowledge.model import Facet, ProcedureStep, ServiceStandard, TimeUnit

_ORDER = (TimeUnit.BULAN, TimeUnit.MINGGU, TimeUnit.HARI, TimeUnit.JAM, TimeUnit.MENIT)


@dataclass(slots=True)
class Total:
    """Sums by unit, each step's time in the text's words, and the steps left out."""

    sums: dict[TimeUnit, Decimal] = field(default_factory=dict)
    timed: list[ProcedureStep] = field(default_factory=list)
    depending: list[ProcedureStep] = field(default_factory=list)
    untimed: list[ProcedureStep] = field(default_factory=list)

    def spoken(self) -> list[tuple[str, str]]:
        """Return (amount, unit) from the largest unit down, with a decimal comma."""
        return [(_plain(self.sums[unit]), unit.value) for unit in _ORDER if unit in self.sums]


def _plain(amount: Decimal) -> str:
    text = f"{amount.normalize():f}"
    return text.replace(".", ",")


def total_of(standard: ServiceStandard) -> Total:
    """Add up the times of the steps; a step's own time stands for all that is under it."""
    total = Total()
    for step in standard.steps:
        _add(step, total)
    return total


def _add(step: ProcedureStep, total: Total) -> None:
    duration = step.duration
    if duration is None:
        if not any(navigation.timed_below(step)):
            total.untimed.append(step)
        else:
            for child in step.steps:
                _add(child, total)
        return
    if duration.unit is None or duration.amount is None or duration.per or duration.after:
        total.depending.append(step)
        return
    total.timed.append(step)
    amount = duration.amount * (duration.times or 1)
    total.sums[duration.unit] = total.sums.get(duration.unit, Decimal(0)) + amount


def total_time(shelf: Shelf, request: Request) -> Answered:
    """Answer with the total the standard sets, else with the sum of its steps and its gaps."""
    standard = shelf.standards[request.standard or ""]
    if content(standard, Facet.TOTAL_TIME.value).lines:
        return facet(shelf, Request(Facet.TOTAL_TIME.value, standard.id))
    section = standard.section(Facet.PROCEDURE)
    if section is None or not standard.steps:
        return missing(standard, "total_time")
    total = total_of(standard)
    values = {
        "standard": short_title(standard),
        "sums": total.spoken(),
        "timed": [_line(s) for s in total.timed],
        "depending": [_line(s) for s in total.depending],
        "noted": _noted(standard),
        "untimed": [{"number": s.number, "title": s.title} for s in total.untimed],
    }
    return Answered(
        "total_time", values, (cite(standard, section.source),),
        next=suggestions(standard, "total_time"),
    )  # fmt: skip


def _noted(standard: ServiceStandard) -> list[dict[str, str]]:
    """Return the times that notes add under a condition or after an event."""
    return [
        {"number": step.number, "title": note.text, "time": note.duration.text}
        for step in standard.walk_steps()
        for note in step.notes
        if note.duration is not None
    ]


def _line(step: ProcedureStep) -> dict[str, str]:
    time = step.duration.text if step.duration else ""
    return {"number": step.number, "title": step.title, "time": time}
