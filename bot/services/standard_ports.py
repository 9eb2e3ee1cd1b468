"""What loading standards needs of the store, as Protocols; see `bot.services.ports`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.drafts import StandardDraft
from bot.domain.standards import (
    StandardEvent,
    StandardState,
    StoredDocument,
    StoredExtract,
    StoredStandard,
)


class Standards(Protocol):
    """Loaded standards and their documents."""

    async def in_force(self) -> tuple[StoredStandard, ...]:
        """Return the standards that answers come from, by title."""
        ...

    async def all(self) -> tuple[StoredStandard, ...]:
        """List every edition of every standard, by title, the latest stored first."""
        ...

    async def due(self, today: date) -> bool:
        """Tell whether an announced edition is to be in force by that day."""
        ...

    async def of(self, standard_id: str) -> tuple[StoredStandard, ...]:
        """List every edition of a standard, the latest stored first."""
        ...

    async def edition(self, row: int) -> StoredStandard | None:
        """Return one edition by the store's number."""
        ...

    async def editions(self, rows: Sequence[int]) -> tuple[StoredStandard, ...]:
        """Return editions by the store's numbers, as many as there are."""
        ...

    async def extracts(self, rows: Sequence[int]) -> Mapping[int, StoredExtract]:
        """Return what was kept of editions, by the store's number."""
        ...

    async def keep_extract(self, row: int, extract: StoredExtract) -> None:
        """Keep what was derived from an edition, in place of what was."""
        ...

    async def document(self, digest: str) -> StoredDocument | None:
        """Return a loaded document."""
        ...

    async def known_digests(self) -> frozenset[str]:
        """Return the digests of all documents that are held."""
        ...

    async def any_document(self) -> bool:
        """Tell whether anything was ever loaded."""
        ...

    async def stamp(self) -> str:
        """Return a text that changes whenever the standards in force, or their editions, do."""
        ...

    async def digest_of(self, standard_id: str) -> str | None:
        """Return the digest of the document that a standard in force was read from, or None."""
        ...

    async def put(self, document: StoredDocument, standards: Sequence[StoredStandard]) -> None:
        """Store a document and its standards; standards of the same id are replaced by them.

        A coming one replaces only an earlier coming one.
        """
        ...

    async def reread(
        self,
        standard: StoredStandard,
        model: Mapping[str, Any],
        reader_version: str,
        *,
        text_digest: str | None = None,
    ) -> None:
        """Store the model that a newer reader made of the same document."""
        ...

    async def withdraw(self, standard_id: str, now: datetime) -> None:
        """Take a standard out of force; its document stays."""
        ...

    async def set_state(self, row: int, state: StandardState, now: datetime | None) -> None:
        """Let an edition be in force (`now` None), or have ended then.

        Commit raises DomainError("standard.changed_meanwhile") if it is so already.
        """
        ...


class Drafts(Protocol):
    """Standards that are not public yet, and the history of all of them."""

    async def add(self, draft: StandardDraft, document: StoredDocument) -> int | None:
        """Keep a new draft with its document; return its id, None if its source is known."""
        ...

    async def get(self, draft_id: int) -> StandardDraft | None:
        """Return a draft."""
        ...

    async def open(self) -> tuple[StandardDraft, ...]:
        """Return the drafts that wait, the latest first."""
        ...

    async def save(self, draft: StandardDraft) -> None:
        """Overwrite a draft; its version goes up by one.

        Commit raises DomainError("draft.changed_meanwhile") if the stored version is another.
        """
        ...

    async def drop_document(self, digest: str) -> None:
        """Delete a document that no standard and no open draft needs."""
        ...

    async def note(self, event: StandardEvent) -> None:
        """Add a line to the history."""
        ...

    async def history(self, standard_id: str) -> tuple[StandardEvent, ...]:
        """Return what was done with a standard, the latest first."""
        ...
