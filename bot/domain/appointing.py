"""What follows when somebody is appointed: whose time ends, and whose has ended of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.directory import Directory
from bot.domain.errors import DomainError
from bot.domain.posts import Holding, Post, Tenure

TOLD_WITHIN = timedelta(days=20)
"""How long after a time in office has ended people are still told of it."""

_SHARED_RANKS = frozenset({"staf", "other"})
_ENDS = {
    Holding.DEFINITIVE: frozenset({Holding.DEFINITIVE, Holding.PLT}),
    Holding.PLT: frozenset({Holding.PLT}),
    Holding.PLH: frozenset({Holding.PLH}),
}
"""Whose time an appointment ends: a post that is filled needs no Plt."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """Somebody who is to hold a post; the fields are those of `Tenure`."""

    post: str
    name: str
    holding: Holding
    since: datetime
    until: datetime | None = None
    decree: str | None = None
    person_id: int | None = None

    def tenure(self) -> Tenure:
        """Return the tenure to be kept; the store gives it its id."""
        return Tenure(
            0,
            self.post,
            self.name,
            self.holding,
            self.since,
            self.until,
            self.person_id,
            self.decree,
        )


@dataclass(frozen=True, slots=True)
class Ended:
    """A time in office that has ended of itself, and who holds the post since (None: nobody)."""

    tenure: Tenure
    post: Post
    successor: Tenure | None


def is_shared(post: Post) -> bool:
    """Tell whether several may hold the post at once: staff do, heads do not."""
    return post.rank in _SHARED_RANKS


def require_lasting(since: datetime, until: datetime | None) -> None:
    """Raise DomainError for a time that ends before it begins."""
    if until is not None and until <= since:
        raise DomainError("tenure.ends_first")


def superseded(office: Directory, appointment: Appointment) -> tuple[Tenure, ...]:
    """Return the tenures that end as the appointment begins, each with its new end."""
    post = office.posts.get(appointment.post)
    if post is None or is_shared(post):
        return ()
    ends = _ENDS[appointment.holding]
    return tuple(
        replace(tenure, until=appointment.since)
        for tenure in office.tenures
        if tenure.holding in ends
        and tenure.since <= appointment.since
        and (tenure.until is None or appointment.since < tenure.until)
        and office.present(tenure.post, appointment.since) == appointment.post
    )


def waiting(office: Directory, appointment: Appointment, now: datetime) -> Tenure | None:
    """Return the one tenure of that kind, and name if there is one, that nobody is bound to yet."""
    name = appointment.name.casefold()
    found = [
        tenure
        for tenure in office.tenures
        if tenure.person_id is None
        and tenure.holding is appointment.holding
        and (tenure.until is None or (now < tenure.until and tenure.since < tenure.until))
        and office.present(tenure.post, now) == office.present(appointment.post, now)
        and name in ("", tenure.name.casefold())
    ]
    return found[0] if len(found) == 1 else None


def ended(office: Directory, now: datetime) -> Iterator[Ended]:
    """Yield the tenures that have ended lately, unless the same person goes on."""
    for tenure in office.tenures:
        if tenure.until is None or not now - TOLD_WITHIN < tenure.until <= now:
            continue
        if tenure.until <= tenure.since or (post := office.posts.get(tenure.post)) is None:
            continue
        holders = office.holders(tenure.post, now)
        if not any(_is_same_person(tenure, other) for other in holders):
            yield Ended(tenure, post, holders[0] if holders else None)


def _is_same_person(tenure: Tenure, other: Tenure) -> bool:
    if tenure.person_id is not None or other.person_id is not None:
        return tenure.person_id == other.person_id
    return tenure.name.casefold() == other.name.casefold()
