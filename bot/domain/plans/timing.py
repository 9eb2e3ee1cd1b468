"""When one step is due by its own time, whatever stands below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.plans.answers import Answers, event_of
from bot.domain.plans.measures import Measure, days_of_offset, measure
from bot.domain.plans.model import Basis
from bot.domain.working_time.calendar import WorkingCalendar, days_after, months_after
from bot.domain.working_time.reckoning import Reckoning, end_of, reckon
from knowledge.model import Offset, ProcedureStep, TimeUnit

_MINUTES = {TimeUnit.MENIT: 1, TimeUnit.JAM: 60}


@dataclass(frozen=True, slots=True)
class Timing:
    """A step's own start and deadline, and what they rest on."""

    start: datetime
    basis: Basis
    deadline: datetime | None = None
    warn_at: datetime | None = None
    measure: Measure | None = None
    reckoning: Reckoning | None = None
    event: str | None = None
    event_at: datetime | date | None = None
    paused: int = 0
    replaced: datetime | None = None


def timing_of(
    step: ProcedureStep, at: datetime, answers: Answers, calendar: WorkingCalendar
) -> Timing:
    """Return when a step that begins at an instant is due by what its text says."""
    event, event_at = event_of(step), answers.events.get(step.number)
    amount = measure(step.duration, answers.counts)
    if event is not None and event_at is None:
        return Timing(at, Basis.AWAITED, measure=amount, event=event)
    if step.duration is not None and step.duration.offset is not None and event_at is not None:
        deadline = offset_end(step.duration.offset, event_at, calendar)
        return Timing(at, Basis.OFFSET, deadline, event=event, event_at=event_at)
    if amount is not None:
        start = at if event_at is None else instant_of(event_at, calendar)
        basis = Basis.OWN if event_at is None else Basis.EVENT
        return _measured(start, basis, amount, calendar, (event, event_at))
    if event_at is not None:
        return Timing(at, Basis.GIVEN, _given(event_at, calendar), event_at=event_at)
    return Timing(at, Basis.NONE)


def _given(event: datetime | date, calendar: WorkingCalendar) -> datetime:
    if isinstance(event, datetime):
        return calendar.local(event)
    return calendar.closing_from(event)


def _measured(
    start: datetime,
    basis: Basis,
    amount: Measure,
    calendar: WorkingCalendar,
    event: tuple[str | None, datetime | date | None],
) -> Timing:
    found = reckon(calendar, start, amount.span)
    warn_at = end_of(calendar, start, amount.shortest) if amount.shortest else None
    return Timing(found.start, basis, found.end, warn_at, amount, found, *event)


def instant_of(event: datetime | date, calendar: WorkingCalendar) -> datetime:
    """Return when an event was: a date alone is meant from its beginning."""
    if isinstance(event, datetime):
        return calendar.local(event)
    return datetime.combine(event, time(), calendar.zone)


def offset_end(offset: Offset, event: datetime | date, calendar: WorkingCalendar) -> datetime:
    """Return the end of a time counted from an event: back for "H-7", on for "H+3"."""
    day = instant_of(event, calendar).date()
    if offset.unit in _MINUTES:
        minutes = abs(offset.amount) * _MINUTES[offset.unit]
        return calendar.subtract_minutes(instant_of(event, calendar), minutes)
    if offset.unit is TimeUnit.BULAN:
        return calendar.closing_until(months_after(day, offset.amount))
    working = offset.calendar == "working"
    days = days_of_offset(offset.amount, offset.unit, working=working)
    if days <= 0:
        return calendar.before_event(day, -days, working=working)
    return calendar.closing_from(days_after(day, days))
