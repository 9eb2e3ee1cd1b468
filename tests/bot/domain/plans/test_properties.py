"""What holds of every plan, whatever the procedure, the start and the answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.plans.model import Plan, PlanInputs, PlannedStep, TroubleKind
from bot.domain.plans.planner import plan_of
from knowledge.model import ProcedureStep, ServiceStandard

from .planning import CALENDAR, WIB, shipped, standard_of, step

TIMES = st.sampled_from(
    ["", "", "(30 menit)", "(2,5 jam)", "(1 hari)", "(3 hari)", "(1,5 hari)", "(1 minggu)",
     "(1- 3 hari)", "(2 kali @ 2 jam/draf)", "(3 hari/rapat)", "(10 draf perhari)", "(1 bulan)",
     "(5 hari kalender)", "(2 x 24 jam)", "(3 hari setelah surat diterima)", "(H-7)"]
)  # fmt: skip
WORDS = st.sampled_from(
    ["Menyusun", "Memeriksa di dalam kota", "Memeriksa di luar kota", "Apabila lengkap, diteruskan",
     "Apabila tidak lengkap, dikembalikan", "Dalam hal tertentu, rapat"]
)  # fmt: skip
TREES = st.recursive(
    st.tuples(WORDS, TIMES, st.just(())),
    lambda below: st.tuples(WORDS, TIMES, st.lists(below, max_size=3).map(tuple)),
    max_leaves=12,
)
STARTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=WIB, second=0, microsecond=0)
)


def numbered(trees: list[tuple[str, str, tuple]], above: str = "") -> list[ProcedureStep]:  # type: ignore[type-arg]
    return [
        step(f"{above}{index}", f"{words} {time}", *numbered(list(below), f"{above}{index}."))
        for index, (words, time, below) in enumerate(trees, 1)
    ]


MADE_UP = st.lists(TREES, min_size=1, max_size=4).map(lambda trees: standard_of(*numbered(trees)))
STANDARDS = st.one_of(*[MADE_UP] * 9, st.sampled_from(list(shipped().values())))
COUNTS = st.dictionaries(st.sampled_from(["draf", "rapat"]), st.integers(1, 9))
MANY = settings(max_examples=150, deadline=None)


def plan(standard: ServiceStandard, start: datetime, counts: dict[str, int]) -> Plan:
    known = {unit for one in standard.walk_steps() if one.duration for unit in _units(one)}
    fitting = {unit: count for unit, count in counts.items() if unit in known}
    return plan_of(standard, PlanInputs(start, counts=fitting), CALENDAR)


def _units(one: ProcedureStep) -> set[str]:
    duration = one.duration
    rate = duration.rate.unit if duration and duration.rate else None
    return {unit for unit in (duration.per if duration else None, rate) if unit}


def children(plan: Plan, one: PlannedStep) -> list[PlannedStep]:
    return [step for step in plan.steps if step.parent == one.number]


@MANY
@given(STANDARDS, STARTS, COUNTS)
def test_siblings_never_begin_before_what_was_due_before_them(
    standard: ServiceStandard, start: datetime, counts: dict[str, int]
) -> None:
    found = plan(standard, start, counts)
    for parent in (None, *found.steps):
        until = found.start
        below = [s for s in found.steps if s.parent == (parent.number if parent else None)]
        for one in below:
            assert one.start >= until
            until = max(until, one.deadline or until)


@MANY
@given(STANDARDS, STARTS, COUNTS)
def test_sub_steps_are_inside_their_parent_or_it_is_told(
    standard: ServiceStandard, start: datetime, counts: dict[str, int]
) -> None:
    found = plan(standard, start, counts)
    for one in found.steps:
        for child in children(found, one):
            assert child.start >= one.start
            if one.deadline and child.deadline and child.deadline > one.deadline:
                kinds = [trouble.kind for trouble in one.troubles]
                assert TroubleKind.OUTLASTS in kinds
    assert found.finish == max((s.deadline for s in found.steps if s.deadline), default=None)


@MANY
@given(STANDARDS, STARTS, COUNTS)
def test_every_deadline_is_in_working_time_and_explained(
    standard: ServiceStandard, start: datetime, counts: dict[str, int]
) -> None:
    for one in plan(standard, start, counts).steps:
        if one.deadline is None:
            continue
        assert CALENDAR.is_working_day(one.deadline.date())
        assert one.deadline >= one.start
        if one.reckoning is not None:
            assert one.reckoning.end == one.deadline
        else:
            assert one.below is not None


@MANY
@given(STANDARDS, STARTS, COUNTS, st.integers(0, 60 * 24 * 14))
def test_who_starts_later_is_never_due_earlier(
    standard: ServiceStandard, start: datetime, counts: dict[str, int], minutes: int
) -> None:
    early = plan(standard, start, counts)
    late = plan(standard, start + timedelta(minutes=minutes), counts)
    if early.finish is not None and late.finish is not None:
        assert early.finish <= late.finish
    after = {one.number: one.deadline for one in late.steps}
    for one in early.steps:
        due = after.get(one.number)
        if one.deadline is not None and due is not None:
            assert one.deadline <= due


@MANY
@given(STANDARDS, STARTS)
def test_no_counts_are_counts_of_one(standard: ServiceStandard, start: datetime) -> None:
    without = plan(standard, start, {})
    ones = plan(standard, start, {"draf": 1, "rapat": 1})
    dated = [(one.number, one.deadline) for one in without.steps]
    assert dated == [(one.number, one.deadline) for one in ones.steps]


@MANY
@given(STANDARDS, STARTS)
def test_choosing_what_was_taken_changes_no_date(
    standard: ServiceStandard, start: datetime
) -> None:
    found = plan(standard, start, {})
    taken = {need.step: need.taken for need in found.needs if need.taken}
    chosen = plan_of(standard, PlanInputs(start, choices=taken), CALENDAR)
    assert [replace(one) for one in chosen.steps] == list(found.steps)
    assert not [need for need in chosen.needs if need.choices]
