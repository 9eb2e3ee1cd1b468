"""One process at a time polls; a dead one on the same machine does not keep the next waiting."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import timedelta

import pytest

from bot.clock import FixedClock
from bot.domain.errors import DomainError
from bot.domain.health import LeaseHolder
from bot.services.leases import Lease, require_stopped
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW


async def held_by(unit_of_work: SqlUnitsOfWork, holder: str) -> None:
    async with unit_of_work() as work:
        lease = LeaseHolder("poll:1", holder, NOW + timedelta(seconds=60))
        await work.leases.take(lease, NOW, from_holder=None)
        await work.commit()


@pytest.fixture
def lease(unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> Lease:
    return Lease(unit_of_work, clock, "poll:1")


async def test_a_living_process_elsewhere_is_respected_until_its_time_is_over(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock, lease: Lease
) -> None:
    await held_by(unit_of_work, "another-machine:1:ab")
    with pytest.raises(DomainError) as caught:
        await lease.take()
    assert caught.value.key == "already_running"
    assert caught.value.values["holder"] == "another-machine:1:ab"
    with pytest.raises(DomainError):
        await require_stopped(unit_of_work, clock)
    clock.move(timedelta(seconds=60))
    await lease.take()


async def test_a_living_process_on_this_machine_is_respected(
    unit_of_work: SqlUnitsOfWork, lease: Lease
) -> None:
    await held_by(unit_of_work, f"{socket.gethostname()}:{os.getppid()}:ab")
    with pytest.raises(DomainError):
        await lease.take()


async def test_a_dead_process_on_this_machine_is_followed_at_once(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock, lease: Lease
) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])  # noqa: ASYNC220 - it ends by itself
    dead.wait()  # noqa: ASYNC222
    await held_by(unit_of_work, f"{socket.gethostname()}:{dead.pid}:ab")
    await require_stopped(unit_of_work, clock)
    await lease.take()


async def test_an_earlier_life_with_the_same_number_is_followed_at_once(
    unit_of_work: SqlUnitsOfWork, lease: Lease
) -> None:
    await held_by(unit_of_work, f"{socket.gethostname()}:{os.getpid()}:before")
    await lease.take()


async def test_a_lease_is_renewed_and_given_back(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock, lease: Lease
) -> None:
    await lease.take()
    clock.move(timedelta(seconds=50))
    await lease.renew()
    async with unit_of_work(writing=False) as work:
        holder = await work.leases.holder("poll:1")
    assert holder is not None
    assert holder.until == NOW + timedelta(seconds=110)
    await lease.release()
    async with unit_of_work(writing=False) as work:
        assert await work.leases.all() == ()


async def test_one_who_lost_the_lease_is_told_at_renewal(
    unit_of_work: SqlUnitsOfWork, clock: FixedClock, lease: Lease
) -> None:
    await lease.take()
    clock.move(timedelta(minutes=5))
    async with unit_of_work() as work:
        other = LeaseHolder("poll:1", "another-machine:1:ab", clock.now() + timedelta(minutes=1))
        assert await work.leases.take(other, clock.now(), from_holder=None)
        await work.commit()
    with pytest.raises(DomainError):
        await lease.renew()
    await lease.release()
    async with unit_of_work(writing=False) as work:
        assert await work.leases.holder("poll:1") == other
