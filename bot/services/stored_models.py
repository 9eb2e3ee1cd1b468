"""The models of stored standards: taken as they are stored, read anew after the reader changed."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from bot.domain.standards import StoredStandard
from bot.services.ports import UnitOfWorkFactory
from bot.services.reader import read_document, reader_version
from knowledge.editions import text_digest
from knowledge.errors import KnowledgeError
from knowledge.model import ServiceStandard
from knowledge.storing import to_data

_log = logging.getLogger(__name__)


class StoredModels:
    """Gives the standard of a stored row; what another reader made is read anew and stored."""

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        """Work on a store."""
        self._unit_of_work = unit_of_work

    async def standard(self, stored: StoredStandard) -> ServiceStandard:
        """Return the standard as the office wants it read."""
        return (await self.current(stored)).standard()

    async def current(self, stored: StoredStandard) -> StoredStandard:
        """Return the row with the model of this reader, which is stored if it is news."""
        if stored.reader_version == reader_version():
            return stored
        async with self._unit_of_work(writing=False) as work:
            document = await work.standards.document(stored.digest)
        if document is None:
            return stored
        try:
            found = await asyncio.to_thread(read_document, document)
        except KnowledgeError as error:
            _log.error("standard %s: this version cannot read it: %s", stored.id, error.key)
            return stored
        again = same_in(found, stored)
        return stored if again is None else await self._keep(stored, again)

    async def _keep(self, stored: StoredStandard, again: ServiceStandard) -> StoredStandard:
        model, version, text = to_data(again), reader_version(), text_digest(again)
        async with self._unit_of_work() as work:
            await work.standards.reread(stored, model, version, text_digest=text)
            await work.commit()
        return replace(stored, model=model, reader_version=version, text_digest=text)


def same_in(found: tuple[ServiceStandard, ...], stored: StoredStandard) -> ServiceStandard | None:
    """Return the standard of a document that a stored one was read from.

    By the id that its text had; of several by the unit, and else the only one there is.
    """
    same = [s for s in found if s.id == stored.model["id"]]
    if len(same) > 1:
        same = [s for s in same if s.unit == stored.model.get("unit")] or same
    if not same and len(found) == 1:
        return found[0]
    return same[0] if same else None
