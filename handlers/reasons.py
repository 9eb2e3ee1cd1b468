"""A plan in words: why each deadline is that instant, what is still open, what is not certain.

Which sentences belong to a step is decided here; the words are in `texts/*/plans.j2`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.plans.measures import Measure
from bot.domain.plans.model import Basis, Need, NeedKind, PlannedStep, Trouble
from bot.domain.working_time.calendar import DAYS_OF_A_WEEK
from bot.domain.working_time.days import SkippedDay
from bot.domain.working_time.reckoning import Reckoning, Rule
from bot.domain.working_time.warnings import CalendarWarning
from handlers.texts import Texts
from knowledge.reading.alternatives import NO, YES

_BY_DAY = (Rule.WORKING_DAYS, Rule.WEEKS)

#: The sentence for a basis, and which fields of the step it names.
_PLAIN = {
    Basis.BRANCH: ("why_branch", {"number": "below"}),
    Basis.GIVEN: ("why_given", {"at": "event_at"}),
    Basis.AWAITED: ("why_awaited", {"event": "event"}),
    Basis.EVENT: ("why_starts_event", {"event": "event", "at": "event_at"}),
    Basis.OWN: ("why_starts_first", {"at": "start"}),
}


@dataclass(frozen=True, slots=True)
class SkippedRun:
    """Days off in a row for one reason; `name` is "" for a weekend."""

    first: date
    last: date
    name: str
    estimated: bool


class Reasons:
    """The sentences of a plan in one language, as Telegram HTML."""

    def __init__(self, texts: Texts, language: str) -> None:
        self._texts = texts
        self._language = language

    def why(self, step: PlannedStep) -> list[str]:
        """Return why a step is due when it is: quote, start, formula, days counted and skipped."""
        sentences = [self._quote(step), *self._basis(step)]
        if step.measure is not None and step.reckoning is not None:
            sentences.append(self._formula(step.measure))
            sentences.extend(self._reckoned(step.reckoning))
        if step.warn_at is not None and step.basis is not Basis.BRANCH:
            sentences.append(self._say("why_range", warn_at=step.warn_at))
        return [*sentences, *self._progress(step), *map(self.trouble, step.troubles)]

    def trouble(self, trouble: Trouble) -> str:
        """Return what does not fit."""
        values = {"step": trouble.step, "other": trouble.other, "at": trouble.at}
        return self._say(f"trouble_{trouble.kind.value}", **values)

    def question(self, need: Need) -> str:
        """Return what is to be filled in, and what holds until then."""
        if need.kind is NeedKind.COUNT:
            return self._say("need_count", step=need.step, unit=need.unit)
        if need.kind is NeedKind.EVENT:
            return self._say("need_event", step=need.step, event=need.event)
        if set(need.choices) == {YES, NO}:
            return self._say("need_case", step=need.step, case=need.case, taken=need.taken)
        values = {"title": need.title, "choices": need.choices, "taken": need.taken}
        return self._say("need_choice", step=need.step, **values)

    def warning(self, warning: CalendarWarning) -> str:
        """Return what of the calendar may still change."""
        values = {"name": warning.name, "first": warning.first, "last": warning.last}
        return self._say(f"warning_{warning.what.value}", **values)

    def _quote(self, step: PlannedStep) -> str:
        place = {"section": step.source.section, "page": step.source.page}
        if step.duration is not None:
            return self._say("why_quote", text=step.duration.text, **place)
        if step.basis is Basis.BELOW:
            return self._say("why_below", number=step.below)
        return self._say("why_none", **place)

    def _basis(self, step: PlannedStep) -> Iterator[str]:
        """Yield where the time begins, or what stands in its place."""
        if step.basis is Basis.OFFSET:
            yield self._offset(step)
        elif step.basis is Basis.BELOW and step.duration is not None:
            yield self._say("why_below", number=step.below)
        elif step.basis is Basis.OWN and step.since is not None:
            yield self._say("why_starts_after", step=step.since, at=step.start)
        elif step.basis in _PLAIN:
            sentence, names = _PLAIN[step.basis]
            yield self._say(sentence, **{name: getattr(step, of) for name, of in names.items()})

    def _progress(self, step: PlannedStep) -> Iterator[str]:
        """Yield what has become of the deadline since it was first computed."""
        if step.paused:
            yield self._say("why_paused", minutes=step.paused, deadline=step.deadline)
        if step.replaced is not None:
            yield self._say("why_agreed", deadline=step.deadline, replaced=step.replaced)
        if step.done_at is not None:
            yield self._say("why_done", at=step.done_at)

    def _offset(self, step: PlannedStep) -> str:
        offset = step.duration.offset if step.duration else None
        if offset is None:
            raise ValueError("a deadline by an offset has one")
        return self._say(
            "why_offset",
            event=step.event,
            at=step.event_at,
            amount=offset.amount,
            unit=offset.unit.value,
            working=offset.calendar == "working",
        )

    def _formula(self, measure: Measure) -> str:
        """Return the formula; what it comes to is told in days where weeks are counted in days."""
        rule = measure.span.rule
        total = measure.total if rule is Rule.MINUTES else measure.span.amount
        if rule is Rule.WEEKS:
            total *= DAYS_OF_A_WEEK
        return self._say("why_formula", measure=measure, rule=rule.value, total=total)

    def _reckoned(self, reckoning: Reckoning) -> Iterator[str]:
        rule = reckoning.span.rule
        if rule in _BY_DAY and reckoning.counted:
            yield self._say("why_days", days=reckoning.counted)
        elif rule is Rule.MINUTES and reckoning.counted:
            yield self._say("why_hours", days=reckoning.counted)
        elif rule not in (*_BY_DAY, Rule.MINUTES):
            yield self._say("why_same_date", rule=rule.value)
        if reckoning.target is not None:
            yield self._say("why_moved", target=reckoning.target, end=reckoning.end)
        if reckoning.skipped:
            yield self._say("why_skipped", runs=list(skipped_runs(reckoning.skipped)))

    def _say(self, sentence: str, /, **values: object) -> str:
        return " ".join(self._texts.render(f"plans.{sentence}", self._language, **values).split())


def skipped_runs(days: Iterable[SkippedDay]) -> Iterator[SkippedRun]:
    """Yield days off with one name that follow each other as one."""
    run: SkippedRun | None = None
    for skipped in days:
        follows = run is not None and skipped.day - run.last == timedelta(days=1)
        if run is not None and follows and run.name == skipped.name:
            run = SkippedRun(run.first, skipped.day, run.name, run.estimated)
            continue
        if run is not None:
            yield run
        run = SkippedRun(skipped.day, skipped.day, skipped.name, skipped.estimated)
    if run is not None:
        yield run
