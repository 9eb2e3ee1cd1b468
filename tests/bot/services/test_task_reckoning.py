"""The calendar changes while tasks run: dates follow, and people are told once."""

from __future__ import annotations

import pytest

from bot.domain.tasks.task import Task, TaskAct
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.domain.plans.planning import at
from tests.bot.services.task_office import KABAG, KABIRO, KASUBBAG, OWNER, TaskOffice


@pytest.fixture
async def office(unit_of_work: SqlUnitsOfWork) -> TaskOffice:
    office = TaskOffice(unit_of_work)
    await office.open()
    return office


async def found(office: TaskOffice, task: Task) -> Task:
    async with office.unit_of_work(writing=False) as work:
        kept = await work.tasks.get(task.id)
    assert kept is not None
    return kept


async def test_a_closed_day_moves_what_follows_and_each_is_told_once(office: TaskOffice) -> None:
    task = await office.start()
    await office.close("2026-10-06")
    assert sorted(office.moved) == [
        (OWNER, "1", "06 16:00", "07 16:00"),
        (OWNER, "2", "07 16:00", "08 16:00"),
        (OWNER, "3", "08 09:30", "09 09:30"),
        (KABAG, "2", "07 16:00", "08 16:00"),
        (KABIRO, "3", "08 09:30", "09 09:30"),
        (KASUBBAG, "1", "06 16:00", "07 16:00"),
    ]
    assert (await office.pending(task))["1:due"] == at("2026-10-07 15:50")
    await office.close("2026-10-06")
    assert len(office.moved) == 6, "the second round finds nothing new"


async def test_a_calendar_that_moves_nothing_is_not_told_of(office: TaskOffice) -> None:
    task = await office.start()
    lines = (await found(office, task)).lines
    await office.close("2026-12-24")
    assert office.moved == []
    assert (await found(office, task)).lines == lines


async def test_what_is_taken_back_moves_the_dates_back(office: TaskOffice) -> None:
    task = await office.start()
    before = (await found(office, task)).outlook
    await office.close("2026-10-06")
    assert (await found(office, task)).outlook != before
    await office.close()
    assert (await found(office, task)).outlook == before


async def test_at_night_nobody_is_told_and_in_the_morning_all_are(office: TaskOffice) -> None:
    await office.start()
    office.clock.set(at("2026-10-05 20:00"))
    await office.close("2026-10-07")
    assert office.moved == []
    office.clock.set(at("2026-10-06 07:30"))
    await office.close("2026-10-07")
    assert {line[1] for line in office.moved} == {"2", "3"}


async def test_a_paused_task_is_reckoned_anew_when_it_goes_on(office: TaskOffice) -> None:
    task = await office.start()
    await office.act(task, TaskAct.PAUSE)
    await office.close("2026-10-06")
    assert office.moved == []
    change = await office.act(task, TaskAct.RESUME)
    assert [one.step for one in change.moved] == ["1", "2", "3"]


async def test_many_tasks_are_followed_in_one_round(office: TaskOffice) -> None:
    await office.start_many(60)
    await office.close("2026-10-06")
    assert len([line for line in office.moved if line[0] == KASUBBAG]) == 60
