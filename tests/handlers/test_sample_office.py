"""The try-out's officials hold real posts, so that complaints reach them."""

from __future__ import annotations

from dataclasses import replace

from handlers.sample_office import ADMIN, residents, take_office
from knowledge.library import Library, shipped_documents
from simulator import OFFICE
from tests.telegram import Stage

KABAG, KABIRO = 1003, 1004
PEOPLE = residents(Library.load([shipped_documents()])[0].values())


async def test_the_heads_hold_the_posts_of_the_standards_and_one_is_the_desk(stage: Stage) -> None:
    await take_office(stage.office, PEOPLE)
    now = stage.clock.now()
    async with stage.office.unit_of_work(writing=False) as work:
        office = await stage.office.posts.directory(work)
    (head,) = office.posts_of(KABAG, now)
    (bureau,) = office.posts_of(KABIRO, now)
    assert office.is_above(bureau.post, head.post, now)
    assert office.service_desk == head.post
    assert office.reach(head.post, now).person_id == KABAG
    await stage.chat(KABAG).says("/saya")
    stage.chat(KABAG).sees("Kepala Bagian Tata Laksana")


async def test_what_the_visitor_has_changed_is_left_alone(stage: Stage) -> None:
    await take_office(stage.office, PEOPLE)
    async with stage.office.unit_of_work() as work:
        office = await stage.office.posts.directory(work)
        for tenure in office.tenures:
            await stage.office.appointments.end(
                work, tenure.id, stage.clock.now(), stage.clock.now()
            )
        await work.commit()
    await take_office(stage.office, PEOPLE)
    async with stage.office.unit_of_work(writing=False) as work:
        office = await stage.office.posts.directory(work)
    assert office.posts_of(KABAG, stage.clock.now()) == ()


async def test_an_office_without_such_posts_stays_as_it_is(stage: Stage) -> None:
    await take_office(stage.office, [replace(one, role="Tukang Kebun") for one in OFFICE])
    async with stage.office.unit_of_work(writing=False) as work:
        assert (await stage.office.posts.directory(work)).tenures == ()


def test_the_bot_may_write_first_to_officials_and_the_admin() -> None:
    numbers = {number for number, one in enumerate(PEOPLE, 1001) if one.has_started}
    assert numbers == {KABAG, KABIRO, ADMIN}
