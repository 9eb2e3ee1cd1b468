"""The office's directory of the moment: posts and holders from the store, admins from settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.directory import Directory
from bot.services.ports import UnitOfWork


class DirectorySource:
    """Reads the directory; ask for it anew in each unit of work."""

    def __init__(self, admins: Iterable[int]) -> None:
        """Know the admins by their Telegram ids (PANDU_ADMIN_IDS)."""
        self._admins = tuple(admins)

    async def __call__(self, work: UnitOfWork) -> Directory:
        """Return everything as it stands in this unit."""
        return replace(await work.posts.directory(), admins=self._admins)
