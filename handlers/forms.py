"""Forms: while one waits in a conversation, what is written belongs to it before it is a question.

A form keeps all it knows under one key of the conversation's state, so it survives a restart:
{"form": {"name": "leave", "step": "since", ...}}. One waits at a time. To add a form:

1. Open it from a command or a press: `Outcome(replies, remember=opened("leave", step="since"))`.
2. Write `async def leave(turn, form) -> Outcome | None`. It gets every text, caption, attachment
   and edited message (`turn.heard.edited`) while the form waits; `form` is what `opened` was given.
   It asks on with `opened(...)`, ends with CLOSED, or returns None for what is not meant for it:
   that is then answered as if no form waited.
3. Add its name and function to FORMS in `handlers.application`.

Commands are answered as ever and leave a form open; /batal closes it, whichever it is.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

from handlers.turn import Handler, Outcome, Turn

KEY = "form"
"""The key of the conversation's state under which a form waits."""

CLOSED: Mapping[str, Any] = {KEY: None}
"""What an outcome remembers to close the form."""

Form: TypeAlias = Mapping[str, Any]
FormHandler: TypeAlias = Callable[[Turn, Form], Awaitable[Outcome | None]]


def opened(name: str, **fields: Any) -> Mapping[str, Any]:  # noqa: ANN401 - any JSON
    """Return what an outcome remembers for a form to wait, with JSON fields of its own."""
    return {KEY: {**fields, "name": name}}


def waiting(turn: Turn, name: str | None = None) -> Form | None:
    """Return the form that waits in this conversation (with `name`: only that one), or None."""
    form = turn.state.get(KEY)
    if not isinstance(form, Mapping) or (name is not None and form.get("name") != name):
        return None
    return form


def before(handler: Handler, table: Mapping[str, FormHandler]) -> Handler:
    """Return a handler that lets the waiting form take what is said, and else runs `handler`."""

    async def first(turn: Turn) -> Outcome:
        form = waiting(turn)
        take = table.get(str(form.get("name"))) if form is not None else None
        outcome = await take(turn, form) if take is not None and form is not None else None
        return await handler(turn) if outcome is None else outcome

    return first
