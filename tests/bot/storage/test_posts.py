from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import DomainError
from bot.domain.people import Sighting
from bot.domain.posts import Absence, Holding, Invitation, Post, Tenure
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

POST = Post("kepala-bagian-a", "Kepala Bagian A", "kepala_bagian", "Biro X", "kepala-biro-x")
TENURE = Tenure(0, POST.key, "Ibu Sari", Holding.PLT, NOW, decree="SK 12/2026")


async def use(unit_of_work: SqlUnitsOfWork, digest: str) -> None:
    async with unit_of_work() as work:
        await work.posts.use_invitation(digest, NOW)
        await work.commit()


async def test_the_directory_shows_what_was_kept(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.posts.put([POST])
        tenure_id = await work.posts.appoint(TENURE)
        absence_id = await work.posts.leave(Absence(0, 900, NOW, NOW + timedelta(days=3), 901))
        await work.people.seen(Sighting(902, "Budi"), NOW)
        await work.people.set_unreachable(902, NOW)
        await work.settings.set("service_desk", POST.key, NOW, 1)
        await work.commit()

    async with unit_of_work(writing=False) as work:
        directory = await work.posts.directory()
    assert directory.posts == {POST.key: POST}
    assert directory.tenures == (replace(TENURE, id=tenure_id),)
    assert directory.absences == (Absence(absence_id, 900, NOW, NOW + timedelta(days=3), 901),)
    assert directory.unreachable == {902}
    assert directory.service_desk == POST.key


async def test_posts_and_tenures_change_in_place(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.posts.put([POST])
        tenure_id = await work.posts.appoint(TENURE)
        await work.posts.put([replace(POST, name="Kepala Bagian AA")])
        bound = replace(TENURE, id=tenure_id, person_id=900)
        await work.posts.change(bound)
        directory = await work.posts.directory()
        await work.posts.remove(POST.key)
        assert (await work.posts.directory()).posts == {}
        await work.commit()

    assert directory.posts[POST.key].name == "Kepala Bagian AA"
    assert directory.tenures == (bound,)


async def test_who_has_part_in_a_post_holds_one_or_stands_in(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.posts.appoint(replace(TENURE, person_id=900, until=NOW))
        await work.posts.appoint(TENURE)  # nobody has opened the invitation
        await work.posts.leave(Absence(0, 900, NOW, NOW + timedelta(days=3), 901))
        found = {person: await work.posts.has_part(person) for person in (900, 901, 902)}
    assert found == {900: True, 901: True, 902: False}


async def test_an_invitation_is_used_once(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        tenure_id = await work.posts.appoint(TENURE)
        invitation = Invitation("d" * 64, tenure_id, 1, NOW, NOW + timedelta(days=7))
        await work.posts.invite(invitation)
        await work.commit()
    async with unit_of_work() as work:
        assert await work.posts.invitation("d" * 64) == invitation
        await work.posts.use_invitation("d" * 64, NOW)
        await work.commit()

    with pytest.raises(DomainError, match="used"):
        await use(unit_of_work, "d" * 64)


async def test_a_revoked_invitation_cannot_be_used(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        tenure_id = await work.posts.appoint(TENURE)
        await work.posts.invite(Invitation("e" * 64, tenure_id, 1, NOW, NOW + timedelta(days=7)))
        await work.posts.revoke_invitations(tenure_id, NOW)
        await work.commit()

    with pytest.raises(DomainError, match="used"):
        await use(unit_of_work, "e" * 64)
