"""Who holds a post: appointed, replaced, ended, away and back. Rules: `bot.domain.appointing`."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.appointing import (
    Appointment,
    Ended,
    ended,
    require_lasting,
    superseded,
    waiting,
)
from bot.domain.directory import Directory
from bot.domain.errors import DomainError
from bot.domain.posts import Absence, Tenure
from bot.services.ports import UnitOfWork
from bot.services.posts import Offices

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Appointed:
    """A new tenure, and those that end as it begins."""

    tenure: Tenure
    superseded: tuple[Tenure, ...] = ()


class Appointments:
    """Changes who holds what; every change is one unit of work of the caller."""

    def __init__(self, offices: Offices) -> None:
        """Work on the posts of an office."""
        self._offices = offices

    async def appoint(self, work: UnitOfWork, appointment: Appointment, now: datetime) -> Appointed:
        """Let somebody hold a post, in the place of who holds it in the same right until then.

        An old post is taken for its present one. Raises DomainError for a post that is not known
        and for a time that ends before it begins.
        """
        require_lasting(appointment.since, appointment.until)
        office = await self._offices.directory(work)
        if appointment.post not in office.posts:
            raise DomainError("post.unknown")
        present = office.present(appointment.post, max(now, appointment.since))
        appointment = replace(appointment, post=present)
        over = superseded(office, appointment)
        for tenure in over:
            await self._end(work, tenure, now)
        tenure_id = await work.posts.appoint(appointment.tenure())
        _log.info("tenure %s: %s %s", tenure_id, present, appointment.holding)
        return Appointed(replace(appointment.tenure(), id=tenure_id), over)

    async def to_invite(self, work: UnitOfWork, appointment: Appointment, now: datetime) -> Tenure:
        """Return the tenure that a link is to be made for: one that waits, or a new one.

        Without a name, whoever opens the link will hold the post; raises DomainError where it is
        held already, so that nobody is replaced by a person whom nobody has named.
        """
        office = await self._offices.directory(work)
        found = waiting(office, appointment, now)
        if found is not None:
            lasting = replace(found, until=appointment.until or found.until)
            if lasting != found:
                await work.posts.change(lasting)
            return lasting
        present = replace(appointment, post=office.present(appointment.post, now))
        over = superseded(office, present)
        if over and not appointment.name:
            post = office.posts[present.post].name
            raise DomainError("tenure.held", post=post, name=over[0].name)
        return (await self.appoint(work, appointment, now)).tenure

    async def end(self, work: UnitOfWork, tenure_id: int, at: datetime, now: datetime) -> Tenure:
        """Let a tenure end at an instant; raises DomainError if it has ended already."""
        tenure = await _required(work, tenure_id)
        if tenure.until is not None and tenure.until <= now:
            raise DomainError("tenure.over")
        over = replace(tenure, until=max(at, tenure.since))
        await self._end(work, over, now)
        return over

    async def release(self, work: UnitOfWork, tenure_id: int, now: datetime) -> Tenure:
        """Undo the binding of a person to a tenure, and its open invitations."""
        tenure = replace(await _required(work, tenure_id), person_id=None)
        await work.posts.change(tenure)
        await work.posts.revoke_invitations(tenure_id, now)
        _log.info("tenure %s: nobody is bound to it any more", tenure_id)
        return tenure

    async def leave(self, work: UnitOfWork, absence: Absence) -> Absence:
        """Let a person be away; an earlier absence ends where this one begins.

        Raises DomainError for a time that ends before it begins and for a substitute who is the
        person himself.
        """
        require_lasting(absence.since, absence.until)
        if absence.substitute == absence.person_id:
            raise DomainError("absence.own_substitute")
        office = await self._offices.directory(work)
        for other in office.absences:
            if other.person_id == absence.person_id and _overlap(other, absence):
                await work.posts.end_absence(other.id, max(other.since, absence.since))
        return replace(absence, id=await work.posts.leave(absence))

    async def come_back(
        self, work: UnitOfWork, person_id: int, now: datetime
    ) -> tuple[Absence, ...]:
        """End what a person has told of absences, also of those to come; return them."""
        office = await self._offices.directory(work)
        over = [a for a in office.absences if a.person_id == person_id and now < a.until]
        for absence in over:
            await work.posts.end_absence(absence.id, max(now, absence.since))
        return tuple(a for a in over if a.since < a.until)

    async def ended(self, work: UnitOfWork, now: datetime) -> tuple[Directory, tuple[Ended, ...]]:
        """Return whose time in office has ended lately, and the office to tell it in."""
        office = await self._offices.directory(work)
        return office, tuple(ended(office, now))

    async def _end(self, work: UnitOfWork, over: Tenure, now: datetime) -> None:
        """Keep a tenure with its end; once it is over, its invitations are void."""
        await work.posts.change(over)
        if over.until is not None and over.until <= now:
            await work.posts.revoke_invitations(over.id, now)
        _log.info("tenure %s: ends", over.id)


async def _required(work: UnitOfWork, tenure_id: int) -> Tenure:
    tenure = await work.posts.tenure(tenure_id)
    if tenure is None:
        raise DomainError("tenure.unknown")
    return tenure


def _overlap(one: Absence, other: Absence) -> bool:
    return one.since < other.until and other.since < one.until
