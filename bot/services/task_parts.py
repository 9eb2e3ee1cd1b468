"""Which tasks under way concern somebody: found without reading all of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.domain.directory import Directory
from bot.domain.tasks.parts import Answering, Moment, Part, answering, part_of
from bot.services.ports import UnitOfWork
from bot.services.tasks import PostNames, Tasks
from knowledge.model import ServiceStandard


class TaskParts:
    """Finds a person's part by the office of the moment."""

    def __init__(self, tasks: Tasks) -> None:
        """Look at editions through the tasks' one door."""
        self._tasks = tasks

    async def of(self, work: UnitOfWork, person_id: int, office: Directory, now: datetime) -> Part:
        """Return what of the tasks under way concerns a person."""
        desks, moment = await work.open_steps.desks(), _moment(office, now)
        return part_of(person_id, await self._editions(work), desks, moment)

    async def answering(
        self, work: UnitOfWork, posts: frozenset[str], office: Directory, now: datetime
    ) -> Answering:
        """Return which tasks these posts answer for."""
        return answering(posts, await self._editions(work), _moment(office, now))

    async def _editions(self, work: UnitOfWork) -> Mapping[str, ServiceStandard]:
        keys = await work.open_steps.editions()
        return {key: await self._tasks.edition_of(work, key) for key in keys}


def _moment(office: Directory, now: datetime) -> Moment:
    return Moment(office, now, PostNames(office, now))
