"""Doing a thing alone: one process per bot token may poll Telegram.

A lease ends by itself some time after its process has died; on the same machine the next process
sees that the other is gone and takes over at once.
"""

from __future__ import annotations

import os
import secrets
import socket
from datetime import timedelta

from bot.clock import Clock
from bot.domain.errors import DomainError
from bot.domain.health import LeaseHolder
from bot.services.ports import UnitOfWorkFactory


class Lease:
    """A right that one process at a time holds, by name."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        name: str,
        term: timedelta = timedelta(seconds=60),
    ) -> None:
        """Name what is to be done alone; `renew` at least twice in each `term`."""
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._name = name
        self._term = term
        self._holder = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"

    async def take(self) -> None:
        """Take it, or raise DomainError("already_running") that says who holds it until when."""
        now = self._clock.now()
        async with self._unit_of_work() as work:
            other = await work.leases.holder(self._name)
            gone = other.holder if other is not None and _is_gone(other.holder) else None
            mine = LeaseHolder(self._name, self._holder, now + self._term)
            if not await work.leases.take(mine, now, from_holder=gone):
                values = {"holder": other.holder, "until": other.until} if other else {}
                raise DomainError("already_running", name=self._name, **values)
            await work.commit()

    async def renew(self) -> None:
        """Hold it for another term, or raise DomainError if another process has it by now."""
        await self.take()

    async def release(self) -> None:
        """Give it back, if it is still ours."""
        async with self._unit_of_work() as work:
            await work.leases.release(self._name, self._holder)
            await work.commit()


async def other_process(unit_of_work: UnitOfWorkFactory, clock: Clock) -> LeaseHolder | None:
    """Return a lease that another process holds and that is not known as dead, if there is one."""
    async with unit_of_work(writing=False) as work:
        leases = await work.leases.all()
    alive = (one for one in leases if one.until > clock.now() and not _is_gone(one.holder))
    return next(alive, None)


async def require_stopped(unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
    """Raise DomainError("still_running") if another process runs on the database."""
    other = await other_process(unit_of_work, clock)
    if other is not None:
        raise DomainError("still_running", holder=other.holder, until=other.until)


def _is_gone(holder: str) -> bool:
    """Tell whether the holder ran on this machine and does not any more."""
    host, _, rest = holder.partition(":")
    pid = rest.partition(":")[0]
    if host != socket.gethostname() or not pid.isdecimal():
        return False
    if int(pid) == os.getpid():  # an earlier life of ours: in a container every first process is 1
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
