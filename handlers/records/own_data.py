"""Everything that the bot holds of one person, as a ZIP: a JSON file, and the files they sent.

What officials wrote for one another about a complaint is not theirs and stays out, and so does
which official did what: posts are named, not people.
"""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.attachments import Attachment
from bot.domain.history import Event
from bot.domain.personal import Held
from bot.domain.tickets import Act, Ticket
from bot.services.file_types import type_of
from bot.services.ports import UnitOfWork

MOST_BYTES = 40 * 2**20
"""So much is packed; Telegram takes files of up to 50 MB from a bot."""

_MOST_TICKETS = 10_000
_INTERNAL = frozenset({Act.NOTE, Act.READ, Act.ESCALATE})
_SECRET = ("salt", "by")
_TICKET = (
    "number", "kind", "status", "text", "digest", "confidential", "filed_at", "standard_title",
    "due_at", "rating", "objections", "changed_at",
)  # fmt: skip


async def export(work: UnitOfWork, person_id: int) -> bytes:
    """Return the ZIP."""
    held = await work.personal.held(person_id)
    tickets = await work.tickets.filed_by(person_id, _MOST_TICKETS)
    histories = await work.tickets.histories([ticket.id for ticket in tickets])
    files = [f for f in await work.attachments.of_person(person_id) if not f.from_office]
    contents: list[tuple[str, bytes]] = []
    listed = []
    room = MOST_BYTES
    for file in files:
        content = await work.attachments.content(file.id)
        fits = content is not None and len(content) <= room
        name = None
        if content is not None and fits:
            room -= len(content)
            name = f"files/{file.id}.{type_of(content).extension}"
            contents.append((name, content))
        listed.append(_file(file, name))
    data = {
        **_about(held),
        "complaints": [_ticket(ticket, histories.get(ticket.id, ())) for ticket in tickets],
        "files": listed,
    }
    return await asyncio.to_thread(_packed, data, contents)


def _about(held: Held) -> dict[str, Any]:
    return {
        "person": None if held.person is None else asdict(held.person),
        "conversation": dict(held.state),
        "questions": [asdict(question) for question in held.questions],
        "messages_received": [asdict(line) for line in held.received],
        "messages_sent": [asdict(line) for line in held.sent],
    }


def _ticket(ticket: Ticket, events: Sequence[Event]) -> dict[str, Any]:
    return {name: getattr(ticket, name) for name in _TICKET} | {
        "history": [_event(event) for event in events if event.act not in _INTERNAL]
    }


def _event(event: Event) -> dict[str, Any]:
    said = {name: value for name, value in event.data.items() if name not in _SECRET}
    return {"at": event.at, "act": event.act.value, "post": event.post, "data": said}


def _file(file: Attachment, name: str | None) -> dict[str, Any]:
    facts = {"name": file.facts.name, "caption": file.facts.caption, "size": file.facts.size}
    state = file.state.value
    return {"kind": file.kind.value, "state": state, "added_at": file.added_at, "in": name} | facts


def _packed(data: Mapping[str, Any], contents: Sequence[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(data, ensure_ascii=False, indent=2, default=_plain)
        archive.writestr("data.json", text.encode("utf-8", "surrogatepass"))
        for name, content in contents:
            archive.writestr(name, content)
    return out.getvalue()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)
