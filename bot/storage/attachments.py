"""Files of drafts and tickets; their content is sealed like everything that people send."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    bindparam,
    delete,
    func,
    insert,
    select,
    type_coerce,
    update,
)

from bot.domain.attachments import (
    Attachment,
    AttachmentKind,
    AttachmentState,
    Facts,
    SealedContent,
)
from bot.storage.conditions import is_state
from bot.storage.ticket_tables import AttachmentRow, TicketRow
from bot.storage.transaction import Transaction
from bot.storage.types import cipher_of

_file, _ticket = AttachmentRow.table(), TicketRow.table()
_COLUMNS = tuple(column for column in _file.columns if column.name != "content")


class SqlAttachments:
    """Files of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def add(self, draft_id: str, kind: AttachmentKind, facts: Facts, now: datetime) -> int:
        """Keep what Telegram says of a file, to be fetched; return its id."""
        values = {
            "draft_id": draft_id,
            "kind": kind.value,
            "facts": asdict(facts),
            "state": AttachmentState.WANTED.value,
            "attempts": 0,
            "added_at": now,
        }
        return await self._transaction.read(
            lambda c: int(c.execute(insert(_file).returning(_file.c.id), values).scalar_one())
        )

    async def of_draft(self, draft_id: str) -> tuple[Attachment, ...]:
        """Return the files of a draft, in order."""
        return await self._many(select(*_COLUMNS).where(_file.c.draft_id == draft_id))

    async def of_ticket(self, ticket_id: int) -> tuple[Attachment, ...]:
        """Return the files of a ticket, in order."""
        return await self._many(select(*_COLUMNS).where(_file.c.ticket_id == ticket_id))

    async def file(self, draft_id: str, ticket_id: int) -> None:
        """Let the files of a draft belong to the ticket that it has become."""
        self._transaction.write(_FILE, {"wanted": draft_id, "ticket_id": ticket_id})

    async def get(self, attachment_id: int) -> Attachment | None:
        """Return a file."""
        found = await self._many(select(*_COLUMNS).where(_file.c.id == attachment_id))
        return found[0] if found else None

    async def wanted(
        self, limit: int = 10, *, skipping: Collection[int] = ()
    ) -> tuple[Attachment, ...]:
        """Return files whose content is still to be fetched, the least often tried first."""
        waiting = is_state(_file.c.state, AttachmentState.WANTED)
        found = select(*_COLUMNS).where(waiting, _file.c.id.not_in(skipping))
        return await self._many(found.order_by(_file.c.attempts).limit(limit))

    async def fetched(self, prefix: str) -> tuple[Attachment, ...]:
        """Return the files of drafts that begin so, and that are not waited for any more."""
        settled = _file.c.state != AttachmentState.WANTED.value
        begins = _file.c.draft_id.startswith(prefix, autoescape=True)
        return await self._many(select(*_COLUMNS).where(begins, settled))

    async def seal(self, content: bytes) -> SealedContent:
        """Make a content ready to be stored; best in a unit that only reads, for it takes time."""
        dialect = await self._transaction.read(lambda c: c.dialect)
        token = await asyncio.to_thread(cipher_of(dialect).seal_bytes, content)
        return SealedContent(token, hashlib.sha256(content).hexdigest())

    async def settle(
        self,
        attachment_id: int,
        state: AttachmentState,
        content: bytes | SealedContent | None = None,
    ) -> None:
        """Note what came of fetching a file that is still wanted; counts an attempt."""
        if isinstance(content, bytes):
            content = await self.seal(content)
        values = {
            "wanted": attachment_id,
            "state_": state.value,
            "token": None if content is None else content.token,
            "digest": None if content is None else content.digest,
        }
        self._transaction.write(_SETTLE, values)

    async def content(self, attachment_id: int) -> bytes | None:
        """Return the content of a stored file; it is opened beside, so nobody waits for it."""
        wanted = select(type_coerce(_file.c.content, Text)).where(_file.c.id == attachment_id)
        token, dialect = await self._transaction.read(
            lambda c: (c.execute(wanted).scalar(), c.dialect)
        )
        if token is None:
            return None
        return await asyncio.to_thread(cipher_of(dialect).open_bytes, token)

    async def remove(self, attachment_ids: Collection[int]) -> None:
        """Delete files."""
        for attachment_id in attachment_ids:
            self._transaction.write(_REMOVE, {"wanted": attachment_id})

    async def counts(self) -> Mapping[AttachmentState, int]:
        """Return how many files are in each state."""
        states = select(_file.c.state, func.count()).group_by(_file.c.state)
        return await self._transaction.read(
            lambda c: {AttachmentState(state): count for state, count in c.execute(states)}
        )

    async def of_person(self, person_id: int) -> tuple[Attachment, ...]:
        """Return the files of the tickets that a person has filed."""
        own = select(_ticket.c.id).where(_ticket.c.complainant == person_id)
        return await self._many(select(*_COLUMNS).where(_file.c.ticket_id.in_(own)))

    async def old_drafts(self, before: datetime) -> int:
        """Return how many files of drafts that were never filed are older."""
        old = select(func.count()).select_from(_file).where(*_forgotten(before))
        return await self._transaction.read(lambda c: c.execute(old).scalar() or 0)

    async def drop_drafts(self, before: datetime) -> int:
        """Delete files of drafts that were never filed; return how many."""
        old = delete(_file).where(*_forgotten(before))
        return await self._transaction.read(lambda c: c.execute(old).rowcount)

    async def _many(self, wanted: Select[*tuple[Any, ...]]) -> tuple[Attachment, ...]:
        ordered = wanted.order_by(_file.c.id)

        def query(connection: Connection) -> tuple[Attachment, ...]:
            return tuple(_attachment_of(row) for row in connection.execute(ordered))

        return await self._transaction.read(query)


def _forgotten(before: datetime) -> tuple[ColumnElement[bool], ...]:
    return _file.c.ticket_id.is_(None), _file.c.added_at < before


def _attachment_of(row: Row[*tuple[Any, ...]]) -> Attachment:
    values = dict(row._mapping)
    values["kind"] = AttachmentKind(values["kind"])
    values["state"] = AttachmentState(values["state"])
    values["facts"] = Facts(**values["facts"])
    return Attachment(**values)


_FILE = update(_file).where(_file.c.draft_id == bindparam("wanted"))
_SETTLE = (
    update(_file)
    .where(_file.c.id == bindparam("wanted"), is_state(_file.c.state, AttachmentState.WANTED))
    .values(
        attempts=_file.c.attempts + 1,
        state=bindparam("state_"),
        digest=bindparam("digest"),
        content=type_coerce(bindparam("token"), Text),
    )
)
_REMOVE = delete(_file).where(_file.c.id == bindparam("wanted"))
