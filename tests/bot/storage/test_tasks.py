from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import Connection, text

from bot.domain.errors import DomainError
from bot.domain.plans.model import Pause
from bot.domain.tasks.task import Outlook, StepFact, Task, TaskAct, TaskLine, TaskState
from bot.storage.store import Store
from bot.storage.unit_of_work import SqlUnitsOfWork

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
TASK = Task(
    id=0,
    draft="d1",
    name="RK-PK 2027",
    standard="izin",
    title="Standar Pelayanan Izin",
    edition="e1",
    digest="abc",
    owner=7001,
    post="kepala-bagian",
    start=NOW,
    created_at=NOW,
    counts={"draf": 3},
    choices={"4.b": "luar kota"},
    events={"6": date(2026, 5, 1), "7": NOW + HOUR},
    desks={"Kepala Subbagian terkait": ("kepala-subbagian", "#7002")},
    pauses=(Pause(NOW, NOW + HOUR),),
    outlook=Outlook({"1": NOW + HOUR}, ("1",), NOW + 2 * HOUR),
)
FACT = StepFact(
    "1", NOW, 7002, "sudah ditandatangani", "photo:AgAC", NOW + HOUR, ("#7003",), NOW, 7002
)


async def started(unit_of_work: SqlUnitsOfWork, task: Task = TASK) -> Task:
    async with unit_of_work() as work:
        await work.tasks.keep_edition("e1", "izin", {"id": "izin", "title": "Izin"})
        task = replace(task, id=await work.tasks.add(task))
        await work.commit()
    return task


async def found(unit_of_work: SqlUnitsOfWork, task_id: int) -> Task | None:
    async with unit_of_work(writing=False) as work:
        return await work.tasks.get(task_id)


async def test_a_task_comes_back_as_it_was_kept(unit_of_work: SqlUnitsOfWork) -> None:
    task = await started(unit_of_work)
    assert await found(unit_of_work, task.id) == task
    assert await found(unit_of_work, task.id + 1) is None


async def test_a_draft_becomes_one_task(unit_of_work: SqlUnitsOfWork) -> None:
    task = await started(unit_of_work)
    with pytest.raises(DomainError) as caught:
        await started(unit_of_work)
    assert caught.value.key == "task.started_already"
    async with unit_of_work(writing=False) as work:
        assert await work.tasks.by_draft("d1") == task
        assert await work.tasks.by_draft("d2") is None


async def test_facts_about_steps_are_kept_and_overwritten(unit_of_work: SqlUnitsOfWork) -> None:
    task = (await started(unit_of_work)).with_fact(FACT).with_fact(StepFact("2"))
    async with unit_of_work() as work:
        await work.tasks.save(task)
        await work.commit()
    kept = await found(unit_of_work, task.id)
    assert kept == replace(task, version=1)
    async with unit_of_work() as work:
        await work.tasks.save(kept.with_fact(replace(FACT, done_at=None, done_by=None, note="")))
        await work.commit()
    again = await found(unit_of_work, task.id)
    assert again is not None
    assert (again.fact("1").done_at, again.fact("1").note) == (None, "")
    assert again.fact("2") == StepFact("2")


async def test_of_two_who_change_a_task_at_once_one_is_refused(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    task = await started(unit_of_work)
    async with unit_of_work() as work:
        await work.tasks.save(replace(task, state=TaskState.PAUSED, paused_since=NOW))
        await work.commit()
    async with unit_of_work() as work:
        await work.tasks.save(replace(task, state=TaskState.CANCELLED))
        with pytest.raises(DomainError) as caught:
            await work.commit()
    assert caught.value.key == "task.changed_meanwhile"
    kept = await found(unit_of_work, task.id)
    assert kept is not None
    assert (kept.state, kept.paused_since, kept.version) == (TaskState.PAUSED, NOW, 1)


async def test_open_and_ended_tasks_are_told_apart(unit_of_work: SqlUnitsOfWork) -> None:
    for number, state in enumerate(TaskState):
        changed = NOW + number * HOUR
        await started(
            unit_of_work, replace(TASK, draft=state.value, state=state, changed_at=changed)
        )
    async with unit_of_work(writing=False) as work:
        running = [task.state for task in await work.tasks.open()]
        ended = [task.state for task in await work.tasks.ended()]
        assert len(await work.tasks.ended(1)) == 1
    assert running == [TaskState.RUNNING, TaskState.PAUSED]
    assert ended == [TaskState.CANCELLED, TaskState.FINISHED]


async def test_the_history_only_grows(unit_of_work: SqlUnitsOfWork) -> None:
    task = await started(unit_of_work)
    lines = (
        TaskLine(task.id, 1, TaskAct.START, NOW, 7001, {"name": "RK-PK"}),
        TaskLine(task.id, 2, TaskAct.RECKON, NOW + HOUR, None, {}),
    )
    async with unit_of_work() as work:
        for line in lines:
            await work.tasks.append(line)
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.tasks.history(task.id) == lines


async def test_an_edition_is_kept_once_and_never_changed(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.tasks.keep_edition("e1", "izin", {"title": "lama"})
        await work.tasks.keep_edition("e1", "izin", {"title": "baru"})
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.tasks.edition("e1") == {"title": "lama"}
        assert await work.tasks.edition("e2") is None


async def test_what_people_wrote_is_sealed_at_rest(
    store: Store, unit_of_work: SqlUnitsOfWork
) -> None:
    task = (await started(unit_of_work)).with_fact(FACT)
    async with unit_of_work() as work:
        await work.tasks.save(task)
        await work.tasks.append(TaskLine(task.id, 1, TaskAct.DONE, NOW, 1, {"note": "rahasia"}))
        await work.commit()
    statements = (
        "SELECT name FROM task", "SELECT note FROM task_step", "SELECT data FROM task_line",
    )  # fmt: skip
    async with store.database.session(writing=False) as session:
        texts = [await session.run(partial(_first, statement)) for statement in statements]
    assert all(texts)
    for stored, plain in zip(texts, ("RK-PK 2027", "ditandatangani", "rahasia"), strict=True):
        assert plain not in stored


def _first(statement: str, connection: Connection) -> str:
    return str(connection.execute(text(statement)).scalar())
