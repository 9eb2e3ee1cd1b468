"""Who is told of a step."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.tasks.doers import Crew, unnamed_actors
from bot.domain.tasks.task import StepFact
from tests.bot.domain.plans.planning import step
from tests.bot.officials import BAGIAN, BIRO, SUBBAGIAN, away, office, tenure

from .making import (
    DEPUTY,
    KABAG,
    KABIRO,
    KASUBBAG,
    NAMES,
    OFFICE,
    OWNER,
    SIMPLE,
    STAF,
    by,
    crew,
    standard,
    task_of,
)

OPEN = standard(
    by("Kepala Bagian terkait, Staf", step("1", "Menugaskan", step("1.a", "Menulis (1 hari)"))),
    step("2", "Mengirim (1 hari)"),
    implementers=("Kepala Bagian", "staf yang bertugas"),
)


def people(of: Crew, number: str) -> list[int]:
    return [doer.person_id for doer in of.doers(number)]


def test_the_post_that_the_text_names_is_told() -> None:
    assert people(crew(SIMPLE), "1") == [KASUBBAG]
    assert people(crew(SIMPLE), "3") == [KABIRO]


def test_several_actors_are_all_told_and_nobody_twice() -> None:
    several = standard(by("Kepala Bagian, Kepala Biro, Kepala Bagian", step("1", "Rapat (1 hari)")))
    assert people(crew(several), "1") == [KABAG, KABIRO]


def test_whom_the_text_leaves_open_was_said_at_the_start() -> None:
    task = task_of(desks={"Kepala Bagian terkait": (BAGIAN,), "Staf": (f"#{STAF}",)})
    assert people(crew(OPEN, task), "1") == [KABAG, STAF]
    assert people(crew(OPEN, task), "1.a") == [KABAG, STAF], "of the step above it"
    assert unnamed_actors(OPEN, ("1.a", "2"), NAMES.get) == ("Kepala Bagian terkait", "Staf")


def test_else_the_implementers_are_told_and_else_the_post_responsible() -> None:
    assert people(crew(OPEN), "1") == [KABAG]
    assert people(crew(OPEN), "2") == [KABAG]
    assert people(crew(replace(OPEN, implementers=("semua pegawai",))), "2") == [KABIRO]


def test_without_anybody_the_owner_is_told() -> None:
    nobody = replace(OPEN, implementers=(), responsible=None)
    assert people(crew(nobody), "2") == [OWNER]


def test_a_substitute_or_superior_stands_in_and_that_is_known() -> None:
    leave = office([tenure(3, BAGIAN, KABAG), tenure(2, BIRO, KABIRO)], away(1, KABAG, STAF))
    (doer,) = crew(SIMPLE, directory=leave).doers("2")
    assert (doer.person_id, doer.is_stand_in) == (STAF, True)
    blocked = replace(OFFICE, unreachable=frozenset({KABAG}))
    (doer,) = crew(SIMPLE, directory=blocked).doers("2")
    assert (doer.person_id, doer.is_stand_in) == (KABIRO, True)
    (doer,) = crew(SIMPLE).doers("2")
    assert not doer.is_stand_in


def test_no_admin_gets_a_step_but_the_owner_where_nobody_is_reached() -> None:
    assert people(crew(SIMPLE, directory=office([], admins=(1,))), "1") == [OWNER]


def test_an_owner_who_cannot_be_reached_is_stood_in_for_by_the_post_responsible() -> None:
    gone = replace(OFFICE, unreachable=frozenset({OWNER}))
    owner = crew(SIMPLE, directory=gone).owner()
    assert owner is not None
    assert owner.person_id == KABIRO


def test_a_step_that_was_passed_on_is_told_where_it_went() -> None:
    task = task_of(facts={"1": StepFact("1", desks=(BAGIAN, f"#{STAF}"))})
    assert people(crew(SIMPLE, task), "1") == [KABAG, STAF]


def test_what_is_late_climbs_step_by_step_to_the_highest() -> None:
    above = [[d.person_id for d in crew(SIMPLE).above("1", level)] for level in (1, 2, 3, 9)]
    assert above == [[KABAG], [KABIRO], [DEPUTY], [DEPUTY]]


def test_above_a_person_without_a_post_is_the_post_responsible() -> None:
    task = task_of(facts={"1": StepFact("1", desks=(f"#{STAF}",))})
    assert [d.person_id for d in crew(SIMPLE, task).above("1", 1)] == [KABIRO]


def test_above_the_highest_the_owner_is_told() -> None:
    top = standard(by("Deputi", step("1", "Menandatangani (1 hari)")))
    named = {**NAMES, "Deputi": "deputi"}
    found = Crew(task_of(), top, OFFICE, crew(top).now, named.get).above("1", 1)
    assert [d.person_id for d in found] == [OWNER]


def test_desks_are_posts_so_that_holders_may_change() -> None:
    assert crew(SIMPLE).desks("1") == (SUBBAGIAN,)
