"""The calendar changes while tasks run: dates follow, and people are told once."""

from __future__ import annotations

import pytest

from bot.domain.errors import DomainError
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


async def test_a_changed_ladder_plans_running_tasks_anew_and_says_nothing_twice(
    office: TaskOffice,
) -> None:
    task = await office.start()
    await office.until("2026-10-05 07:40")
    before = await office.pending(task)
    assert {"1:day", "1:due", "1:climb_1", "1:climb_2"} <= before.keys()
    await office.set_ladder({"day": False, "climb_1_days": 2, "climb_2": False})
    after = await office.pending(task)
    assert after.keys() == before.keys() - {"1:day", "1:climb_2"}
    assert after["1:climb_1"] > before["1:climb_1"]
    await office.set_ladder(None)
    assert await office.pending(task) == before
    await office.until("2026-10-05 09:00")
    assert [heard[2:] for heard in office.heard] == [("1", "begin")]
    assert office.moved == []


async def test_a_task_has_rungs_of_its_own_above_those_of_the_office(office: TaskOffice) -> None:
    task, other = await office.start(draft="a"), await office.start(draft="b")
    await office.act(task, TaskAct.LADDER, OWNER, ladder={"due": False, "climb_2_days": 5})
    own = await office.pending(task)
    assert "1:due" not in own
    assert "1:due" in await office.pending(other)
    await office.set_ladder({"climb_1": False})
    assert "1:climb_1" not in await office.pending(task)
    assert "1:due" not in await office.pending(task)
    assert (await office.pending(task))["1:climb_2"] == own["1:climb_2"]
    await office.act(task, TaskAct.LADDER, OWNER)
    assert (await office.pending(task)).keys() == (await office.pending(other)).keys()
    with pytest.raises(DomainError, match="not_allowed"):
        await office.act(task, TaskAct.LADDER, KASUBBAG, ladder={"due": False})
