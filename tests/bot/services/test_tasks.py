from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.errors import DomainError
from bot.domain.tasks.news import TaskNews
from bot.domain.tasks.task import TaskAct, TaskState
from bot.services.tasks import TaskChange
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.domain.plans.planning import at, standard_of, step
from tests.bot.services.task_office import (
    DEPUTY,
    KABAG,
    KABIRO,
    KASUBBAG,
    MONDAY,
    OWNER,
    TaskOffice,
    izin,
)


@pytest.fixture
async def office(unit_of_work: SqlUnitsOfWork) -> TaskOffice:
    office = TaskOffice(unit_of_work)
    await office.open()
    return office


def told(change: TaskChange) -> dict[int, TaskNews]:
    return {news.person_id: news for news in change.news}


def dates(change: TaskChange) -> dict[str, str]:
    found = change.view.plan.steps
    return {s.number: s.deadline.strftime("%m-%d %H:%M") for s in found if s.deadline}


async def refused(office: TaskOffice, *what: object, **fields: object) -> str:
    with pytest.raises(DomainError) as caught:
        await office.act(*what, **fields)  # type: ignore[arg-type]
    return caught.value.key


async def test_a_task_starts_with_reminders_for_its_first_step(office: TaskOffice) -> None:
    task = await office.start()
    assert (task.state, task.outlook.turns, task.version) == (TaskState.RUNNING, ("1",), 1)
    pending = await office.pending(task)
    assert set(pending) == {f"1:{r}" for r in ("begin", "day", "due", "climb_1", "climb_2")}
    assert pending["1:begin"] == MONDAY + timedelta(minutes=1)
    with pytest.raises(DomainError, match=r"task\.started_already"):
        await office.start()


async def test_a_step_done_ends_its_reminders_and_starts_the_next(office: TaskOffice) -> None:
    task = await office.start()
    office.clock.set(at("2026-10-05 10:00"))
    change = await office.act(task, TaskAct.DONE, KASUBBAG, step="1", note="lengkap")
    assert change.task.fact("1").note == "lengkap"
    assert dates(change)["2"] == "10-06 16:00"
    pending = await office.pending(task)
    assert {key.split(":")[0] for key in pending} == {"2"}
    assert pending["2:begin"] == at("2026-10-05 10:01")


async def test_people_are_told_once_what_moved_with_old_and_new_date(office: TaskOffice) -> None:
    task = await office.start()
    office.clock.set(at("2026-10-05 10:00"))
    news = told(await office.act(task, TaskAct.DONE, KASUBBAG, step="1"))
    assert set(news) == {OWNER, KABAG, KABIRO}
    assert [(m.step, m.old, m.new) for m in news[KABAG].moved] == [
        ("2", at("2026-10-07 16:00"), at("2026-10-06 16:00"))
    ]
    assert (news[OWNER].is_main, len(news[OWNER].moved)) == (True, 2)
    assert not news[KABAG].is_main


async def test_a_step_is_done_once(office: TaskOffice) -> None:
    task = await office.start()
    await office.act(task, TaskAct.DONE, KASUBBAG, step="1")
    assert await refused(office, task, TaskAct.DONE, KASUBBAG, step="1") == "task.done_already"
    assert await refused(office, task, TaskAct.DONE, OWNER, step="7") == "task.no_such_step"


async def test_done_can_be_taken_back_within_a_minute(office: TaskOffice) -> None:
    task = await office.start()
    await office.act(task, TaskAct.DONE, KASUBBAG, step="1")
    office.clock.move(timedelta(seconds=50))
    change = await office.act(task, TaskAct.UNDO, KASUBBAG, step="1")
    assert change.task.outlook.turns == ("1",)
    assert change.news == ()
    assert {key.split(":")[0] for key in await office.pending(task)} == {"1"}
    await office.act(task, TaskAct.DONE, KASUBBAG, step="1")
    office.clock.move(timedelta(seconds=70))
    assert await refused(office, task, TaskAct.UNDO, KASUBBAG, step="1") == "task.undo_late"


async def test_the_last_step_done_tells_the_owner_that_nothing_is_left(office: TaskOffice) -> None:
    task = await office.start()
    for number in "12":
        await office.act(task, TaskAct.DONE, step=number)
    news = told(await office.act(task, TaskAct.DONE, KABIRO, step="3"))
    assert news[OWNER].over
    change = await office.act(task, TaskAct.FINISH)
    assert change.task.state is TaskState.FINISHED
    assert await office.pending(task) == {}


async def test_more_time_is_asked_of_the_superior_who_agrees(office: TaskOffice) -> None:
    task = await office.start()
    wanted = date(2026, 10, 9)
    asked = await office.act(
        task, TaskAct.ASK_TIME, KASUBBAG, step="1", at=wanted, note="data belum masuk"
    )
    assert set(told(asked)) == {KABAG}
    assert asked.task.fact("1").asked == at("2026-10-09 16:30")
    assert await refused(office, task, TaskAct.AGREE, KASUBBAG, step="1") == "task.not_allowed"
    agreed = await office.act(task, TaskAct.AGREE, KABAG, step="1")
    assert dates(agreed) == {"1": "10-09 16:30", "2": "10-12 16:00", "3": "10-13 09:30"}
    news = told(agreed)
    assert news[KASUBBAG].is_main
    assert [m.step for m in news[KABIRO].moved] == ["3"]
    assert (await office.pending(task))["1:due"] == at("2026-10-09 16:20")
    assert await refused(office, task, TaskAct.AGREE, KABAG, step="1") == "task.not_asked"


async def test_a_request_for_time_may_be_refused(office: TaskOffice) -> None:
    task = await office.start()
    assert await refused(office, task, TaskAct.REFUSE, KABAG, step="1") == "task.not_asked"
    await office.act(task, TaskAct.ASK_TIME, KASUBBAG, step="1", at=date(2026, 10, 9))
    change = await office.act(task, TaskAct.REFUSE, KABAG, step="1")
    assert set(told(change)) == {KASUBBAG}
    assert dates(change)["1"] == "10-06 16:00"


async def test_a_date_that_is_over_is_refused(office: TaskOffice) -> None:
    task = await office.start()
    past = date(2026, 10, 2)
    assert await refused(office, task, TaskAct.AGREE, KABAG, step="1", at=past) == "task.past_date"


async def test_a_step_is_passed_on_within_the_office(office: TaskOffice) -> None:
    task = await office.start()
    change = await office.act(
        task, TaskAct.PASS_ON, KASUBBAG, step="1", desks=("kepala-bagian-izin",)
    )
    assert set(told(change)) == {KABAG}
    nowhere = {"step": "1", "desks": ("kepala-antah-berantah",)}
    assert await refused(office, task, TaskAct.PASS_ON, KABAG, **nowhere) == "task.no_desk"
    assert await refused(office, task, TaskAct.DONE, KASUBBAG, step="1") == "task.not_allowed"


async def test_a_paused_task_says_nothing_and_goes_on_later(office: TaskOffice) -> None:
    task = await office.start()
    office.clock.set(at("2026-10-06 07:30"))
    paused = await office.act(task, TaskAct.PAUSE)
    assert set(told(paused)) == {KASUBBAG}
    assert await office.pending(task) == {}
    assert await refused(office, task, TaskAct.DONE, KASUBBAG, step="1") == "task.no_such_move"
    office.clock.set(at("2026-10-08 07:30"))
    resumed = await office.act(task, TaskAct.RESUME)
    assert dates(resumed) == {"1": "10-08 16:00", "2": "10-09 16:30", "3": "10-12 09:30"}
    assert set(told(resumed)) == {KASUBBAG, KABAG, KABIRO}
    pending = await office.pending(task)
    assert "1:begin" not in pending
    assert pending["1:due"] == at("2026-10-08 15:50")


async def test_the_start_may_be_moved_until_a_step_is_done(office: TaskOffice) -> None:
    task = await office.start()
    change = await office.act(task, TaskAct.MOVE, at=at("2026-10-12 07:30"))
    assert dates(change)["1"] == "10-13 16:00"
    assert set(told(change)) == {KASUBBAG, KABAG, KABIRO}
    await office.act(task, TaskAct.DONE, step="1")
    assert await refused(office, task, TaskAct.MOVE, at=date(2026, 10, 19)) == "task.begun"


async def test_an_event_that_is_reported_starts_its_clock(office: TaskOffice) -> None:
    waiting = standard_of(step("1", "Menjawab (3 hari setelah surat diterima)"))
    task = await office.start(waiting)
    assert set(await office.pending(task)) == {"1:begin"}
    change = await office.act(task, TaskAct.EVENT, step="1", at=at("2026-10-05 09:00"))
    assert dates(change) == {"1": "10-08 16:00"}
    assert "1:due" in await office.pending(task)
    other = await office.start(draft="e")
    assert await refused(office, other, TaskAct.EVENT, step="1", at=MONDAY) == "task.no_event"


async def test_a_running_task_stays_on_the_edition_that_it_began_with(office: TaskOffice) -> None:
    task = await office.start()
    other = TaskOffice(office.unit_of_work)
    async with office.unit_of_work(writing=False) as work:
        assert await other.tasks.edition(work, task) == izin()


@pytest.mark.parametrize("person", [KASUBBAG, KABAG, DEPUTY + 100])
async def test_who_may_not_lead_cannot_cancel(office: TaskOffice, person: int) -> None:
    task = await office.start()
    assert await refused(office, task, TaskAct.CANCEL, person) == "task.not_allowed"


async def test_the_history_tells_who_did_what_and_what_moved(office: TaskOffice) -> None:
    task = await office.start()
    await office.act(task, TaskAct.DONE, KASUBBAG, step="1")
    await office.act(task, TaskAct.CANCEL, KABIRO)
    async with office.unit_of_work(writing=False) as work:
        lines = await work.tasks.history(task.id)
    assert [(line.number, line.act, line.actor) for line in lines] == [
        (1, TaskAct.START, OWNER),
        (2, TaskAct.DONE, KASUBBAG),
        (3, TaskAct.CANCEL, KABIRO),
    ]
    assert sorted(m[0] for m in lines[1].data["moved"]) == ["2", "3"]
    assert await refused(office, replace(task, id=999), TaskAct.DONE) == "task.unknown"
