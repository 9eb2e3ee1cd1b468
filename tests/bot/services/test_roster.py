"""Importing a list of posts and holders."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import FixedClock
from bot.domain.directory import Directory
from bot.domain.posts import Holding, PostOrigin
from bot.services.invitations import Invitations
from bot.services.posts import Offices
from bot.services.roster import Imported, Roster
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW
from tests.bot.officials import BAGIAN, BIRO, POSTS

ZONE = ZoneInfo("Asia/Jakarta")
FULL = """jabatan;nama;atasan;unit;status;sk;mulai;sampai;telegram_id
Kepala Biro;Tuti;;Biro Umum;definitif;SK 1;1 Januari 2026;;7003
Kepala Bagian;Sari;Kepala Biro;;Plt;SP 2;1 Februari 2026;30 Juni 2026;
Kepala Subbagian Arsip;Budi;Kepala Bagian;Bagian;;;;;
Staf Subbagian Arsip;Ani;Kepala Subbagian Arsip;;;;;;
Staf Subbagian Arsip;Ina;Kasubbag Arsip;;;;;;
"""


@pytest.fixture
async def offices(unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> Offices:
    async with unit_of_work() as work:
        await work.posts.put(POSTS)
        await work.commit()
    return Offices(unit_of_work, clock, (99,))


@pytest.fixture
def bring_in(offices: Offices, unit_of_work: SqlUnitsOfWork) -> Any:
    async def imported(text: str, now: datetime = NOW, **options: Any) -> Imported:
        async with unit_of_work() as work:
            done = await Roster(offices, ZONE).bring_in(work, text, now, **options)
            await work.commit()
        return done

    return imported


async def office(unit_of_work: SqlUnitsOfWork) -> Directory:
    async with unit_of_work(writing=False) as work:
        return await work.posts.directory()


async def test_a_list_brings_posts_superiors_and_holders(
    bring_in: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    done = await bring_in(FULL)
    assert done.problems == ()
    found = await office(unit_of_work)
    arsip = found.posts["kepala-subbagian-arsip"]
    assert (arsip.superior, arsip.unit, arsip.rank) == (BAGIAN, "Bagian", "kepala_subbagian")
    assert arsip.origin is PostOrigin.ADMIN
    assert found.posts[BIRO].unit == "Biro Umum"
    (tuti,) = found.holders(BIRO, NOW)
    assert (tuti.name, tuti.person_id, tuti.decree) == ("Tuti", 7003, "SK 1")
    assert tuti.since == datetime(2025, 12, 31, 17, tzinfo=UTC)
    (sari,) = found.holders(BAGIAN, NOW)
    assert sari.holding is Holding.PLT
    assert sari.until == datetime(2026, 6, 30, 17, tzinfo=UTC)
    assert {t.name for t in found.holders("staf-subbagian-arsip", NOW)} == {"Ani", "Ina"}


async def test_a_second_import_changes_nothing(bring_in: Any, unit_of_work: SqlUnitsOfWork) -> None:
    first = await bring_in(FULL)
    before = await office(unit_of_work)
    assert [(change.line, change.key) for change in first.changes] == [
        (2, "post_changed"),
        (2, "appointed"),
        (3, "appointed"),
        (4, "post_added"),
        (4, "appointed"),
        (5, "post_added"),
        (5, "appointed"),
        (6, "appointed"),
    ]
    assert await bring_in(FULL, NOW + timedelta(days=3)) == Imported()
    assert await office(unit_of_work) == before


async def test_a_dry_run_says_the_same_and_changes_nothing(
    bring_in: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    before = await office(unit_of_work)
    tried = await bring_in(FULL, dry_run=True)
    assert await office(unit_of_work) == before
    assert tried == await bring_in(FULL)


async def test_a_successor_in_the_list_takes_over(
    bring_in: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    await bring_in("jabatan,nama\nKepala Bagian,Sari")
    done = await bring_in("jabatan,nama,mulai\nKepala Bagian,Budi,3/3/2026")
    assert [c.key for c in done.changes] == ["ended", "appointed"]
    found = await office(unit_of_work)
    assert [t.name for t in found.holders(BAGIAN, NOW)] == ["Sari"]
    assert [t.name for t in found.holders(BAGIAN, NOW + timedelta(days=1))] == ["Budi"]


async def test_two_after_each_other_may_stand_in_one_list(
    bring_in: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    text = "jabatan,nama,mulai,sampai\nKepala Bagian,Budi,1/4/2026,\nKepala Bagian,Sari,,31/3/2026"
    assert (await bring_in(text)).problems == ()
    found = await office(unit_of_work)
    assert [t.name for t in found.holders(BAGIAN, NOW)] == ["Sari"]
    later = datetime(2026, 3, 31, 17, tzinfo=UTC)
    assert [t.name for t in found.holders(BAGIAN, later)] == ["Budi"]
    assert await bring_in(text) == Imported()


async def test_a_time_that_is_over_is_known_by_when_it_began(bring_in: Any) -> None:
    await bring_in("jabatan,nama,mulai,sampai\nKepala Bagian,Sari,1/1/2025,31/12/2025")
    assert await bring_in("jabatan,nama,mulai\nKepala Bagian,Sari,1/1/2025") == Imported()
    again = await bring_in("jabatan,nama,mulai\nKepala Bagian,Sari,1/2/2026")
    assert [change.key for change in again.changes] == ["appointed"]


async def test_what_a_line_adds_to_a_holder_is_kept_and_a_given_id_binds(
    bring_in: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    await bring_in("jabatan,nama\nKepala Bagian,Sari")
    (before,) = (await office(unit_of_work)).tenures
    async with unit_of_work() as work:
        _, invitation = await Invitations().invite(work, before.id, 99, NOW)
        await work.commit()
    done = await bring_in("jabatan,nama,sk,telegram_id\nKepala Bagian,SARI,SK 9,7001")
    assert [c.key for c in done.changes] == ["tenure_changed"]
    (after,) = (await office(unit_of_work)).tenures
    assert after == replace(before, name="SARI", decree="SK 9", person_id=7001)
    async with unit_of_work(writing=False) as work:
        kept = await work.posts.invitation(invitation.digest)
    assert kept is not None
    assert kept.revoked_at == NOW


async def test_who_is_not_in_the_list_stays(bring_in: Any, unit_of_work: SqlUnitsOfWork) -> None:
    await bring_in("jabatan,nama\nKepala Bagian,Sari")
    await bring_in("jabatan,nama\nKepala Biro,Tuti")
    assert [t.name for t in (await office(unit_of_work)).tenures] == ["Sari", "Tuti"]


async def test_an_old_name_is_taken_for_the_present_post(
    bring_in: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    await bring_in("jabatan,nama\nKepala Bagian Lama,Sari")
    (tenure,) = (await office(unit_of_work)).tenures
    assert tenure.post == BAGIAN


async def test_a_new_post_that_may_be_a_slip_is_pointed_out(bring_in: Any) -> None:
    done = await bring_in("jabatan\nKepala Bagian Laim")
    assert done.changes[0].values["near"] == "Kepala Bagian Lain"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jabatan,nama,mulai,sampai\nKepala Bagian,Sari,2/3/2026,1/3/2026", [(2, "ends_first")]),
        ("jabatan,atasan\nKepala Bagian,Kepala Entah", [(2, "superior_unknown")]),
        ("jabatan,atasan\nKepala Biro,Kepala Bagian", [(2, "circle")]),
        ("jabatan,atasan\nKepala Biro,Kepala Biro", [(2, "circle")]),
        ("jabatan,nama\nKepala Bagian,Sari\nKepala Bagian,Budi", [(3, "twice")]),
        ("jabatan,nama,status\nKepala Bagian,Sari,\nKepala Bagian,Budi,Plt", [(3, "twice")]),
        ("jabatan,nama\nStaf Umum,Sari\nStaf Umum,Sari", [(3, "twice")]),
        ("jabatan,nama,telegram_id\nKepala Biro,Sari,7\nKepala Bagian,Budi,7", [(3, "id_twice")]),
        ("jabatan\n.", [(2, "no_post")]),
        ("jabatan,nama,sampai\nKepala Biro,A,\nKepala Bagian,B,kapan", [(3, "bad_date")]),
    ],
)
async def test_one_bad_line_and_nothing_is_changed(
    bring_in: Any, unit_of_work: SqlUnitsOfWork, text: str, expected: list[tuple[int, str]]
) -> None:
    before = await office(unit_of_work)
    done = await bring_in(text)
    assert ([(p.line, p.key) for p in done.problems], done.changes) == (expected, ())
    assert await office(unit_of_work) == before


async def test_a_plh_may_stand_beside_the_definitive_holder(
    bring_in: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    text = "jabatan,nama,status\nKepala Bagian,Sari,\nKepala Bagian,Budi,Plh"
    assert (await bring_in(text)).problems == ()
    assert [t.name for t in (await office(unit_of_work)).holders(BAGIAN, NOW)] == ["Budi", "Sari"]
    assert await bring_in(text) == Imported()
