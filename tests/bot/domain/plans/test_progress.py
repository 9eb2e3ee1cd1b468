"""Plans that go on: steps done early and late, pauses, deadlines that were agreed upon."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.plans.model import Basis, Pause, Plan, PlanInputs
from bot.domain.plans.planner import plan_of
from knowledge.model import ServiceStandard

from .planning import CALENDAR, WIB, at, deadlines, planned, standard_of, step, times
from .test_properties import MANY, STANDARDS, STARTS

THREE = standard_of(
    step("1", "Menyusun (2 hari)"), step("2", "Memeriksa (1 hari)"), step("3", "Mengirim (2 jam)")
)
NESTED = standard_of(
    step("1", "Menyiapkan", step("1.a", "Menulis (2 hari)"), step("1.b", "Membaca (1 hari)")),
    step("2", "Mengirim (1 hari)"),
    step("3", "Menandatangani"),
    step("4", "Mengarsipkan (1 hari)"),
)


def test_what_follows_a_step_done_early_begins_then() -> None:
    plan = planned(THREE, done={"1": at("2026-11-23 10:00")})
    assert times(plan) == {"1": "11-24 16:00", "2": "11-24 16:00", "3": "11-25 09:30"}
    second = plan.step("2")
    assert second is not None
    assert (second.since, second.start) == ("1", at("2026-11-23 10:00"))


def test_what_follows_a_step_done_late_moves() -> None:
    plan = planned(THREE, done={"1": at("2026-11-26 09:00")})
    assert times(plan) == {"1": "11-24 16:00", "2": "11-27 16:30", "3": "11-30 09:30"}


def test_a_parent_ends_with_what_is_below_it() -> None:
    early = {"1.a": at("2026-11-23 09:00"), "1.b": at("2026-11-23 11:00")}
    plan = planned(NESTED, done=early)
    second = plan.step("2")
    assert second is not None
    assert (second.since, second.start) == ("1", early["1.b"])
    assert times(plan)["2"] == "11-24 16:00"
    assert plan.finish == at("2026-11-25 16:00")


def test_a_parent_that_was_done_ends_at_once() -> None:
    plan = planned(NESTED, done={"1": at("2026-11-23 08:00")})
    assert times(plan)["2"] == "11-24 16:00"


def test_a_step_without_a_time_only_ever_holds_others_up() -> None:
    without = planned(NESTED)
    early = planned(NESTED, done={"3": at("2026-11-23 08:00")})
    late = planned(NESTED, done={"3": at("2026-12-01 08:00")})
    assert deadlines(without) == deadlines(early)
    assert times(late)["4"] == "12-02 16:00"


def test_working_minutes_of_a_pause_are_added() -> None:
    pause = Pause(at("2026-11-24 07:30"), at("2026-11-25 07:30"))
    plan = planned(THREE, pauses=(pause,))
    assert times(plan) == {"1": "11-25 16:00", "2": "11-26 16:00", "3": "11-27 09:30"}
    first = plan.step("1")
    assert first is not None
    assert first.paused == 450


def test_a_step_that_would_begin_in_a_pause_begins_after_it() -> None:
    pause = Pause(at("2026-11-24 16:00"), at("2026-12-01 07:30"))
    plan = planned(THREE, pauses=(pause,))
    assert times(plan) == {"1": "11-24 16:00", "2": "12-01 16:00", "3": "12-02 09:30"}


def test_a_pause_before_the_start_or_outside_working_hours_changes_nothing() -> None:
    before = Pause(at("2026-11-16 07:30"), at("2026-11-17 07:30"))
    night = Pause(at("2026-11-23 20:00"), at("2026-11-24 05:00"))
    assert deadlines(planned(THREE, pauses=(before, night))) == deadlines(planned(THREE))


def test_an_agreed_deadline_replaces_the_computed_one() -> None:
    plan = planned(THREE, agreed={"1": at("2026-11-27 16:30")})
    assert times(plan) == {"1": "11-27 16:30", "2": "11-30 16:00", "3": "12-01 09:30"}
    first = plan.step("1")
    assert first is not None
    assert first.replaced == at("2026-11-24 16:00")


def test_a_parent_too_may_have_an_agreed_deadline() -> None:
    plan = planned(NESTED, agreed={"1": at("2026-12-01 16:00")})
    assert times(plan)["1"] == "12-01 16:00"
    assert times(plan)["2"] == "12-02 16:00"


def _dated(plan: Plan) -> dict[str, datetime]:
    return {one.number: one.deadline for one in plan.steps if one.deadline is not None}


@MANY
@given(STANDARDS, STARTS, st.data())
def test_followers_of_an_earlier_end_are_never_due_later(
    standard: ServiceStandard, start: datetime, data: st.DataObject
) -> None:
    found = plan_of(standard, PlanInputs(start), CALENDAR)
    own = [one for one in found.steps if one.basis is Basis.OWN]
    if not own:
        return
    one = data.draw(st.sampled_from(own))
    early = one.start + timedelta(minutes=data.draw(st.integers(0, 60 * 24 * 20)))
    late = early + timedelta(minutes=data.draw(st.integers(0, 60 * 24 * 20)))
    by_time = [
        plan_of(
            standard, PlanInputs(start, choices=_taken(found), done={one.number: when}), CALENDAR
        )
        for when in (early, late)
    ]
    after = _dated(by_time[1])
    for number, due in _dated(by_time[0]).items():
        assert number not in after or due <= after[number]


@MANY
@given(STANDARDS, STARTS, st.integers(0, 60 * 24 * 30), st.integers(0, 60 * 24 * 30))
def test_a_pause_never_makes_anything_due_earlier(
    standard: ServiceStandard, start: datetime, since: int, length: int
) -> None:
    begins = start + timedelta(minutes=since)
    pause = Pause(begins, begins + timedelta(minutes=length))
    found = plan_of(standard, PlanInputs(start), CALENDAR)
    taken = _taken(found)
    without = _dated(plan_of(standard, PlanInputs(start, choices=taken), CALENDAR))
    with_it = _dated(plan_of(standard, PlanInputs(start, choices=taken, pauses=(pause,)), CALENDAR))
    assert without.keys() == with_it.keys()
    for number, due in without.items():
        assert due <= with_it[number]


def _taken(plan: Plan) -> dict[str, str]:
    """Hold the branches fast: which is the longest may change with the start."""
    return {need.step: need.taken for need in plan.needs if need.taken}


def test_done_steps_tell_so() -> None:
    done = datetime(2026, 11, 23, 3, tzinfo=WIB)
    first = planned(THREE, done={"1": done}).step("1")
    assert first is not None
    assert first.done_at == done
    assert first.ends == done
