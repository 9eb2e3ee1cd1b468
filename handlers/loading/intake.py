"""Reads the files that were sent as standards, once each, beside everything else.

What is to be read is a row (a fetched file of a draft that begins with STANDARD_DRAFT), so a
crash loses nothing; the report goes out in the transaction that keeps the draft.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

from bot.domain.attachments import STANDARD_DRAFT, Attachment, AttachmentState
from bot.domain.drafts import StandardDraft
from bot.domain.errors import StorageError
from bot.domain.messages import Outgoing
from bot.office import Office
from bot.services import drafts
from bot.services.drafts import Known
from bot.services.editions import Deed
from bot.services.ports import UnitOfWork
from bot.services.reader import document_of, read_document
from handlers.calls import message_to
from handlers.failures import places
from handlers.loading.screens import Speaker, report, several
from handlers.markup import shorten
from handlers.replies import Message
from handlers.texts import DEFAULT_LANGUAGE, Texts
from knowledge.errors import KnowledgeError
from knowledge.model import ServiceStandard

_log = logging.getLogger(__name__)
_IDLE = 5.0  # seconds until it is looked again whether something is to be read
_SETTLING = 0.2  # seconds that the unit which woke us has to be committed
_EACH = 3  # up to so many standards of one file get a report each at once


class StandardIntake:
    """Reads what has come. One a process; two that read the same file keep one draft."""

    def __init__(self, office: Office, texts: Texts) -> None:
        self._office = office
        self._texts = texts
        self._stopping = False
        self._news = asyncio.Event()

    def wake(self) -> None:
        """Look soon: a file has come."""
        self._news.set()

    def stop(self) -> None:
        """Stop after what is being read."""
        self._stopping = True
        self._news.set()

    async def run(self) -> None:
        """Read until stopped."""
        while not self._stopping:
            try:
                await self.drain()
            except StorageError as error:
                _log.error("standards cannot be taken in: %s", error)
            try:
                await asyncio.wait_for(self._news.wait(), _IDLE)
            except TimeoutError:
                continue
            self._news.clear()
            await asyncio.sleep(_SETTLING)

    async def drain(self) -> None:
        """Read all that has come."""
        async with self._office.unit_of_work(writing=False) as work:
            files = await work.attachments.fetched(STANDARD_DRAFT)
        for file in files:
            if self._stopping:
                return
            try:
                await self._take(file)
            except StorageError:
                raise
            except Exception as error:
                _log.error("file %d cannot be taken in: %s", file.id, places(error))
                await self._give_up(file)

    async def _give_up(self, file: Attachment) -> None:
        """Say that a file cannot be read, and forget it: tried again, it would fail again."""
        chat_id = _chat_of(file)
        async with self._office.unit_of_work() as work:
            to = Speaker(self._texts, await _language(work, chat_id))
            html = to.render("loading.unreadable", file=shorten(file.facts.name or "-", 60))
            await work.outbox.queue(_keyed(chat_id, Message(html), file.id, 0), self._now())
            await work.attachments.remove([file.id])
            await work.commit()

    async def _take(self, file: Attachment) -> None:
        """Read one file and say what it is; what cannot be read is said and forgotten."""
        chat_id, name = _chat_of(file), file.facts.name or "-"
        standards, refusal = await self._read(file, name)
        async with self._office.unit_of_work() as work:
            if await work.attachments.get(file.id) is None:
                return  # another process was first
            to = Speaker(self._texts, await _language(work, chat_id))
            if refusal is not None:
                messages = [Message(to.render(refusal[0], **refusal[1]))]
            else:
                content = await work.attachments.content(file.id) or b""
                messages = await self._kept(work, to, (file, name, content), standards)
            for number, message in enumerate(messages):
                await work.outbox.queue(_keyed(chat_id, message, file.id, number), self._now())
            await work.attachments.remove([file.id])
            await work.commit()

    async def _read(
        self, file: Attachment, name: str
    ) -> tuple[tuple[ServiceStandard, ...], tuple[str, dict[str, object]] | None]:
        """Return the standards of a file, or the text that says why there are none."""
        shown = shorten(name, 60)
        if file.state is not AttachmentState.STORED:
            key = "too_big" if file.state is AttachmentState.TOO_BIG else "lost"
            return (), (f"loading.{key}", {"file": shown})
        async with self._office.unit_of_work(writing=False) as work:
            content = await work.attachments.content(file.id)
        document = document_of(name, content or b"")
        try:
            return await asyncio.to_thread(read_document, document), None
        except KnowledgeError as error:
            values: dict[str, object] = {**error.values, "file": shown}
            key = f"cli.document_{error.key}"
            if not self._texts.has(key):
                key, values = "loading.unreadable", {"file": shown}
            return (), (key, values)

    async def _kept(
        self,
        work: UnitOfWork,
        to: Speaker,
        came: tuple[Attachment, str, bytes],
        standards: tuple[ServiceStandard, ...],
    ) -> list[Message]:
        """Keep the drafts; return the reports on them, or that they are known."""
        file, name, content = came
        chat_id = _chat_of(file)
        deed = Deed(chat_id, self._now())  # a private chat has the number of its person
        document = document_of(name, content)
        found = await drafts.make(work, document, standards, f"file:{file.id}", deed)
        new = [one for one in found if isinstance(one, StandardDraft)]
        known = [one for one in found if isinstance(one, Known)]
        messages = [
            Message(
                to.render(
                    "loading.known", title=k.stored.title, file=k.stored.file, exactly=k.exactly
                )
            )
            for k in known[:_EACH]
        ]
        if len(new) > _EACH:
            return [*messages, several(to, new, shorten(name, 60))]
        stored = await work.standards.all()
        return [*messages, *(report(to, draft, stored) for draft in new)]

    def _now(self) -> datetime:
        return self._office.clock.now()


def _chat_of(file: Attachment) -> int:
    return int(file.draft_id.removeprefix(STANDARD_DRAFT))


def _keyed(chat_id: int, message: Message, file_id: int, number: int) -> Outgoing:
    call = message_to(chat_id, message)
    return Outgoing(
        call.chat_id, call.method, call.payload, dedupe_key=f"standard:{file_id}:{number}"
    )


async def _language(work: UnitOfWork, person_id: int) -> str:
    person = await work.people.get(person_id)
    return (person.language if person else None) or DEFAULT_LANGUAGE
