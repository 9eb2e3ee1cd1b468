"""The models of stored standards, with what is derived from each: taken as they are stored.

Read anew after the reader changed, derived anew after our code or the language data did. What was
taken up once stays in memory as long as it is needed: a new standard costs only itself.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.standards import StoredExtract, StoredStandard
from bot.services.ports import UnitOfWorkFactory
from bot.services.reader import extract_version, read_document, reader_version
from knowledge.editions import text_digest
from knowledge.errors import KnowledgeError
from knowledge.extracts import Extract, extract_of, from_data
from knowledge.extracts import to_data as data_of
from knowledge.model import ServiceStandard
from knowledge.storing import to_data

_log = logging.getLogger(__name__)
_AT_ONCE = 50  # standards: about a tenth of a second


@dataclass(frozen=True, slots=True)
class Held:
    """An edition in memory: the standard as the office wants it read; `extract` where in force.

    `reader_version` is that of the stored model; `news` is what is to be stored of it.
    """

    standard: ServiceStandard
    reader_version: str
    extract: Extract | None = None
    news: StoredExtract | None = None

    def serves(self, stored: StoredStandard) -> bool:
        """Say whether it is what a stored row is needed for."""
        is_same = self.reader_version == stored.reader_version
        return is_same and (self.extract is not None or not stored.is_in_force)


class StoredModels:
    """Gives the standards of stored rows."""

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        """Work on a store."""
        self._unit_of_work = unit_of_work
        self._held: dict[int, Held] = {}

    async def of(self, listed: Sequence[StoredStandard]) -> Mapping[int, Held]:
        """Return the standards of listed rows by row; those of other rows are forgotten.

        A row that is gone meanwhile is left out.
        """
        rows = [one.row for one in listed if not self._serves(one)]
        for batch in _batches(rows):
            self._held |= await self._taken(batch)
        held = {one.row: self._held[one.row] for one in listed if one.row in self._held}
        self._held = dict(held)
        return held

    def _serves(self, stored: StoredStandard) -> bool:
        held = self._held.get(stored.row)
        return held is not None and held.serves(stored)

    async def _taken(self, rows: Sequence[int]) -> dict[int, Held]:
        async with self._unit_of_work(writing=False) as work:
            found = await work.standards.editions(rows)
            extracts = await work.standards.extracts(rows)
        current = [await self.current(stored) for stored in found]
        held = await asyncio.to_thread(_held, current, extracts)
        news = {row: one.news for row, one in held.items() if one.news is not None}
        if news:
            async with self._unit_of_work() as work:
                for row, extract in news.items():
                    await work.standards.keep_extract(row, extract)
                await work.commit()
        return {row: replace(one, news=None) for row, one in held.items()}

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


def _batches(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(rows), _AT_ONCE):
        yield rows[first : first + _AT_ONCE]


def _held(
    stored: Sequence[StoredStandard], extracts: Mapping[int, StoredExtract]
) -> dict[int, Held]:
    """Take up models, and what was derived from them; derive what is missing or out of date."""
    return {one.row: _taken_up(one, extracts.get(one.row)) for one in stored}


def _taken_up(stored: StoredStandard, known: StoredExtract | None) -> Held:
    standard = stored.standard()
    if not stored.is_in_force:
        return Held(standard, stored.reader_version)
    extract = extract_in(stored, known)
    if extract is not None:
        return Held(standard, stored.reader_version, extract)
    extract = extract_of(standard)
    news = StoredExtract(_version_of(stored), data_of(extract))
    return Held(standard, stored.reader_version, extract, news)


def extract_in(stored: StoredStandard, known: StoredExtract | None) -> Extract | None:
    """Return what was kept of a row, if it is what we would derive from its model now."""
    if known is None or known.version != _version_of(stored):
        return None
    return from_data(known.data, stored.id)


def _version_of(stored: StoredStandard) -> str:
    return f"{extract_version()}/{stored.reader_version}"


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
