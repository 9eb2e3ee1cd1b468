"""How a screen goes out: as a new message below what was said, or in place of an older one."""

from __future__ import annotations

from dataclasses import replace

from handlers.complaints.drafts import kept
from handlers.complaints.picking import Choice
from handlers.complaints.screens import Screen
from handlers.heard import Press
from handlers.replies import Message
from handlers.turn import Edit, Outcome, Turn


async def shown(turn: Turn, screen: Screen, choice: Choice | None = None) -> Outcome:
    """Show a screen in a new message; the one before it is folded up."""
    message = await screen.message(choice)
    key = f"draft:{screen.draft.id}:{turn.update_id}"
    edit = None
    earlier = await _sent(turn, screen)
    if earlier is not None:
        edit = Edit(earlier, Message(turn.render("complaints.superseded")))
    remember = kept(replace(screen.draft, screen=key))
    return Outcome((message,), edit=edit, remember=remember, key=key)


async def in_place(turn: Turn, screen: Screen) -> Outcome:
    """Change the screen that is shown, or show it anew where none is."""
    earlier = await _sent(turn, screen)
    if earlier is None:
        return await shown(turn, screen)
    message = await screen.message()
    return Outcome(edit=Edit(earlier, message), remember=kept(screen.draft))


async def pressed_into(screen: Screen, pressed: Press, choice: Choice | None = None) -> Outcome:
    """Change the message whose button was pressed into a screen."""
    message = await screen.message(choice)
    remember = kept(screen.draft)
    if pressed.message_id is None:
        return Outcome((message,), remember=remember)
    return Outcome(edit=Edit(pressed.message_id, message), remember=remember)


def remarked(turn: Turn, outcome: Outcome, name: str, **values: object) -> Outcome:
    """Put a remark above the first reply."""
    remark = turn.render(f"complaints.{name}", **values)
    if not outcome.replies:
        return replace(outcome, replies=(Message(remark),))
    first = outcome.replies[0]
    html = f"{remark}\n\n{first.html}"
    return replace(outcome, replies=(replace(first, html=html), *outcome.replies[1:]))


async def _sent(turn: Turn, screen: Screen) -> int | None:
    """Return Telegram's number of the message that shows the draft, if it is known by now."""
    key = screen.draft.screen
    return await turn.work.outbox.sent_id(key) if key else None
