"""Pictures, voice notes, stickers, files and the like where a question is expected."""

from __future__ import annotations

from handlers.complaints import opening
from handlers.loading.receiving import received
from handlers.turn import NOTHING, Handler, Outcome, Turn


def attachment(kind: str) -> Handler:
    """Return the handler for one kind ("photo", "voice", ...; a text `messages.<kind>`).

    A caption is read like a text; of an album without one, only the first picture is spoken of.
    In private, a report with the file is offered; from whoever may load standards, a document is
    read as one.
    """

    async def handler(turn: Turn) -> Outcome:
        taken = await received(turn)
        if taken is not None:
            return taken if kind == "document" else opening.with_file_offer(turn, taken)
        if turn.text:
            return opening.with_file_offer(turn, await opening.heard(turn))
        if turn.heard.album is None:
            return opening.with_file_offer(turn, turn.say(f"messages.{kind}"))
        if turn.state.get("album") == turn.heard.album:
            return opening.with_file_offer(turn, NOTHING)
        said = turn.say(f"messages.{kind}")
        shown = Outcome(said.replies, remember={"album": turn.heard.album})
        return opening.with_file_offer(turn, shown)

    return handler
