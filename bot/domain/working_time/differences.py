"""How two calendars differ from a date to another, day by day: why a deadline has moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Self

from bot.domain.working_time.calendar import WorkingCalendar
from bot.domain.working_time.hours import DayHours

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayState:
    """What a date is: off for a reason (`name`, "" on a mere weekend), or worked at `hours`.

    `hours` are blocks in minutes since midnight, none on a day off.
    """

    hours: tuple[tuple[int, int], ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """The dates from `first` to `last` were one thing and are another now."""

    first: date
    last: date
    was: DayState
    now: DayState

    def to_data(self) -> dict[str, Any]:
        """Return it as JSON data; `from_data` makes the same of it."""
        return {
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "was": [self.was.hours, self.was.name],
            "now": [self.now.hours, self.now.name],
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Return what `to_data` gave."""
        first, last = date.fromisoformat(data["from"]), date.fromisoformat(data["to"])
        return cls(first, last, _state(data["was"]), _state(data["now"]))


def differences(
    before: WorkingCalendar, after: WorkingCalendar, first: date, last: date
) -> tuple[Difference, ...]:
    """Return what differs in working time, in the order of the dates, equal neighbours as one."""
    if before is after:
        return ()
    return tuple(_joined(_days(_States(before, first, last), _States(after, first, last))))


class _States:
    """What each date of a stretch is in one calendar."""

    def __init__(self, calendar: WorkingCalendar, first: date, last: date) -> None:
        self.calendar = calendar
        self.first, self.last = first, last
        self.off = {one.day: one.name for one in calendar.days_off(first, last)}

    def __getitem__(self, day: date) -> DayState:
        return DayState(_pairs(self.calendar.hours(day)), self.off.get(day, ""))


def _days(before: _States, after: _States) -> Iterator[Difference]:
    day = before.first
    while day <= before.last:
        was, now = before[day], after[day]
        if was.hours != now.hours:  # another name for a day off moves nothing
            yield Difference(day, day, was, now)
        day += _DAY


def _joined(days: Iterable[Difference]) -> Iterator[Difference]:
    """Join neighbours that changed alike."""
    held: Difference | None = None
    for one in days:
        if held and one.first - held.last == _DAY and (one.was, one.now) == (held.was, held.now):
            held = replace(held, last=one.last)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _pairs(hours: DayHours) -> tuple[tuple[int, int], ...]:
    return tuple((block.opens, block.closes) for block in hours)


def _state(data: Any) -> DayState:  # noqa: ANN401 - JSON
    hours, name = data
    return DayState(tuple((int(opens), int(closes)) for opens, closes in hours), str(name))
