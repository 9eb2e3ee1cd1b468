"""The office at a moment: which post is whose, who stands above whom, and who can be reached.

A frozen picture of all posts, tenures and absences; pure questions to it, no storage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.posts import Absence, Holding, Post, Tenure

SERVICE_DESK = "@service-desk"
"""In place of a post: the office's service desk, which the admin names; else the admins."""

SERVICE_DESK_SETTING = "service_desk"
"""The office setting that holds the key of the service desk's post."""

LOADERS_SETTING = "standard_loaders"
"""The office setting that lists the keys of posts whose holders may load standards."""


class Gap(StrEnum):
    """Why a person or post that should get something does not."""

    NO_HOLDER = "no_holder"
    NEVER_OPENED = "never_opened"
    ON_LEAVE = "on_leave"
    UNREACHABLE = "unreachable"
    BARRED = "barred"


@dataclass(frozen=True, slots=True)
class Tried:
    """A post that was tried in vain, and why."""

    post: str
    gap: Gap


@dataclass(frozen=True, slots=True)
class Reach:
    """Who gets what is meant for a post: the person, in the right of which post and holding.

    `person_id` is None only where not even an admin is set. `post` is None for an admin.
    `substitute_for` is the person for whom a substitute stands in.
    """

    person_id: int | None
    post: str | None
    holding: Holding | None = None
    substitute_for: int | None = None
    tried: tuple[Tried, ...] = ()


@dataclass(frozen=True, slots=True)
class Directory:
    """All posts with their holders; `unreachable` are persons who have blocked the bot.

    Holders of the posts in `loaders` may load standards, as admins may.
    """

    posts: Mapping[str, Post] = field(default_factory=dict)
    tenures: tuple[Tenure, ...] = ()
    absences: tuple[Absence, ...] = ()
    unreachable: frozenset[int] = frozenset()
    admins: tuple[int, ...] = ()
    service_desk: str | None = None
    loaders: frozenset[str] = frozenset()

    def present(self, post: str, at: datetime) -> str:
        """Return the post's key in the organisation of that moment.

        Replacements that run in a circle replace nothing.
        """
        post = start = (self.service_desk or post) if post == SERVICE_DESK else post
        seen = {post}
        while (known := self.posts.get(post)) and known.replaced_by and known.replaced_from:
            if at < known.replaced_from:
                break
            post = known.replaced_by
            if post in seen:
                return start
            seen.add(post)
        return post

    def holders(self, post: str, at: datetime) -> tuple[Tenure, ...]:
        """Return who holds the post then: Plh, Plt, definitive holder, each the latest first.

        Who held a post that has been replaced holds the present one.
        """
        post = self.present(post, at)
        running = [t for t in self.tenures if t.runs(at) and self.present(t.post, at) == post]
        order = (Holding.PLH, Holding.PLT, Holding.DEFINITIVE)
        latest = sorted(running, key=lambda t: (t.since, t.id), reverse=True)
        return tuple(sorted(latest, key=lambda t: order.index(t.holding)))

    def posts_of(self, person_id: int, at: datetime) -> tuple[Tenure, ...]:
        """Return what a person holds then."""
        return tuple(t for t in self.tenures if t.person_id == person_id and t.runs(at))

    def acts_for(
        self, person_id: int, at: datetime, barred: frozenset[int] = frozenset()
    ) -> frozenset[str]:
        """Return the posts that a person holds then, or in which he stands in for who is away."""
        held = {self.present(tenure.post, at) for tenure in self.posts_of(person_id, at)}
        others = {self.present(t.post, at) for t in self.tenures if t.runs(at)} - held
        reached = {post: self._within(post, at, barred, []) for post in others}
        return frozenset(
            held
            | {post for post, reach in reached.items() if reach and reach.person_id == person_id}
        )

    def superiors(self, post: str, at: datetime) -> Iterator[str]:
        """Yield the posts above, from the next one upward."""
        post = self.present(post, at)
        seen = {post}
        while (known := self.posts.get(post)) and known.superior:
            post = self.present(known.superior, at)
            if post in seen:
                return
            seen.add(post)
            yield post

    def is_above(self, upper: str, lower: str, at: datetime) -> bool:
        """Tell whether one post stands above another."""
        return self.present(upper, at) in self.superiors(lower, at)

    def below(self, post: str, at: datetime) -> tuple[Post, ...]:
        """Return the posts right below one, by name."""
        post = self.present(post, at)
        under = (p for p in self.posts.values() if p.superior and not self._is_old(p, at))
        found = [p for p in under if p.superior and self.present(p.superior, at) == post]
        return tuple(sorted(found, key=lambda p: p.name))

    def is_away(self, person_id: int, at: datetime) -> bool:
        """Tell whether a person is on leave."""
        return self.absence(person_id, at) is not None

    def absence(self, person_id: int, at: datetime) -> Absence | None:
        """Return a person's leave at an instant; of several the one that was told last."""
        running = (a for a in self.absences if a.person_id == person_id and a.runs(at))
        return max(running, key=lambda a: a.id, default=None)

    def reach(self, post: str, at: datetime, barred: frozenset[int] = frozenset()) -> Reach:
        """Find who gets what is meant for a post: holder, substitute, superiors, then an admin.

        A `barred` person never gets it, in no right.
        """
        return self._first((self.present(post, at), *self.superiors(post, at)), at, barred)

    def reach_above(self, post: str, at: datetime, barred: frozenset[int] = frozenset()) -> Reach:
        """Find who stands above a post and can be reached: its superiors, then an admin."""
        return self._first(tuple(self.superiors(post, at)), at, barred)

    def _first(self, posts: Sequence[str], at: datetime, barred: frozenset[int]) -> Reach:
        tried: list[Tried] = []
        for key in posts:
            if found := self._within(key, at, barred, tried):
                return found
        for admin in self.admins:
            if admin not in barred and admin not in self.unreachable:
                return Reach(admin, None, tried=tuple(tried))
        return Reach(None, None, tried=tuple(tried))

    def within(self, post: str, at: datetime, barred: frozenset[int] = frozenset()) -> Reach | None:
        """Return who takes it in the right of this very post, or None if nobody does."""
        return self._within(self.present(post, at), at, barred, [])

    def _within(
        self, post: str, at: datetime, barred: frozenset[int], tried: list[Tried]
    ) -> Reach | None:
        """Return who takes it in the right of this very post, or note why nobody does."""
        gaps = []
        for tenure in self.holders(post, at):
            gap = self._gap(tenure.person_id, at, barred)
            if gap is None:
                return Reach(tenure.person_id, post, tenure.holding, tried=tuple(tried))
            gaps.append(Tried(post, gap))
            stand_in = self._substitute(tenure.person_id, at, barred)
            if gap is not Gap.BARRED and stand_in is not None:
                steps = (*tried, *gaps)
                return Reach(stand_in, post, tenure.holding, tenure.person_id, steps)
        tried += gaps or [Tried(post, Gap.NO_HOLDER)]
        return None

    def _gap(self, person_id: int | None, at: datetime, barred: frozenset[int]) -> Gap | None:
        if person_id is None:
            return Gap.NEVER_OPENED
        if person_id in barred:
            return Gap.BARRED
        if self.is_away(person_id, at):
            return Gap.ON_LEAVE
        return Gap.UNREACHABLE if person_id in self.unreachable else None

    def _substitute(
        self, person_id: int | None, at: datetime, barred: frozenset[int]
    ) -> int | None:
        """Return the substitute who is there; a substitute who is away has one in turn."""
        seen: set[int] = set()
        while person_id is not None and person_id not in seen:
            seen.add(person_id)
            away = self.absence(person_id, at)
            person_id = away.substitute if away else None
            if person_id is not None and self._gap(person_id, at, barred) is None:
                return person_id
        return None

    def _is_old(self, post: Post, at: datetime) -> bool:
        return self.present(post.key, at) != post.key
