"""A check names what needs a person, and only that."""

from __future__ import annotations

from datetime import timedelta

from bot.clock import FixedClock
from bot.domain.health import Finding, LeaseHolder, Level
from bot.domain.messages import Outgoing, blocked, failed, sent, uncertain
from bot.services.health import Health, check_settings
from bot.services.intake import Intake
from bot.services.tidying import Tidying
from bot.settings import Settings
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW
from tests.bot.updates import a_message


async def check(unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> dict[str, list[Finding]]:
    findings: dict[str, list[Finding]] = {}
    for finding in await Health(unit_of_work, clock).check():
        findings.setdefault(finding.key, []).append(finding)
    return findings


async def troubles(unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> set[str]:
    findings = await check(unit_of_work, clock)
    return {key for key, found in findings.items() if any(f.needs_a_person for f in found)}


async def test_a_fresh_store_lacks_only_standards(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    assert await troubles(unit_of_work, clock) == {"check.standards"}


async def test_an_update_that_waits_too_long_needs_a_person(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    await Intake(unit_of_work, clock).receive([a_message(1), a_message(2)])
    assert "check.waiting" not in await troubles(unit_of_work, clock)
    clock.move(timedelta(minutes=6))
    assert "check.waiting" in await troubles(unit_of_work, clock)
    findings = await check(unit_of_work, clock)
    assert findings["check.waiting"][0].values == {"count": 2, "age": timedelta(minutes=6)}
    assert findings["check.last_update"][0].values == {"at": NOW}


async def test_undelivered_messages_of_the_last_days_need_a_person(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    async with unit_of_work() as work:
        for chat in (1, 2, 3, 4, 5):
            await work.outbox.queue(Outgoing(chat, "sendMessage", {}), NOW)
        await work.commit()
    async with unit_of_work() as work:
        one, two, three, four = await work.outbox.claim(4, NOW, timedelta(minutes=1))
        outcomes = [
            sent(one.id),
            failed(two.id, "400"),
            uncertain(three.id, "t"),
            blocked(four.id, "b"),
        ]
        await work.outbox.settle(outcomes, NOW)
        await work.commit()
    clock.move(timedelta(minutes=6))
    findings = await check(unit_of_work, clock)
    assert {f.values["state"] for f in findings["check.undelivered"]} == {
        "failed", "uncertain", "blocked",
    }  # fmt: skip
    assert findings["check.queued"][0].level is Level.WARNING
    assert findings["check.queued"][0].values["count"] == 1
    clock.move(timedelta(days=8))
    assert "check.undelivered" not in await check(unit_of_work, clock)


async def test_a_failed_update_needs_a_person_for_some_days(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    await Intake(unit_of_work, clock).receive([{"update_id": 3}])
    assert "check.failed_updates" in await troubles(unit_of_work, clock)
    clock.move(timedelta(days=8))
    assert "check.failed_updates" not in await troubles(unit_of_work, clock)


async def test_a_part_that_is_silent_needs_a_person_only_while_a_bot_runs(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    async with unit_of_work() as work:
        await work.heartbeats.beat("polling", NOW)
        await work.commit()
    clock.move(timedelta(minutes=6))
    assert "check.beat" not in await troubles(unit_of_work, clock)
    async with unit_of_work() as work:
        lease = LeaseHolder("poll:1", "h:1:a", clock.now() + timedelta(minutes=1))
        await work.leases.take(lease, clock.now(), from_holder=None)
        await work.commit()
    assert "check.beat" in await troubles(unit_of_work, clock)
    findings = await check(unit_of_work, clock)
    assert findings["check.running"][0].values == {"holders": ["h:1:a"], "doors": ["polling"]}


async def test_the_silence_of_a_door_that_is_no_longer_used_is_no_trouble(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    async with unit_of_work() as work:
        await work.heartbeats.beat("polling", NOW)
        await work.commit()
    clock.move(timedelta(days=1))
    async with unit_of_work() as work:
        lease = LeaseHolder("webhook:1:h:127.0.0.1:8080", "h:1:a", clock.now() + timedelta(hours=1))
        await work.leases.take(lease, clock.now(), from_holder=None)
        await work.heartbeats.beat("webhook", clock.now())
        await work.commit()
    assert "check.beat" not in await troubles(unit_of_work, clock)
    findings = await check(unit_of_work, clock)
    assert findings["check.running"][0].values["doors"] == ["webhook"]


def test_missing_token_and_admins_are_named() -> None:
    open_points = {f.key for f in check_settings(Settings()) if f.needs_a_person}
    assert open_points == {"check.token", "check.admins"}
    token = "123456789:" + "A" * 35
    complete = Settings.model_validate({"telegram_token": token, "admin_ids": (7,)})
    assert not any(f.needs_a_person for f in check_settings(complete))


async def test_tidying_forgets_what_is_old(unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> None:
    await Intake(unit_of_work, clock).receive([{"update_id": 3}, a_message(1)])
    tidying = Tidying(unit_of_work, clock)
    assert await tidying.run() == 0
    clock.move(timedelta(days=15))
    assert await tidying.run() == 1
    async with unit_of_work(writing=False) as work:
        assert await work.inbox.waiting() == ("7",)


async def test_the_lateness_of_reminders_is_told_by_the_99th_of_100(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    assert "check.lateness" not in await check(unit_of_work, clock)
    async with unit_of_work() as work:
        for chat in range(1, 101):
            await work.outbox.queue(Outgoing(chat, "sendMessage", {}, due_at=NOW), NOW)
        await work.outbox.queue(Outgoing(200, "sendMessage", {}), NOW)
        await work.commit()
    async with unit_of_work() as work:
        every = await work.outbox.claim(101, NOW, timedelta(minutes=1))
        times = [*([2] * 98), 30, 400, 900]
        for message, seconds in zip(every, times, strict=True):
            await work.outbox.settle([sent(message.id)], NOW + timedelta(seconds=seconds))
        await work.commit()
    clock.move(timedelta(hours=1))
    (found,) = (await check(unit_of_work, clock))["check.lateness"]
    assert found.values == {
        "days": 7,
        "count": 100,
        "most": timedelta(seconds=30),
        "longest": timedelta(seconds=400),
    }
