"""From a procedure to a plan: steps one after another, parents around them, one way at each fork.

The rules: sub-steps run in order inside their parent. A parent with a total of its own is the
envelope, and followers wait for whichever ends later; one without spans its sub-steps. A step
without a deadline does not move the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.errors import DomainError
from bot.domain.plans.answers import Answers, answers_to
from bot.domain.plans.model import (
    Basis,
    LeftOut,
    Need,
    NeedKind,
    Plan,
    PlanInputs,
    PlannedStep,
    Since,
    Trouble,
    TroubleKind,
)
from bot.domain.plans.progress import Progress
from bot.domain.plans.timing import Timing, timing_of
from bot.domain.working_time.calendar import WorkingCalendar
from bot.domain.working_time.warnings import calendar_warnings
from knowledge.model import ProcedureStep, ServiceStandard
from knowledge.reading.alternatives import NO, Branch, Fork, arranged

_RESTS_BELOW = frozenset({Basis.BELOW, Basis.BRANCH})


def plan_of(standard: ServiceStandard, inputs: PlanInputs, calendar: WorkingCalendar) -> Plan:
    """Return the plan of a standard's procedure from a start on.

    Raises DomainError for an input that fits nothing in the standard (see `answers_to`), for a
    standard without steps (`plan.no_steps`), and what the calendar raises.
    """
    if not standard.steps:
        raise DomainError("plan.no_steps", title=standard.title)
    planner = _Planner(calendar, answers_to(standard, inputs), Progress(calendar, inputs))
    start = calendar.local(inputs.start)
    found = planner.sequence(arranged(standard.steps), Since(start), None)
    finish = found.latest
    last = max(start, finish) if finish else start
    return Plan(
        standard=standard.id,
        title=standard.title,
        start=start,
        finish=finish,
        steps=found.steps,
        needs=found.needs,
        left_out=found.left_out,
        warnings=calendar_warnings(calendar, start.date(), last.date()),
    )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some steps of a plan, and when what follows them may begin."""

    until: Since
    steps: tuple[PlannedStep, ...] = ()
    needs: tuple[Need, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def last(self) -> PlannedStep | None:
        """Return the step with a deadline that ends the latest, the first of several."""
        dated = [step for step in self.steps if step.deadline is not None]
        return max(dated, key=lambda step: step.ends or step.start, default=None)

    @property
    def latest(self) -> datetime | None:
        return self.last.ends if self.last else None

    def then(self, following: _Stretch) -> _Stretch:
        """Return this and what follows it as one."""
        return _Stretch(
            following.until,
            self.steps + following.steps,
            self.needs + following.needs,
            self.left_out + following.left_out,
        )


class _Planner:
    """Places steps for one set of answers."""

    def __init__(self, calendar: WorkingCalendar, answers: Answers, progress: Progress) -> None:
        self._calendar = calendar
        self._answers = answers
        self._progress = progress

    def sequence(
        self, places: Sequence[ProcedureStep | Fork], since: Since, parent: str | None
    ) -> _Stretch:
        """Place one after another."""
        found = _Stretch(since)
        for place in places:
            if isinstance(place, Fork):
                found = found.then(self._fork(place, found.until, parent))
            else:
                found = found.then(self._step(place, found.until, parent))
        return found

    def _fork(self, fork: Fork, since: Since, parent: str | None) -> _Stretch:
        """Place the branch that is chosen, or else the longest; of a note none."""
        ways = {branch.label: self._branch(branch, since, parent) for branch in fork.branches}
        chosen = self._answers.choices.get(fork.step)
        longest = max(ways, key=lambda label: ways[label].until.at)
        label = chosen or (NO if fork.optional else longest)
        left_out = tuple(
            LeftOut(branch.step.number, branch.step.title, fork.step, label, chosen is not None)
            for branch in fork.branches
            if branch.step is not None and branch.label != label
        )
        need = () if chosen else (_choice_need(fork, label),)
        way = ways[label]
        return replace(way, needs=need + way.needs, left_out=left_out + way.left_out)

    def _branch(self, branch: Branch, since: Since, parent: str | None) -> _Stretch:
        if branch.step is None:
            return _Stretch(since)
        return self._step(branch.step, since, parent, is_branch=True)

    def _step(
        self, step: ProcedureStep, since: Since, parent: str | None, *, is_branch: bool = False
    ) -> _Stretch:
        begins = self._progress.begin(since.at)
        timing = timing_of(step, begins, self._answers, self._calendar)
        timing = self._progress.paused(timing)
        places = arranged(step.steps, step, is_branch=is_branch)
        below = self.sequence(places, Since(timing.start, since.step), step.number)
        timing, rests_on = _with_below(timing, places, below)
        timing = self._progress.agreed(step.number, timing)
        planned = PlannedStep(
            number=step.number,
            title=step.title,
            actors=step.actors,
            source=step.source,
            duration=step.duration,
            start=timing.start,
            begins=self._calendar.next_opening(timing.start),
            since=since.step,
            basis=timing.basis,
            deadline=timing.deadline,
            warn_at=timing.warn_at,
            measure=timing.measure,
            reckoning=timing.reckoning,
            parent=parent,
            below=rests_on,
            event=timing.event,
            event_at=timing.event_at,
            troubles=tuple(_troubles(step.number, timing, below, since)),
            done_at=self._progress.done_at(step.number),
            paused=timing.paused,
            replaced=timing.replaced,
        )
        return _Stretch(
            _until(planned, since, below),
            (planned, *below.steps),
            (*_needs(planned), *below.needs),
            below.left_out,
        )


def _with_below(
    timing: Timing, places: Sequence[ProcedureStep | Fork], below: _Stretch
) -> tuple[Timing, str | None]:
    """Return a step's timing with what its sub-steps say, and the one of them that counts."""
    last = below.last
    if last is None:
        return timing, None
    ends = below.latest
    ranged = timing.basis is Basis.OWN and timing.warn_at is not None
    if ranged and len(places) == 1 and isinstance(places[0], Fork) and below.steps:
        branch = below.steps[0]  # the chosen branch stands for the whole range
        changed = replace(
            timing,
            basis=Basis.BRANCH,
            deadline=ends,
            warn_at=branch.warn_at,
            reckoning=None,
        )
        return changed, branch.number
    if timing.basis is Basis.NONE:
        return replace(timing, basis=Basis.BELOW, deadline=ends), last.number
    return timing, None


def _until(planned: PlannedStep, since: Since, below: _Stretch) -> Since:
    """Return when a step's followers may begin: its end or that of its sub-steps, if later."""
    if planned.done_at is not None:
        return _after_done(planned, planned.done_at, since)
    own, ends = since, planned.deadline
    if ends is not None and planned.basis in _RESTS_BELOW and planned.replaced is None:
        ends = min(ends, below.until.at)  # earlier if what is below was done early
    if ends is not None and ends > since.at:
        own = Since(ends, planned.number)
    return below.until if below.until.at > own.at else own


def _after_done(planned: PlannedStep, done_at: datetime, since: Since) -> Since:
    """Return when it was done; a step without a deadline only ever holds its followers up."""
    if planned.deadline is None and done_at <= since.at:
        return since
    return Since(done_at, planned.number)


def _troubles(number: str, timing: Timing, below: _Stretch, since: Since) -> list[Trouble]:
    deadline, found = timing.deadline, []
    if deadline is None:
        return []
    if deadline < since.at:
        found.append(Trouble(TroubleKind.TOO_LATE, number, since.step or number, since.at))
    last = below.last
    if last is not None and last.deadline is not None and last.deadline > deadline:
        found.append(Trouble(TroubleKind.OUTLASTS, number, last.number, last.deadline))
    return found


def _needs(planned: PlannedStep) -> list[Need]:
    """Return what a step's own time leaves open."""
    found = []
    count = planned.measure.count if planned.measure else None
    if count is not None and count.assumed:
        found.append(Need(NeedKind.COUNT, planned.number, planned.title, unit=count.unit))
    if planned.basis is Basis.AWAITED:
        found.append(Need(NeedKind.EVENT, planned.number, planned.title, event=planned.event))
    return found


def _choice_need(fork: Fork, taken: str) -> Need:
    choices = tuple(branch.label for branch in fork.branches)
    return Need(
        NeedKind.CHOICE, fork.step, fork.title, choices=choices, case=fork.case, taken=taken
    )
