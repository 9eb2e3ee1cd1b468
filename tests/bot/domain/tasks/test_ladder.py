"""When a step is spoken of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.plans.model import PlanInputs, PlannedStep
from bot.domain.plans.planner import plan_of
from bot.domain.tasks.ladder import Rung, ladder, reminder
from tests.bot.domain.plans.planning import CALENDAR, MONDAY, planned, standard_of, step
from tests.bot.domain.plans.test_properties import MANY, STANDARDS, STARTS


def rungs(time: str, start: str = MONDAY) -> dict[str, str]:
    found = planned(standard_of(step("1", f"Menyusun ({time})")), start).steps[0]
    return {s.rung.value: s.at.strftime("%m-%d %H:%M") for s in ladder(found, CALENDAR)}


def test_two_days_or_longer_are_told_the_day_before_and_on_the_day() -> None:
    assert rungs("3 hari") == {
        "begin": "11-23 07:30",
        "near": "11-24 07:30",
        "day": "11-25 07:30",
        "due": "11-25 15:50",
        "climb_1": "11-27 07:30",
        "climb_2": "12-01 07:30",
    }


def test_the_day_before_is_a_working_day() -> None:
    found = rungs("6 hari")
    assert (found["near"], found["day"]) == ("11-27 07:30", "11-30 07:30")


def test_from_an_hour_to_two_days_three_quarters_of_the_time() -> None:
    assert rungs("1 hari")["near"] == "11-23 14:07"
    assert rungs("4 jam", "2026-11-23 08:00")["near"] == "11-23 11:00"
    assert rungs("4 jam", "2026-11-23 08:00")["due"] == "11-23 11:50", "before the break"
    assert rungs("2 jam", "2026-11-23 08:00")["due"] == "11-23 10:00"


def test_below_an_hour_five_minutes_before_but_not_before_half_of_it() -> None:
    assert rungs("30 menit")["near"] == "11-23 07:55"
    assert rungs("6 menit")["near"] == "11-23 07:33"


def test_what_begins_outside_working_hours_is_told_at_the_next_opening() -> None:
    assert rungs("1 hari", "2026-11-21 20:00")["begin"] == "11-23 07:30"


def test_a_range_warns_at_its_lower_end() -> None:
    found = rungs("1- 3 hari")
    assert (found["range"], found["due"]) == ("11-24 07:30", "11-25 15:50")


def test_a_step_without_a_deadline_only_begins() -> None:
    found = planned(standard_of(step("1", "Menandatangani"))).steps[0]
    assert [spoken.rung for spoken in ladder(found, CALENDAR)] == [Rung.BEGIN]
    (spoken,) = ladder(found, CALENDAR)
    assert reminder(7, found, spoken).key == "task:7:1:begin:none"


def _steps(data: st.DataObject) -> tuple[PlannedStep, ...]:
    standard, start = data.draw(STANDARDS), data.draw(STARTS)
    return plan_of(standard, PlanInputs(start), CALENDAR).steps


@MANY
@given(st.data())
def test_nothing_is_told_outside_working_hours(data: st.DataObject) -> None:
    for one in _steps(data):
        for spoken in ladder(one, CALENDAR):
            assert CALENDAR.is_open(spoken.at)


@MANY
@given(st.data())
def test_what_warns_comes_before_the_deadline_and_what_climbs_after_it(data: st.DataObject) -> None:
    for one in _steps(data):
        told = {spoken.rung: spoken.at for spoken in ladder(one, CALENDAR)}
        if one.deadline is None or one.begins >= one.deadline:
            continue
        for rung in (Rung.NEAR, Rung.DAY, Rung.DUE):
            assert rung not in told or told[Rung.BEGIN] <= told[rung] <= one.deadline
        assert one.deadline < told[Rung.CLIMB_1] < told[Rung.CLIMB_2]
        order = [told[r] for r in (Rung.NEAR, Rung.DAY, Rung.DUE) if r in told]
        assert order == sorted(order)


@MANY
@given(st.data())
def test_each_rung_of_each_step_has_a_key_of_its_own(data: st.DataObject) -> None:
    rows = [reminder(7, one, s) for one in _steps(data) for s in ladder(one, CALENDAR)]
    assert len({row.key for row in rows}) == len(rows)
