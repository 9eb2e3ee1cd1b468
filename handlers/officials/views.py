"""The office as texts show it: posts and holders with names and dates, ready to be put in words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.dates import day_of, last_day
from bot.domain.directory import Directory
from bot.domain.posts import Absence, Post, Tenure
from handlers.turn import Turn

_CODE = 10  # hexadecimal digits of a post's code: two of a thousand posts never share it


class Standing(StrEnum):
    """How the bot stands with a holder."""

    BOUND = "bound"
    UNBOUND = "unbound"  # has not opened the invitation
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Away:
    """An absence: its first and last day, and who stands in (None: nobody)."""

    since: date
    until: date
    substitute: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """A tenure as it is shown; `until` is its last day, `is_to_come` tells that it has not begun.

    `post` is the present name of the post; `away` may be an absence that is still to come.
    """

    id: int
    post: str
    name: str
    holding: str
    since: date
    until: date | None
    decree: str | None
    standing: Standing
    away: Away | None
    is_away: bool
    is_to_come: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A post as it is shown; `depth` is how many stand above it."""

    name: str
    unit: str | None
    superior: str | None
    holders: tuple[Held, ...]
    is_service_desk: bool
    is_own: bool  # by the admin, not from a standard
    depth: int = 0
    present: str | None = None
    present_from: date | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A directory at a moment, seen by somebody: makes the views.

    `names` are people's own, for those who hold no post.
    """

    turn: Turn
    office: Directory
    names: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    async def of(cls, turn: Turn) -> Scene:
        """Return the office as it stands in this turn's unit of work."""
        return cls(turn, await turn.office.posts.directory(turn.work))

    @property
    def now(self) -> datetime:
        """Return the moment."""
        return self.turn.now

    def day(self, instant: datetime) -> date:
        """Return the office's date of an instant."""
        return day_of(instant, self.turn.office.settings.zone)

    def name_of(self, post: str) -> str:
        """Return the name of a post by its key."""
        known = self.office.posts.get(post)
        return known.name if known else post

    def tenures(self, post: str) -> tuple[Tenure, ...]:
        """Return who holds a post, and then who is to."""
        running = self.office.holders(post, self.now)
        key = self.office.present(post, self.now)
        later = [
            t
            for t in self.office.tenures
            if t.since > self.now
            and (t.until is None or t.since < t.until)
            and self.office.present(t.post, self.now) == key
        ]
        return (*running, *sorted(later, key=lambda t: t.since))

    def held(self, tenure: Tenure) -> Held:
        """Return the view of a tenure."""
        zone = self.turn.office.settings.zone
        return Held(
            id=tenure.id,
            post=self.name_of(self.office.present(tenure.post, self.now)),
            name=tenure.name,
            holding=tenure.holding.value,
            since=self.day(tenure.since),
            until=last_day(tenure.until, zone) if tenure.until else None,
            decree=tenure.decree,
            standing=self._standing(tenure.person_id),
            away=self.away(tenure.person_id),
            is_away=tenure.person_id is not None
            and self.office.is_away(tenure.person_id, self.now),
            is_to_come=tenure.since > self.now,
        )

    def shown(self, post: Post) -> Shown:
        """Return the view of a post."""
        present = self.office.present(post.key, self.now)
        replaced = post.replaced_by if post.replaced_from else None
        return Shown(
            name=post.name,
            unit=post.unit,
            superior=self.name_of(post.superior) if post.superior else None,
            holders=tuple(self.held(t) for t in self.tenures(post.key))
            if present == post.key
            else (),
            is_service_desk=self.office.service_desk == post.key,
            is_own=post.origin.value == "admin",
            depth=len(list(self.office.superiors(post.key, self.now))),
            present=self.name_of(replaced) if replaced else None,
            present_from=self.day(post.replaced_from) if post.replaced_from else None,
        )

    def away(self, person_id: int | None) -> Away | None:
        """Return a person's present absence, or the next one; None if there is none."""
        told = [a for a in self.office.absences if a.person_id == person_id and self.now < a.until]
        lasting = [absence for absence in told if absence.since < absence.until]
        absence = min(lasting, key=lambda a: (a.since > self.now, a.since, -a.id), default=None)
        return self.shown_away(absence) if absence else None

    def person(self, person_id: int) -> str:
        """Return the name under which a person holds a post, else his own, or the number."""
        held = [t for t in self.office.tenures if t.person_id == person_id and t.name]
        own = self.names.get(person_id, str(person_id))
        return max(held, key=lambda t: t.id).name if held else own

    async def with_names(self, people: Iterable[int]) -> Scene:
        """Return the scene with the own names of these people, whether they hold a post or not."""
        found = [await self.turn.work.people.get(person) for person in set(people)]
        return replace(self, names={p.id: p.name for p in found if p is not None and p.name})

    def shown_away(self, absence: Absence) -> Away:
        """Return the view of an absence."""
        until = last_day(absence.until, self.turn.office.settings.zone)
        substitute = None if absence.substitute is None else self.person(absence.substitute)
        return Away(self.day(absence.since), until, substitute)

    def _standing(self, person_id: int | None) -> Standing:
        if person_id is None:
            return Standing.UNBOUND
        return Standing.BLOCKED if person_id in self.office.unreachable else Standing.BOUND


def code_of(post: str) -> str:
    """Return the short code of a post's key that buttons carry."""
    return hashlib.sha256(post.encode()).hexdigest()[:_CODE]


def post_of(office: Directory, code: str) -> Post | None:
    """Return the post of a button's code, or None if it is there no more."""
    return next((post for key, post in office.posts.items() if code_of(key) == code), None)
