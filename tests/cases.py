"""An office with people in it and complaints on their desks, put straight into the store."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.domain.attachments import AttachmentKind, AttachmentState, Facts
from bot.domain.calls import Call, Filing, Placement
from bot.domain.directory import Directory
from bot.domain.posts import Holding, Post, Tenure
from bot.domain.tickets import Act, Ticket, TicketKind
from bot.office import Office
from bot.services.ports import UnitOfWork

CITIZEN, KABAG, KABIRO, KABAG_B, DEPUTI = 700, 901, 902, 903, 904
DEPUTI_POST, BIRO, BAGIAN, BAGIAN_B = "deputi-x", "kepala-biro-x", "kepala-bagian-a", "kepala-b"
TO_KABAG = Placement(
    BAGIAN, True, "standar-a", "Standar Pelayanan A", received_by=BIRO, delegation="optional"
)
_POSTS = (
    Post(DEPUTI_POST, "Deputi X", "deputi"),
    Post(BIRO, "Kepala Biro X", "kepala_biro", superior=DEPUTI_POST),
    Post(BAGIAN, "Kepala Bagian A", "kepala_bagian", superior=BIRO),
    Post(BAGIAN_B, "Kepala Bagian B", "kepala_bagian", superior=BIRO),
)
_HOLDERS = {DEPUTI_POST: DEPUTI, BIRO: KABIRO, BAGIAN: KABAG, BAGIAN_B: KABAG_B}


async def staffed(work: UnitOfWork, now: datetime) -> None:
    """Put posts and their holders in the store; all of them have opened their invitation."""
    await work.posts.put(_POSTS)
    for post, person in _HOLDERS.items():
        since = now - timedelta(days=900)
        tenure = Tenure(0, post, f"Nama {post}", Holding.DEFINITIVE, since, person_id=person)
        await work.posts.appoint(tenure)


async def directory(work: UnitOfWork) -> Directory:
    return await work.posts.directory()


async def filed(
    office: Office,
    work: UnitOfWork,
    now: datetime,
    draft: str = "draft",
    *,
    placement: Placement = TO_KABAG,
    **fields: Any,
) -> Ticket:
    """File a complaint; return the ticket."""
    given = {"kind": TicketKind.KELUHAN, "text": "Lama sekali", "complainant": CITIZEN}
    filing = Filing(
        draft,
        **{**given, "confidential": True, "language": "id", **fields},
        placement=placement,
    )
    change = await office.tickets.file(work, filing, await directory(work), now)
    return change.ticket


async def acted(
    office: Office, work: UnitOfWork, ticket: Ticket, act: Act, by: int | None, now: datetime,
    **fields: Any,
) -> Ticket:  # fmt: skip
    """Let somebody do something to a ticket; return it as it is then."""
    fields.setdefault("data", {"text": "Kata-kata"})
    call = Call(ticket.id, act, by, **fields)
    return (await office.tickets.act(work, call, await directory(work), now)).ticket


async def enclosed(
    work: UnitOfWork,
    now: datetime,
    content: bytes | None,
    *,
    draft: str = "draft",
    kind: AttachmentKind = AttachmentKind.PHOTO,
    facts: Facts | None = None,
) -> int:
    """Add a file to a draft: fetched, or (content None) still wanted; return its id."""
    about = facts or Facts(f"file-{draft}", "KTP Budi Pelapor.jpg", "image/jpeg", 10, "@budi")
    file_id = await work.attachments.add(draft, kind, about, now)
    if content is not None:
        await work.attachments.settle(file_id, AttachmentState.STORED, content)
    return file_id
