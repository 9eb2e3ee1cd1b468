"""People as Telegram knows them, on both databases."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.people import Person, Sighting
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

LATER = NOW + timedelta(days=1)


async def stored(unit_of_work: SqlUnitsOfWork, person_id: int = 7) -> Person | None:
    async with unit_of_work(writing=False) as work:
        return await work.people.get(person_id)


async def test_a_person_is_known_from_the_first_message_on(unit_of_work: SqlUnitsOfWork) -> None:
    big = 2**52 + 1
    async with unit_of_work() as work:
        seen = await work.people.seen(Sighting(big, "Siti", "siti"), NOW)
        assert await work.people.get(big) == seen
        await work.commit()
    assert await stored(unit_of_work, big) == Person(big, "Siti", "siti", None, NOW, NOW)
    assert await stored(unit_of_work, 8) is None


async def test_a_new_name_is_kept_and_the_language_stays(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.people.seen(Sighting(7, "Siti", "siti"), NOW)
        await work.people.set_language(7, "en")
        changed = await work.people.get(7)
        assert changed is not None
        assert changed.language == "en"
        await work.commit()
    async with unit_of_work() as work:
        seen = await work.people.seen(Sighting(7, "Siti Rahayu"), LATER)
        await work.commit()
    assert seen == Person(7, "Siti Rahayu", None, "en", NOW, LATER)
    assert await stored(unit_of_work) == seen


async def test_a_message_soon_after_another_writes_nothing(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        first = await work.people.seen(Sighting(7, "Siti"), NOW)
        again = await work.people.seen(Sighting(7, "Siti"), NOW + timedelta(minutes=59))
        assert again == first
        hour = await work.people.seen(Sighting(7, "Siti"), NOW + timedelta(minutes=60))
        assert hour.last_seen == NOW + timedelta(minutes=60)
        await work.commit()
    assert await stored(unit_of_work) == hour


async def test_who_cannot_be_reached_is_reachable_again_after_writing(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work() as work:
        await work.people.seen(Sighting(7, "Siti"), NOW)
        await work.people.set_unreachable(7, NOW)
        await work.people.set_unreachable(7, LATER)
        await work.commit()
    person = await stored(unit_of_work)
    assert person is not None
    assert person.unreachable_since == NOW
    async with unit_of_work() as work:
        await work.people.seen(Sighting(7, "Siti"), NOW + timedelta(minutes=1))
        await work.commit()
    person = await stored(unit_of_work)
    assert person is not None
    assert person.unreachable_since is None


async def test_somebody_who_never_wrote_can_turn_out_unreachable(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work() as work:
        await work.people.set_unreachable(8, NOW)
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.people.unreachable_after(NOW - timedelta(seconds=1)) == {8}
        assert await work.people.unreachable_after(NOW) == frozenset()
        person = await work.people.get(8)
    assert person is not None
    assert person.unreachable_since == NOW
