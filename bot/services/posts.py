"""The posts of the office: collected from the loaded standards, completed by the admin.

Who holds them is the matter of `bot.services.appointments`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.domain.directory import LOADERS_SETTING, SERVICE_DESK_SETTING, Directory
from bot.domain.errors import DomainError
from bot.domain.posts import Post, PostOrigin
from bot.domain.tickets import ENDED, TicketStatus
from bot.services.ports import UnitOfWork, UnitOfWorkFactory
from bot.services.reader import posts_version, reader_version

if TYPE_CHECKING:
    from knowledge.routing.posts import Jabatan

_log = logging.getLogger(__name__)
_FOLLOWED = "posts_follow"
"""The office setting that says which standards the posts were last collected from."""

_LONGEST_NAME = 200
_LIVING = frozenset(TicketStatus) - ENDED


class Offices:
    """Keeps the posts, and gives the directory of who holds what."""

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, clock: Clock, admins: tuple[int, ...]
    ) -> None:
        """Work on a store; `admins` are Telegram ids, from the settings."""
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._admins = admins

    async def directory(self, work: UnitOfWork) -> Directory:
        """Return the office as it stands, its admins included."""
        return replace(await work.posts.directory(), admins=self._admins)

    async def follow(self, posts: Iterable[Jabatan], stamp: str) -> None:
        """Bring the posts in line with those that the standards in force name.

        The stamp says which standards these are. What the admin has set stays, and so does a post
        that no standard names any more, as long as somebody holds it or something is meant for it.
        """
        wanted = f"{stamp}:{reader_version()}:{posts_version()}"
        async with self._unit_of_work(writing=False) as work:
            if (await work.settings.all()).get(_FOLLOWED) == wanted:
                return
        named = _posts_of(posts)
        now = self._clock.now()
        async with self._unit_of_work() as work:
            office = await self.directory(work)
            await work.posts.put(_news(office, named))
            for key in await _left(work, office, named, now):
                await work.posts.remove(key)
            await work.settings.set(_FOLLOWED, wanted, now, None)
            await work.commit()

    async def add(
        self, work: UnitOfWork, name: str, *, unit: str | None = None, superior: str | None = None
    ) -> Post:
        """Add a post; raises DomainError if it is there already, in whatever spelling."""
        office = await self.directory(work)
        name = _named(name)
        from knowledge.routing import naming  # late: it loads the language data

        key = naming.key_of(name)
        if not key:
            raise DomainError("post.no_name")
        if key in office.posts:
            raise DomainError("post.known", post=office.posts[key].name)
        rank, unit = naming.rank_of_name(name).value, unit or naming.unit_of(name)
        post = Post(key, name, rank, unit, superior)
        await work.posts.put([post])
        return post

    async def rename(self, work: UnitOfWork, key: str, name: str) -> Post:
        """Give a post another name; its key stays."""
        return await self._change(work, key, name=_named(name))

    async def set_unit(self, work: UnitOfWork, key: str, unit: str | None) -> Post:
        """Say to which unit a post belongs."""
        return await self._change(work, key, unit=_named(unit) if unit else None)

    async def set_superior(self, work: UnitOfWork, key: str, superior: str | None) -> Post:
        """Say which post stands above; raises DomainError for one that stands below it."""
        office, now = await self.directory(work), self._clock.now()
        if superior is not None:
            _required(office, superior)
            if key in (office.present(superior, now), *office.superiors(superior, now)):
                raise DomainError("post.circle", post=_required(office, key).name)
        return await self._change(work, key, superior=superior)

    async def replace(
        self, work: UnitOfWork, key: str, by: str | None, since: datetime | None
    ) -> Post:
        """Say which present post an old one is from an instant on; None: it is itself again."""
        office = await self.directory(work)
        if by is not None and since is not None:
            _required(office, by)
            if key == by or office.present(by, max(since, self._clock.now())) == key:
                raise DomainError("post.replaces_itself", post=_required(office, key).name)
        return await self._change(work, key, replaced_by=by, replaced_from=since)

    async def set_service_desk(self, work: UnitOfWork, key: str | None, by: int | None) -> None:
        """Name the post that gets what belongs to no standard; None: the admins are told."""
        if key is not None:
            _required(await self.directory(work), key)
        await work.settings.set(SERVICE_DESK_SETTING, key, self._clock.now(), by)

    async def set_loader(
        self, work: UnitOfWork, key: str, by: int | None, *, allowed: bool
    ) -> None:
        """Let the holders of a post load standards, or not any more."""
        office = await self.directory(work)
        _required(office, key)
        posts = office.loaders | {key} if allowed else office.loaders - {key}
        await work.settings.set(LOADERS_SETTING, sorted(posts) or None, self._clock.now(), by)

    async def _change(self, work: UnitOfWork, key: str, **changes: object) -> Post:
        """Keep a post as the admin wants it: no standard changes it any more."""
        known = _required(await self.directory(work), key)
        post = replace(known, origin=PostOrigin.ADMIN, **changes)  # type: ignore[arg-type]
        await work.posts.put([post])
        _log.info("post %s: %s set", key, ", ".join(changes))
        return post


def _required(office: Directory, key: str) -> Post:
    post = office.posts.get(key)
    if post is None:
        raise DomainError("post.unknown")
    return post


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise DomainError("post.no_name")
    if len(name) > _LONGEST_NAME:
        raise DomainError("post.name_too_long", limit=_LONGEST_NAME)
    return name


def _posts_of(posts: Iterable[Jabatan]) -> dict[str, Post]:
    """Return the posts that standards name, by key."""
    origin = PostOrigin.STANDARD
    return {p.key: Post(p.key, p.name, p.rank.value, p.unit, p.superior, origin) for p in posts}


def _news(office: Directory, named: Mapping[str, Post]) -> list[Post]:
    """Return what the table does not have so; a post that the admin has touched is left alone."""
    kept = {key for key, post in office.posts.items() if post.origin is PostOrigin.ADMIN}
    return [p for key, p in named.items() if key not in kept and office.posts.get(key) != p]


async def _left(
    work: UnitOfWork, office: Directory, named: Mapping[str, Post], now: datetime
) -> frozenset[str]:
    """Return the posts that no standard names any more and nothing hangs on."""
    standard = {k for k, p in office.posts.items() if p.origin is PostOrigin.STANDARD}
    gone = standard - set(named)
    if not gone:
        return frozenset()
    tickets = (
        *await work.tickets.owned_by(gone, _LIVING),
        *await work.tickets.received_by(gone, _LIVING),
    )
    needed = {post for t in tickets for post in (t.owner, t.received_by)} | {office.service_desk}
    needed |= {t.post for t in office.tenures if t.until is None or t.until > now}
    staying = (set(office.posts) - gone) | (gone & needed)
    while above := gone & _leads_to(office, staying) - staying:
        staying |= above
    return frozenset(gone - staying)


def _leads_to(office: Directory, keys: set[str]) -> set[str | None]:
    """Return the posts that these name as superior or successor."""
    posts = [office.posts[key] for key in keys if key in office.posts]
    return {p.superior for p in posts} | {p.replaced_by for p in posts}
