"""Column types keep what they are given, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.domain.people import Sighting
from bot.storage.unit_of_work import SqlUnitsOfWork


@pytest.mark.parametrize(
    "instant",
    [
        datetime(2026, 3, 2, 8, 30, tzinfo=ZoneInfo("Asia/Jakarta")),
        datetime(2026, 3, 2, 1, 30, 0, 123456, tzinfo=UTC),
        datetime(2026, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-11, minutes=-30))),
        datetime(1999, 1, 1, tzinfo=UTC),
    ],
)
async def test_an_instant_comes_back_as_the_same_instant_in_utc(
    unit_of_work: SqlUnitsOfWork, instant: datetime
) -> None:
    async with unit_of_work() as work:
        await work.people.seen(Sighting(1, "x"), instant)
        await work.heartbeats.beat("x", instant)
        await work.commit()
    async with unit_of_work(writing=False) as work:
        (beat,) = await work.heartbeats.all()
        person = await work.people.get(1)
    assert person is not None
    assert beat.at == person.last_seen == instant
    assert beat.at.tzinfo is UTC


async def test_instants_of_different_zones_are_ordered_as_instants(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    late = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    early = datetime(2026, 3, 2, 14, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
    async with unit_of_work() as work:
        await work.heartbeats.beat("x", early)
        await work.heartbeats.beat("x", late)
        await work.commit()
        assert (await work.heartbeats.all())[0].at == late > early


async def test_a_naive_datetime_never_reaches_a_table(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.heartbeats.beat("x", datetime(2026, 3, 2))  # noqa: DTZ001
        with pytest.raises(Exception, match="naive"):
            await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.heartbeats.all() == ()
