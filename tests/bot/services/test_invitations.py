"""One-time codes: what they hold, when they end, and who guesses them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.errors import DomainError
from bot.domain.people import Sighting
from bot.domain.posts import Holding, Tenure
from bot.services.invitations import TRIES, VALID_FOR, Invitations, Opened, Refusal, digest_of
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
WHO = Sighting(7, "Ibu Sari")


@pytest.fixture
def invitations() -> Invitations:
    return Invitations()


@pytest.fixture
async def tenure(unit_of_work: SqlUnitsOfWork) -> Tenure:
    given = Tenure(0, "kepala-bagian", "Sari, S.H.", Holding.PLT, NOW, NOW + timedelta(days=30))
    async with unit_of_work() as work:
        tenure_id = await work.posts.appoint(given)
        await work.commit()
    return replace(given, id=tenure_id)


@pytest.fixture
async def code(invitations: Invitations, unit_of_work: SqlUnitsOfWork, tenure: Tenure) -> str:
    async with unit_of_work() as work:
        code, _ = await invitations.invite(work, tenure.id, 99, NOW)
        await work.commit()
    return code


async def opened(
    invitations: Invitations, unit_of_work: SqlUnitsOfWork, code: str, now: datetime = NOW
) -> Opened:
    async with unit_of_work() as work:
        found = await invitations.open(work, "7", WHO.id, code, now)
        await work.commit()
    return found


async def test_a_code_is_long_fits_a_deep_link_and_is_kept_nowhere(
    code: str, unit_of_work: SqlUnitsOfWork
) -> None:
    assert len(f"u_{code}") <= 64
    assert len(code) * 6 >= 80, "bits"
    assert code.replace("-", "").replace("_", "").isalnum()
    async with unit_of_work(writing=False) as work:
        kept = await work.posts.invitation(digest_of(code))
        assert kept is not None
        assert code not in repr(kept)
        assert await work.posts.invitation(code) is None


async def test_a_code_shows_its_tenure_and_binds_who_accepts(
    invitations: Invitations, unit_of_work: SqlUnitsOfWork, code: str, tenure: Tenure
) -> None:
    found = await opened(invitations, unit_of_work, code)
    assert (found.refusal, found.tenure) == (None, tenure)
    async with unit_of_work() as work:
        done = await invitations.accept(work, WHO, digest_of(code), NOW)
        await work.commit()
    assert done.tenure == replace(tenure, person_id=7), "the name that the admin gave stays"
    assert (await opened(invitations, unit_of_work, code)).refusal is Refusal.MINE


@pytest.mark.parametrize(
    ("later", "refusal"),
    [
        (VALID_FOR - MINUTE, None),
        (VALID_FOR, Refusal.EXPIRED),
    ],
)
async def test_a_code_holds_a_week(
    invitations: Invitations,
    unit_of_work: SqlUnitsOfWork,
    code: str,
    later: timedelta,
    refusal: Refusal | None,
) -> None:
    assert (await opened(invitations, unit_of_work, code, NOW + later)).refusal == refusal


async def test_a_new_code_revokes_the_one_before(
    invitations: Invitations, unit_of_work: SqlUnitsOfWork, code: str, tenure: Tenure
) -> None:
    async with unit_of_work() as work:
        new, _ = await invitations.invite(work, tenure.id, 99, NOW)
        await work.commit()
    assert (await opened(invitations, unit_of_work, code)) == Opened(Refusal.REVOKED)
    assert (await opened(invitations, unit_of_work, new)).refusal is None


async def test_a_code_of_a_tenure_that_is_over_binds_nobody(
    invitations: Invitations, unit_of_work: SqlUnitsOfWork, code: str, tenure: Tenure
) -> None:
    async with unit_of_work() as work:
        await work.posts.change(replace(tenure, until=NOW + HOUR))
        await work.commit()
    assert await opened(invitations, unit_of_work, code, NOW + HOUR) == Opened(Refusal.OVER)
    async with unit_of_work() as work:
        done = await invitations.accept(work, WHO, digest_of(code), NOW + HOUR)
    assert done == Opened(Refusal.OVER)


async def test_a_code_of_a_tenure_that_was_bound_otherwise_is_used(
    invitations: Invitations, unit_of_work: SqlUnitsOfWork, code: str, tenure: Tenure
) -> None:
    async with unit_of_work() as work:
        await work.posts.change(replace(tenure, person_id=8))
        await work.commit()
    assert await opened(invitations, unit_of_work, code) == Opened(Refusal.USED)


@pytest.mark.parametrize(
    ("changes", "key"),
    [({"until": NOW}, "tenure.over"), ({"person_id": 8}, "tenure.bound")],
)
async def test_nobody_is_invited_in_vain(
    invitations: Invitations,
    unit_of_work: SqlUnitsOfWork,
    tenure: Tenure,
    changes: dict[str, object],
    key: str,
) -> None:
    async with unit_of_work() as work:
        await work.posts.change(replace(tenure, **changes))  # type: ignore[arg-type]
        with pytest.raises(DomainError, match=key):
            await invitations.invite(work, tenure.id, 99, NOW)
        with pytest.raises(DomainError, match=r"tenure\.unknown"):
            await invitations.invite(work, 12345, 99, NOW)


async def test_who_guesses_is_refused_for_an_hour_even_the_right_code(
    invitations: Invitations, unit_of_work: SqlUnitsOfWork, code: str
) -> None:
    for number in range(TRIES):
        found = await opened(invitations, unit_of_work, f"guess{number}", NOW + number * MINUTE)
        assert found == Opened(Refusal.WRONG)
    last = NOW + (TRIES - 1) * MINUTE
    locked = Opened(Refusal.LOCKED, until=last + HOUR)
    assert await opened(invitations, unit_of_work, code, last) == locked
    assert await opened(invitations, unit_of_work, code, last + HOUR - MINUTE) == locked
    assert (await opened(invitations, unit_of_work, code, last + HOUR)).refusal is None


async def test_wrong_codes_over_a_long_time_lock_nobody_out(
    invitations: Invitations, unit_of_work: SqlUnitsOfWork, code: str
) -> None:
    for number in range(2 * TRIES):
        await opened(invitations, unit_of_work, "guess", NOW + number * 7 * MINUTE)
    last = NOW + 2 * TRIES * 7 * MINUTE
    assert (await opened(invitations, unit_of_work, code, last)).refusal is None


async def test_codes_that_are_known_count_for_no_guess(
    invitations: Invitations, unit_of_work: SqlUnitsOfWork, code: str
) -> None:
    for _ in range(TRIES + 1):
        found = await opened(invitations, unit_of_work, code, NOW + VALID_FOR)
        assert found.refusal is Refusal.EXPIRED
