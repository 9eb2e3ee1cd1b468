"""A task: a standard's procedure under way, kept as what people put in; its dates are derived.

The moves of its state stand here; that each act is written down is the service's duty, who may
do it is decided in `bot.domain.tasks.rights`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from bot.domain.errors import DomainError
from bot.domain.plans.model import Pause, PlanInputs


class TaskState(StrEnum):
    """Whether a task goes on."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"


class TaskAct(StrEnum):
    """What can be done with a task; each is one line of its history."""

    START = "start"
    DONE = "done"
    UNDO = "undo"
    NOTE = "note"  # on a step that was done
    EVENT = "event"  # what a step's time runs from has happened, or its day is known
    ASK_TIME = "ask_time"
    AGREE = "agree"  # another deadline for a step
    REFUSE = "refuse"
    PASS_ON = "pass_on"  # noqa: S105 - an act, not a password
    MOVE = "move"  # another start
    PAUSE = "pause"
    RESUME = "resume"
    FINISH = "finish"
    CANCEL = "cancel"
    STAFF = "staff"  # who an actor is, or who does a step
    INVITE = "invite"  # a link by which people join them
    JOIN = "join"
    LADDER = "ladder"  # other rungs than the office's
    RECKON = "reckon"  # the calendar has changed


_S = TaskState
OPEN = frozenset({_S.RUNNING, _S.PAUSED})
"""States in which something is still to be done."""

_RUNS = frozenset({_S.RUNNING})


class Move(NamedTuple):
    """From which states an act is possible, and to which it leads (None: it stays)."""

    origins: frozenset[TaskState]
    target: TaskState | None


MOVES: Mapping[TaskAct, Move] = {
    TaskAct.DONE: Move(_RUNS, None),
    TaskAct.UNDO: Move(_RUNS, None),
    TaskAct.NOTE: Move(_RUNS, None),
    TaskAct.EVENT: Move(_RUNS, None),
    TaskAct.ASK_TIME: Move(_RUNS, None),
    TaskAct.AGREE: Move(_RUNS, None),
    TaskAct.REFUSE: Move(_RUNS, None),
    TaskAct.PASS_ON: Move(_RUNS, None),
    TaskAct.MOVE: Move(_RUNS, None),
    TaskAct.RECKON: Move(OPEN, None),
    TaskAct.LADDER: Move(OPEN, None),
    TaskAct.STAFF: Move(OPEN, None),
    TaskAct.INVITE: Move(OPEN, None),
    TaskAct.JOIN: Move(OPEN, None),
    TaskAct.PAUSE: Move(_RUNS, _S.PAUSED),
    TaskAct.RESUME: Move(frozenset({_S.PAUSED}), _S.RUNNING),
    TaskAct.FINISH: Move(OPEN, _S.FINISHED),
    TaskAct.CANCEL: Move(OPEN, _S.CANCELLED),
}
"""Every way a state can change; START alone makes a task and is not among them."""


@dataclass(frozen=True, slots=True)
class StepFact:
    """What has become of one step.

    `note` is what whoever did it wrote, `file` what he sent along ("document:ID", at Telegram);
    `agreed` a deadline in place of the computed one;
    `desks` who has it after it was passed on (see `bot.domain.tasks.doers`); `asked` the day that
    somebody asks for, until it is decided, and `asked_by` who.
    """

    step: str
    done_at: datetime | None = None
    done_by: int | None = None
    note: str = ""
    file: str = ""
    agreed: datetime | None = None
    desks: tuple[str, ...] = ()
    asked: datetime | None = None
    asked_by: int | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What was last derived and told: the deadline of each open step, and whose turn it is.

    It is made anew with each change, and what differs from it is what people are told.
    """

    due: Mapping[str, datetime] = field(default_factory=dict)
    turns: tuple[str, ...] = ()
    finish: datetime | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A procedure under way.

    `draft` is the name under which it was prepared: one draft becomes one task. `edition` is the
    key of the standard's model as it was at the start, `digest` the SHA-256 of its document.
    `owner` is the person who answers for it, `post` the one in whose right he started it.
    `counts`, `choices` and `events` are answers as `PlanInputs` takes them; `desks` says for an
    actor's name that leaves it open ("Kepala Bagian terkait") who that is here; `ladder` are its
    own rules of reminding where they are not the office's; `invites` are open invitations by the
    digest of their codes, see `bot.domain.tasks.staffing`; `calendar` is the mark of the calendar
    and ladder that it was reckoned with.
    """

    id: int
    draft: str
    name: str
    standard: str
    title: str
    edition: str
    digest: str | None
    owner: int
    post: str | None
    start: datetime
    created_at: datetime
    state: TaskState = TaskState.RUNNING
    counts: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[str, datetime | date] = field(default_factory=dict)
    desks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    paused_since: datetime | None = None
    outlook: Outlook = field(default_factory=Outlook)
    ladder: Mapping[str, Any] = field(default_factory=dict)
    invites: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    calendar: str = ""
    facts: Mapping[str, StepFact] = field(default_factory=dict)
    changed_at: datetime | None = None
    version: int = 0
    lines: int = 0

    def fact(self, step: str) -> StepFact:
        """Return what has become of a step so far."""
        return self.facts.get(step, StepFact(step))

    def with_fact(self, fact: StepFact) -> Task:
        """Return the task with another fact about a step."""
        return replace(self, facts={**self.facts, fact.step: fact})

    def after(self, act: TaskAct, now: datetime, **changes: Any) -> Task:  # noqa: ANN401 - fields
        """Return the task as the act leaves it; raises DomainError if it is not possible now."""
        move = MOVES.get(act)
        if move is None or self.state not in move.origins:
            raise DomainError("task.no_such_move", state=self.state.value)
        return replace(self, state=move.target or self.state, changed_at=now, **changes)

    def inputs(self) -> PlanInputs:
        """Return what its plan is made from, as far as people have put it in."""
        return PlanInputs(
            start=self.start,
            counts=self.counts,
            choices=self.choices,
            events=self.events,
            done={step: f.done_at for step, f in self.facts.items() if f.done_at is not None},
            agreed={step: f.agreed for step, f in self.facts.items() if f.agreed is not None},
            pauses=self.pauses,
        )


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One line of a task's history: who did what, when; None: the system. `data` is JSON."""

    task_id: int
    number: int
    act: TaskAct
    at: datetime
    actor: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
