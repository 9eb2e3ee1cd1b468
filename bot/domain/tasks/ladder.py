"""When a step is spoken of: its beginning, before its deadline, at it, and when it is late.

Everything falls into working hours. What is late is besides told each morning, by the overview.
Who cannot be reached any more is found out by writing to him: then others are told in his place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from bot.domain.plans.model import PlannedStep
from bot.domain.reminders import Reminder
from bot.domain.tasks.rungs import LadderRules
from bot.domain.working_time.calendar import WorkingCalendar

SUBJECT = "task:"
_USUAL = LadderRules()
_LONG = 2  # working days from which on the day before is told
_HOUR = 60
_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
_MINUTES_BEFORE = 5
_BEFORE_CLOSING, _SHORTLY = Fraction(10), Fraction(5, 2)  # minutes
_OF_HUNDRED = 100


class Rung(StrEnum):
    """Why a step is spoken of."""

    BEGIN = "begin"  # its turn has come
    RANGE = "range"  # the lower end of "1-3 hari"
    NEAR = "near"
    DAY = "day"  # the day of the deadline begins
    DUE = "due"
    CLIMB_1 = "climb_1"
    CLIMB_2 = "climb_2"
    TAKEN = "taken"  # whoever had it cannot be reached any more, and somebody else stands in


CLIMBS = (Rung.CLIMB_1, Rung.CLIMB_2)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A rung and when it is told."""

    rung: Rung
    at: datetime


def ladder(
    step: PlannedStep, calendar: WorkingCalendar, rules: LadderRules = _USUAL
) -> Iterator[Spoken]:
    """Yield when a step is spoken of, in order; of one without a deadline only the beginning."""
    if rules.begin:
        yield Spoken(Rung.BEGIN, calendar.next_opening(step.begins))
    if step.deadline is None:
        return
    voice = _Voice(calendar, step.begins, step.deadline, rules)
    if step.warn_at is not None and rules.near:
        yield Spoken(Rung.RANGE, voice.inside(step.warn_at))
    yield from voice.near(step.start)
    if rules.due:
        yield Spoken(Rung.DUE, voice.inside(step.deadline))
    for rung, days in zip(CLIMBS, rules.climbs(), strict=True):
        if days is not None:
            late = calendar.add_working_days(step.deadline, days)
            yield Spoken(rung, calendar.next_opening(late))


@dataclass(frozen=True, slots=True)
class _Voice:
    """Finds moments in working hours between a step's beginning and its deadline."""

    calendar: WorkingCalendar
    begins: datetime
    deadline: datetime
    rules: LadderRules

    @property
    def minutes(self) -> Fraction:
        """Return the working minutes that the step has."""
        return max(Fraction(0), self.calendar.minutes_between(self.begins, self.deadline))

    def near(self, start: datetime) -> Iterator[Spoken]:
        """Yield what is told shortly before the deadline, by the length of the step."""
        if self.calendar.working_days_between(start, self.deadline) >= _LONG:
            yield from self._days_before()
        elif not self.rules.near:
            return
        elif self.minutes >= _HOUR:
            share = Fraction(self.rules.near_share, _OF_HUNDRED)
            at = self.calendar.at_fraction(self.begins, self.deadline, share)
            yield Spoken(Rung.NEAR, self.inside(at))
        elif self.minutes:
            half = self.calendar.at_fraction(self.begins, self.deadline, _HALF)
            before = self.calendar.subtract_minutes(self.deadline, _MINUTES_BEFORE)
            yield Spoken(Rung.NEAR, self.inside(max(half, before)))

    def inside(self, at: datetime) -> datetime:
        """Return the moment if the office is open, else the next opening.

        Where that would come after the deadline, it is a little before the office closes.
        """
        opening = self.calendar.next_opening(at)
        if opening <= self.deadline or at > self.deadline or not self.minutes:
            return opening
        long = self.minutes >= _HOUR
        margin = _BEFORE_CLOSING if long else min(_SHORTLY, self.minutes * _QUARTER)
        return self.calendar.subtract_minutes(at, margin)

    def _days_before(self) -> Iterator[Spoken]:
        day = self.calendar.local(self.deadline).date()
        before = self.calendar.before_event(day, self.rules.near_days, working=True).date()
        told = ((Rung.NEAR, before, self.rules.near), (Rung.DAY, day, self.rules.day))
        for rung, date in ((rung, date) for rung, date, is_on in told if is_on):
            opening = self.calendar.opening(date)
            if opening is not None and self.begins < opening < self.deadline:
                yield Spoken(rung, opening)


def subject_of(task_id: int) -> str:
    """Return the subject under which a task's reminders are kept."""
    return f"{SUBJECT}{task_id}"


def reminder(task_id: int, step: PlannedStep, spoken: Spoken) -> Reminder:
    """Return the row for a rung, whose key changes with the deadline."""
    due = step.deadline
    stamp = "none" if due is None else f"{due:%Y%m%dT%H%M}"
    subject = subject_of(task_id)
    key = f"{subject}:{step.number}:{spoken.rung.value}:{stamp}"
    data = {"task": task_id, "step": step.number, "due": None if due is None else due.isoformat()}
    return Reminder(key, subject, spoken.rung.value, spoken.at, data)


@dataclass(frozen=True, slots=True)
class Gap:
    """People who cannot be reached any more, found out at an instant.

    `levels` above have been told that the step is late.
    """

    gone: frozenset[int]
    at: datetime
    levels: tuple[int, ...] = ()


def taken(task_id: int, number: str, due: datetime | None, gap: Gap) -> Reminder:
    """Return the row by which others are told of a step at once, in place of who has gone."""
    subject, gone = subject_of(task_id), sorted(gap.gone)
    people = "-".join(map(str, gone))
    key = f"{subject}:{number}:{Rung.TAKEN.value}:{people}:{gap.at:%Y%m%d}"
    until = None if due is None else due.isoformat()
    data = {"task": task_id, "step": number, "due": until, "gone": gone, "levels": list(gap.levels)}
    return Reminder(key, subject, Rung.TAKEN.value, gap.at, data)
