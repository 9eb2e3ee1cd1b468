"""The files of a ticket, copied and cleaned, to whoever may see them: never forwarded.

What is queued here only names a file; `handlers.uploads` puts it in its place at sending time. No
name, caption or type that the sender gave goes into a message.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.attachments import Attachment, AttachmentState
from bot.domain.messages import Outgoing, Priority
from bot.domain.news import answer_key
from bot.domain.rights import rights
from bot.domain.tickets import OPEN, Act, Ticket
from bot.office import Office
from bot.services.ports import UnitOfWork
from bot.services.tickets import UNDO_TIME
from handlers.file_calls import AFTER, ATTACHMENT, INSTEAD, METHODS, NAME
from handlers.texts import DEFAULT_LANGUAGE, Texts, office_texts


async def copies_for(
    work: UnitOfWork, ticket: Ticket, chat_id: int, now: datetime
) -> tuple[Outgoing, ...]:
    """Return the calls that show the complainant's files to an official, to be queued.

    One that is still being fetched is announced, and comes by itself when it is there (to those
    who have a card of the ticket).
    """
    files = [f for f in await work.attachments.of_ticket(ticket.id) if not f.from_office]
    return tuple(await _calls(work, ticket, files, chat_id))


async def answer_copies(
    work: UnitOfWork, ticket: Ticket, draft_id: str, answer_key: str, not_before: datetime | None
) -> tuple[Outgoing, ...]:
    """Return the calls that bring the files of an official's answer to the complainant.

    `draft_id` begins with ANSWER_DRAFT; `answer_key` is the dedupe key of the answer's message:
    if that is taken back, its files are not sent either. Queue them after it.
    """
    if ticket.complainant is None:
        return ()
    files = [f for f in await work.attachments.of_draft(draft_id) if f.from_office]
    calls = await _calls(work, ticket, files, ticket.complainant)
    return tuple(
        replace(call, payload={**call.payload, AFTER: answer_key}, not_before=not_before)
        for call in calls
    )


async def announce(office: Office, work: UnitOfWork, file: Attachment, now: datetime) -> None:
    """Send a file that has come, or cannot come, to those who were told that it would."""
    ticket = None if file.ticket_id is None else await work.tickets.get(file.ticket_id)
    if ticket is None:
        return
    siblings = await work.attachments.of_ticket(ticket.id)
    group = [one for one in siblings if one.from_office == file.from_office]
    if file.from_office:
        calls = await _late_for_answer(work, ticket, group, file)
    else:
        calls = []
        for person in await _readers(office, work, ticket, now):
            calls += await _calls(work, ticket, group, person, only=file)
    for call in calls:
        key = f"file:{file.id}:{call.chat_id}"
        await work.outbox.queue(replace(call, dedupe_key=key), now)


async def _readers(
    office: Office, work: UnitOfWork, ticket: Ticket, now: datetime
) -> tuple[int, ...]:
    """Return the officials who have a card of the ticket and may still read it."""
    directory = await office.directory(work)
    return tuple(
        person
        for person in await work.cards.of(ticket.id)
        if person != ticket.complainant and Act.READ in rights(person, ticket, directory, now)
    )


async def _late_for_answer(
    work: UnitOfWork, ticket: Ticket, group: list[Attachment], file: Attachment
) -> list[Outgoing]:
    """Return the call for a file of an answer that stands; it may still be taken back."""
    answers = [e for e in await work.tickets.history(ticket.id) if e.act is Act.ANSWER]
    if not answers or ticket.complainant is None or ticket.status in OPEN:
        return []
    after = {AFTER: answer_key(ticket.id, answers[-1].number)}
    leaves = answers[-1].at + UNDO_TIME
    calls = await _calls(work, ticket, group, ticket.complainant, only=file)
    return [replace(c, payload={**c.payload, **after}, not_before=leaves) for c in calls]


async def _calls(
    work: UnitOfWork,
    ticket: Ticket,
    files: Iterable[Attachment],
    chat_id: int,
    only: Attachment | None = None,
) -> list[Outgoing]:
    person = await work.people.get(chat_id)
    language = (person.language if person else None) or DEFAULT_LANGUAGE
    numbered = list(enumerate(files, 1))
    shown = [(n, file) for n, file in numbered if only is None or file.id == only.id]
    batch = _Batch(ticket, chat_id, language, len(numbered), office_texts())
    return [batch.call(number, file) for number, file in shown]


class _Batch:
    """The files of one ticket for one chat."""

    def __init__(
        self, ticket: Ticket, chat_id: int, language: str, total: int, texts: Texts
    ) -> None:
        self._ticket, self._chat_id, self._language = ticket, chat_id, language
        self._total, self._texts = total, texts

    def call(self, number: int, file: Attachment) -> Outgoing:
        """Return the call that shows a file, or says why it is not shown."""
        if file.state is not AttachmentState.STORED:
            return self._out("sendMessage", self._words(file.state.value, number))
        method = METHODS[file.kind]
        words = self._words("caption_office" if file.from_office else "caption", number)
        fields = {
            file.kind.value: {ATTACHMENT: file.id},
            "caption": words["text"],
            "parse_mode": "HTML",
            NAME: f"lampiran-{number}",
            INSTEAD: self._words("unshown", number)["text"],
        }
        return self._out(method, fields)

    def _words(self, name: str, number: int) -> dict[str, Any]:
        values = {"number": number, "count": self._total, "ticket": self._ticket.number}
        text = self._texts.render(f"files.{name}", self._language, **values)
        return {"text": text, "parse_mode": "HTML"}

    def _out(self, method: str, fields: dict[str, Any]) -> Outgoing:
        payload = {"chat_id": self._chat_id, **fields, "protect_content": True}
        return Outgoing(self._chat_id, method, payload, Priority.NOTICE)
