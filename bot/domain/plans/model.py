"""A plan as frozen data: its steps with their deadlines, and what is still open.

No words: `Basis`, `NeedKind`, `TroubleKind` name what handlers put into sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.plans.measures import Measure
from bot.domain.working_time.reckoning import Reckoning
from bot.domain.working_time.warnings import CalendarWarning
from knowledge.model import Duration, Source


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the clock stood still, `until` excluded."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class PlanInputs:
    """What a plan is made from besides the standard and the calendar.

    `counts` are by unit ("draf"), `choices` by the number of the step where is chosen, `events`
    by the number of the step whose time runs from or up to the event; a date alone is meant from
    its beginning. An event at a step without a time of its own is when that step is to be done.
    """

    start: datetime
    counts: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[str, datetime | date] = field(default_factory=dict)
    done: Mapping[str, datetime] = field(default_factory=dict)
    agreed: Mapping[str, datetime] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()


class Basis(StrEnum):
    """What a step's deadline rests on."""

    OWN = "own"  # its own time, from its start
    BRANCH = "branch"  # a range whose chosen branch replaces it
    BELOW = "below"  # no time of its own: the latest of its sub-steps
    EVENT = "event"  # its own time, from the event that was reported
    OFFSET = "offset"  # days before or after a day that was reported
    GIVEN = "given"  # a date that was given for a step without a time
    AWAITED = "awaited"  # none until its event is reported
    NONE = "none"  # none: the text sets no time


class TroubleKind(StrEnum):
    """What does not fit in the text or in the answers."""

    OUTLASTS = "outlasts"  # sub-steps end after their parent's own total
    TOO_LATE = "too_late"  # due before its turn comes


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that does not fit: at which step, because of which, and when that one ends."""

    kind: TroubleKind
    step: str
    other: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Since:
    """An instant at which a step begins, and the step that ended then; None at the plan's start."""

    at: datetime
    step: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of a plan.

    `start` is the instant that its time counts from, `begins` when work on it can begin then.
    `warn_at` is the lower end of a range. `measure` and `reckoning` explain the deadline; `event`
    is what an awaited or reported event is called, and `event_at` when it was reported for.
    `paused` are the working minutes that the clock stood still meanwhile; `replaced` is the
    deadline in whose place another was agreed upon.
    """

    number: str
    title: str
    actors: tuple[str, ...]
    source: Source
    duration: Duration | None
    start: datetime
    begins: datetime
    since: str | None
    basis: Basis
    deadline: datetime | None = None
    warn_at: datetime | None = None
    measure: Measure | None = None
    reckoning: Reckoning | None = None
    parent: str | None = None
    below: str | None = None
    event: str | None = None
    event_at: datetime | date | None = None
    troubles: tuple[Trouble, ...] = ()
    done_at: datetime | None = None
    paused: int = 0
    replaced: datetime | None = None

    @property
    def ends(self) -> datetime | None:
        """Return when it was done, else its deadline."""
        return self.done_at or self.deadline


class NeedKind(StrEnum):
    """What a plan would like to know."""

    COUNT = "count"
    CHOICE = "choice"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Need:
    """An open question: taken as 1, as the longest branch, or left undated meanwhile.

    `unit` is what is counted, `choices` what can be chosen, `case` what a yes or no is about,
    `event` what has to be reported, `taken` the choice that the plan goes by until then.
    """

    kind: NeedKind
    step: str
    title: str
    unit: str | None = None
    choices: tuple[str, ...] = ()
    case: str = ""
    event: str | None = None
    taken: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A step that is not gone through, and the choice that leaves it out."""

    number: str
    title: str
    at: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A procedure with dates.

    `finish` is the end of the last step: its deadline, or when it was done; None without any.
    """

    standard: str
    title: str
    start: datetime
    finish: datetime | None
    steps: tuple[PlannedStep, ...]
    needs: tuple[Need, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[CalendarWarning, ...] = ()

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """Return everything that does not fit, in the order of the steps."""
        return tuple(trouble for step in self.steps for trouble in step.troubles)

    def step(self, number: str) -> PlannedStep | None:
        """Return the step of that number, or None if it is not gone through."""
        return next((step for step in self.steps if step.number == number), None)
