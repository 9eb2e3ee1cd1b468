"""What /batal does where a complaint is under way: nothing that was written goes unasked."""

from __future__ import annotations

from handlers.complaints import words
from handlers.complaints.checking import WRONG
from handlers.complaints.drafts import draft_in
from handlers.complaints.leaving import ask_to_drop
from handlers.complaints.sending import SENT
from handlers.forms import waiting
from handlers.heard import Place
from handlers.turn import Outcome, Turn

KEPT = frozenset({SENT, WRONG})
"""What a conversation goes on remembering: edits still find their report, guesses still count."""


async def before_cancel(turn: Turn) -> Outcome | None:
    """Close a form of words, or ask about a draft that would be lost; else None."""
    if waiting(turn, words.WORD) is not None:
        return words.cancel(turn)
    draft = draft_in(turn.state)
    if draft is None or draft.is_empty or turn.place is not Place.PRIVATE:
        return None
    return await ask_to_drop(turn, draft)
