from __future__ import annotations

from datetime import timedelta

from bot.domain.reminders import Reminder
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW


def a_reminder(key: str, hours: int, subject: str = "ticket:1") -> Reminder:
    return Reminder(key, subject, "half", NOW + timedelta(hours=hours), {"post": "kabag"})


async def test_what_is_due_is_claimed_once_and_in_order(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.reminders.plan([a_reminder("b", 2), a_reminder("a", 1), a_reminder("c", 9)])
        await work.commit()
    later = NOW + timedelta(hours=3)

    async with unit_of_work() as work:
        claimed = await work.reminders.claim(later)
        await work.commit()

    assert [reminder.key for reminder in claimed] == ["a", "b"]
    assert claimed[0] == a_reminder("a", 1)
    async with unit_of_work() as work:
        assert await work.reminders.claim(later) == ()
        assert await work.reminders.next_due(later) == NOW + timedelta(hours=9)


async def test_only_what_is_about_a_kind_of_subject_is_claimed(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work() as work:
        await work.reminders.plan([a_reminder("a", 0), a_reminder("b", 0, "step:1")])
        assert await work.reminders.is_due(NOW, about="step:")
        claimed = await work.reminders.claim(NOW, about="step:")
        assert not await work.reminders.is_due(NOW, about="step:")
        assert await work.reminders.is_due(NOW)
        assert [reminder.key for reminder in claimed] == ["b"]
        assert [reminder.key for reminder in await work.reminders.claim(NOW)] == ["a"]
        await work.commit()


async def test_a_claim_that_is_not_committed_is_undone(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.reminders.plan([a_reminder("a", 0)])
        await work.commit()
    async with unit_of_work() as work:
        assert len(await work.reminders.claim(NOW)) == 1

    async with unit_of_work() as work:
        assert len(await work.reminders.claim(NOW)) == 1


async def test_a_known_key_is_not_said_again(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.reminders.plan([a_reminder("a", 0)])
        await work.reminders.claim(NOW)
        await work.reminders.plan([a_reminder("a", 0), a_reminder("a", 5)])
        assert await work.reminders.pending("ticket:1") == ()
        await work.commit()


async def test_what_is_cancelled_is_not_said(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.reminders.plan([a_reminder("a", 0), a_reminder("b", 0, "ticket:2")])
        await work.reminders.cancel("ticket:1")
        assert [reminder.key for reminder in await work.reminders.claim(NOW)] == ["b"]
        await work.commit()


async def test_what_was_cancelled_can_be_planned_again(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.reminders.plan([a_reminder("a", 0)])
        await work.reminders.cancel("ticket:1")
        await work.reminders.plan([a_reminder("a", 1)])
        assert await work.reminders.pending("ticket:1") == (a_reminder("a", 1),)
        await work.commit()
