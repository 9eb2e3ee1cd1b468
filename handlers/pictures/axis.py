"""Where an instant stands on a picture's time axis, and which marks the axis has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

_HOUR, _DAY, _WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
_MOST_MARKS = 8


class Unit(StrEnum):
    """What the marks of an axis are apart by."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of time laid out from `left` to `right`, in pixels; both ends are aware."""

    first: datetime
    last: datetime
    left: int
    right: int

    @classmethod
    def around(cls, start: datetime, finish: datetime, left: int, right: int) -> Axis:
        """Return an axis of whole hours, of one day, or of whole days."""
        if start.date() == finish.date():
            first = start.replace(minute=0, second=0, microsecond=0)
            last = finish.replace(minute=0, second=0, microsecond=0) + _HOUR
        else:
            first = datetime.combine(start.date(), time(), start.tzinfo)
            last = datetime.combine(finish.date() + _DAY, time(), start.tzinfo)
        return cls(first, last, left, right)

    def at(self, instant: datetime) -> int:
        """Return where an instant stands."""
        share = (instant - self.first) / (self.last - self.first)
        return self.left + round(min(max(share, 0.0), 1.0) * (self.right - self.left))

    @property
    def unit(self) -> Unit:
        """Return what the marks are apart by."""
        span = self.last - self.first
        if span <= _DAY:
            return Unit.HOUR
        return Unit.DAY if span <= _WEEK * _MOST_MARKS * 2 else Unit.MONTH

    def marks(self) -> Iterator[datetime]:
        """Yield the instants that are marked, at most about eight."""
        if self.unit is Unit.MONTH:
            yield from self._months()
            return
        step = _HOUR if self.unit is Unit.HOUR else _DAY
        while (self.last - self.first) / step > _MOST_MARKS:
            step = step * 2 if step < _DAY or step > _DAY * 3 else _next_days(step)
        at = self.first
        if step >= _WEEK:  # weeks are marked at their Mondays
            at += _DAY * (-at.weekday() % 7)
        while at < self.last:
            yield at
            at += step

    def _months(self) -> Iterator[datetime]:
        count = (self.last - self.first) / (_DAY * 30)
        step = max(1, round(count / _MOST_MARKS + 0.5))
        year, month = self.first.year, self.first.month
        while (at := datetime(year, month, 1, tzinfo=self.first.tzinfo)) < self.last:
            if at >= self.first:
                yield at
            year, month = year + (month + step - 1) // 12, (month + step - 1) % 12 + 1

    def days(self) -> Iterator[date]:
        """Yield the dates on the axis."""
        day = self.first.date()
        while day < self.last.date():
            yield day
            day += _DAY


def _next_days(step: timedelta) -> timedelta:
    """Return the next coarser step that reads well: 1, 2 or 7 days."""
    return step * 2 if step == _DAY else _WEEK
