"""What the forms of these screens share: steps, buttons for them, and errors that are explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.dates import day_of, read_date
from bot.domain.errors import DomainError
from bot.domain.posts import Post
from bot.services.post_search import post_named, search
from handlers.buttons import Button, Rows, Staff, encode
from handlers.forms import Form, FormHandler, opened
from handlers.markup import shorten
from handlers.officials.screens import button
from handlers.officials.views import Scene, code_of
from handlers.replies import Message
from handlers.turn import NOTHING, Outcome, Turn

NAME_LIMIT = 120
"""The longest name of a person or number of a decree (letters)."""

_PATIENCE = timedelta(days=1)  # after which what is written is no answer to the form any more
_CHOICES = 8
_LABEL = 44


def asking(turn: Turn, form: Form, html: str, *rows: Sequence[Button]) -> Outcome:
    """Ask for the form's next step, and let the form wait for it; it can always be cancelled."""
    cancel = (button(turn, "b_cancel", "cancel"),)
    buttons: Rows = (*(tuple(row) for row in rows if row), cancel)
    fields = {name: value for name, value in form.items() if name not in ("name", "at")}
    fields["at"] = turn.now.isoformat()
    return Outcome((Message(html, buttons),), remember=opened(form["name"], **fields))


def taking(take: FormHandler) -> FormHandler:
    """Let a form take words only: no questions, pictures and edits, and nothing after a day.

    An edit of what the form was told is passed over; else it would be answered as a question.
    """

    async def taken(turn: Turn, form: Form) -> Outcome | None:
        if turn.now - datetime.fromisoformat(form["at"]) > _PATIENCE:
            return None
        if turn.heard.edited:
            last = turn.state.get("last") or {}
            return None if last.get("message") == turn.message_id else NOTHING
        if not turn.text or "?" in turn.text:
            return None
        return await take(turn, form)

    return taken


def step_button(turn: Turn, label: str, form: Form, detail: str) -> Button:
    """Return a button that answers the form's present step."""
    return button(turn, label, "step", form["step"], detail)


def day_in(turn: Turn, text: str) -> date | None:
    """Return the day that a text or a button names."""
    return read_date(text, today(turn))


def today(turn: Turn) -> date:
    """Return the office's date."""
    return day_of(turn.now, turn.office.settings.zone)


def explained(turn: Turn, error: DomainError) -> Outcome:
    """Say why something cannot be; a form that waits goes on waiting."""
    return turn.say(f"errors.{error.key}", **error.values)


def pick(scene: Scene, form: Form, *rows: Sequence[Button]) -> Post | Outcome:
    """Return the one post that was written, or ask which of several is meant."""
    turn = scene.turn
    exact = post_named(scene.office, turn.text, turn.now)
    found = (exact,) if exact else search(scene.office, turn.text, turn.now)
    if len(found) == 1:
        return found[0]
    if not found or not turn.text:
        html = turn.render("officials.pick_none", query=shorten(turn.text, _LABEL))
        return asking(turn, form, html, *rows)
    if len(found) > _CHOICES:
        return asking(turn, form, turn.render("officials.too_many", count=len(found)), *rows)
    choices = [(choice(form, post.name, code_of(post.key)),) for post in found]
    return asking(turn, form, turn.render("officials.pick"), *choices, *rows)


def choice(form: Form, label: str, detail: str) -> Button:
    """Return a button that answers the form's present step with something that has a name."""
    return Button(shorten(label, _LABEL), encode(Staff("step", form["step"], detail)))


def with_fields(form: Form, **fields: Any) -> Mapping[str, Any]:  # noqa: ANN401 - any JSON
    """Return the form with other fields."""
    return {**form, **fields}
