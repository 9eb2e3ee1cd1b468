"""The total time of a procedure, as far as it can be said: a sum, and what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from knowledge.finding import steps as navigation
from knowledge.finding.answering import Answered, cite, short_title
from knowledge.finding.answers import Request
from knowledge.finding.branches import is_conditional, kinds
from knowledge.finding.contents import content
from knowledge.finding.facets import facet, missing
from knowledge.finding.lengths import length
from knowledge.finding.shelf import Shelf
from knowledge.finding.suggesting import suggestions
from knowledge.model import Facet, ProcedureStep, ServiceStandard, TimeUnit

_CALENDAR = "kalender"
_CALENDARS = {"working": "kerja", "calendar": _CALENDAR}
_HOURS_OF_DAY = 24
_ORDER = (TimeUnit.BULAN, TimeUnit.MINGGU, TimeUnit.HARI, TimeUnit.JAM, TimeUnit.MENIT)


@dataclass(slots=True)
class Total:
    """Sums by unit, each step's time in the text's words, and the steps left out.

    "hari" and "hari kerja" are summed apart. `kinds` are the parts of which only one may be
    gone through, each with a total of its own.
    """

    exact: dict[tuple[TimeUnit, str], Decimal] = field(default_factory=dict)
    timed: list[ProcedureStep] = field(default_factory=list)
    depending: list[ProcedureStep] = field(default_factory=list)
    untimed: list[ProcedureStep] = field(default_factory=list)
    kinds: list[tuple[ProcedureStep, Total]] = field(default_factory=list)

    @property
    def length(self) -> Decimal | None:
        """Return the sum with the longest kind in working minutes, None where nothing is timed."""
        own = [length(a, unit, calendar=c == _CALENDAR) for (unit, c), a in self.exact.items()]
        longest = max((found for _, kind in self.kinds if (found := kind.length)), default=None)
        known = own if longest is None else [*own, longest]
        return sum(known, Decimal(0)) if known else None

    def spoken(self) -> list[tuple[str, str]]:
        """Return (amount, unit) from the largest unit down, with a decimal comma."""
        order = sorted(self.exact, key=lambda key: (_ORDER.index(key[0]), key[1]))
        return [_spoken(self.exact[key], *key) for key in order]


def _spoken(amount: Decimal, unit: TimeUnit, calendar: str) -> tuple[str, str]:
    """Return an amount and its unit in words; hours of the clock as the texts write them."""
    if unit is not TimeUnit.JAM or calendar != _CALENDAR:
        return _plain(amount), f"{unit.value} {calendar}".strip()
    days, rest = divmod(amount, _HOURS_OF_DAY)
    return (_plain(amount), "jam") if rest else (_plain(days), f"x {_HOURS_OF_DAY} jam")


def _plain(amount: Decimal) -> str:
    text = f"{amount.normalize():f}"
    return text.replace(".", ",")


def total_of(standard: ServiceStandard, kind: str | None = None) -> Total:
    """Add up the times of the steps; a step's own time stands for all that is under it.

    Of parts that may be kinds of the service only the one numbered `kind` is added.
    """
    total = Total()
    for step in standard.steps:
        _add(step, total, kind)
    return total


def total_of_step(step: ProcedureStep) -> Total:
    """Add up the times of a step and what is under it."""
    total = Total()
    _add(step, total, None)
    return total


def _add(step: ProcedureStep, total: Total, kind: str | None) -> None:
    duration = step.duration
    if duration is None:
        _add_below(step, total, kind)
        return
    other = duration.per or duration.after or is_conditional(step)
    if duration.unit is None or duration.amount is None or other:
        total.depending.append(step)
        return
    total.timed.append(step)
    key = (duration.unit, _CALENDARS.get(duration.calendar or "", ""))
    amount = duration.amount * (duration.times or 1)
    total.exact[key] = total.exact.get(key, Decimal(0)) + amount


def _add_below(step: ProcedureStep, total: Total, kind: str | None) -> None:
    if not any(navigation.timed_below(step)):
        total.untimed.append(step)
        return
    apart = kinds(step)
    chosen = next((part for part in apart if part.number == kind), None)
    if apart and chosen is None:
        _keep_apart(apart, total)
        return
    for child in (chosen,) if chosen else step.steps:
        _add(child, total, kind)


def _keep_apart(parts: tuple[ProcedureStep, ...], total: Total) -> None:
    for part in parts:
        own = total_of_step(part)
        total.kinds.append((part, own))
        total.depending.extend(own.depending)
        total.untimed.extend(own.untimed)


def total_time(shelf: Shelf, request: Request) -> Answered:
    """Answer with the total the standard sets, else with the sum of its steps and its gaps."""
    standard = shelf.standards[request.standard or ""]
    part = standard.step(request.step or "")
    if part is None and content(standard, Facet.TOTAL_TIME.value).lines:
        return facet(shelf, Request(Facet.TOTAL_TIME.value, standard.id))
    section = standard.section(Facet.PROCEDURE)
    if section is None or not standard.steps:
        return missing(standard, "total_time")
    total = total_of(standard, part.number if part else None)
    values = _values(standard, total) | {"part": _part(part, total) if part else None}
    return Answered(
        "total_time", values, (cite(standard, (part or section).source),),
        next=suggestions(standard, "total_time"), step=part.number if part else None,
    )  # fmt: skip


def _values(standard: ServiceStandard, total: Total) -> dict[str, object]:
    """Return a total as values for a text."""
    return {
        "standard": short_title(standard),
        "sums": total.spoken(),
        "timed": [_line(s) for s in total.timed],
        "depending": [_line(s) for s in total.depending],
        "noted": _noted(standard),
        "untimed": [{"number": s.number, "title": s.title} for s in total.untimed],
        "kinds": spoken_kinds(total),
    }


def spoken_kinds(total: Total) -> list[dict[str, object]]:
    """Return the parts of which only one may be gone through, each with its own sums."""
    return [{"number": s.number, "title": s.title, "sums": own.spoken()} for s, own in total.kinds]


def _part(step: ProcedureStep, total: Total) -> dict[str, object]:
    """Return the sum of the part that was asked about; the rest is that of all others."""
    among = any(f"{timed.number}.".startswith(f"{step.number}.") for timed in total.timed)
    own = {"number": step.number, "title": step.title, "sums": total_of_step(step).spoken()}
    return own | {"with_rest": among}


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
