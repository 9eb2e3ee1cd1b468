"""A task as one person sees it at a moment: facts for texts, and buttons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.plans.model import Basis, PlannedStep
from bot.domain.tasks.doers import PERSON
from bot.domain.tasks.duties import closed, duties, turns
from bot.domain.tasks.rights import may, may_read
from bot.domain.tasks.steps import steps_of
from bot.domain.tasks.task import Task, TaskAct
from bot.services.kept_editions import KeptEdition, kept_edition
from bot.services.tasks import TaskView
from handlers.buttons import Button, encode
from handlers.kept_editions import said_of_edition
from handlers.markup import plain, shorten
from handlers.officials.views import Scene
from handlers.task_buttons import OnTask
from handlers.tasks.deeds import TaskDeed
from handlers.titles import deed_of, short_name
from handlers.turn import Turn
from knowledge.model import ServiceStandard

TITLE = 120
"""Letters of a step's title in a message."""

_LABEL = 40


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step as texts show it; `status` is "done", "late", "turn", "awaited" or "later"."""

    number: str
    title: str
    who: tuple[str, ...]
    status: str
    begins: datetime
    deadline: datetime | None
    duration: str | None
    section: str
    page: int | None
    event: str | None = None
    done_at: datetime | None = None
    done_by: str | None = None
    note: str = ""
    asked: datetime | None = None


@dataclass(frozen=True, slots=True)
class TaskScene:
    """A task in somebody's turn; `edition` is set where it keeps to one not in force any more."""

    turn: Turn
    view: TaskView
    scene: Scene
    edition: KeptEdition | None = None

    @classmethod
    async def of(cls, turn: Turn, task_id: int) -> TaskScene | None:
        """Return the task if it is there and whoever speaks may see it."""
        scene = await Scene.of(turn)
        if turn.person is None or await turn.work.tasks.get(task_id) is None:
            return None
        view = await turn.office.tasks.view(turn.work, task_id, scene.office, turn.now)
        scene = await scene.with_names(people_of(view.task))
        found = cls(turn, view, scene, await kept_edition_of(turn, view.task))
        steps = {*view.task.outlook.due, *(step.number for step in duties(view.plan))}
        return found if may_read(turn.person.id, view.crew, steps) else None

    @property
    def task(self) -> Task:
        """Return the task."""
        return self.view.task

    def heading(self) -> dict[str, object]:
        """Return what texts say of the task in its first lines, with the edition it keeps to."""
        found = heading(self.task)
        named = said_of_edition(self.turn.texts, self.turn.language, self.edition)
        return {**found, "standard": f"{found['standard']} ({named})"} if named else found

    def may(self, act: TaskAct, step: str | None = None) -> bool:
        """Tell whether whoever speaks may do this."""
        person = self.turn.person
        return person is not None and may(person.id, act, self.view.crew, step)

    def number(self, index: int) -> str | None:
        """Return the number of the step at a place, 0 for none."""
        return number_at(self.view.standard, index)

    def button(
        self, name: str, deed: TaskDeed, step: str | None = None, argument: str = ""
    ) -> Button:
        """Return a button with a label from the texts."""
        label = plain(self.turn.render(f"tasks.b_{name}"))
        return self.labelled(label, deed, step, argument)

    def labelled(
        self, label: str, deed: TaskDeed, step: str | None = None, argument: str = ""
    ) -> Button:
        """Return a button that says this."""
        index = place_of(self.view.standard, step)
        return Button(shorten(label, _LABEL), encode(OnTask(deed, self.task.id, index, argument)))

    def person(self, person_id: int | None) -> str | None:
        """Return somebody's name."""
        return None if person_id is None else self.scene.person(person_id)

    def desk(self, desk: str) -> str:
        """Return the name of a desk: of the post, or of the person."""
        return desk_name(self.scene, desk)

    def shown(self, step: PlannedStep) -> StepShown:
        """Return a step as texts show it."""
        fact = self.task.fact(step.number)
        desks = self.view.crew.desks(step.number)
        return StepShown(
            number=step.number,
            title=title_of(step.title, step.actors),
            who=tuple(self.desk(desk) for desk in desks) or (self.person(self.task.owner) or "",),
            status=self._status(step),
            begins=step.begins,
            deadline=step.deadline,
            duration=step.duration.text if step.duration else None,
            section=step.source.section,
            page=step.source.page,
            event=step.event if step.basis is Basis.AWAITED else None,
            done_at=closed(self.view.plan).get(step.number),
            done_by=self.person(fact.done_by),
            note=fact.note,
            asked=fact.asked,
        )

    def turns(self) -> tuple[PlannedStep, ...]:
        """Return the steps whose turn it is."""
        return turns(self.view.plan)

    def _status(self, step: PlannedStep) -> str:
        if step.number in closed(self.view.plan):
            return "done"
        if step.number not in {one.number for one in self.turns()}:
            return "later"
        if step.deadline is not None and step.deadline <= self.turn.now:
            return "late"
        return "awaited" if step.basis is Basis.AWAITED else "turn"


async def kept_edition_of(turn: Turn, task: Task) -> KeptEdition | None:
    """Return the edition that a task keeps to, if it is not the one in force."""
    return await kept_edition(turn.work, task.standard, task.digest)


def desk_name(scene: Scene, desk: str) -> str:
    """Return the name of a desk: of the post as it is called now, or of the person."""
    if desk.startswith(PERSON):
        return scene.person(int(desk[1:]))
    return scene.name_of(scene.office.present(desk, scene.now))


def people_of(task: Task) -> set[int]:
    """Return the people whom a task names itself, or who have done something in it."""
    facts = task.facts.values()
    desks = [d for some in (*task.desks.values(), *(f.desks for f in facts)) for d in some]
    named = {int(desk[1:]) for desk in desks if desk.startswith(PERSON)}
    return named | {fact.done_by for fact in facts if fact.done_by} | {task.owner}


def heading(task: Task) -> dict[str, object]:
    """Return what texts say of a task in its first line."""
    return {"name": task.name, "standard": short_name(task.title), "state": task.state.value}


def title_of(title: str, actors: Iterable[str]) -> str:
    """Return what a step says, or who does it where it says nothing itself."""
    names = tuple(actors)
    return shorten(deed_of(title, names) or ", ".join(names), TITLE)


def place_of(standard: ServiceStandard, number: str | None) -> int:
    """Return the place of a step in its standard, counted from 1; 0 for none."""
    numbers = list(steps_of(standard))
    return numbers.index(number) + 1 if number in numbers else 0


def number_at(standard: ServiceStandard, place: int) -> str | None:
    """Return the number of the step at a place, None for 0 and where there is none."""
    numbers = list(steps_of(standard))
    return numbers[place - 1] if 0 < place <= len(numbers) else None
