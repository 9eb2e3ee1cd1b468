"""What the screens of rules share: who may, buttons, steps of forms, who has changed what."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from bot.domain.directory import Directory
from bot.services.ports import UnitOfWork
from handlers.buttons import Button, Rows, encode
from handlers.forms import CLOSED, Form, opened
from handlers.heard import Place
from handlers.markup import plain
from handlers.officials.screens import manages
from handlers.replies import Message
from handlers.rule_buttons import OnRules
from handlers.turn import Edit, Outcome, Turn

Step: TypeAlias = Callable[[Turn, Form, str], Awaitable[Outcome]]


def refusal(turn: Turn) -> Outcome | None:
    """Return what is said to who may not change rules, or in a group; None where one may."""
    if not manages(turn):
        return turn.say("rules.not_for_you")
    return turn.say("rules.only_private") if turn.place is not Place.PRIVATE else None


def may_change(turn: Turn) -> bool:
    """Tell whether who speaks may change rules here."""
    return refusal(turn) is None


def by(turn: Turn) -> int:
    """Return who speaks; only where `may_change` holds."""
    if turn.person is None:
        raise ValueError("nobody may change rules without being seen")
    return turn.person.id


def button(turn: Turn, key: str, act: str, value: object = "", **values: object) -> Button:
    """Return a button labelled with a text."""
    label = plain(turn.render(key, **values))
    return Button(label, encode(OnRules(act, str(value), turn.owner)))


def named(label: str, turn: Turn, act: str, value: object = "") -> Button:
    """Return a button with a label of its own."""
    return Button(label, encode(OnRules(act, str(value), turn.owner)))


def asking(turn: Turn, form: Form, html: str, *rows: Sequence[Button]) -> Outcome:
    """Ask for the form's next step, and let the form wait for it; it can always be cancelled."""
    cancel = (button(turn, "rules.b_cancel", "cancel"),)
    buttons: Rows = (*(tuple(row) for row in rows if row), cancel)
    fields = {name: value for name, value in form.items() if name not in ("name", "at")}
    fields["at"] = turn.now.isoformat()
    return Outcome((Message(html, buttons),), remember=opened(form["name"], **fields))


def step(turn: Turn, key: str, form: Form, value: str) -> Button:
    """Return a button that answers the form's present step."""
    return button(turn, key, "step", f"{form['step']}.{value}")


def shown(turn: Turn, message: Message) -> Outcome:
    """Show it in place of the message whose button was pressed, or below."""
    pressed = turn.heard.press
    if pressed is None or pressed.message_id is None:
        return Outcome((message,))
    return Outcome(edit=Edit(pressed.message_id, message))


def done(turn: Turn, said: str, message: Message) -> Outcome:
    """Say what was done, and show how it is now; the form is closed."""
    html = f"{said}\n\n{message.html}"
    return replace(Outcome((replace(message, html=html),)), remember=CLOSED)


@dataclass(frozen=True, slots=True)
class Who:
    """Names people in lines of a history."""

    work: UnitOfWork
    office: Directory

    @classmethod
    async def of(cls, turn: Turn) -> Who:
        """Return who is who in this turn's unit of work."""
        return cls(turn.work, await turn.office.posts.directory(turn.work))

    async def name(self, person_id: int) -> str:
        """Return the name under which a person is known here, or the number."""
        held = [t.name for t in self.office.tenures if t.person_id == person_id and t.name]
        if held:
            return held[-1]
        person = await self.work.people.get(person_id)
        return person.name if person and person.name else str(person_id)


@dataclass(frozen=True, slots=True)
class Mark:
    """Who has set something and when, on what basis."""

    who: str
    at: datetime
    basis: str = ""
