"""What of all tasks is somebody's own: a page of his tasks, his steps until a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.tasks.agenda import AgendaLine, agenda_line
from bot.domain.tasks.doers import Crew
from bot.domain.tasks.steps import step_of
from bot.domain.tasks.task import Task
from bot.domain.working_time.calendar import WorkingCalendar
from bot.services.tasks import PostNames
from handlers.officials.views import Scene
from handlers.turn import Turn

A_PAGE = 8
_MOST = 200
"""Steps of a week that are looked at, the most urgent first."""


async def page_of_own(turn: Turn, page: int) -> tuple[int, tuple[Task, ...]]:
    """Return how many tasks somebody has part in, and a page of them: under way, then ended."""
    if turn.person is None:
        return 0, ()
    office, store = (await Scene.of(turn)).office, turn.work.open_steps
    part = await turn.office.task_parts.of(turn.work, turn.person.id, office, turn.now)
    first = (max(page, 1) - 1) * A_PAGE
    count, some = await store.tasks_of(part, A_PAGE, first)
    ended = await store.ended_of(part, A_PAGE)
    begin = max(first - count, 0)
    ids = (*some, *ended[begin : begin + A_PAGE - len(some)])
    known = await turn.work.tasks.many(ids)
    return count + len(ended), tuple(known[task_id] for task_id in ids if task_id in known)


async def own_lines(turn: Turn, calendar: WorkingCalendar, last: date) -> list[AgendaLine]:
    """Return somebody's steps that are due until a day or have no deadline, late ones too."""
    if turn.person is None:
        return []
    scene, me = await Scene.of(turn), turn.person.id
    part = await turn.office.task_parts.of(turn.work, me, scene.office, turn.now)
    until = datetime.combine(last + timedelta(days=1), time(), calendar.zone)
    steps = await turn.work.open_steps.due_for(part, until, _MOST)
    tasks = await turn.work.tasks.many({one.task_id for one in steps})
    names, lines = PostNames(scene.office, turn.now), []
    for task_id, number in dict.fromkeys((one.task_id, one.step) for one in steps):
        task = tasks[task_id]
        standard = await turn.office.tasks.edition(turn.work, task)
        crew = Crew(task, standard, scene.office, turn.now, names)
        step = step_of(standard, number)
        if step is not None and me in {doer.person_id for doer in crew.doers(number)}:
            lines.append(agenda_line(task, step, calendar, turn.now))
    return sorted(lines, key=lambda line: (line.due is None, line.due or turn.now))
