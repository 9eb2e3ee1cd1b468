"""Plans as tests make them: a few steps in brackets, or a shipped standard by its file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.plans.model import Plan, PlanInputs
from bot.domain.plans.planner import plan_of
from bot.domain.working_time.calendar import WorkingCalendar, office_calendar
from knowledge.library import Library, shipped_documents
from knowledge.model import Facet, ProcedureStep, Section, ServiceStandard, Source
from knowledge.reading.durations import find_duration
from knowledge.reading.steps import without_time

WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = office_calendar(WIB)
MONDAY = "2026-11-23 07:30"
PROCEDURE = Source("Bagian Kedua B")


def at(text: str) -> datetime:
    """Return an instant in office time."""
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def step(number: str, text: str, *steps: ProcedureStep) -> ProcedureStep:
    """Return a step as it would be read."""
    found = find_duration(text)
    return ProcedureStep(
        number,
        text,
        Source(f"Bagian Kedua B.{number}"),
        title=without_time(text, found[1] if found else None),
        duration=found[0] if found else None,
        steps=steps,
    )


def standard_of(*steps: ProcedureStep) -> ServiceStandard:
    """Return a made-up standard with this procedure."""
    section = Section(Facet.PROCEDURE, "B", "Prosedur", "Bagian Kedua", (), PROCEDURE)
    return ServiceStandard("izin", "Standar Pelayanan Izin", "izin.txt", (section,), steps)


@cache
def shipped() -> Mapping[str, ServiceStandard]:
    """Return the shipped standards by the stem of their file."""
    library, _ = Library.load([shipped_documents()])
    return {standard.file.removesuffix(".txt"): standard for standard in library.values()}


def planned(
    standard: ServiceStandard,
    start: str = MONDAY,
    *,
    calendar: WorkingCalendar = CALENDAR,
    events: Mapping[str, str] | None = None,
    **more: Any,
) -> Plan:
    """Return a plan; events are dates or instants as text."""
    days = {number: _day(text) for number, text in (events or {}).items()}
    return plan_of(standard, PlanInputs(at(start), events=days, **more), calendar)


def _day(text: str) -> date:
    return date.fromisoformat(text) if len(text) == len("2026-11-23") else at(text)


def deadlines(plan: Plan) -> dict[str, str | None]:
    """Return each step's deadline as text, in office time."""
    return {
        one.number: one.deadline.strftime("%Y-%m-%d %H:%M") if one.deadline else None
        for one in plan.steps
    }


def times(plan: Plan) -> dict[str, str]:
    """Return the deadlines of the steps that have one, without the year."""
    found = deadlines(plan)
    return {number: due[5:] for number, due in found.items() if due is not None}
