"""Drafts of standards, and the history of what was done with standards."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Row, Select, bindparam, delete, insert, select, update

from bot.domain.drafts import DraftState, Place, StandardDraft
from bot.domain.errors import DomainError
from bot.domain.standards import StandardAct, StandardEvent, StoredDocument
from bot.storage.conditions import is_state
from bot.storage.standard_tables import (
    DocumentRow,
    StandardDraftRow,
    StandardEventRow,
    StandardRow,
)
from bot.storage.transaction import Transaction, insert_unless_known

_draft, _event = StandardDraftRow.table(), StandardEventRow.table()
_document, _standard = DocumentRow.table(), StandardRow.table()
_is_open = is_state(_draft.c.state, DraftState.OPEN)
_EVENT = tuple(field.name for field in fields(StandardEvent))


class SqlDrafts:
    """Drafts and history of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def add(self, draft: StandardDraft, document: StoredDocument) -> int | None:
        """Keep a new draft with its document; return its id, None if its source is known."""
        dialect, values = self._transaction.dialect, _values(draft)
        self._transaction.write(keep_document(dialect), asdict(document))
        statement = insert_unless_known(dialect, _draft, "source").returning(_draft.c.id)
        return await self._transaction.read(lambda c: c.execute(statement, values).scalar())

    async def get(self, draft_id: int) -> StandardDraft | None:
        """Return a draft."""
        found = await self._many(select(_draft).where(_draft.c.id == draft_id))
        return found[0] if found else None

    async def open(self) -> tuple[StandardDraft, ...]:
        """Return the drafts that wait, the latest first."""
        return await self._many(select(_draft).where(_is_open).order_by(_draft.c.id.desc()))

    async def save(self, draft: StandardDraft) -> None:
        """Overwrite a draft; its version goes up by one.

        Commit raises DomainError("draft.changed_meanwhile") if the stored version is another.
        """
        wanted = {"wanted": draft.id, "known": draft.version}
        values = {**_values(draft), "version": draft.version + 1}
        refusal = DomainError("draft.changed_meanwhile")
        self._transaction.write(_SAVE, {**wanted, **values}, refusal=refusal)

    async def drop_document(self, digest: str) -> None:
        """Delete a document that no standard and no open draft needs."""
        self._transaction.write(_DROP_DOCUMENT, {"wanted": digest})

    async def note(self, event: StandardEvent) -> None:
        """Add a line to the history."""
        values = {name: getattr(event, name) for name in _EVENT}
        self._transaction.write(_NOTE, {**values, "act": event.act.value, "data": dict(event.data)})

    async def history(self, standard_id: str) -> tuple[StandardEvent, ...]:
        """Return what was done with a standard, the latest first."""
        columns = [_event.c[name] for name in _EVENT]
        wanted = select(*columns).where(_event.c.standard == standard_id)

        def query(connection: Connection) -> tuple[StandardEvent, ...]:
            rows = connection.execute(wanted.order_by(_event.c.id.desc()))
            return tuple(_event_of(row) for row in rows)

        return await self._transaction.read(query)

    async def _many(self, wanted: Select[*tuple[Any, ...]]) -> tuple[StandardDraft, ...]:
        def query(connection: Connection) -> tuple[StandardDraft, ...]:
            return tuple(_draft_of(row) for row in connection.execute(wanted))

        return await self._transaction.read(query)


def _values(draft: StandardDraft) -> dict[str, Any]:
    """Return the columns of a draft, but for the id, which the store gives."""
    values = {field.name: getattr(draft, field.name) for field in fields(StandardDraft)}
    del values["id"]
    return values | {
        "model": dict(draft.model),
        "corrections": [dict(correction) for correction in draft.corrections],
        "place": draft.place.value,
        "state": draft.state.value,
        "valid_from": draft.valid_from.isoformat() if draft.valid_from else None,
    }


def _draft_of(row: Row[*tuple[Any, ...]]) -> StandardDraft:
    values = dict(row._mapping)
    since = values["valid_from"]
    return StandardDraft(
        **values
        | {
            "corrections": tuple(values["corrections"]),
            "place": Place(values["place"]),
            "state": DraftState(values["state"]),
            "valid_from": date.fromisoformat(since) if since else None,
        }
    )


def _event_of(row: Row[*tuple[Any, ...]]) -> StandardEvent:
    return StandardEvent(**{**row._mapping, "act": StandardAct(row.act)})


@cache
def keep_document(dialect: str) -> Insert:
    """Return the statement that keeps a document unless it is there."""
    return insert_unless_known(dialect, _document, "digest")


_SAVE = update(_draft).where(
    _draft.c.id == bindparam("wanted"), _draft.c.version == bindparam("known")
)
_NOTE = insert(_event)
_DROP_DOCUMENT = delete(_document).where(
    _document.c.digest == bindparam("wanted"),
    _document.c.digest.not_in(select(_standard.c.digest)),
    _document.c.digest.not_in(select(_draft.c.digest).where(_is_open)),
)
