"""A file that is sent in the private chat by somebody who may load standards."""

from __future__ import annotations

from bot.domain.attachments import MOST_BYTES, STANDARD_DRAFT, AttachmentKind
from bot.domain.rights import may_load
from handlers.heard import Place
from handlers.markup import shorten
from handlers.turn import Outcome, Turn

_NAME = 60  # letters of a file's name that are repeated


async def received(turn: Turn) -> Outcome | None:
    """Have a file fetched and read, or say why not; None for who may not load standards."""
    enclosure = turn.heard.enclosure
    if enclosure is None or turn.place is not Place.PRIVATE or not await allowed(turn):
        return None
    if enclosure.kind is AttachmentKind.PHOTO:
        return None if turn.text else turn.say("loading.photo")
    if enclosure.kind is not AttachmentKind.DOCUMENT:
        return None
    name = shorten(enclosure.facts.name or "-", _NAME)
    if (enclosure.facts.size or 0) > MOST_BYTES:
        return turn.say("loading.too_big", file=name)
    draft = f"{STANDARD_DRAFT}{turn.chat_id}"
    await turn.work.attachments.add(draft, enclosure.kind, enclosure.facts, turn.now)
    return turn.say("loading.received", file=name)


async def allowed(turn: Turn) -> bool:
    """Tell whether who speaks may load standards."""
    if turn.person is None:
        return False
    admins = turn.office.settings.admin_ids
    if turn.person.id in admins:
        return True
    return may_load(turn.person.id, await turn.office.directory(turn.work), turn.now)
