"""Who teaches, in the right of which post; and how these screens appear and ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.directory import Directory
from bot.domain.rights import may_define, may_teach
from bot.services.teaching import Decider
from handlers.buttons import Rows
from handlers.forms import Form, opened
from handlers.heard import Place
from handlers.learning.verbs import Verb, button
from handlers.replies import Message
from handlers.titles import short_name
from handlers.turn import NOTHING, Edit, Outcome, Turn

_PATIENCE = timedelta(days=1)  # after which what is written is no answer to the form any more
_SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True)
class Scene:
    """A turn, and the office as it stands in it."""

    turn: Turn
    office: Directory

    @classmethod
    async def of(cls, turn: Turn) -> Scene:
        """Return the scene of a turn."""
        return cls(turn, await turn.office.directory(turn.work))

    @property
    def person_id(self) -> int | None:
        """Return who speaks."""
        return self.turn.person.id if self.turn.person else None

    @property
    def may_define(self) -> bool:
        """Tell whether who speaks may change the office's words, here."""
        return self.turn.place is Place.PRIVATE and may_define(
            self.person_id, self.office, self.turn.now
        )

    @property
    def may_teach(self) -> bool:
        """Tell whether who speaks may decide about questions."""
        return may_teach(self.person_id, self.office, self.turn.now)

    def refusal(self) -> Outcome | None:
        """Return what is said to who may not see questions, or in a group; else None."""
        if not self.may_teach:
            return self.turn.say("learning.not_for_you")
        is_private = self.turn.place is Place.PRIVATE
        return None if is_private else self.turn.say("learning.only_private")

    def decider(self) -> Decider:
        """Return in whose right it is decided: a post of one's own, else one stood in for."""
        now, person = self.turn.now, self.person_id
        if person is None:
            return Decider(None)
        held = self.office.posts_of(person, now)
        if held:
            first = min(held, key=lambda t: ("definitive", "plt", "plh").index(t.holding.value))
            name = self._post(self.office.present(first.post, now))
            return Decider(person, name, first.holding.value)
        others = sorted(self.office.acts_for(person, now))
        return Decider(person, self._post(others[0]), _SUBSTITUTE) if others else Decider(person)

    def _post(self, key: str) -> str:
        known = self.office.posts.get(key)
        return known.name if known else key

    async def name_of(self, person_id: int | None) -> str:
        """Return the name of who has taught something; "" if it is not known any more."""
        if person_id is None:
            return ""
        held = [t for t in self.office.tenures if t.person_id == person_id and t.name]
        if held:
            return max(held, key=lambda t: t.id).name
        person = await self.turn.work.people.get(person_id)
        return person.name if person else ""

    def title(self, standard: str) -> str:
        """Return what a standard is called; "" if it is not in force."""
        known = self.turn.office.finders.standards.get(standard)
        return short_name(known.title) if known else ""


def shown(turn: Turn, message: Message, remember: Mapping[str, Any] | None = None) -> Outcome:
    """Show a screen in the place of the one whose button was pressed, else as a new message."""
    pressed = turn.heard.press
    if pressed is None or pressed.message_id is None:
        return Outcome((message,), remember=remember or {})
    return Outcome(edit=Edit(pressed.message_id, message), remember=remember or {})


def asking(turn: Turn, form: Form, html: str, rows: Rows = ()) -> Outcome:
    """Ask for the form's next step and let it wait; it can always be cancelled."""
    fields = {name: value for name, value in form.items() if name not in ("name", "at")}
    fields["at"] = turn.now.isoformat()
    message = Message(html, (*rows, (button(turn, "learning.b_cancel", Verb.CANCEL),)))
    return replace(shown(turn, message), remember=opened(str(form["name"]), **fields))


def not_taken(turn: Turn, form: Form) -> Outcome | None:
    """Return NOTHING for an edit that a form passes over; None for what it may take."""
    last = turn.state.get("last") or {}
    is_own_question = last.get("message") == turn.message_id
    return NOTHING if turn.heard.edited and not is_own_question else None


def is_for_form(turn: Turn, form: Form) -> bool:
    """Tell whether words that came are an answer to the form: new ones, within a day."""
    late = turn.now - datetime.fromisoformat(form["at"]) > _PATIENCE
    return bool(turn.text) and not late and not turn.heard.edited and turn.heard.enclosure is None
