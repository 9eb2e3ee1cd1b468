"""Hours of a day and of a week, seasons with hours of their own, and how data files write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from bot.domain.errors import DomainError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The names of the weekdays in data files, by `date.weekday()`."""

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of work without a break, in minutes since midnight; `closes` is no longer in it."""

    opens: int
    closes: int


DayHours = tuple[Block, ...]
"""The blocks of one day, in order; none on a day off."""

WeekHours = tuple[DayHours, ...]
"""The hours of the seven weekdays, from Monday."""


@dataclass(frozen=True, slots=True)
class Season:
    """Dates, both included, with other hours; a weekday that is None keeps the usual ones."""

    first: date
    last: date
    hours: tuple[DayHours | None, ...]
    name: str = ""
    basis: str = ""
    estimated: bool = False

    def over(self, usual: WeekHours) -> WeekHours:
        """Return the usual hours with what this season changes."""
        return tuple(
            own if own is not None else before
            for own, before in zip(self.hours, usual, strict=True)
        )


def same_season(one: Season, other: Season) -> bool:
    """Tell whether one season is meant by the other: it has its name."""
    return bool(one.name) and one.name.casefold() == other.name.casefold()


def in_force(day: date, usual: WeekHours, seasons: Iterable[Season]) -> WeekHours:
    """Return the week's hours on a date; of seasons that hold on it, the later ones stand above."""
    for season in seasons:
        if season.first <= day <= season.last:
            usual = season.over(usual)
    return usual


def read_week(data: object, where: str) -> tuple[DayHours | None, ...]:
    """Return the hours that data like {"mon": [["08:00", "12:00"]]} give; None for no entry.

    Raises DomainError, naming the place; `where` is the name of the season or file.
    """
    if not isinstance(data, Mapping):
        raise DomainError("calendar.hours_missing", where=where)
    for name in data:
        if name not in WEEKDAYS:
            raise DomainError("calendar.weekday", where=where, value=str(name))
    return tuple(
        _read_day(data[name], f"{where}, {name}") if name in data else None for name in WEEKDAYS
    )


def week_data(hours: Iterable[DayHours | None]) -> dict[str, list[list[str]]]:
    """Return hours as `read_week` takes them."""
    return {
        name: [[_clock(block.opens), _clock(block.closes)] for block in day]
        for name, day in zip(WEEKDAYS, hours, strict=True)
        if day is not None
    }


def _read_day(data: object, where: str) -> DayHours:
    if not isinstance(data, list | tuple):
        _refuse(data, where)
    blocks = tuple(_read_block(pair, where) for pair in data)
    for before, after in zip(blocks, blocks[1:], strict=False):
        if after.opens < before.closes:
            _refuse(data, where)
    return blocks


def _read_block(pair: object, where: str) -> Block:
    if not isinstance(pair, list | tuple) or len(pair) != len(("from", "to")):
        _refuse(pair, where)
    clocks = [_CLOCK.fullmatch(value) if isinstance(value, str) else None for value in pair]
    minutes = [int(clock[1]) * 60 + int(clock[2]) for clock in clocks if clock]
    if len(minutes) < len(pair) or minutes[0] >= minutes[1]:
        _refuse(pair, where)
    return Block(*minutes)


def _refuse(value: object, where: str) -> NoReturn:
    raise DomainError("calendar.hours", where=where, value=str(value))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
