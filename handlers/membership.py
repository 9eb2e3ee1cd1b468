"""Who blocks, unblocks, adds or removes the bot. Nobody is answered but a group that adds it."""

from __future__ import annotations

from handlers.heard import Place
from handlers.turn import NOTHING, Outcome, Turn


async def came(turn: Turn) -> Outcome:
    """Introduce the bot to a group that adds it; note that a person is reachable again."""
    if turn.place is Place.GROUP:
        return turn.say("commands.start_group", username=turn.bot_name)
    if turn.sighting is not None:
        await turn.work.people.seen(turn.sighting, turn.now)
    return NOTHING


async def left(turn: Turn) -> Outcome:
    """Note that a person has blocked the bot: nothing more is sent there."""
    if turn.place is Place.PRIVATE and turn.chat_id is not None:
        await turn.work.people.set_unreachable(turn.chat_id, turn.now)
    return NOTHING


async def stayed(turn: Turn) -> Outcome:
    """Do nothing: only rights have changed."""
    return NOTHING
