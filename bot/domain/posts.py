"""Posts (Jabatan), who holds them when, and who is away. No Telegram, no wording.

Routing and reminders aim at a post; the person is found at the moment of sending.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PostOrigin(StrEnum):
    """Where a post is known from."""

    STANDARD = "standard"
    ADMIN = "admin"


class Holding(StrEnum):
    """In which right a person holds a post (UU 30/2014 article 14)."""

    DEFINITIVE = "definitive"
    PLT = "plt"  # the post is vacant
    PLH = "plh"  # the definitive holder is away


@dataclass(frozen=True, slots=True)
class Post:
    """A post: `key` is a stable slug of its name, `superior` the key of the post above it.

    `rank` is the word that the standards use ("kepala_bagian"). From `replaced_from` on, what
    is meant for the post goes to `replaced_by`: its name in the present organisation.
    """

    key: str
    name: str
    rank: str = "other"
    unit: str | None = None
    superior: str | None = None
    origin: PostOrigin = PostOrigin.ADMIN
    replaced_by: str | None = None
    replaced_from: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holds a post from `since` until `until` (excluded; None: until further notice).

    `person_id` is Telegram's, None until the official has opened the invitation; `name` is as the
    admin gave it; `decree` is the number of the SK.
    """

    id: int
    post: str
    name: str
    holding: Holding
    since: datetime
    until: datetime | None = None
    person_id: int | None = None
    decree: str | None = None

    def runs(self, at: datetime) -> bool:
        """Tell whether it is in force at an instant."""
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True)
class Absence:
    """A person is away from `since` until `until` (excluded); `substitute` is a person, or None."""

    id: int
    person_id: int
    since: datetime
    until: datetime
    substitute: int | None = None

    def runs(self, at: datetime) -> bool:
        """Tell whether the person is away at an instant."""
        return self.since <= at < self.until


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time link that binds whoever opens it to a tenure; only its code's digest is kept."""

    digest: str
    tenure_id: int
    made_by: int | None
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Tell whether it may still be used."""
        return self.used_at is None and self.revoked_at is None and at < self.expires_at
