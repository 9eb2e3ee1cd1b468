"""The five shipped standards as plans, worked out by hand from the rules and a printed calendar.

All begin on Monday, 23 November 2026, 07.30. Working days from there: 23-27 and 30 November; 1-4,
7-11, 14-18, 21-23, 28-31 December; 4, 6-8, 11-15, 18-22, 25-29 January; 1-4 and, with the hours of
Ramadan, 8-12, 15-19, 22-26 February.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from bot.domain.plans.model import Basis, NeedKind

from .planning import at, deadlines, planned, shipped, times

LEADERS = {
    "1": "11-23 07:35", "2": "11-23 07:50", "3": "11-23 08:00", "4": "11-23 10:10",
    "4.a": "11-23 08:30", "4.b": "11-23 10:10", "4.b.1": "11-23 08:50", "4.b.2": "11-23 09:20",
    "4.b.3": "11-23 09:40", "4.b.4": "11-23 10:10",
}  # fmt: skip

PROCEDURES = {
    "1": "11-25 16:00", "2": "11-26 16:00", "3": "12-17 16:00", "3.a": "12-03 16:00",
    "3.b": "12-17 16:00", "4": "12-31 16:00",
    "4.a": "12-21 13:30",  # 12,5 hours: Friday, and 5 on Monday
    "4.b": "12-31 16:00",  # 6 days after Monday: 22, 23, 28, 29, 30, 31
    "5": "01-07 16:00",  # 4, 6, 7 January
    "6": "01-08 16:30", "8": "01-12 16:00", "8.a": "01-11 08:30", "8.b": "01-12 16:00",
    "9": "01-13 08:30", "10": "01-15 16:30",
}  # fmt: skip

PERFORMANCE = {
    "1": "11-24 16:00", "2": "11-25 16:00", "3": "12-16 16:00", "4": "01-04 16:00",
    "5": "01-19 16:00", "6": "01-25 16:00", "7": "01-28 16:00", "8": "02-01 16:00",
    "9": "02-03 16:00", "10": "02-04 16:00",
    "12": "02-08 15:00",  # 5 February is a cuti bersama, and on the 8th Ramadan begins
    "13": "02-09 15:00",
}  # fmt: skip

SPREADING = {
    "1": "11-23 16:00", "2": "11-27 16:30", "2.a": "11-25 16:00", "2.b": "11-27 16:30",
    "3": "12-04 16:30", "4": "12-08 16:00", "5": "12-09 16:00", "6": "12-10 16:00",
    "7": "12-11 10:30", "8": "12-16 16:00",
}  # fmt: skip

STANDARDS = {
    "1": "11-23 08:30", "1.a": "11-23 08:00", "1.b": "11-23 08:30", "2": "12-08 16:00",
    "2.a": "11-24 16:00", "2.b": "12-08 16:00", "3": "12-23 16:00", "3.a": "12-09 16:00",
    "3.b": "12-23 16:00", "4": "01-13 16:00",
    "4.a": "12-28 09:30",  # 2 hours after Christmas
    "4.b": "01-13 16:00", "4.b.1": "12-31 16:00", "4.b.1.a": "12-31 16:00",
    "4.b.1.a.2": "12-31 16:00", "4.b.2": "01-13 16:00",
    "4.b.2.a": "01-04 13:30",  # 5 hours
    "4.b.2.b": "01-13 16:00",  # 6 days after the 4th, past the 5th
    "5": "02-10 15:00", "5.a": "01-19 16:00", "5.a.1": "01-18 16:00", "5.a.2": "01-19 16:00",
    "5.b": "02-10 15:00",  # 15 days into Ramadan
    "5.b.1": "01-20 16:00", "5.b.2": "01-21 11:30", "5.b.3": "01-21 15:30",
    "5.b.4": "01-22 09:00", "5.b.5": "01-22 10:00", "5.b.6": "01-22 11:00",
    "6": "02-17 15:00", "8": "02-19 15:30", "8.b": "02-19 15:30", "9": "02-25 11:00",
    "9.a": "02-22 11:00", "9.c": "02-24 15:00", "9.d": "02-25 11:00",
}  # fmt: skip

BY_HAND = {
    "pelayanan-kepada-pimpinan": LEADERS,
    "penyusunan-sistem-dan-prosedur-kerja": PROCEDURES,
    "rencana-kinerja-dan-penetapan-kinerja": PERFORMANCE,
    "sosialisasi-kebijakan-organisasi-tata-laksana-akuntabilitas": SPREADING,
    "standar-pelayanan-dan-sop": STANDARDS,
}
SOP = "standar-pelayanan-dan-sop"


@pytest.mark.parametrize("name", BY_HAND)
def test_deadlines_are_those_worked_out_by_hand(name: str) -> None:
    assert times(planned(shipped()[name])) == BY_HAND[name]


@pytest.mark.parametrize("name", BY_HAND)
def test_every_step_is_in_the_plan_once_with_its_own_doers_and_time(name: str) -> None:
    standard = shipped()[name]
    plan = planned(standard)
    own = [step for step in plan.steps if "catatan" not in step.number]
    left_out = tuple(step.number for step in plan.left_out)
    expected = [
        step for step in standard.walk_steps() if not f"{step.number}.".startswith(
            tuple(f"{number}." for number in left_out)
        )
    ]  # fmt: skip
    assert [step.number for step in own] == [step.number for step in expected]
    for ours, theirs in zip(own, expected, strict=True):
        assert (ours.title, ours.actors, ours.duration, ours.source) == (
            theirs.title, theirs.actors, theirs.duration, theirs.source,
        )  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_a_plan_takes_less_than_50_ms(name: str) -> None:
    """Counted in calls, which a busy machine does not multiply: 50,000 take about 25 ms."""
    standard = shipped()[name]
    planned(standard)  # what is read once is not counted
    assert calls(lambda: planned(standard)) < 50_000


def calls(do: Callable[[], object]) -> int:
    """Return how many functions are called, of Python and of C."""
    count, before = 0, sys.getprofile()

    def note(_frame: object, event: str, _about: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        do()
    finally:
        sys.setprofile(before)
    return count


def test_the_branch_that_is_chosen_replaces_the_range_and_moves_what_follows() -> None:
    plan = planned(shipped()[SOP], choices={"4.b.1.a": "dalam kota"})
    found = times(plan)
    assert found["4.b.1.a"] == found["4.b.1.a.1"] == "12-29 16:00"
    assert "4.b.1.a.2" not in deadlines(plan)
    assert found["4.b.2.a"] == "12-30 13:30"
    assert found["4.b.2.b"] == "01-11 16:00"  # 31, 4, 6, 7, 8, 11
    assert [one.number for one in plan.left_out] == ["4.b.1.a.2"]
    assert not [need for need in plan.needs if need.kind is NeedKind.CHOICE]
    assert "rapat kerja" not in [need.unit for need in plan.needs]


def test_counts_multiply_and_divide() -> None:
    counts = {"draf": 3, "unit kerja": 2, "Satuan  Organisasi": 2, "standar pelayanan/sop": 40}
    found = times(planned(shipped()[SOP], counts=counts))
    assert found["4.a"] == "12-28 14:30"  # 6 hours
    assert found["4.b.1.a.2"] == "12-31 16:00"
    assert found["4.b.2.a"] == "01-06 10:00"  # 10 hours: 7,5 on the 4th, 2,5 on the 6th
    assert found["4.b.2.b"] == "01-22 16:30"  # 12 days: 7, 8, 11 to 15, 18 to 22
    assert found["5.a.1"] == "02-01 16:00"  # 6 days
    assert found["5.b.1"] == "02-08 15:00"  # 3 days after the 2nd: 3, 4, 8


def test_what_is_not_answered_is_listed() -> None:
    plan = planned(shipped()[SOP])
    assert [(need.kind.value, need.step, need.unit or need.event) for need in plan.needs] == [
        ("event", "2.b.1.catatan", "memorandum diterima"),
        ("count", "4.a", "draf"),
        ("choice", "4.b.1.a", None),
        ("count", "4.b.1.a.2", "rapat kerja"),
        ("count", "4.b.2.a", "unit kerja"),
        ("count", "4.b.2.b", "satuan organisasi"),
        ("count", "5.a.1", "satuan organisasi"),
        ("event", "5.a.3", "memorandum diterima"),
        ("count", "5.b.1", "standar pelayanan/SOP"),
    ]
    (choice,) = [need for need in plan.needs if need.kind is NeedKind.CHOICE]
    assert (choice.choices, choice.taken) == (("dalam kota", "luar kota"), "luar kota")


def test_a_time_that_runs_from_an_event_is_dated_when_the_event_is_reported() -> None:
    before = planned(shipped()[SOP])
    assert deadlines(before)["5.a.3"] is None
    plan = planned(shipped()[SOP], events={"5.a.3": "2027-01-21 10:00"})
    step = plan.step("5.a.3")
    assert step is not None
    assert (step.basis, step.start) == (Basis.EVENT, at("2027-01-21 10:00"))
    assert times(plan)["5.a.3"] == "01-26 16:00"  # 22, 25, 26
    assert times(plan)["5.b"] == "02-17 15:00"  # what follows waits: 15 days after the 26th
    assert deadlines(plan)["2.b.1.catatan"] is None, "it is another memorandum"


def test_a_note_s_event_is_reported_at_its_step() -> None:
    for number in ("2.b.1", "2.b.1.catatan"):
        plan = planned(shipped()[SOP], events={number: "2026-11-26 09:00"})
        assert times(plan)["2.b.1.catatan"] == "12-03 16:00"
        assert times(plan)["2.b"] == "12-08 16:00"


def test_a_note_of_a_case_is_scheduled_only_when_chosen() -> None:
    name = "sosialisasi-kebijakan-organisasi-tata-laksana-akuntabilitas"
    (need,) = planned(shipped()[name]).needs
    assert (need.step, need.choices, need.taken) == ("6.catatan", ("ya", "tidak"), "tidak")
    assert need.case == "kegiatan sosialisasi dilaksanakan di dalam/luar kota"
    for number, choice in (("6", "ya"), ("6.catatan", "Ya"), ("6", "di dalam/luar kota")):
        plan = planned(shipped()[name], choices={number: choice})
        assert plan.needs == ()
        assert times(plan)["6.catatan"] == "12-11 16:30"
        assert times(plan)["7"] == "12-14 10:30"
        note = plan.step("6.catatan")
        assert note is not None
        assert "Pengelola Sistem Informasi" in note.actors


def test_a_step_without_a_time_takes_a_date_that_is_given() -> None:
    name = "rencana-kinerja-dan-penetapan-kinerja"
    plan = planned(shipped()[name], events={"11": "2027-02-10"})
    assert times(plan)["11"] == "02-10 15:00"
    assert times(plan)["12"] == "02-11 15:00"
    step = plan.step("11")
    assert step is not None
    assert step.basis is Basis.GIVEN


def test_what_is_not_confirmed_of_the_calendar_is_told() -> None:
    told = {one.what.value for one in planned(shipped()[SOP]).warnings}
    assert told == {"season"}
