"""The form that starts a task, as it is kept and understood; its steps are in `starting`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.plans.model import PlanInputs
from bot.domain.tasks.calls import Starting
from bot.services.tasks import TaskView
from handlers.forms import opened
from handlers.officials.views import Scene
from handlers.replies import Message
from handlers.turn import Outcome, Turn
from knowledge.model import ServiceStandard

NAME = "task_start"


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

    def waits(self, step: str, message: Message, **fields: Any) -> Outcome:  # noqa: ANN401 - JSON
        """Return an outcome that asks, and lets the form wait at a step."""
        kept = {name: value for name, value in self.form.items() if name not in ("name", "need")}
        fields = {**kept, **fields, "step": step, "at": self.turn.now.isoformat()}
        return Outcome((message,), remember=opened(NAME, **fields))


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
