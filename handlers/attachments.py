"""Pictures, voice notes, stickers, files and the like where a question is expected."""

from __future__ import annotations

from handlers import asking
from handlers.turn import NOTHING, Handler, Outcome, Turn


def attachment(kind: str) -> Handler:
    """Return the handler for one kind ("photo", "voice", ...; a text `messages.<kind>`).

    A caption is a question; of an album without one, only the first picture is spoken of.
    """

    async def handler(turn: Turn) -> Outcome:
        if turn.text:
            return await asking.question(turn)
        if turn.heard.album is None:
            return turn.say(f"messages.{kind}")
        if turn.state.get("album") == turn.heard.album:
            return NOTHING
        said = turn.say(f"messages.{kind}")
        return Outcome(said.replies, remember={"album": turn.heard.album})

    return handler
