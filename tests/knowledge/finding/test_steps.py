"""Moving through the steps: forth and back, up and down, over all steps of the five."""

from __future__ import annotations

import pytest

from knowledge.finding import steps
from knowledge.finding.pointing import StepRef
from knowledge.model import ProcedureStep, ServiceStandard
from tests.evaluation.expectations import FILES
from tests.knowledge.builders import a_standard, a_step

KEYS = sorted(FILES)
NESTED = a_standard(
    "Peminjaman Kendaraan",
    steps=[
        a_step("1", "Menerima permohonan", time="1 jam"),
        a_step(
            "2",
            "Memeriksa kendaraan",
            a_step("2.a", "Memeriksa mesin", actors=["Teknisi"]),
            a_step(
                "2.b",
                "Memeriksa surat",
                a_step("2.b.1", "Mencatat nomor"),
                a_step("2.b.2", "Menyalin surat", time="10 menit"),
                time="1 hari",
            ),
            actors=["Petugas"],
        ),
        a_step("3", "Menyerahkan kunci"),
    ],
)


def number(step: ProcedureStep | None) -> str | None:
    return step.number if step else None


@pytest.mark.parametrize(
    ("here", "following"),
    [("1", "2"), ("2", "3"), ("2.a", "2.b"), ("2.b", "3"), ("2.b.1", "2.b.2"), ("2.b.2", "3"),
     ("3", None), ("9", None), ("2.z", "3")],
)  # fmt: skip
def test_what_follows_is_the_next_of_the_list_else_what_follows_the_parent(
    here: str, following: str | None
) -> None:
    assert number(steps.after(NESTED, here)) == following


@pytest.mark.parametrize(
    ("here", "preceding"),
    [("1", None), ("2", "1"), ("2.a", "1"), ("2.b", "2.a"), ("2.b.1", "2.a"), ("3", "2")],
)
def test_what_comes_before_is_the_one_above_else_what_precedes_the_parent(
    here: str, preceding: str | None
) -> None:
    assert number(steps.before(NESTED, here)) == preceding


@pytest.mark.parametrize("key", KEYS)
def test_forth_and_back_within_a_list_is_where_one_was(
    key: str, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    moved = 0
    for step in standard.walk_steps():
        previous = steps.before(standard, step.number)
        if previous and same_list(previous, step):
            assert number(steps.after(standard, previous.number)) == step.number
            moved += 1
        following = steps.after(standard, step.number)
        if following and same_list(following, step):
            assert number(steps.before(standard, following.number)) == step.number
    assert moved > 2


def same_list(one: ProcedureStep, other: ProcedureStep) -> bool:
    return one.number.rpartition(".")[0] == other.number.rpartition(".")[0]


@pytest.mark.parametrize("key", KEYS)
def test_going_on_from_the_first_step_ends_at_the_last(
    key: str, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    for step in standard.walk_steps():
        seen = [step.number]
        while following := steps.after(standard, seen[-1]):
            seen.append(following.number)
        top = standard.steps[-1].number
        assert seen[-1].split(".")[0] == top, f"from {step.number} one ends at {seen[-1]}"
        assert len(seen) == len(set(seen))


@pytest.mark.parametrize("key", KEYS)
def test_nothing_precedes_the_first_and_nothing_follows_the_last(
    key: str, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    assert steps.before(standard, standard.steps[0].number) is None
    assert steps.after(standard, standard.steps[-1].number) is None


@pytest.mark.parametrize("key", KEYS)
def test_the_parent_of_every_step_holds_it(key: str, shipped: dict[str, ServiceStandard]) -> None:
    standard = shipped[key]
    for step in standard.walk_steps():
        above = steps.parent(standard, step.number)
        held = above.steps if above else standard.steps
        assert step in held


@pytest.mark.parametrize("key", KEYS)
def test_every_step_is_found_by_its_number_and_the_last_as_the_last(
    key: str, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    for step in standard.walk_steps():
        assert steps.resolve(standard, StepRef(tuple(step.number.split(".")))) is step
    assert steps.resolve(standard, StepRef(last=True)) is standard.steps[-1]
    assert steps.resolve(standard, StepRef(("99",))) is None


def test_the_last_step_of_a_procedure_without_steps_is_none() -> None:
    assert steps.resolve(a_standard("Tanpa Prosedur"), StepRef(last=True)) is None


def test_the_nearest_time_and_doer_above_are_found() -> None:
    assert number(steps.enclosing_time(NESTED, "2.b.1")) == "2.b"
    assert number(steps.enclosing_time(NESTED, "2.b")) is None
    assert number(steps.acting_above(NESTED, "2.b.1")) == "2"
    assert number(steps.acting_above(NESTED, "2.a")) == "2"
    assert number(steps.acting_above(NESTED, "3")) is None


def test_the_nearest_times_below_are_found() -> None:
    assert [s.number for s in steps.timed_below(NESTED.steps[1])] == ["2.b"]
    assert list(steps.timed_below(NESTED.steps[2])) == []


@pytest.mark.parametrize(
    ("key", "here", "above"),
    [("sop", "2.b.1.c", "2.b"), ("sop", "4.b.1.a.1.b", "4.b.1.a.1"), ("rkpk", "5.c", "5"),
     ("sop", "8.a", None), ("sisdur", "4.a.3", "4.a"), ("sosialisasi", "2.b.4", "2.b")],
)  # fmt: skip
def test_a_step_of_the_five_stands_within_the_time_above_it(
    key: str, here: str, above: str | None, shipped: dict[str, ServiceStandard]
) -> None:
    assert number(steps.enclosing_time(shipped[key], here)) == above
