"""The standards in force: shipped ones at the first start, then those that people load.

The parsed model is stored beside its document, so a start parses nothing that has not changed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from bot.clock import Clock
from bot.domain.standards import StoredDocument, StoredStandard
from bot.services.finding import FinderHolder
from bot.services.ports import UnitOfWork, UnitOfWorkFactory
from bot.services.reader import document_of, read_document, reader_version
from knowledge.errors import KnowledgeError
from knowledge.model import ServiceStandard
from knowledge.storing import from_data, to_data

_log = logging.getLogger(__name__)
Follow: TypeAlias = Callable[[Sequence[ServiceStandard], str], Awaitable[None]]
"""Gets the standards in force, and a stamp that is another one whenever they are others."""


class Change(StrEnum):
    """What loading a standard changed."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class LoadedStandard:
    """A standard that is in force now, as its document has it."""

    standard: ServiceStandard
    change: Change


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that is not loaded: `key` and `values` are those of a KnowledgeError."""

    file: str
    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What came of loading documents."""

    loaded: tuple[LoadedStandard, ...] = ()
    refused: tuple[Refused, ...] = ()


class Standards:
    """Loads, lists and withdraws standards, and keeps the finder in step with them."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        finder: FinderHolder,
        clock: Clock,
        follow: Follow | None = None,
    ) -> None:
        """Work on a store; `start` fills the finder, and lets `follow` know what is in force."""
        self._unit_of_work = unit_of_work
        self._holder = finder
        self._clock = clock
        self._follow = follow
        self._stamp = ""

    async def start(self) -> None:
        """Bring the shipped standards in if nothing was ever loaded, then fill the finder."""
        async with self._unit_of_work(writing=False) as work:
            is_new = not await work.standards.any_document()
        if is_new:
            from knowledge.library import shipped_documents  # late: it loads the whole reader

            await self.add(sorted(p for p in shipped_documents().iterdir() if p.is_file()))
        await self.refresh()

    async def refresh(self) -> bool:
        """Fill the finder anew if the standards in force have changed, by whichever process."""
        async with self._unit_of_work(writing=False) as work:
            stamp = await work.standards.stamp()
            if stamp == self._stamp:
                return False
            stored = await work.standards.in_force()
        standards = [await self._model(standard) for standard in stored]
        await asyncio.to_thread(self._holder.load, standards)
        if self._follow is not None:
            await self._follow(standards, stamp)
        self._stamp = stamp
        return True

    async def list(self) -> tuple[StoredStandard, ...]:
        """Return the standards in force, by title."""
        async with self._unit_of_work(writing=False) as work:
            return await work.standards.in_force()

    async def add(self, paths: Iterable[Path], by: int | None = None) -> LoadReport:
        """Load files; one that cannot be read is refused, the others are loaded."""
        documents: list[StoredDocument] = []
        refused: list[Refused] = []
        for path in paths:
            try:
                documents.append(document_of(path.name, path.read_bytes()))
            except OSError as error:
                key = "missing" if isinstance(error, FileNotFoundError) else "denied"
                key = "folder" if isinstance(error, IsADirectoryError) else key
                refused.append(Refused(str(path), key, {"file": str(path)}))
        report = await self.add_documents(documents, by)
        return replace(report, refused=(*refused, *report.refused))

    async def add_documents(
        self, documents: Sequence[StoredDocument], by: int | None = None
    ) -> LoadReport:
        """Load documents that are at hand, such as one that was sent in the chat."""
        loaded: list[LoadedStandard] = []
        refused: list[Refused] = []
        for document in documents:
            try:
                standards = await asyncio.to_thread(read_document, document)
            except KnowledgeError as error:
                refused.append(Refused(document.file, error.key, error.values))
            else:
                loaded += await self._store(document, standards, by)
        await self.refresh()
        return LoadReport(tuple(loaded), tuple(refused))

    async def withdraw(self, standard_id: str) -> bool:
        """Take a standard out of force; False if it is not in force."""
        async with self._unit_of_work() as work:
            if standard_id not in {s.id for s in await work.standards.in_force()}:
                return False
            await work.standards.withdraw(standard_id, self._clock.now())
            await work.commit()
        await self.refresh()
        return True

    async def _store(
        self, document: StoredDocument, standards: Sequence[ServiceStandard], by: int | None
    ) -> tuple[LoadedStandard, ...]:
        async with self._unit_of_work() as work:
            known = {s.id: s for s in await work.standards.in_force()}
            loaded = tuple(
                LoadedStandard(standard, _change(known.get(standard.id), document))
                for standard in {s.id: s for s in standards}.values()
            )
            news = [x.standard for x in loaded if x.change is not Change.UNCHANGED]
            await self._put(work, document, news, by)
            await work.commit()
        return loaded

    async def _put(
        self,
        work: UnitOfWork,
        document: StoredDocument,
        standards: Sequence[ServiceStandard],
        by: int | None,
    ) -> None:
        rows = [
            StoredStandard(
                id=standard.id,
                title=standard.title,
                file=document.file,
                digest=document.digest,
                model=to_data(standard),
                reader_version=reader_version(),
                loaded_at=self._clock.now(),
                loaded_by=by,
            )
            for standard in standards
        ]
        await work.standards.put(document, rows)

    async def _model(self, stored: StoredStandard) -> ServiceStandard:
        """Return the stored model; one that another reader made is read anew and stored."""
        if stored.reader_version == reader_version():
            return from_data(dict(stored.model))
        async with self._unit_of_work() as work:
            document = await work.standards.document(stored.digest)
            again = None if document is None else await self._again(document, stored)
            if again is None:
                return from_data(dict(stored.model))
            await work.standards.reread(stored, to_data(again), reader_version())
            await work.commit()
        return again

    async def _again(
        self, document: StoredDocument, stored: StoredStandard
    ) -> ServiceStandard | None:
        try:
            standards = await asyncio.to_thread(read_document, document)
        except KnowledgeError as error:
            _log.error("standard %s: this version cannot read it: %s", stored.id, error.key)
            return None
        return next((s for s in standards if s.id == stored.id), None)


def _change(known: StoredStandard | None, document: StoredDocument) -> Change:
    if known is None:
        return Change.ADDED
    same = known.digest == document.digest and known.reader_version == reader_version()
    return Change.UNCHANGED if same else Change.REPLACED
