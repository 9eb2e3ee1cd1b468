"""Loaded standards and the documents they were read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Row,
    bindparam,
    func,
    insert,
    select,
    update,
)

from bot.domain.standards import StandardState, StoredDocument, StoredStandard
from bot.storage.conditions import is_state
from bot.storage.tables import DocumentRow, StandardRow
from bot.storage.transaction import Transaction, insert_unless_known

_document = DocumentRow.table()
_standard = StandardRow.table()
_is_in_force = is_state(_standard.c.state, StandardState.IN_FORCE)


class SqlStandards:
    """Standards of one unit of work. What is replaced or withdrawn stays as history."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def in_force(self) -> tuple[StoredStandard, ...]:
        """Return the standards that answers come from, by title."""

        def query(connection: Connection) -> tuple[StoredStandard, ...]:
            return tuple(_stored(row) for row in connection.execute(_IN_FORCE))

        return await self._transaction.read(query)

    async def document(self, digest: str) -> StoredDocument | None:
        """Return a loaded document."""
        wanted = select(_document.c.digest, _document.c.file, _document.c.content).where(
            _document.c.digest == digest
        )

        def query(connection: Connection) -> StoredDocument | None:
            row = connection.execute(wanted).first()
            return None if row is None else StoredDocument(*row)

        return await self._transaction.read(query)

    async def any_document(self) -> bool:
        """Tell whether anything was ever loaded."""
        found = select(_document.c.digest).limit(1)
        return await self._transaction.read(lambda c: c.execute(found).first() is not None)

    async def stamp(self) -> str:
        """Return a text that changes whenever the standards in force do."""
        return await self._transaction.read(lambda c: "{}/{}".format(*c.execute(_STAMP).one()))

    async def digest_of(self, standard_id: str) -> str | None:
        """Return the digest of the document that a standard in force was read from."""
        values = {"standard_id_": standard_id}
        return await self._transaction.read(lambda c: c.execute(_DIGEST, values).scalar())

    async def put(self, document: StoredDocument, standards: Sequence[StoredStandard]) -> None:
        """Store a document and its standards; standards of the same id are replaced by them."""
        self._transaction.write(_keep(self._transaction.dialect), asdict(document))
        for standard in standards:
            self._end(standard.id, StandardState.REPLACED, standard.loaded_at)
            row = {
                "standard_id": standard.id,
                "state": StandardState.IN_FORCE,
                **_columns(standard),
            }
            self._transaction.write(_ADD, row)

    async def reread(
        self, standard: StoredStandard, model: Mapping[str, Any], reader_version: str
    ) -> None:
        """Store the model that a newer reader made of the same document."""
        values = {
            "standard_id_": standard.id,
            "digest_": standard.digest,
            "model": model,
            "reader_version": reader_version,
        }
        self._transaction.write(_REREAD, values)

    async def withdraw(self, standard_id: str, now: datetime) -> None:
        """Take a standard out of force; its document stays."""
        self._end(standard_id, StandardState.WITHDRAWN, now)

    def _end(self, standard_id: str, state: StandardState, now: datetime) -> None:
        values = {"standard_id_": standard_id, "state": state, "ended_at": now}
        self._transaction.write(_END, values)


def _columns(standard: StoredStandard) -> dict[str, Any]:
    return {
        "title": standard.title,
        "digest": standard.digest,
        "model": standard.model,
        "reader_version": standard.reader_version,
        "loaded_at": standard.loaded_at,
        "loaded_by": standard.loaded_by,
    }


def _stored(row: Row[*tuple[Any, ...]]) -> StoredStandard:
    return StoredStandard(
        id=row.standard_id,
        title=row.title,
        file=row.file,
        digest=row.digest,
        model=row.model,
        reader_version=row.reader_version,
        loaded_at=row.loaded_at,
        loaded_by=row.loaded_by,
    )


@cache
def _keep(dialect: str) -> Insert:
    return insert_unless_known(dialect, _document, "digest")


_ADD = insert(_standard)
_END = update(_standard).where(_standard.c.standard_id == bindparam("standard_id_"), _is_in_force)
_REREAD = _END.where(_standard.c.digest == bindparam("digest_"))
_DIGEST = select(_standard.c.digest).where(
    _standard.c.standard_id == bindparam("standard_id_"), _is_in_force
)
_STAMP = select(func.count(), func.max(_standard.c.id)).where(_is_in_force)
_IN_FORCE = (
    select(_standard, _document.c.file)
    .join(_document, _document.c.digest == _standard.c.digest)
    .where(_is_in_force)
    .order_by(_standard.c.title, _standard.c.id)
)
