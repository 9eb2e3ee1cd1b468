"""A folder of standards: what is new in it is loaded at the start, what cannot be read is told.

A file is known by its digest; so what was withdrawn in the chat is not loaded again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path

from bot.domain.health import Finding, Level
from bot.domain.standards import StoredDocument
from bot.services.ports import UnitOfWorkFactory
from bot.services.reader import document_of, read_document
from bot.services.standards import LoadReport, Standards
from knowledge.errors import KnowledgeError

_log = logging.getLogger(__name__)


class StandardsFolder:
    """Looks for new files in a folder; without a folder there are none."""

    def __init__(self, folder: Path | None, unit_of_work: UnitOfWorkFactory) -> None:
        """Compare the folder with a store."""
        self._folder = folder
        self._unit_of_work = unit_of_work

    async def load(self, standards: Standards) -> LoadReport:
        """Load what is new; each file that cannot be read is named in the log."""
        if self._folder is None:
            return LoadReport()
        if not self._folder.is_dir():
            _log.error("the folder of standards is not there: %s", self._folder)
            return LoadReport()
        report = await standards.add_documents(await self._new(self._folder))
        for loaded in report.loaded:
            _log.info(
                "standard %s from %s: %s", loaded.standard.id, loaded.standard.file, loaded.change
            )
        for refused in report.refused:
            _log.error("%s in the folder of standards is not loaded: %s", refused.file, refused.key)
        return report

    async def check(self) -> tuple[Finding, ...]:
        """Return which files of the folder are not loaded, and why."""
        if self._folder is None:
            return ()
        if not self._folder.is_dir():
            missing = Finding("check.folder_missing", Level.ERROR, {"folder": str(self._folder)})
            return (missing,)
        refused, waiting = [], 0
        for document in await self._new(self._folder):
            try:
                await asyncio.to_thread(read_document, document)
            except KnowledgeError as error:
                why = {**error.values, "file": document.file}
                refused.append(Finding(f"document.{error.key}", Level.WARNING, why))
            else:
                waiting += 1
        values = {"folder": str(self._folder), "count": waiting}
        level = Level.INFO if waiting else Level.OK
        return (Finding("check.folder", level, values), *refused)

    async def _new(self, folder: Path) -> list[StoredDocument]:
        """Return the files that no document of the store has, by name."""
        async with self._unit_of_work(writing=False) as work:
            known = await work.standards.known_digests()
        found = await asyncio.to_thread(lambda: list(_files(folder)))
        return [document for document in found if document.digest not in known]


def _files(folder: Path) -> Iterator[StoredDocument]:
    """Yield the files of a folder and those below it; hidden ones and what is no file are none."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if hidden or not path.is_file():
            continue
        try:
            yield document_of(path.name, path.read_bytes())
        except OSError as error:
            _log.error("%s in the folder of standards: %s", path.name, type(error).__name__)
