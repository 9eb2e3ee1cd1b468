"""The register of complaints and its figures: for what time, over which desks, counted how.

Pure: the lines come from `bot.services.reports`.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from bot.domain.directory import Directory
from bot.domain.tickets import OPEN, TicketKind, TicketStatus

_Name = TypeVar("_Name", str, str | None)
SMALLEST = 5
"""Public figures show no count between 1 and this (excluded)."""

AGES = (timedelta(days=7), timedelta(days=30))
"""Open complaints are counted up to the first age, up to the second, and older."""


@dataclass(frozen=True, slots=True)
class Line:
    """A complaint as the register has it: no text, no person.

    `due_at` is the limit that ran when it was answered, else the one that runs; `on_time` is None
    until it is answered, or overdue. Minutes are working minutes. `door` is where a rejected one
    was sent to.
    """

    number: str
    filed_at: datetime
    kind: TicketKind
    standard: str | None
    post: str
    status: TicketStatus
    confidential: bool
    due_at: datetime | None = None
    answered_at: datetime | None = None
    on_time: bool | None = None
    ended_at: datetime | None = None
    answer_minutes: int | None = None
    end_minutes: int | None = None
    rating: int | None = None
    objections: int = 0
    door: str | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still owes something."""
        return self.status in OPEN


@dataclass(frozen=True, slots=True)
class Figures:
    """What a register comes to; a median or an average of nothing is None.

    `open_by_age` counts by the AGES. Silence is no rating: only given ones are in `ratings`.
    """

    received: int
    by_kind: Mapping[str, int]
    by_standard: Mapping[str | None, int]
    by_post: Mapping[str, int]
    on_time: int
    late: int
    answer_minutes: int | None
    end_minutes: int | None
    ratings: int
    rating: float | None
    open_by_age: tuple[int, int, int]
    objections: int
    rejected: Mapping[str, int] = field(default_factory=dict)


def figures(lines: Sequence[Line], now: datetime) -> Figures:
    """Count a register."""
    given = [line.rating for line in lines if line.rating is not None]
    rejected = [line for line in lines if line.status is TicketStatus.REJECTED]
    return Figures(
        received=len(lines),
        by_kind=_counted(line.kind.value for line in lines),
        by_standard=_counted(line.standard for line in lines),
        by_post=_counted(line.post for line in lines),
        on_time=sum(line.on_time is True for line in lines),
        late=sum(line.on_time is False for line in lines),
        answer_minutes=_median([line.answer_minutes for line in lines]),
        end_minutes=_median([line.end_minutes for line in lines]),
        ratings=len(given),
        rating=statistics.fmean(given) if given else None,
        open_by_age=_ages([now - line.filed_at for line in lines if line.is_open]),
        objections=sum(line.objections for line in lines),
        rejected=_counted(line.door or "" for line in rejected),
    )


def reported_posts(person_id: int | None, office: Directory, at: datetime) -> frozenset[str]:
    """Return the posts whose complaints a person may see figures of: those he leads and below.

    Empty for whoever leads nobody, and for nobody (None). The one place where it is decided.
    """
    if person_id is None:
        return frozenset()
    led = {post for post in office.acts_for(person_id, at) if office.below(post, at)}
    found: set[str] = set()
    waiting = list(led)
    while waiting:
        post = waiting.pop()
        if post not in found:
            found.add(post)
            waiting += [below.key for below in office.below(post, at)]
    return frozenset(found)


def hidden(counts: Mapping[str, int]) -> Mapping[str, int | None]:
    """Return counts for the public: a small one is None, and a second one with it.

    Else the one small count could be reckoned from the total.
    """
    small = {name for name, count in counts.items() if 0 < count < SMALLEST}
    if len(small) == 1:
        others = [name for name, count in counts.items() if name not in small and count]
        small |= set(sorted(others, key=lambda name: counts[name])[:1])
    return {name: None if name in small else count for name, count in counts.items()}


def _counted(values: Iterable[_Name]) -> dict[_Name, int]:
    return dict(Counter(values).most_common())


def _median(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return round(statistics.median(known)) if known else None


def _ages(ages: Sequence[timedelta]) -> tuple[int, int, int]:
    young = sum(age <= AGES[0] for age in ages)
    middle = sum(AGES[0] < age <= AGES[1] for age in ages)
    return young, middle, len(ages) - young - middle
