"""Heartbeats, and leases that one process at a time holds, on both databases."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.domain.health import Beat, LeaseHolder
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

MINUTE = timedelta(minutes=1)


async def take(
    unit_of_work: SqlUnitsOfWork,
    holder: str,
    at: timedelta = timedelta(),
    from_holder: str | None = None,
) -> bool:
    async with unit_of_work() as work:
        lease = LeaseHolder("poll", holder, NOW + at + MINUTE)
        taken = await work.leases.take(lease, NOW + at, from_holder=from_holder)
        await work.commit()
        return taken


async def test_the_last_beat_counts(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.heartbeats.beat("sender", NOW, "1")
        await work.heartbeats.beat("intake", NOW)
        await work.heartbeats.beat("sender", NOW + MINUTE, "2")
        await work.commit()
    async with unit_of_work(writing=False) as work:
        beats = await work.heartbeats.all()
    assert beats == (Beat("intake", NOW, ""), Beat("sender", NOW + MINUTE, "2"))


async def test_a_lease_is_held_by_one_until_its_time_is_over(unit_of_work: SqlUnitsOfWork) -> None:
    assert await take(unit_of_work, "a")
    assert not await take(unit_of_work, "b")
    assert await take(unit_of_work, "a", MINUTE / 2)
    assert not await take(unit_of_work, "b", MINUTE)
    assert await take(unit_of_work, "b", MINUTE * 2)
    assert not await take(unit_of_work, "a", MINUTE * 2)


async def test_a_lease_is_given_back_only_by_its_holder(unit_of_work: SqlUnitsOfWork) -> None:
    await take(unit_of_work, "a")
    for holder, free in (("b", False), ("a", True)):
        async with unit_of_work() as work:
            await work.leases.release("poll", holder)
            await work.commit()
        async with unit_of_work(writing=False) as work:
            assert (await work.leases.holder("poll") is None) == free
            assert (await work.leases.all() == ()) == free


async def test_a_lease_of_a_holder_known_as_dead_is_taken_over(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await take(unit_of_work, "a")
    assert not await take(unit_of_work, "b", from_holder="c")
    assert await take(unit_of_work, "b", from_holder="a")


async def test_of_many_that_ask_at_once_one_gets_it(unit_of_work: SqlUnitsOfWork) -> None:
    taken = await asyncio.gather(*(take(unit_of_work, f"h{n}") for n in range(10)))
    assert sum(taken) == 1
