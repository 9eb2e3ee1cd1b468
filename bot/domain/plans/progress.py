"""How a plan goes: steps that were done, deadlines agreed upon, times in which the clock stood."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.plans.model import Basis, PlanInputs
from bot.domain.plans.timing import Timing
from bot.domain.working_time.calendar import WorkingCalendar

_RUNNING = frozenset({Basis.OWN, Basis.EVENT})
"""A pause moves only what runs; a date that was set stays."""


class Progress:
    """Applies to computed times what has become of them."""

    def __init__(self, calendar: WorkingCalendar, inputs: PlanInputs) -> None:
        """Take done times, agreed deadlines and pauses from the inputs."""
        self._calendar = calendar
        self._done = inputs.done
        self._agreed = inputs.agreed
        self._pauses = sorted(inputs.pauses, key=lambda pause: pause.since)

    def done_at(self, number: str) -> datetime | None:
        """Return when a step was done, or None."""
        found = self._done.get(number)
        return None if found is None else self._calendar.local(found)

    def begin(self, at: datetime) -> datetime:
        """Return an instant, or the end of the pause into which it falls."""
        for pause in self._pauses:
            if pause.since <= at < pause.until:
                at = self._calendar.local(pause.until)
        return at

    def paused(self, timing: Timing) -> Timing:
        """Return a time that runs with the working minutes of its pauses behind its end."""
        if timing.deadline is None or timing.basis not in _RUNNING:
            return timing
        deadline, minutes = self._moved(timing.start, timing.deadline)
        if not minutes:
            return timing
        warn_at = timing.warn_at and self._moved(timing.start, timing.warn_at)[0]
        return replace(timing, deadline=deadline, warn_at=warn_at, paused=minutes)

    def agreed(self, number: str, timing: Timing) -> Timing:
        """Return a time with the deadline that was agreed upon, if one was."""
        found = self._agreed.get(number)
        if found is None:
            return timing
        deadline = self._calendar.local(found)
        return replace(timing, deadline=deadline, warn_at=None, replaced=timing.deadline)

    def _moved(self, start: datetime, end: datetime) -> tuple[datetime, int]:
        """Return an end behind all pauses before it, and how many working minutes they took."""
        total = 0
        for pause in self._pauses:
            since = max(pause.since, start)
            if since >= end or since >= pause.until:
                continue
            minutes = int(self._calendar.minutes_between(since, pause.until))
            end = self._calendar.add_minutes(end, minutes) if minutes else end
            total += minutes
        return end, total
