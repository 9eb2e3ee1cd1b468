"""Who may do what with a task, as a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.tasks.rights import may, may_read, may_start
from bot.domain.tasks.task import MOVES, OPEN, StepFact, TaskAct, TaskState
from tests.bot.domain.plans.planning import at, step
from tests.bot.officials import BIRO, LAIN, office, tenure

from .making import (
    DEPUTY,
    KABAG,
    KABIRO,
    KASUBBAG,
    OFFICE,
    OWNER,
    SIMPLE,
    STAF,
    by,
    crew,
    standard,
    task_of,
)

STRANGER, OTHER = 99, 17
WITH_OTHER = replace(OFFICE, tenures=(*OFFICE.tenures, tenure(5, LAIN, OTHER)))
WORKS = {TaskAct.DONE, TaskAct.UNDO, TaskAct.NOTE, TaskAct.EVENT, TaskAct.PASS_ON}
WORKS |= {TaskAct.STAFF, TaskAct.INVITE}
DECIDES = {TaskAct.AGREE, TaskAct.REFUSE}
LEADS = {
    TaskAct.MOVE, TaskAct.PAUSE, TaskAct.RESUME, TaskAct.FINISH, TaskAct.CANCEL, TaskAct.LADDER,
}  # fmt: skip


@pytest.mark.parametrize(
    ("person", "step_number", "allowed"),
    [
        (OWNER, "1", WORKS | DECIDES | LEADS),
        (KABIRO, "1", WORKS | DECIDES | LEADS),
        (DEPUTY, "1", WORKS | DECIDES | LEADS),
        (KASUBBAG, "1", WORKS | {TaskAct.ASK_TIME}),
        (KABAG, "1", WORKS | DECIDES),
        (KABAG, "2", WORKS | {TaskAct.ASK_TIME}),
        (KASUBBAG, "2", set()),
        (OTHER, "1", set()),
        (STRANGER, "1", set()),
        (1, "1", set()),
    ],
)
def test_each_may_do_what_is_his(person: int, step_number: str, allowed: set[TaskAct]) -> None:
    found = crew(SIMPLE, directory=WITH_OTHER)
    assert {act for act in TaskAct if may(person, act, found, step_number)} == allowed


def test_whoever_got_a_step_may_do_it_and_who_passed_it_on_no_more() -> None:
    found = crew(SIMPLE, task_of(facts={"1": StepFact("1", desks=(f"#{STAF}",))}))
    assert may(STAF, TaskAct.DONE, found, "1")
    assert not may(KASUBBAG, TaskAct.DONE, found, "1")


@pytest.mark.parametrize(
    ("person", "expected"),
    [(OWNER, True), (KASUBBAG, True), (KABIRO, True), (OTHER, False), (STRANGER, False)],
)
def test_a_task_is_read_by_whoever_has_part_in_it(person: int, expected: bool) -> None:
    found = crew(SIMPLE, directory=WITH_OTHER)
    assert may_read(person, found, ("1", "2", "3")) is expected


@pytest.mark.parametrize(
    ("person", "for_all", "expected"),
    [
        (KABIRO, False, True),
        (KASUBBAG, False, True),
        (DEPUTY, False, True),
        (OTHER, False, True),  # below the bureau
        (STRANGER, False, False),
        (STRANGER, True, False),
        (1, True, False),
    ],
)
def test_officials_of_the_bureau_may_start(person: int, for_all: bool, expected: bool) -> None:
    found = crew(SIMPLE, directory=WITH_OTHER)
    assert may_start(person, found, for_all=for_all) is expected


def test_officials_of_other_bureaus_only_if_the_admin_allows_all() -> None:
    elsewhere = crew(
        standard(by("Kepala Loket", step("1", "Mencatat (1 hari)")), complaint=None),
        directory=office([tenure(1, "kepala-lain", OTHER), tenure(2, BIRO, KABIRO)]),
    )
    assert not may_start(OTHER, elsewhere, for_all=False)
    assert may_start(OTHER, elsewhere, for_all=True)


def test_a_state_only_changes_by_the_table_of_moves() -> None:
    now = at("2026-11-23 08:00")
    for state in TaskState:
        for act, move in MOVES.items():
            task = task_of(state=state)
            if state in move.origins:
                assert task.after(act, now).state is (move.target or state)
            else:
                with pytest.raises(Exception, match=r"task\.no_such_move"):
                    task.after(act, now)
    assert not any(move.origins - OPEN for move in MOVES.values())


def test_of_several_who_share_a_step_none_decides_about_its_time() -> None:
    together = by("Kepala Bagian, Kepala Subbagian", step("1", "Menyusun (1 hari)"))
    shared = crew(standard(together))
    assert not may(KABAG, TaskAct.AGREE, shared, "1")
    assert may(KABAG, TaskAct.ASK_TIME, shared, "1")
    assert may(KABIRO, TaskAct.AGREE, shared, "1")


def test_nobody_gives_himself_more_time_while_somebody_above_can_decide() -> None:
    own = crew(SIMPLE, task_of(facts={"1": StepFact("1", desks=(f"#{OWNER}",))}))
    assert not may(OWNER, TaskAct.AGREE, own, "1")
    assert may(OWNER, TaskAct.ASK_TIME, own, "1")
    assert may(OWNER, TaskAct.AGREE, own, "2")
    assert may(KABIRO, TaskAct.AGREE, own, "1")
