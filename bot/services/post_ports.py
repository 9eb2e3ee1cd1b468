"""What services need of the store for posts and settings; see `bot.services.ports`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.domain.directory import Directory
from bot.domain.posts import Absence, Invitation, Post, Tenure
from bot.domain.setting_changes import SettingChange


class Posts(Protocol):
    """Posts, who holds them, and who is away."""

    async def directory(self) -> Directory:
        """Return everything as it stands; `admins` are not known here and left empty."""
        ...

    async def has_part(self, person_id: int) -> bool:
        """Tell whether somebody was ever given a post, or named to stand in; a quick look."""
        ...

    async def put(self, posts: Sequence[Post]) -> None:
        """Keep posts; one of the same key is overwritten."""
        ...

    async def remove(self, key: str) -> None:
        """Forget a post."""
        ...

    async def appoint(self, tenure: Tenure) -> int:
        """Keep a new tenure; its `id` is given by the store and returned."""
        ...

    async def tenure(self, tenure_id: int) -> Tenure | None:
        """Return a tenure."""
        ...

    async def change(self, tenure: Tenure) -> None:
        """Overwrite a tenure."""
        ...

    async def leave(self, absence: Absence) -> int:
        """Keep a new absence; its `id` is given by the store and returned."""
        ...

    async def end_absence(self, absence_id: int, until: datetime) -> None:
        """Let an absence end then."""
        ...

    async def invite(self, invitation: Invitation) -> None:
        """Keep a new invitation."""
        ...

    async def invitation(self, digest: str) -> Invitation | None:
        """Return the invitation of a code, by the code's SHA-256."""
        ...

    async def use_invitation(self, digest: str, now: datetime) -> None:
        """Use it up; commit raises DomainError("invitation.used") if somebody was first."""
        ...

    async def revoke_invitations(self, tenure_id: int, now: datetime) -> None:
        """Revoke what is still open for a tenure."""
        ...


class OfficeSettings(Protocol):
    """What the admin has set in chat; see `bot.domain.office_rules` for names and values."""

    async def all(self) -> Mapping[str, Any]:
        """Return all that was ever set."""
        ...

    async def set(
        self, name: str, value: object, now: datetime, by: int | None, *, basis: str = ""
    ) -> None:
        """Keep a value (JSON); None forgets it. What a person (`by`) changes is kept as a change.

        `basis` is what the change rests on, in the person's words.
        """
        ...

    async def changes(
        self, names: Collection[str] = (), limit: int = 50
    ) -> tuple[SettingChange, ...]:
        """Return the last changes by persons, newest first; with `names`, of these settings."""
        ...
