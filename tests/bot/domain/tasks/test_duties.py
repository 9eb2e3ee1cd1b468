"""Whose turn it is, step by step."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.plans.model import Plan
from bot.domain.tasks.duties import duties, is_over, moved, outlook, turns
from bot.domain.tasks.task import StepFact
from knowledge.model import ServiceStandard
from tests.bot.domain.plans.planning import MONDAY, at, shipped, standard_of, step

from .making import OWNER, SIMPLE, plan, task_of

ENVELOPE = standard_of(
    step("1", "Membentuk tim (2 minggu)", step("1.a", "Memo"), step("1.b", "Rapat (1 hari)")),
    step("2", "Menyusun", step("2.a", "Menulis (1 hari)"), step("2.b", "Memberi nomor")),
    step("3", "Menandatangani"),
    step("4", "Mengirim (1 hari)"),
)


def numbers(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [one.number for one in found]


def turn(of: ServiceStandard, *done: str) -> list[str]:
    """Return whose turn it is after some steps were done, one an hour."""
    at_hours = {number: f"2026-11-23 {8 + hour:02}:00" for hour, number in enumerate(done)}
    return numbers(turns(plan(of, task_of(done=at_hours))))


def test_one_step_after_the_other_has_its_turn() -> None:
    assert turn(SIMPLE) == ["1"]
    assert turn(SIMPLE, "1") == ["2"]
    assert turn(SIMPLE, "1", "2") == ["3"]
    assert turn(SIMPLE, "1", "2", "3") == []


def test_a_step_that_others_stand_for_is_no_duty_of_its_own() -> None:
    assert numbers(duties(plan(ENVELOPE))) == ["1", "1.b", "2.a", "2.b", "3", "4"]


def test_a_step_with_a_time_of_its_own_is_over_when_all_below_it_is() -> None:
    assert turn(ENVELOPE) == ["1", "1.b"]
    assert turn(ENVELOPE, "1.b") == ["1"]
    assert turn(ENVELOPE, "1.a", "1.b") == ["2.a"]
    assert turn(ENVELOPE, "1") == ["2.a"]


def test_what_follows_an_envelope_begins_when_the_last_below_it_is_done() -> None:
    done = {"1.a": "2026-11-23 09:00", "1.b": "2026-11-24 10:00"}
    found = plan(ENVELOPE, task_of(done=done))
    first, second = found.step("1"), found.step("2.a")
    assert first is not None
    assert second is not None
    assert first.done_at == at("2026-11-24 10:00")
    assert second.start == at("2026-11-24 10:00")


def test_a_step_without_a_time_holds_nobody_up() -> None:
    assert turn(ENVELOPE, "1", "2.a") == ["2.b", "3", "4"]
    assert turn(ENVELOPE, "1", "2.a", "4") == ["2.b", "3"]


def test_a_task_is_over_when_no_duty_is_left() -> None:
    hours = {n: "2026-11-23 09:00" for n in ("1", "2.a", "2.b", "3", "4")}
    assert is_over(plan(ENVELOPE, task_of(done=hours)))
    del hours["2.b"]
    assert not is_over(plan(ENVELOPE, task_of(done=hours)))


def test_a_step_that_waits_for_an_event_has_its_turn_when_that_is_reported() -> None:
    waiting = standard_of(
        step("1", "Meminta data (1 hari)"),
        step("2", "Menjawab (3 hari setelah surat diterima)"),
    )
    assert turn(waiting) == ["1"]
    task = task_of(events={"2": at("2026-11-23 09:00")})
    assert numbers(turns(plan(waiting, task))) == ["1", "2"]


def test_what_moved_is_told_by_old_and_new_date() -> None:
    before: Plan = plan(SIMPLE)
    after = plan(SIMPLE, task_of(done={"1": "2026-11-23 10:00"}))
    found = moved(outlook(before), after)
    assert [(one.step, one.old, one.new) for one in found] == [
        ("2", at("2026-11-25 16:00"), at("2026-11-24 16:00")),
        ("3", at("2026-11-26 09:30"), at("2026-11-25 09:30")),
    ]
    assert moved(outlook(after), after) == ()


def test_every_shipped_standard_can_be_gone_through_to_its_end() -> None:
    for one in shipped().values():
        task = task_of(choices={n.step: n.taken for n in plan(one).needs if n.taken})
        for hour in range(300):
            found = plan(one, task)
            now = turns(found)
            if not now:
                break
            fact = StepFact(now[0].number, at(MONDAY) + timedelta(hours=hour), OWNER)
            task = task.with_fact(fact)
        assert is_over(plan(one, task)), one.title
