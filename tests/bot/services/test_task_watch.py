from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.domain.reminders import Reminder
from bot.domain.tasks.agenda import When
from bot.domain.tasks.task import TaskAct
from bot.services.ports import UnitOfWork
from bot.services.ticket_watch import MORNING
from bot.storage.store import Store
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.domain.plans.planning import at
from tests.bot.services.task_office import (
    ADMIN,
    DEPUTY,
    KABAG,
    KABIRO,
    KASUBBAG,
    OWNER,
    TaskOffice,
)


@pytest.fixture
async def office(unit_of_work: SqlUnitsOfWork) -> TaskOffice:
    office = TaskOffice(unit_of_work)
    await office.open()
    return office


async def test_the_ladder_of_a_step_from_its_beginning_to_the_top(office: TaskOffice) -> None:
    await office.start()
    await office.until("2026-10-13 16:00")
    assert office.heard == [
        ("05 07:40", KASUBBAG, "1", "begin"),
        ("06 07:30", KASUBBAG, "1", "day"),
        ("06 15:50", KASUBBAG, "1", "due"),
        ("08 07:30", KABAG, "1", "climb_1"),
        ("12 07:30", KABIRO, "1", "climb_2"),
    ]


async def test_a_whole_task_done_in_time_says_only_whose_turn_it_is(office: TaskOffice) -> None:
    task = await office.start()
    await office.until("2026-10-05 08:30")
    await office.act(task, TaskAct.DONE, KASUBBAG, step="1")
    await office.until("2026-10-05 09:30")
    await office.act(task, TaskAct.DONE, KABAG, step="2")
    await office.until("2026-10-05 10:00")
    await office.act(task, TaskAct.DONE, KABIRO, step="3")
    await office.until("2026-10-20 16:00")
    assert office.heard == [
        ("05 07:40", KASUBBAG, "1", "begin"),
        ("05 08:40", KABAG, "2", "begin"),
        ("05 09:40", KABIRO, "3", "begin"),
    ]


async def test_nothing_is_said_outside_working_hours(office: TaskOffice) -> None:
    await office.start()
    office.clock.set(at("2026-10-05 20:00"))
    await office.round()
    office.clock.set(at("2026-10-10 10:00"))  # a Saturday
    await office.round()
    assert office.heard == []
    await office.until("2026-10-12 07:40")
    assert [heard[:2] for heard in office.heard] == [("12 07:30", KASUBBAG), ("12 07:30", KABIRO)]


async def test_after_an_outage_only_what_still_counts_is_said(office: TaskOffice) -> None:
    await office.start()
    office.clock.set(at("2026-10-08 09:00"))  # three days without a round
    await office.round()
    assert sorted(office.heard) == [
        ("08 09:00", KABAG, "1", "climb_1"),
        ("08 09:00", KASUBBAG, "1", "due"),
    ]


async def test_a_clock_that_jumps_back_says_nothing_twice(office: TaskOffice) -> None:
    await office.start()
    await office.until("2026-10-06 08:00")
    before = list(office.heard)
    office.clock.set(at("2026-10-05 07:30"))
    await office.until("2026-10-06 08:00")
    assert office.heard == before


async def test_who_stands_in_is_told_and_the_owner_learns_of_it(office: TaskOffice) -> None:
    await office.leave(KASUBBAG, substitute=77)
    await office.start()
    await office.until("2026-10-05 07:40")
    assert office.heard == [("05 07:40", 77, "1", "begin"), ("05 07:40", OWNER, "1", "begin")]


async def test_when_somebody_blocks_the_bot_others_are_told_in_his_place_once(
    office: TaskOffice,
) -> None:
    await office.start()
    await office.until("2026-10-05 08:00")
    await office.block(KASUBBAG)
    await office.until("2026-10-05 12:00")
    assert office.heard == [
        ("05 07:40", KASUBBAG, "1", "begin"),
        ("05 08:10", KABAG, "1", "begin"),
        ("05 08:10", OWNER, "1", "begin"),
    ]


async def test_a_superior_who_blocks_the_bot_is_passed_over_by_what_climbs(
    office: TaskOffice,
) -> None:
    await office.start()
    await office.until("2026-10-08 08:00")
    assert office.heard[-1] == ("08 07:30", KABAG, "1", "climb_1")
    await office.block(KABAG)
    await office.until("2026-10-08 09:00")
    assert office.heard[-1] == ("08 08:10", KABIRO, "1", "climb_1")


async def test_the_owner_takes_over_what_nobody_else_can(office: TaskOffice) -> None:
    await office.start()
    await office.until("2026-10-05 08:00")
    for person in (KASUBBAG, KABAG, KABIRO, DEPUTY, ADMIN):
        await office.block(person)
    await office.until("2026-10-05 09:00")
    assert office.heard[1:] == [("05 08:10", OWNER, "1", "begin")]


async def test_what_is_due_but_not_yet_said_outlives_another_act(office: TaskOffice) -> None:
    task = await office.start()
    office.clock.set(at("2026-10-06 07:30"))  # the day's rung is due, and no round was run yet
    await office.act(task, TaskAct.ASK_TIME, KASUBBAG, step="1", at=at("2026-10-09 16:00").date())
    await office.round()
    assert [heard[3] for heard in office.heard] == ["day"]


async def test_a_paused_task_is_silent(office: TaskOffice) -> None:
    task = await office.start()
    await office.act(task, TaskAct.PAUSE)
    await office.until("2026-10-09 16:00", minutes=60)
    assert office.heard == []


async def test_a_morning_tells_what_is_late_due_and_coming(office: TaskOffice) -> None:
    await office.start()
    await office.start(draft="e", start=at("2026-10-06 07:30"))
    await office.start(draft="f", start=at("2026-10-08 07:30"))
    office.clock.set(at("2026-10-07 07:30"))
    async with office.unit_of_work() as work:
        directory = await office.directory(work)
        mornings = await office.watch.morning(work, directory, office.clock.now())
        await work.commit()
    lines = mornings[KASUBBAG].lines
    assert [(one.task.draft, one.when) for one in lines] == [
        ("d", When.LATE),
        ("e", When.TODAY),
    ], "what begins later is not told yet"
    assert {said.rung.value for said in mornings[KASUBBAG].said} == {"due", "day"}
    await office.round()
    assert office.heard == [], "the morning has told it"


async def test_a_morning_that_was_read_ahead_tells_what_changed_since(office: TaskOffice) -> None:
    tasks = [await office.start(draft=str(number)) for number in range(3)]
    office.clock.set(at("2026-10-06 07:30"))
    await office.watch.get_ready()
    await office.act(tasks[1], TaskAct.DONE, step="1")
    async with office.unit_of_work() as work:
        directory = await office.directory(work)
        found = await office.watch.morning(work, directory, office.clock.now())
        await work.commit()
    told = {
        person: [(line.task.id, line.step.number) for line in morning.lines]
        for person, morning in found.items()
    }
    assert told[KASUBBAG] == [(tasks[0].id, "1"), (tasks[2].id, "1")]
    assert told[KABAG] == [(tasks[1].id, "2")]


async def test_a_round_waits_for_the_mornings_overview(office: TaskOffice) -> None:
    await office.start()
    office.clock.set(at("2026-10-06 07:30"))
    async with office.unit_of_work() as work:
        await work.reminders.plan([Reminder("m", MORNING, MORNING, office.clock.now())])
        await work.commit()
    await office.round()
    assert office.heard == []
    async with office.unit_of_work() as work:
        await work.reminders.claim(office.clock.now(), about=MORNING)
        await work.commit()
    await office.round()
    assert [heard[3] for heard in office.heard] == ["day"]


class Broken(RuntimeError):
    """What ends a process in the middle of its work."""


@pytest.mark.parametrize("said", [0, 1])
async def test_a_round_that_is_killed_at_any_point_loses_and_doubles_nothing(
    office: TaskOffice, said: int
) -> None:
    await office.start()
    office.clock.set(at("2026-10-08 09:00"))  # two people have something to hear
    told: list[int] = []

    async def dies(work: UnitOfWork, person_id: int, lines: object) -> None:
        if len(told) == said:
            raise Broken
        told.append(person_id)

    with pytest.raises(Broken):
        await office.watch.round(dies)
    assert len(told) == said
    await office.round()
    await office.round()
    assert sorted(heard[1] for heard in office.heard) == [KABAG, KASUBBAG]


async def test_two_processes_say_each_thing_once(store: Store, office: TaskOffice) -> None:
    await office.start_many(60)
    other = TaskOffice(office.unit_of_work)
    office.clock.move(timedelta(minutes=5))
    other.clock.set(office.clock.now())
    await asyncio.gather(*(one.round() for one in (office, other) * 4))
    said = office.heard + other.heard
    assert len(said) == 60


async def test_five_hundred_that_are_due_at_one_opening_are_all_said(office: TaskOffice) -> None:
    await office.start_many(500)
    office.clock.set(at("2026-10-06 07:30"))
    await office.round()
    assert len(office.heard) == 500
    assert {heard[1] for heard in office.heard} == {KASUBBAG}
