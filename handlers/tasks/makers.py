"""Files of tasks, made at the moment of sending: the timeline, and the calendar of deadlines.

Whether the person may see the task is checked again here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.domain.plans.model import Plan
from bot.domain.plans.planner import plan_of
from bot.domain.tasks.duties import duties
from bot.domain.tasks.rights import may_read
from bot.domain.working_time.calendar import WorkingCalendar
from bot.office import Office
from bot.services.cleaning import Cleaned
from bot.services.tasks import TaskView
from handlers.tasks.calendar_file import calendar_file
from handlers.tasks.preview import CALENDAR_FILE, PICTURE
from handlers.tasks.wizard import inputs_of
from handlers.texts import Texts
from handlers.uploads import Maker, NoFile


def makers(office: Office, texts: Texts) -> Mapping[str, Maker]:
    """Return what makes files, by the names that calls use."""

    async def draw(data: Any) -> Cleaned:  # noqa: ANN401 - JSON
        from handlers.pictures.timeline import Words, timeline  # late: it loads the fonts

        plan, calendar = await _plan(office, data)
        if plan.finish is None:
            raise NoFile("nothing is dated")
        words = Words(texts, data["language"])
        return Cleaned(await asyncio.to_thread(timeline, plan, calendar, words), "png")

    async def write(data: Any) -> Cleaned:  # noqa: ANN401 - JSON
        view = await _view(office, data)
        content = calendar_file(view, office.clock.now(), texts, data["language"])
        return Cleaned(content, "ics")

    return {PICTURE: draw, CALENDAR_FILE: write}


async def _plan(office: Office, data: Mapping[str, Any]) -> tuple[Plan, WorkingCalendar]:
    if "task" in data:
        view = await _view(office, data)
        return view.plan, view.calendar
    form = data["form"]
    standard = office.finders.standards.get(form.get("standard"))
    if standard is None:
        raise NoFile("no such standard")
    async with office.unit_of_work(writing=False) as work:
        calendar = await office.tasks.calendar(work)
    return plan_of(standard, inputs_of(form, office.clock.now()), calendar), calendar


async def _view(office: Office, data: Mapping[str, Any]) -> TaskView:
    """Return a task that the person may see."""
    async with office.unit_of_work(writing=False) as work:
        if await work.tasks.get(data["task"]) is None:
            raise NoFile("no such task")
        directory = await office.directory(work)
        view = await office.tasks.view(work, data["task"], directory, office.clock.now())
    if not may_read(data["person"], view.crew, [step.number for step in duties(view.plan)]):
        raise NoFile("not allowed")
    return view
