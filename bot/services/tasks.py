"""Tasks: started, moved on, ended; every act is checked, written down and told, in one unit.

The rules are in `bot.domain.tasks`; this is the one door through which a task changes.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.domain.directory import Directory
from bot.domain.errors import DomainError
from bot.domain.office_rules import reckoning_mark
from bot.domain.plans.model import Plan
from bot.domain.plans.planner import plan_of
from bot.domain.tasks.calls import Stage, Starting, TaskCall, changed
from bot.domain.tasks.doers import Crew
from bot.domain.tasks.duties import Moved, moved, outlook, plan_of_task
from bot.domain.tasks.news import TaskNews, news_key, news_of
from bot.domain.tasks.parts import open_steps
from bot.domain.tasks.rights import may, may_start
from bot.domain.tasks.rungs import LadderRules
from bot.domain.tasks.task import Task, TaskAct, TaskLine
from bot.domain.working_time.calendar import WorkingCalendar
from bot.services import task_alarms
from bot.services.deadlines import DeadlineSource
from bot.services.ports import UnitOfWork
from bot.services.post_search import post_named
from bot.services.task_alarms import Timing
from knowledge.model import ServiceStandard
from knowledge.storing import from_data, to_data

_log = logging.getLogger(__name__)
_MOST_EDITIONS = 64


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task with everything that is derived of it at a moment."""

    task: Task
    standard: ServiceStandard
    plan: Plan
    crew: Crew
    calendar: WorkingCalendar


@dataclass(frozen=True, slots=True)
class TaskChange:
    """What an act came to: the task now, what moved, its line of history, whom to tell."""

    view: TaskView
    line: TaskLine
    moved: tuple[Moved, ...] = ()
    news: tuple[TaskNews, ...] = ()

    @property
    def task(self) -> Task:
        """Return the task as it is now."""
        return self.view.task


class Tasks:
    """The one door through which tasks change."""

    def __init__(self, deadlines: DeadlineSource) -> None:
        """Reckon with the office's calendar of the moment."""
        self._deadlines = deadlines
        self._editions: dict[str, ServiceStandard] = {}

    async def calendar(self, work: UnitOfWork) -> WorkingCalendar:
        """Return the office's calendar as it stands."""
        return (await self._deadlines(work)).calendar

    async def ladder(self, work: UnitOfWork, task: Task) -> LadderRules:
        """Return which rungs are told of a task: the office's, with the task's own changes."""
        return (await self._deadlines(work)).rules.ladder.but(task.ladder)

    async def mark(self, work: UnitOfWork) -> str:
        """Return the mark of all that reminders of tasks are reckoned by."""
        return reckoning_mark((await self._deadlines(work)).rules)

    async def start(
        self, work: UnitOfWork, starting: Starting, office: Directory, now: datetime
    ) -> TaskChange:
        """Start a task, which from now on goes by the standard as it is at this moment.

        Raises DomainError("task.started_already") if the draft was started before, and what
        `plan_of` raises. Choices that were not made are kept as the plan takes them.
        """
        standard, calendar = starting.standard, await self.calendar(work)
        plan = plan_of(standard, starting.inputs, calendar)
        model = to_data(standard)
        key = hashlib.sha256(json.dumps(model, sort_keys=True).encode()).hexdigest()
        await work.tasks.keep_edition(key, standard.id, model)
        digest = await work.standards.digest_of(standard.id)
        taken = {need.step: need.taken for need in plan.needs if need.taken is not None}
        task = replace(_fresh(starting, now), edition=key, digest=digest)
        task = replace(task, choices={**taken, **task.choices})
        task = replace(task, id=await work.tasks.add(task))
        view = self._viewed(task, standard, calendar, office, now)
        data = {"name": task.name, "start": task.start.isoformat()}
        return await self._keep(
            work, task, view, TaskCall(task.id, TaskAct.START, task.owner), data
        )

    async def preview(
        self, work: UnitOfWork, starting: Starting, office: Directory, now: datetime
    ) -> TaskView:
        """Return what a task would be if it were started; raises what `plan_of` raises."""
        calendar, task = await self.calendar(work), _fresh(starting, now)
        return self._viewed(task, starting.standard, calendar, office, now)

    def may_start(
        self, starting: Starting, office: Directory, now: datetime, *, for_all: bool
    ) -> bool:
        """Tell whether the owner may start it; `for_all`: every official may."""
        names = PostNames(office, now)
        crew = Crew(_fresh(starting, now), starting.standard, office, now, names)
        return may_start(starting.owner, crew, for_all=for_all)

    async def act(
        self, work: UnitOfWork, call: TaskCall, office: Directory, now: datetime
    ) -> TaskChange:
        """Do something to a task.

        Raises DomainError: task.unknown, task.not_allowed, what `changed` raises, and what the
        plan raises for an answer that fits nothing; commit raises task.changed_meanwhile.
        """
        before = await self.view(work, call.task_id, office, now)
        may_join = call.act is TaskAct.JOIN  # by the right of the link, which is looked at below
        is_allowed = may_join or call.by is None or may(call.by, call.act, before.crew, call.step)
        if not is_allowed:
            _log.warning("refused: %s of task %d", call.act.value, call.task_id)
            raise DomainError("task.not_allowed")
        if any(desk not in office.posts and not desk.startswith("#") for desk in call.desks):
            raise DomainError("task.no_desk")
        task = changed(Stage(before.task, before.plan, before.calendar, now), call)
        if call.act is TaskAct.UNDO:
            await _take_news_back(work, before.task, call)
        view = self._viewed(task, before.standard, before.calendar, office, now)
        data = {"step": call.step, "note": call.note, "at": _text(call.at)}
        return await self._keep(work, before.task, view, call, data)

    async def reckon(
        self, work: UnitOfWork, task: Task, office: Directory, now: datetime
    ) -> TaskChange | None:
        """Bring a task up to the calendar of the moment; None if none of its dates moved.

        Raises what the plan raises on a calendar that it cannot be laid on.
        """
        view = await self._view_of(work, task, office, now)
        if outlook(view.plan) != task.outlook:
            return await self._keep(work, task, view, TaskCall(task.id, TaskAct.RECKON, None), {})
        await self.keep_mark(work, task)
        await work.open_steps.put(task.id, open_steps(view.crew))
        timing = Timing(view.calendar, await self.ladder(work, task))
        await task_alarms.reset(work, task, view.plan, timing, task_alarms.Came(now, ()))
        return None

    async def keep_mark(self, work: UnitOfWork, task: Task) -> None:
        """Note that a task's outlook holds by the calendar of the moment."""
        await work.tasks.save(replace(task, calendar=await self.mark(work)))

    async def view(
        self, work: UnitOfWork, task_id: int, office: Directory, now: datetime
    ) -> TaskView:
        """Return a task with all that is derived of it; raises DomainError("task.unknown")."""
        task = await work.tasks.get(task_id)
        if task is None:
            raise DomainError("task.unknown")
        return await self._view_of(work, task, office, now)

    async def _view_of(
        self, work: UnitOfWork, task: Task, office: Directory, now: datetime
    ) -> TaskView:
        standard = await self.edition(work, task)
        return self._viewed(task, standard, await self.calendar(work), office, now)

    async def edition(self, work: UnitOfWork, task: Task) -> ServiceStandard:
        """Return the standard as it was when the task began."""
        return await self.edition_of(work, task.edition)

    async def edition_of(self, work: UnitOfWork, key: str) -> ServiceStandard:
        """Return the standard that is kept under a key; raises DomainError("task.unknown")."""
        found = self._editions.get(key)
        if found is None:
            model = await work.tasks.edition(key)
            if model is None:
                raise DomainError("task.unknown")
            found = from_data(dict(model))
            if len(self._editions) >= _MOST_EDITIONS:
                self._editions.pop(next(iter(self._editions)))
            self._editions[key] = found
        return found

    def _viewed(
        self,
        task: Task,
        standard: ServiceStandard,
        calendar: WorkingCalendar,
        office: Directory,
        now: datetime,
    ) -> TaskView:
        plan = plan_of_task(task, standard, calendar)
        crew = Crew(task, standard, office, now, PostNames(office, now))
        return TaskView(task, standard, plan, crew, calendar)

    async def _keep(
        self,
        work: UnitOfWork,
        before: Task,
        view: TaskView,
        call: TaskCall,
        data: Mapping[str, Any],
    ) -> TaskChange:
        """Write the task and its new line down, plan what is to be said, and find whom to tell."""
        shifted = moved(before.outlook, view.plan) if before.version else ()
        mark, task = await self.mark(work), view.task
        task = replace(task, outlook=outlook(view.plan), calendar=mark, lines=task.lines + 1)
        await work.tasks.save(task)
        task = replace(task, version=task.version + 1)
        view = replace(view, task=task, crew=replace(view.crew, task=task))
        now = view.crew.now
        await work.open_steps.put(task.id, open_steps(view.crew))
        came = task_alarms.Came(now, set(task.outlook.turns) - set(before.outlook.turns))
        timing = Timing(view.calendar, await self.ladder(work, task))
        await task_alarms.reset(work, task, view.plan, timing, came)
        news = news_of(before, view.crew, view.plan, call, shifted) if before.version else ()
        told = {"told": [one.person_id for one in news], "moved": [_moved_data(m) for m in shifted]}
        line = TaskLine(task.id, task.lines, call.act, now, call.by, {**data, **told})
        await work.tasks.append(line)
        return TaskChange(view, line, shifted, news)


class PostNames:
    """Finds the posts that printed names mean, at one moment; each name is looked up once."""

    def __init__(self, office: Directory, now: datetime) -> None:
        """Look in a directory."""
        self._office = office
        self._now = now
        self._found: dict[str, str | None] = {}

    def __call__(self, name: str) -> str | None:
        """Return the key of the post of that name, or that heads the unit of that name."""
        if name not in self._found:
            posts = (post_named(self._office, n, self._now) for n in (name, f"Kepala {name}"))
            self._found[name] = next((post.key for post in posts if post is not None), None)
        return self._found[name]


def _fresh(starting: Starting, now: datetime) -> Task:
    inputs, standard = starting.inputs, starting.standard
    return Task(
        id=0,
        draft=starting.draft,
        name=starting.name,
        standard=standard.id,
        title=standard.title,
        edition="",
        digest=None,
        owner=starting.owner,
        post=starting.post,
        start=inputs.start,
        created_at=now,
        changed_at=now,
        counts=inputs.counts,
        choices=inputs.choices,
        events=inputs.events,
        desks=starting.desks,
    )


async def _take_news_back(work: UnitOfWork, task: Task, call: TaskCall) -> None:
    """Keep people from hearing that a step was done; commit raises DomainError if they have."""
    history = await work.tasks.history(task.id)
    lines = [x for x in history if x.act is TaskAct.DONE and x.data.get("step") == call.step]
    for person in lines[-1].data.get("told", ()) if lines else ():
        key = news_key(task.id, lines[-1].number, person)
        if await work.outbox.is_known(key):
            await work.outbox.cancel(key, DomainError("task.undo_late"))


def _text(at: datetime | date | None) -> str | None:
    return None if at is None else at.isoformat()


def _moved_data(one: Moved) -> list[str | None]:
    return [one.step, _text(one.old), _text(one.new)]
