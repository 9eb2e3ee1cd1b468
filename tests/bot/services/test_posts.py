"""The posts of the office: from the standards, and as the admin wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import FixedClock
from bot.domain.appointing import Appointment
from bot.domain.directory import Directory
from bot.domain.errors import DomainError
from bot.domain.posts import Holding, Post, PostOrigin
from bot.services.appointments import Appointments
from bot.services.posts import Offices
from bot.storage.unit_of_work import SqlUnitsOfWork
from knowledge.library import Library, shipped_documents
from knowledge.model import ServiceStandard
from knowledge.routing.posts import OfficePosts
from tests.bot.conftest import NOW
from tests.bot.storage.test_tickets import a_ticket

STANDARDS = tuple(Library.load([shipped_documents()])[0].values())
ONE = tuple(s for s in STANDARDS if "pimpinan" in s.id)
ALL_POSTS, POSTS_OF_ONE = OfficePosts(STANDARDS), OfficePosts(ONE)
KABAG = "kepala-bagian-tata-laksana"
KABIRO = "kepala-biro-organisasi-tata-laksana-akuntabilitas-kinerja"
OF_ONE = "kepala-biro-tata-usaha"


@pytest.fixture
def offices(unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> Offices:
    return Offices(unit_of_work, clock, (99,))


async def posts_of(unit_of_work: SqlUnitsOfWork) -> Mapping[str, Post]:
    async with unit_of_work(writing=False) as work:
        return (await work.posts.directory()).posts


async def test_the_directory_knows_the_admins_of_the_settings(
    offices: Offices, unit_of_work: SqlUnitsOfWork
) -> None:
    async with unit_of_work(writing=False) as work:
        assert await offices.directory(work) == Directory(admins=(99,))


async def test_posts_come_from_the_standards_with_their_superiors(
    offices: Offices, unit_of_work: SqlUnitsOfWork
) -> None:
    await offices.follow(ALL_POSTS, "all")
    posts = await posts_of(unit_of_work)
    assert posts[KABAG] == Post(
        KABAG, "Kepala Bagian Tata Laksana", "kepala_bagian", "Bagian Tata Laksana", KABIRO,
        PostOrigin.STANDARD,
    )  # fmt: skip
    assert posts[KABIRO].rank == "kepala_biro"


async def test_posts_are_collected_once_for_the_same_standards(
    offices: Offices, unit_of_work: SqlUnitsOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    await offices.follow(ALL_POSTS, "all")

    def refuse(standards: object) -> None:
        raise AssertionError("collected again")

    monkeypatch.setattr("bot.services.posts._posts_of", refuse)
    await offices.follow(ALL_POSTS, "all")
    with pytest.raises(AssertionError):
        await offices.follow(ALL_POSTS, "others")


async def test_what_the_admin_has_set_stays_when_standards_change(
    offices: Offices, unit_of_work: SqlUnitsOfWork
) -> None:
    await offices.follow(POSTS_OF_ONE, "one")
    async with unit_of_work() as work:
        await offices.rename(work, OF_ONE, "  Kepala  Biro Umum ")
        await offices.set_unit(work, OF_ONE, "Biro Umum")
        own = await offices.add(work, "Ketua Tim Layanan", superior=OF_ONE)
        await work.commit()
    await offices.follow(ALL_POSTS, "all")
    posts = await posts_of(unit_of_work)
    assert (posts[OF_ONE].name, posts[OF_ONE].unit) == ("Kepala Biro Umum", "Biro Umum")
    assert posts[OF_ONE].origin is PostOrigin.ADMIN
    assert posts[own.key] == own


async def test_posts_that_no_standard_names_any_more_go(
    offices: Offices, unit_of_work: SqlUnitsOfWork
) -> None:
    await offices.follow(ALL_POSTS, "all")
    await offices.follow(POSTS_OF_ONE, "one")
    posts = await posts_of(unit_of_work)
    assert KABAG not in posts
    assert OF_ONE in posts


async def hold(offices: Offices, unit_of_work: SqlUnitsOfWork, until: timedelta | None) -> None:
    async with unit_of_work() as work:
        end = None if until is None else NOW + until
        since = NOW - timedelta(days=9)
        await Appointments(offices).appoint(
            work, Appointment(KABAG, "Budi", Holding.DEFINITIVE, since, end), NOW
        )
        await work.commit()


@pytest.mark.parametrize(
    ("until", "stays"), [(None, True), (timedelta(days=1), True), (timedelta(0), False)]
)
async def test_a_post_stays_while_somebody_holds_it_and_so_do_those_above(
    offices: Offices, unit_of_work: SqlUnitsOfWork, until: timedelta | None, stays: bool
) -> None:
    await offices.follow(ALL_POSTS, "all")
    await hold(offices, unit_of_work, until)
    await offices.follow(POSTS_OF_ONE, "one")
    posts = await posts_of(unit_of_work)
    assert (KABAG in posts, KABIRO in posts) == (stays, stays)


async def test_a_post_stays_while_a_ticket_is_on_its_desk_or_it_is_the_service_desk(
    offices: Offices, unit_of_work: SqlUnitsOfWork
) -> None:
    await offices.follow(ALL_POSTS, "all")
    desk = "kepala-bagian-ketatalaksanaan"
    async with unit_of_work() as work:
        await work.tickets.add(a_ticket(owner=KABAG, received_by=None))
        await offices.set_service_desk(work, desk, 99)
        await work.commit()
    await offices.follow(POSTS_OF_ONE, "one")
    assert {KABAG, desk} <= set(await posts_of(unit_of_work))


async def test_a_post_is_added_once_in_whatever_spelling(
    offices: Offices, unit_of_work: SqlUnitsOfWork
) -> None:
    async with unit_of_work() as work:
        post = await offices.add(work, "Kabag Tata Laksana")
        assert (post.key, post.rank) == (KABAG, "kepala_bagian")
        with pytest.raises(DomainError, match=r"post\.known"):
            await offices.add(work, "Kepala Bagian Tatalaksana")


@pytest.mark.parametrize(
    ("name", "key"), [("", "post.no_name"), (" . ", "post.no_name"), ("x" * 201, "too_long")]
)
async def test_a_name_that_is_none_is_refused(
    offices: Offices, unit_of_work: SqlUnitsOfWork, name: str, key: str
) -> None:
    async with unit_of_work() as work:
        with pytest.raises(DomainError, match=key):
            await offices.add(work, name)


@pytest.fixture
async def two(offices: Offices, unit_of_work: SqlUnitsOfWork) -> tuple[str, str]:
    """Return two posts, the second above the first."""
    async with unit_of_work() as work:
        upper = await offices.add(work, "Kepala Biro Umum")
        lower = await offices.add(work, "Kepala Bagian Rumah Tangga", superior=upper.key)
        await work.commit()
    return lower.key, upper.key


async def test_nobody_stands_above_his_superior(
    offices: Offices, unit_of_work: SqlUnitsOfWork, two: tuple[str, str]
) -> None:
    lower, upper = two
    async with unit_of_work() as work:
        for superior in (lower, upper):
            with pytest.raises(DomainError, match=r"post\.circle"):
                await offices.set_superior(work, upper, superior)
        with pytest.raises(DomainError, match=r"post\.unknown"):
            await offices.set_superior(work, lower, "unheard-of")
        assert (await offices.set_superior(work, lower, None)).superior is None


async def test_an_old_post_is_its_present_one_and_can_be_itself_again(
    offices: Offices, unit_of_work: SqlUnitsOfWork, two: tuple[str, str]
) -> None:
    old, new = two
    async with unit_of_work() as work:
        await offices.replace(work, old, new, NOW)
        assert (await offices.directory(work)).present(old, NOW) == new
        with pytest.raises(DomainError, match=r"post\.replaces_itself"):
            await offices.replace(work, new, old, NOW)
        with pytest.raises(DomainError, match=r"post\.replaces_itself"):
            await offices.replace(work, new, new, NOW)
        await offices.replace(work, old, None, None)
        assert (await offices.directory(work)).present(old, NOW) == old


async def test_the_service_desk_is_a_post_that_there_is(
    offices: Offices, unit_of_work: SqlUnitsOfWork, two: tuple[str, str]
) -> None:
    async with unit_of_work() as work:
        await offices.set_service_desk(work, two[0], 99)
        assert (await offices.directory(work)).service_desk == two[0]
        await offices.set_service_desk(work, None, 99)
        assert (await offices.directory(work)).service_desk is None
        with pytest.raises(DomainError, match=r"post\.unknown"):
            await offices.set_service_desk(work, "unheard-of", 99)


async def test_standards_of_any_office_give_their_posts(
    offices: Offices, unit_of_work: SqlUnitsOfWork
) -> None:
    school: ServiceStandard = replace(
        ONE[0], id="surat", unit="Dinas Pendidikan", responsible="Kepala Dinas Pendidikan",
        implementers=("Kepala Seksi Sekolah Dasar",), complaint=None, steps=(), sections=(),
    )  # fmt: skip
    await offices.follow(OfficePosts([school]), "school")
    posts = await posts_of(unit_of_work)
    assert posts["kepala-seksi-sekolah-dasar"].superior == "kepala-dinas-pendidikan"
