"""The form that starts a task, as it is kept and understood; its steps are in `starting`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias

from bot.domain.plans.model import PlanInputs
from bot.domain.tasks.calls import Starting
from bot.services.tasks import TaskView
from handlers.forms import opened
from handlers.officials.views import Scene
from handlers.replies import Message
from handlers.turn import Outcome, Turn
from knowledge.model import ServiceStandard

NAME = "task_start"
_MARK = 6  # hexadecimal digits
OF_ONE_STEP = ("name", "need", "actor", "actors", "shown")
"""Fields of the form that go with the question that waits."""

Ask: TypeAlias = Callable[[str], Message]
"""Returns a question whose buttons carry this mark; see `mark_of`."""


@dataclass(frozen=True, slots=True)
class Wizard:
    """The form in somebody's turn."""

    turn: Turn
    form: Mapping[str, Any]
    scene: Scene

    @property
    def standard(self) -> ServiceStandard | None:
        """Return the standard that was picked, as it is in force now."""
        return self.turn.office.finders.standards.get(str(self.form.get("standard")))

    def with_fields(self, **fields: Any) -> Wizard:  # noqa: ANN401 - any JSON
        """Return the wizard with other fields of the form."""
        return replace(self, form={**self.form, **fields})

    def starting(self, standard: ServiceStandard) -> Starting:
        """Return what is to be started, with what holds where the form says nothing yet."""
        person, turn, form = self.turn.person, self.turn, self.form
        held = self.scene.office.posts_of(person.id, turn.now) if person else ()
        return Starting(
            draft=str(form["draft"]),
            name=str(form.get("called") or ""),
            standard=standard,
            inputs=inputs_of(form, turn.now),
            owner=person.id if person else 0,
            post=held[0].post if held else None,
            desks={name: tuple(found) for name, found in form.get("desks", {}).items()},
        )

    async def view(self, standard: ServiceStandard) -> TaskView:
        """Return the task as it would be."""
        starting, turn = self.starting(standard), self.turn
        return await turn.office.tasks.preview(turn.work, starting, self.scene.office, turn.now)

    def waits(self, step: str, ask: Ask, **fields: Any) -> Outcome:  # noqa: ANN401 - JSON
        """Return an outcome that asks, and lets the form wait at a step."""
        kept = {name: value for name, value in self.form.items() if name not in OF_ONE_STEP}
        fields = {**kept, **fields, "step": step, "at": self.turn.now.isoformat()}
        return Outcome((ask(mark_of(fields)),), remember=opened(NAME, **fields))


def mark_of(form: Mapping[str, Any]) -> str:
    """Return what tells the question that waits from all others, for its buttons.

    A second press of a button would else answer the next question.
    """
    need = form.get("need") or {}
    about = (form.get("step"), need.get("kind"), need.get("step"), form.get("actor"))
    return hashlib.sha256(repr(about).encode()).hexdigest()[:_MARK]


def inputs_of(form: Mapping[str, Any], now: datetime) -> PlanInputs:
    """Return the inputs of the plan that a form describes."""
    start = form.get("start")
    events = {step: day_or_instant(text) for step, text in form.get("events", {}).items()}
    return PlanInputs(
        start=now if start is None else datetime.fromisoformat(start),
        counts=dict(form.get("counts", {})),
        choices=dict(form.get("choices", {})),
        events=events,
    )


def day_or_instant(text: str) -> datetime | date:
    """Return what `isoformat` has written."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
