"""Who is told of what: from an act on a task to the people it concerns, each told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.plans.model import Plan
from bot.domain.tasks.calls import TaskCall
from bot.domain.tasks.doers import Crew
from bot.domain.tasks.duties import Moved, is_over
from bot.domain.tasks.task import OPEN, Task, TaskAct

_MOVES = frozenset(
    {TaskAct.DONE, TaskAct.EVENT, TaskAct.AGREE, TaskAct.MOVE, TaskAct.RESUME, TaskAct.RECKON}
)
_FOR_ALL = frozenset({TaskAct.PAUSE, TaskAct.RESUME, TaskAct.FINISH, TaskAct.CANCEL})


@dataclass(frozen=True, slots=True)
class TaskNews:
    """Tell a person of an act: `is_main` that it was done, `moved` which of his steps it moved.

    `over` tells that nothing is left to do.
    """

    person_id: int
    task: Task
    call: TaskCall
    is_main: bool = False
    moved: tuple[Moved, ...] = ()
    over: bool = False
    asked: datetime | None = None

    @property
    def key(self) -> str:
        """Return the outbox's key of the message."""
        return news_key(self.task.id, self.task.lines, self.person_id)


def news_key(task_id: int, line: int, person_id: int) -> str:
    """Return the outbox's key of what a person is told of one line of a task's history."""
    return f"task:{task_id}:news:{line}:{person_id}"


def news_of(
    before: Task, crew: Crew, plan: Plan, call: TaskCall, moved: tuple[Moved, ...]
) -> tuple[TaskNews, ...]:
    """Return whom to tell of an act; whoever did it is not told what he knows."""
    found: dict[int, TaskNews] = {}
    for person in _concerned(before, crew, call):
        found[person] = TaskNews(person, crew.task, call, is_main=True, over=is_over(plan))
    if call.act in _MOVES and crew.task.state in OPEN:
        for person, lines in _moved_for(crew, moved):
            news = found.get(person, TaskNews(person, crew.task, call))
            found[person] = replace(news, moved=lines)
    asked = before.fact(call.step).asked if call.step else None
    asked = asked or (crew.task.fact(call.step).asked if call.step else None)
    return tuple(replace(news, asked=asked) for p, news in found.items() if p != call.by)


def _concerned(before: Task, crew: Crew, call: TaskCall) -> Iterator[int]:
    """Yield who is told of the act itself."""
    step, owner = call.step, crew.owner()
    if call.act in _FOR_ALL:
        for number in before.outlook.turns:
            yield from (doer.person_id for doer in crew.doers(number))
    if call.act in _FOR_ALL | {TaskAct.DONE, TaskAct.EVENT, TaskAct.JOIN} and owner is not None:
        yield owner.person_id
    if call.act is TaskAct.STAFF:
        yield from _newcomers(before, crew)
    if step is not None:
        yield from _concerned_at(before, crew, call, step)


def _concerned_at(before: Task, crew: Crew, call: TaskCall, step: str) -> Iterator[int]:
    """Yield who is told of an act at a step."""
    if call.act in (TaskAct.PASS_ON, TaskAct.DONE):  # whoever has it too need not do it again
        yield from (doer.person_id for doer in crew.doers(step))
    elif call.act is TaskAct.ASK_TIME:
        yield from _deciders(crew, step, call.by)
    elif call.act in (TaskAct.AGREE, TaskAct.REFUSE):
        asked_by = before.fact(step).asked_by
        yield from [asked_by] if asked_by else (doer.person_id for doer in crew.doers(step))


def _newcomers(before: Task, crew: Crew) -> Iterator[int]:
    """Yield who has a step now that he did not have."""
    earlier = replace(crew, task=before)
    for number in dict.fromkeys((*crew.task.outlook.turns, *crew.task.outlook.due)):
        known = {doer.person_id for doer in earlier.doers(number)}
        yield from (d.person_id for d in crew.doers(number) if d.person_id not in known)


def _deciders(crew: Crew, step: str, asker: int | None) -> Iterator[int]:
    """Yield who decides about more time: whoever stands above, else the owner."""
    deciders = [decider for desk in crew.desks(step) if (decider := crew.superior(desk))]
    doers = {doer.person_id for doer in crew.doers(step)}
    people = {decider.person_id for decider in deciders} - doers - {asker}
    owner = crew.owner()
    yield from people or ({owner.person_id} if owner else set())


def _moved_for(crew: Crew, moved: tuple[Moved, ...]) -> Iterator[tuple[int, tuple[Moved, ...]]]:
    """Yield the people of the steps that moved, each with his; and the owner with all."""
    lines: dict[int, list[Moved]] = {}
    for one in moved:
        people = {doer.person_id for doer in crew.doers(one.step)}
        owner = crew.owner()
        for person in people | ({owner.person_id} if owner else set()):
            lines.setdefault(person, []).append(one)
    for person, own in lines.items():
        yield person, tuple(own)
