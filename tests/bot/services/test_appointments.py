"""Who holds a post: appointed, replaced, ended, away and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.clock import FixedClock
from bot.domain.appointing import TOLD_WITHIN, Appointment, ended
from bot.domain.directory import Directory
from bot.domain.errors import DomainError
from bot.domain.people import Sighting
from bot.domain.posts import Absence, Holding, Post, Tenure
from bot.services.appointments import Appointed, Appointments
from bot.services.invitations import Invitations
from bot.services.posts import Offices
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW
from tests.bot.officials import BAGIAN, BIRO, LAMA, POSTS, office, tenure

DAY = timedelta(days=1)
D, PLT, PLH = Holding.DEFINITIVE, Holding.PLT, Holding.PLH
STAFF = Post("staf", "Staf Bagian", "staf", superior=BAGIAN)


@pytest.fixture
async def offices(unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> Offices:
    async with unit_of_work() as work:
        await work.posts.put([*POSTS, STAFF])
        await work.commit()
    return Offices(unit_of_work, clock, (99,))


@pytest.fixture
def appointments(offices: Offices) -> Appointments:
    return Appointments(offices)


def appointment(name: str, post: str = BAGIAN, **changes: Any) -> Appointment:
    return replace(Appointment(post, name, D, NOW), **changes)


async def held(unit_of_work: SqlUnitsOfWork, post: str = BAGIAN, at: datetime = NOW) -> list[str]:
    async with unit_of_work(writing=False) as work:
        return [t.name for t in (await work.posts.directory()).holders(post, at)]


@pytest.fixture
async def appoint(appointments: Appointments, unit_of_work: SqlUnitsOfWork) -> Any:
    async def appointed(name: str, post: str = BAGIAN, **changes: Any) -> Appointed:
        async with unit_of_work() as work:
            done = await appointments.appoint(work, appointment(name, post, **changes), NOW)
            await work.commit()
        return done

    return appointed


async def test_a_successor_begins_where_the_holder_ends(
    appoint: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    first = await appoint("Sari", since=NOW - 9 * DAY)
    second = await appoint("Budi", since=NOW + DAY, decree="SK 7")
    assert second.superseded == (replace(first.tenure, until=NOW + DAY),)
    assert await held(unit_of_work) == ["Sari"]
    assert await held(unit_of_work, at=NOW + DAY) == ["Budi"]


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [
        (D, D, True), (PLT, D, True), (PLH, D, False),
        (D, PLT, False), (PLT, PLT, True), (PLH, PLT, False),
        (D, PLH, False), (PLT, PLH, False), (PLH, PLH, True),
    ],
)  # fmt: skip
async def test_an_appointment_ends_what_it_takes_the_place_of(
    appoint: Any, unit_of_work: SqlUnitsOfWork, first: Holding, second: Holding, ends: bool
) -> None:
    await appoint("Sari", holding=first, since=NOW - DAY)
    done = await appoint("Budi", holding=second)
    assert bool(done.superseded) is ends
    assert set(await held(unit_of_work)) == ({"Budi"} if ends else {"Budi", "Sari"})


async def test_a_planned_successor_is_left_alone(
    appoint: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    await appoint("Tuti", since=NOW + 9 * DAY)
    assert (await appoint("Budi")).superseded == ()
    assert (await held(unit_of_work, at=NOW + 9 * DAY))[0] == "Tuti"


async def test_several_may_be_staff_at_once(appoint: Any, unit_of_work: SqlUnitsOfWork) -> None:
    await appoint("Sari", STAFF.key)
    await appoint("Budi", STAFF.key)
    assert set(await held(unit_of_work, STAFF.key)) == {"Sari", "Budi"}


async def test_who_is_appointed_to_an_old_post_holds_the_present_one(
    appoint: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    sari = await appoint("Sari", LAMA, since=NOW - DAY)
    assert sari.tenure.post == BAGIAN
    assert (await appoint("Budi", LAMA)).superseded[0].id == sari.tenure.id


async def test_what_cannot_be_is_refused(appointments: Appointments, appoint: Any) -> None:
    with pytest.raises(DomainError, match=r"tenure\.ends_first"):
        await appoint("Sari", until=NOW)
    with pytest.raises(DomainError, match=r"post\.unknown"):
        await appoint("Sari", "unheard-of")


async def test_a_tenure_ends_once_and_its_invitation_with_it(
    appointments: Appointments, appoint: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    sari = (await appoint("Sari")).tenure
    async with unit_of_work() as work:
        _, invitation = await Invitations().invite(work, sari.id, 99, NOW)
        over = await appointments.end(work, sari.id, NOW, NOW)
        assert over.until == NOW
        kept = await work.posts.invitation(invitation.digest)
        assert kept is not None
        assert kept.revoked_at == NOW
        with pytest.raises(DomainError, match=r"tenure\.over"):
            await appointments.end(work, sari.id, NOW, NOW)
        with pytest.raises(DomainError, match=r"tenure\.unknown"):
            await appointments.end(work, 12345, NOW, NOW)


async def test_the_invitation_of_who_is_replaced_is_void(
    appoint: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    sari = (await appoint("Sari", since=NOW - DAY)).tenure
    async with unit_of_work() as work:
        code, _ = await Invitations().invite(work, sari.id, 99, NOW)
        await work.commit()
    await appoint("Budi")
    async with unit_of_work() as work:
        opened = await Invitations().open(work, "7", 7, code, NOW)
    assert opened.refusal == "revoked"


async def test_the_invitation_of_who_is_to_be_replaced_holds_until_then(
    appoint: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    sari = (await appoint("Sari", since=NOW - DAY)).tenure
    async with unit_of_work() as work:
        code, _ = await Invitations().invite(work, sari.id, 99, NOW)
        await work.commit()
    await appoint("Budi", since=NOW + DAY)
    async with unit_of_work() as work:
        opened = await Invitations().open(work, "7", 7, code, NOW)
        late = await Invitations().open(work, "7", 7, code, NOW + DAY)
    assert (opened.refusal, late.refusal) == (None, "over")


async def test_a_binding_can_be_undone(
    appointments: Appointments, appoint: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    sari = (await appoint("Sari", person_id=7)).tenure
    async with unit_of_work() as work:
        assert (await appointments.release(work, sari.id, NOW)).person_id is None
        assert (await work.posts.directory()).posts_of(7, NOW) == ()


def absence(number: int = 0, **changes: Any) -> Absence:
    return replace(Absence(number, 7, NOW - DAY, NOW + 3 * DAY, 8), **changes)


async def test_of_overlapping_absences_the_earlier_ends_where_the_later_begins(
    appointments: Appointments, unit_of_work: SqlUnitsOfWork
) -> None:
    async with unit_of_work() as work:
        first = await appointments.leave(work, absence())
        other = await appointments.leave(work, absence(person_id=9))
        apart = await appointments.leave(work, absence(since=NOW + 5 * DAY, until=NOW + 6 * DAY))
        second = await appointments.leave(work, absence(since=NOW, until=NOW + 2 * DAY))
        kept = (await work.posts.directory()).absences
    assert kept == (replace(first, until=NOW), other, apart, second)


async def test_who_comes_back_is_there_at_once_and_stays(
    appointments: Appointments, unit_of_work: SqlUnitsOfWork
) -> None:
    async with unit_of_work() as work:
        now_away = await appointments.leave(work, absence())
        await appointments.leave(work, absence(person_id=9))
        later = await appointments.leave(work, absence(since=NOW + 5 * DAY, until=NOW + 6 * DAY))
        assert await appointments.come_back(work, 7, NOW) == (now_away, later)
        office = await work.posts.directory()
        assert all(absence.since <= absence.until for absence in office.absences)
        assert not any(office.is_away(7, NOW + n * DAY) for n in range(7))
        assert office.is_away(9, NOW)
        assert await appointments.come_back(work, 7, NOW) == ()


@pytest.mark.parametrize(
    ("changes", "key"),
    [({"until": NOW - DAY}, "ends_first"), ({"substitute": 7}, "own_substitute")],
)
async def test_an_absence_that_cannot_be_is_refused(
    appointments: Appointments, unit_of_work: SqlUnitsOfWork, changes: dict[str, Any], key: str
) -> None:
    async with unit_of_work() as work:
        with pytest.raises(DomainError, match=key):
            await appointments.leave(work, absence(**changes))


OVER = tenure(1, BAGIAN, 7, holding=PLT, until=NOW)


@pytest.mark.parametrize(
    ("tenures", "later", "expected"),
    [
        ([OVER], timedelta(0), [None]),
        ([OVER], -timedelta(seconds=1), []),
        ([OVER], TOLD_WITHIN - timedelta(seconds=1), [None]),
        ([OVER], TOLD_WITHIN, []),
        ([OVER, tenure(2, BAGIAN, 8)], timedelta(0), [2]),
        ([OVER, tenure(2, BAGIAN, 7, holding=PLT, since=NOW)], timedelta(0), []),
        ([replace(OVER, since=NOW)], timedelta(0), []),
        ([replace(OVER, person_id=None), replace(OVER, id=2, person_id=None, until=None)],
         timedelta(0), []),
        ([replace(OVER, post="gone")], timedelta(0), []),
    ],
)  # fmt: skip
def test_who_has_ended_is_told_unless_he_goes_on(
    tenures: list[Tenure], later: timedelta, expected: list[int | None]
) -> None:
    directory: Directory = office(tenures)
    found = [e.successor.id if e.successor else None for e in ended(directory, NOW + later)]
    assert found == expected


async def test_what_has_ended_comes_with_the_office_to_tell_it_in(
    appointments: Appointments, appoint: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    await appoint("Budi", BIRO, person_id=12, since=NOW - DAY)
    await appoint("Sari", holding=PLT, since=NOW - DAY, until=NOW, person_id=7)
    async with unit_of_work(writing=False) as work:
        directory, (over,) = await appointments.ended(work, NOW)
    assert over.tenure.person_id == 7
    assert directory.reach_above(over.post.key, NOW).person_id == 12


async def test_a_binding_by_two_at_once_is_kept_for_the_first(
    appoint: Any, unit_of_work: SqlUnitsOfWork
) -> None:
    sari = (await appoint("")).tenure
    invitations = Invitations()
    async with unit_of_work() as work:
        _, invitation = await invitations.invite(work, sari.id, 99, NOW)
        await work.commit()
    async with unit_of_work() as work:
        bound = await invitations.accept(work, Sighting(7, "Ibu Sari"), invitation.digest, NOW)
        await work.commit()
    assert bound.tenure == replace(sari, person_id=7, name="Ibu Sari")
    async with unit_of_work() as work:
        late = await invitations.accept(work, Sighting(8, "Budi"), invitation.digest, NOW)
        again = await invitations.accept(work, Sighting(7, "Ibu Sari"), invitation.digest, NOW)
    assert (late.refusal, late.tenure) == ("used", None)
    assert (again.refusal, again.tenure) == ("mine", bound.tenure)
