"""Loaded standards and the documents they were read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Row,
    Select,
    Update,
    bindparam,
    func,
    insert,
    select,
    update,
)

from bot.domain.errors import DomainError
from bot.domain.standards import (
    StandardState,
    StoredDocument,
    StoredExtract,
    StoredStandard,
    heading_of,
)
from bot.storage.conditions import is_state
from bot.storage.standard_drafts import keep_document
from bot.storage.standard_tables import DocumentRow, StandardExtractRow, StandardRow
from bot.storage.transaction import Transaction, insert_or_replace

_document = DocumentRow.table()
_standard = StandardRow.table()
_extract = StandardExtractRow.table()
_is_in_force = is_state(_standard.c.state, StandardState.IN_FORCE)
_is_coming = is_state(_standard.c.state, StandardState.COMING)


class SqlStandards:
    """Standards of one unit of work. What is replaced or withdrawn stays as history."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def in_force(self) -> tuple[StoredStandard, ...]:
        """Return the standards that answers come from, by title."""
        return await self._many(_IN_FORCE)

    async def all(self) -> tuple[StoredStandard, ...]:
        """List every edition of every standard, by title, the latest stored first."""
        return await self._many(_ALL)

    async def due(self, today: date) -> bool:
        """Tell whether an announced edition is to be in force by that day."""
        found = _DUE.where(_standard.c.valid_from <= today.isoformat())
        return await self._transaction.read(lambda c: c.execute(found).first() is not None)

    async def of(self, standard_id: str) -> tuple[StoredStandard, ...]:
        """List every edition of a standard, the latest stored first."""
        wanted = _LISTED.where(_standard.c.standard_id == standard_id)
        return await self._many(wanted.order_by(_standard.c.id.desc()))

    async def edition(self, row: int) -> StoredStandard | None:
        """Return one edition by the store's number."""
        found = await self.editions([row])
        return found[0] if found else None

    async def editions(self, rows: Sequence[int]) -> tuple[StoredStandard, ...]:
        """Return editions by the store's numbers, as many as there are."""
        return await self._many(_ROWS.where(_standard.c.id.in_(rows)))

    async def extracts(self, rows: Sequence[int]) -> Mapping[int, StoredExtract]:
        """Return what was kept of editions, by the store's number."""
        wanted = select(_extract).where(_extract.c.standard_id.in_(rows))

        def query(connection: Connection) -> dict[int, StoredExtract]:
            found = connection.execute(wanted)
            return {row.standard_id: StoredExtract(row.version, row.data) for row in found}

        return await self._transaction.read(query)

    async def keep_extract(self, row: int, extract: StoredExtract) -> None:
        """Keep what was derived from an edition, in place of what was."""
        values = {"standard_id": row, "version": extract.version, "data": extract.data}
        self._transaction.write(_keep_extract(self._transaction.dialect), values)

    async def known_digests(self) -> frozenset[str]:
        """Return the digests of all documents that are held."""
        return await self._transaction.read(
            lambda c: frozenset(c.execute(select(_document.c.digest)).scalars())
        )

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
        """Return a text that changes whenever the standards in force, or their editions, do."""

        def query(connection: Connection) -> str:
            return ",".join("{}:{}/{}/{}".format(*row) for row in connection.execute(_STAMP))

        return await self._transaction.read(query)

    async def digest_of(self, standard_id: str) -> str | None:
        """Return the digest of the document that a standard in force was read from."""
        values = {"standard_id_": standard_id}
        return await self._transaction.read(lambda c: c.execute(_DIGEST, values).scalar())

    async def put(self, document: StoredDocument, standards: Sequence[StoredStandard]) -> None:
        """Store a document and its standards; standards of the same id are replaced by them.

        A coming one replaces only an earlier coming one.
        """
        self._transaction.write(keep_document(self._transaction.dialect), asdict(document))
        for standard in standards:
            end = _END_COMING if standard.state is StandardState.COMING else _END
            self._end(standard.id, StandardState.REPLACED, standard.loaded_at, end)
            self._transaction.write(_ADD, _columns(standard))

    async def reread(
        self,
        standard: StoredStandard,
        model: Mapping[str, Any],
        reader_version: str,
        *,
        text_digest: str | None = None,
    ) -> None:
        """Store the model that a newer reader made of the same document."""
        values = {
            "standard_id_": standard.id,
            "digest_": standard.digest,
            "model": model,
            "heading": heading_of(model),
            "reader_version": reader_version,
            "text_digest": text_digest,
        }
        self._transaction.write(_REREAD, values)

    async def withdraw(self, standard_id: str, now: datetime) -> None:
        """Take a standard out of force; its document stays."""
        self._end(standard_id, StandardState.WITHDRAWN, now, _END)

    async def set_state(self, row: int, state: StandardState, now: datetime | None) -> None:
        """Let an edition be in force (`now` None), or have ended then.

        Commit raises DomainError("standard.changed_meanwhile") if it is so already.
        """
        values = {"wanted": row, "new_state": state.value, "ended_at": now}
        refusal = DomainError("standard.changed_meanwhile")
        self._transaction.write(_SET_STATE, values, refusal=refusal)

    def _end(self, standard_id: str, state: StandardState, now: datetime, end: Update) -> None:
        values = {"standard_id_": standard_id, "state": state, "ended_at": now}
        self._transaction.write(end, values)

    async def _many(self, wanted: Select[*tuple[Any, ...]]) -> tuple[StoredStandard, ...]:
        def query(connection: Connection) -> tuple[StoredStandard, ...]:
            return tuple(_stored(row) for row in connection.execute(wanted))

        return await self._transaction.read(query)


def _columns(standard: StoredStandard) -> dict[str, Any]:
    return {
        "standard_id": standard.id,
        "state": standard.state,
        "title": standard.title,
        "digest": standard.digest,
        "model": standard.model,
        "reader_version": standard.reader_version,
        "loaded_at": standard.loaded_at,
        "loaded_by": standard.loaded_by,
        "corrections": [dict(c) for c in standard.corrections] or None,
        "text_digest": standard.text_digest,
        "valid_from": standard.valid_from.isoformat() if standard.valid_from else None,
        "heading": heading_of(standard.model),
    }


def _stored(row: Row[*tuple[Any, ...]]) -> StoredStandard:
    is_listed = "model" not in row._fields
    return StoredStandard(
        id=row.standard_id,
        title=row.title,
        file=row.file,
        digest=row.digest,
        model=row.heading if is_listed else row.model,
        reader_version=row.reader_version,
        loaded_at=row.loaded_at,
        loaded_by=row.loaded_by,
        corrections=tuple(row.corrections or ()),
        text_digest=row.text_digest,
        valid_from=date.fromisoformat(row.valid_from) if row.valid_from else None,
        state=StandardState(row.state),
        ended_at=row.ended_at,
        row=row.id,
        is_listed=is_listed,
    )


@cache
def _keep_extract(dialect: str) -> Insert:
    return insert_or_replace(dialect, _extract, "standard_id", replaced=("version", "data"))


_ADD = insert(_standard)
_END = update(_standard).where(_standard.c.standard_id == bindparam("standard_id_"), _is_in_force)
_END_COMING = update(_standard).where(
    _standard.c.standard_id == bindparam("standard_id_"), _is_coming
)
_REREAD = update(_standard).where(
    _standard.c.standard_id == bindparam("standard_id_"),
    _standard.c.digest == bindparam("digest_"),
)
_SET_STATE = (
    update(_standard)
    .where(_standard.c.id == bindparam("wanted"), _standard.c.state != bindparam("new_state"))
    .values(state=bindparam("new_state"))
)
_DIGEST = select(_standard.c.digest).where(
    _standard.c.standard_id == bindparam("standard_id_"), _is_in_force
)
_STAMP = (
    select(_standard.c.state, func.count(), func.max(_standard.c.id), func.sum(_standard.c.id))
    .group_by(_standard.c.state)
    .order_by(_standard.c.state)
)
_DUE = select(_standard.c.id).where(_is_coming).limit(1)
_ROWS = select(_standard, _document.c.file).join(
    _document, _document.c.digest == _standard.c.digest
)
_LISTED = select(
    *(column for column in _standard.c if column.key != "model"), _document.c.file
).join(_document, _document.c.digest == _standard.c.digest)
_IN_FORCE = _ROWS.where(_is_in_force).order_by(_standard.c.title, _standard.c.id)
_ALL = _LISTED.order_by(_standard.c.title, _standard.c.id.desc())
