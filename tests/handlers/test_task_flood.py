"""Many people whose turn it is at the same opening: all hear of it once, within the limits."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.plans.model import PlanInputs
from bot.domain.tasks.calls import Starting
from bot.domain.tasks.doers import PERSON
from tests.bot.services.task_office import izin
from tests.telegram import Stage

OPENING = datetime(2026, 10, 6, 7, 30, tzinfo=ZoneInfo("Asia/Jakarta"))  # a Tuesday
PEOPLE = range(8000, 8500)
A_SECOND = 30  # messages that Telegram takes from one bot


async def test_five_hundred_people_who_are_due_at_one_opening_hear_of_it_once_within_the_limits(
    stage: Stage,
) -> None:
    stage.clock.set(OPENING - timedelta(hours=12))
    office = stage.office
    async with office.unit_of_work() as work:
        directory, inputs = await office.directory(work), PlanInputs(OPENING)
        for person in PEOPLE:
            desks = {"kepala subbagian surat": (f"{PERSON}{person}",)}
            starting = Starting(str(person), f"Izin {person}", izin(), inputs, person, desks=desks)
            await office.tasks.start(work, starting, directory, stage.clock.now())
        await work.commit()
    stage.clock.set(OPENING)
    before = len(stage.telegram.order)
    while len(stage.telegram.order) < before + len(PEOPLE):
        sent = len(stage.telegram.order)
        await stage.service.hints.round()
        await stage.settle()
        assert 0 < len(stage.telegram.order) - sent <= A_SECOND
        stage.clock.move(timedelta(seconds=1.01))
    await stage.service.hints.round()
    await stage.settle()
    assert all(len(stage.telegram.shown_in(person)) == 1 for person in PEOPLE)
    async with office.unit_of_work(writing=False) as work:
        late = await work.outbox.lateness(OPENING)
    assert len(late) == len(PEOPLE)
    assert late[-1] < timedelta(seconds=len(PEOPLE) / A_SECOND + 2)
