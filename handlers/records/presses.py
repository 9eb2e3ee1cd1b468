"""What the buttons under figures and under /privasi do."""

from __future__ import annotations

from handlers.record_buttons import Records
from handlers.records import privacy, recap
from handlers.turn import Outcome, Turn


async def pressed(turn: Turn, meaning: Records) -> Outcome | None:
    """Do what a button means; None if it means nothing (any more)."""
    if meaning.verb == recap.DOWNLOAD:
        return await recap.download(turn, meaning.value)
    found = {
        privacy.EXPORT: privacy.export,
        privacy.DELETE: privacy.ask_deletion,
        privacy.DELETE_NOW: privacy.delete,
        privacy.KEEP: privacy.keep,
    }.get(meaning.verb)
    return None if found is None else await found(turn)
