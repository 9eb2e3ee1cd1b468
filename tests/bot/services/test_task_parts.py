"""What concerns whom among many tasks, found by queries: the same as reading every task."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.tasks.doers import Crew
from bot.domain.tasks.rights import may_read
from bot.domain.tasks.task import TaskAct
from bot.services.task_parts import TaskParts
from bot.services.task_reports import TaskReports
from bot.services.tasks import PostNames
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.domain.plans.planning import at
from tests.bot.services.task_office import (
    DEPUTY,
    KABAG,
    KABIRO,
    KASUBBAG,
    OWNER,
    TaskOffice,
)

PEOPLE = (OWNER, DEPUTY, KABIRO, KABAG, KASUBBAG, 77, 78)


@pytest.fixture
async def office(unit_of_work: SqlUnitsOfWork) -> TaskOffice:
    office = TaskOffice(unit_of_work)
    await office.open()
    return office


async def found(office: TaskOffice, person: int) -> set[int]:
    async with office.unit_of_work(writing=False) as work:
        now, directory = office.clock.now(), await office.directory(work)
        part = await TaskParts(office.tasks).of(work, person, directory, now)
        count, some = await work.open_steps.tasks_of(part, 100)
        assert count == len(some)
        return set(some)


async def read(office: TaskOffice, person: int) -> set[int]:
    """Return what a look at every single task finds."""
    async with office.unit_of_work(writing=False) as work:
        now, directory = office.clock.now(), await office.directory(work)
        names, seen = PostNames(directory, now), set()
        for task in await work.tasks.open():
            standard = await office.tasks.edition(work, task)
            crew = Crew(task, standard, directory, now, names)
            steps = dict.fromkeys((*task.outlook.turns, *task.outlook.due))
            if may_read(person, crew, steps):
                seen.add(task.id)
        return seen


async def test_the_queries_find_what_reading_every_task_finds(office: TaskOffice) -> None:
    first = await office.start(draft="a")
    second = await office.start(draft="b", owner=78)
    third = await office.start(draft="c")
    await office.act(first, TaskAct.DONE, KASUBBAG, step="1")
    await office.act(second, TaskAct.PASS_ON, KASUBBAG, step="1", desks=("#77",))
    await office.act(third, TaskAct.CANCEL, OWNER)
    for person in PEOPLE:
        assert await found(office, person) == await read(office, person), person
    assert await found(office, 77) == {second.id}
    assert await found(office, KASUBBAG) == set(), "his step is done there, and passed on here"
    assert await found(office, DEPUTY) == {first.id, second.id}, "he stands above who leads"
    await office.leave(KABAG, substitute=77)
    for person in PEOPLE:
        assert await found(office, person) == await read(office, person), person
    assert await found(office, 77) == {first.id, second.id}


async def test_steps_are_found_by_their_day(office: TaskOffice) -> None:
    task = await office.start()
    async with office.unit_of_work(writing=False) as work:
        now, directory = office.clock.now(), await office.directory(work)
        part = await TaskParts(office.tasks).of(work, KABAG, directory, now)
        assert await work.open_steps.due_for(part, at("2026-10-07 07:00"), 9) == ()
        (step,) = await work.open_steps.due_for(part, at("2026-10-08 07:00"), 9)
        assert (step.task_id, step.step, step.is_turn) == (task.id, "2", False)


async def test_what_is_late_is_counted_for_who_answers_for_it(office: TaskOffice) -> None:
    for draft in "abc":
        await office.start(draft=draft)
    office.clock.set(at("2026-10-08 09:00"))
    async with office.unit_of_work(writing=False) as work:
        now, directory = office.clock.now(), await office.directory(work)
        span = (now - timedelta(days=9), now)
        reports = TaskReports(office.tasks)
        found = await reports.figures(work, directory, ["kepala-biro-umum"], span, now)
        assert (found.running, found.late_count) == (3, 3)
        assert {one.people for one in found.late} == {(KASUBBAG,)}
        assert {one.line.days_late for one in found.late} == {1}
        other = await reports.figures(work, directory, ["kepala-bagian-izin"], span, now)
        assert (other.running, other.late_count, other.late) == (0, 0, ())
