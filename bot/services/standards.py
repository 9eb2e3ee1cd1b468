"""The standards in force: shipped ones at the first start, then those that people load.

The parsed model is stored beside its document, so a start parses nothing that has not changed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from bot.clock import Clock
from bot.domain.dates import day_of
from bot.domain.standards import StoredDocument, StoredStandard
from bot.services import editions
from bot.services.editions import Deed, placed_among
from bot.services.finding import FinderHolder
from bot.services.ports import UnitOfWork, UnitOfWorkFactory
from bot.services.reader import document_of, read_document, reader_version
from bot.services.stored_models import StoredModels
from knowledge.editions import text_digest
from knowledge.errors import KnowledgeError
from knowledge.model import ServiceStandard
from knowledge.routing.posts import Jabatan
from knowledge.storing import to_data

_log = logging.getLogger(__name__)
Follow: TypeAlias = Callable[[Iterable[Jabatan], str], Awaitable[None]]
"""Gets the posts that the standards in force name, and a stamp that changes with these."""


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
        zone: tzinfo = UTC,
    ) -> None:
        """Work on a store; `start` fills the finder, and lets `follow` know what is in force.

        Days begin in the office's zone.
        """
        self._unit_of_work = unit_of_work
        self._holder = finder
        self._clock = clock
        self._follow = follow
        self._zone = zone
        self._models = StoredModels(unit_of_work)
        self._stamp = ""
        self._refreshing = asyncio.Lock()
        self._behind = False

    async def start(self) -> None:
        """Bring the shipped standards in if nothing was ever loaded, then fill the finder."""
        async with self._unit_of_work(writing=False) as work:
            is_new = not await work.standards.any_document()
        if is_new:
            from knowledge.library import shipped_documents  # late: it loads the whole reader

            await self.add(sorted(p for p in shipped_documents().iterdir() if p.is_file()))
        await self.refresh()

    def fall_behind(self) -> None:
        """Note that the unit of work under way changes what is in force."""
        self._behind = True

    async def catch_up(self) -> None:
        """Let answers follow what a unit of work has changed, once it is committed.

        Where that cannot be done now, housekeeping does it later.
        """
        if not self._behind:
            return
        self._behind = False
        try:
            await self.refresh()
        except Exception as error:
            _log.error("answers do not follow what is in force yet: %s", type(error).__name__)

    async def refresh(self) -> bool:
        """Fill the finder anew if the standards in force have changed, by whichever process.

        Editions whose day has come are put in force first.
        """
        async with self._refreshing:
            await self._bring_in()
            async with self._unit_of_work(writing=False) as work:
                stamp = await work.standards.stamp()
                if stamp == self._stamp:
                    return False
                stored = await work.standards.all()
            await self._load(stored, stamp)
            self._stamp = stamp
            return True

    async def _bring_in(self) -> None:
        now = self._clock.now()
        today = day_of(now, self._zone)
        async with self._unit_of_work(writing=False) as work:
            due = await work.standards.due(today)
        if due:
            async with self._unit_of_work() as work:
                if await editions.bring_in(work, today, now):
                    await work.commit()

    async def _load(self, stored: Sequence[StoredStandard], stamp: str) -> None:
        needed = editions.needed(stored)
        held = await self._models.of(needed)
        rows = [row for row in needed if row.row in held]
        standards = {row: one.standard for row, one in held.items()}
        present = [standards[row.row] for row in rows if row.is_in_force]
        extracts = {one.standard.id: one.extract for one in held.values() if one.extract}
        beside = editions.other_editions(rows, standards)
        await asyncio.to_thread(self._holder.load, present, beside, extracts)
        if self._follow is not None:
            await self._follow(self._holder.router.posts, stamp)

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

    async def withdraw(self, standard_id: str, by: int | None = None) -> bool:
        """Take a standard out of force; False if it is not in force."""
        async with self._unit_of_work() as work:
            deed = Deed(by, self._clock.now())
            if not await editions.withdraw(work, standard_id, deed):
                return False
            await work.commit()
        await self.refresh()
        return True

    async def _store(
        self, document: StoredDocument, standards: Sequence[ServiceStandard], by: int | None
    ) -> tuple[LoadedStandard, ...]:
        async with self._unit_of_work() as work:
            stored = await work.standards.all()
            present = {s.id: s for s in stored if s.is_in_force}
            placed = placed_among(standards, stored)
            loaded = tuple(
                LoadedStandard(replace(standard, id=key), _change(present.get(key), document))
                for key, standard in placed.items()
            )
            unchanged = {x.standard.id for x in loaded if x.change is Change.UNCHANGED}
            news = {key: s for key, s in placed.items() if key not in unchanged}
            await self._put(work, document, news, by)
            await work.commit()
        return loaded

    async def _put(
        self,
        work: UnitOfWork,
        document: StoredDocument,
        standards: Mapping[str, ServiceStandard],
        by: int | None,
    ) -> None:
        now = self._clock.now()
        rows = [
            StoredStandard(
                id=standard_id,
                title=standard.title,
                file=document.file,
                digest=document.digest,
                model=to_data(standard),
                reader_version=reader_version(),
                loaded_at=now,
                loaded_by=by,
                text_digest=text_digest(standard),
            )
            for standard_id, standard in standards.items()
        ]
        await editions.enter(work, document, rows, Deed(by, now))


def _change(known: StoredStandard | None, document: StoredDocument) -> Change:
    if known is None:
        return Change.ADDED
    same = known.digest == document.digest and known.reader_version == reader_version()
    return Change.UNCHANGED if same else Change.REPLACED
