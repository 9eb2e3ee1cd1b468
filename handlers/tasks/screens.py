"""The screens: the list of tasks, one task, its steps, one step, and one's week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.domain.plans.model import Basis, PlannedStep
from bot.domain.tasks.duties import closed, duties
from bot.domain.tasks.task import OPEN, Task, TaskAct, TaskState
from bot.domain.working_time.calendar import WorkingCalendar
from handlers.buttons import Button, Rows, encode
from handlers.heard import Place
from handlers.markup import plain, shorten
from handlers.officials.screens import manages
from handlers.replies import Message
from handlers.task_buttons import OnTask
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.own import A_PAGE, own_lines, page_of_own
from handlers.tasks.scenes import TaskScene, heading, title_of
from handlers.turn import Outcome, Turn

_STEPS_A_PAGE = 10
_NEXT = 3
_NAME = 32
_WEEK = 7


async def tasks(turn: Turn) -> Outcome:
    """List the tasks that somebody has part in."""
    if turn.place is not Place.PRIVATE or turn.person is None:
        return turn.say("tasks.only_private", username=turn.bot_name)
    return Outcome((await listing(turn, 1),))


async def schedule(turn: Turn) -> Outcome:
    """Show somebody's own steps of this week, day by day; once its work is over, of the next."""
    if turn.place is not Place.PRIVATE or turn.person is None:
        return turn.say("tasks.only_private", username=turn.bot_name)
    calendar = await turn.office.tasks.calendar(turn.work)
    first, week = _week_shown(calendar, turn.now)
    last = first + timedelta(days=_WEEK - 1)
    lines = await own_lines(turn, calendar, last)
    days: dict[date | None, list[dict[str, object]]] = {}
    for line in lines:
        title = title_of(line.step.title, line.step.actors)
        day = None if line.due is None else calendar.local(line.due).date()
        facts = {"number": line.step.number, "title": title, "name": line.task.name}
        late = line.due is not None and line.due <= turn.now
        shown: dict[str, object] = {**facts, "due": line.due, "late": late}
        days.setdefault(day, []).append(shown)
    html = turn.render("tasks.schedule", days=list(days.items()), week=week, first=first, last=last)
    found = {line.task.id: line.task for line in lines}
    return Outcome((Message(html, _openers(list(found.values())[:A_PAGE])),))


def _week_shown(calendar: WorkingCalendar, now: datetime) -> tuple[date, str]:
    """Return the Monday of the week in which the office is open next, and how it is called."""
    today, opening = calendar.local(now).date(), calendar.next_opening(now)
    monday, first = (day - timedelta(days=day.weekday()) for day in (today, opening.date()))
    weeks = (first - monday).days // _WEEK
    return first, ("this", "next", "later")[min(weeks, 2)]


async def listing(turn: Turn, page: int) -> Message:
    """Return a page of the tasks that somebody has part in, those under way first."""
    page = max(page, 1)
    count, some = await page_of_own(turn, page)
    pages = max((count - 1) // A_PAGE + 1, 1)
    if page > pages:
        return await listing(turn, pages)
    html = turn.render(
        "tasks.listing",
        rows=[_row(task, turn) for task in some],
        count=count,
        page=page,
        pages=pages,
    )
    begin = _plain_button(turn, "begin", TaskDeed.BEGIN)
    rows = (*_openers(some), *_turning(page, pages), (begin,))
    if manages(turn):
        for_all = bool((await turn.work.settings.all()).get("tasks_for_all"))
        name = "unit_only" if for_all else "for_all"
        rows += ((_plain_button(turn, name, TaskDeed.FOR_ALL, "" if for_all else "+"),),)
    return Message(html, rows, pages)


def detail(seen: TaskScene, above: str = "") -> Message:
    """Return the screen of one task; `above` is said first."""
    plan, task = seen.view.plan, seen.task
    over, all_duties = closed(plan), duties(plan)
    now = seen.turns() if task.state in OPEN else ()
    coming = [s for s in all_duties if s.number not in over and s not in now]
    html = seen.turn.render(
        "tasks.detail",
        **seen.heading(),
        owner=seen.person(task.owner),
        start=task.start,
        finish=plan.finish,
        done=len([s for s in all_duties if s.number in over]),
        count=len(all_duties),
        now=[seen.shown(step) for step in now],
        coming=[seen.shown(step) for step in coming[:_NEXT]],
        more=max(len(coming) - _NEXT, 0),
        paused_since=task.paused_since,
    )
    html = f"{above}\n\n{html}" if above else html
    return Message(html, (*_turn_buttons(seen, now), *_task_buttons(seen)))


def steps(seen: TaskScene, page: int) -> Message:
    """Return a page of all duties of a task, with their dates."""
    found = duties(seen.view.plan)
    pages = max((len(found) - 1) // _STEPS_A_PAGE + 1, 1)
    page = min(max(page, 1), pages)
    some = found[(page - 1) * _STEPS_A_PAGE : page * _STEPS_A_PAGE]
    html = seen.turn.render(
        "tasks.steps",
        **seen.heading(),
        steps=[seen.shown(step) for step in some],
        page=page,
        pages=pages,
    )
    buttons = [seen.labelled(step.number, TaskDeed.STEP, step.number) for step in some]
    rows = tuple(tuple(buttons[at : at + 5]) for at in range(0, len(buttons), 5))
    turning = tuple(
        seen.labelled(label, TaskDeed.STEPS, None, str(page + by))
        for label, by in (("◀", -1), ("▶", 1))
        if 1 <= page + by <= pages
    )
    back = seen.button("open", TaskDeed.OPEN)
    return Message(html, (*rows, *((turning,) if turning else ()), (back,)), pages)


def step_card(seen: TaskScene, step: PlannedStep, above: str = "") -> Message:
    """Return the screen of one step, with what may be done with it; `above` is said first."""
    html = seen.turn.render("tasks.step_card", **seen.heading(), step=seen.shown(step))
    return Message(f"{above}\n\n{html}" if above else html, step_buttons(seen, step))


def step_buttons(seen: TaskScene, step: PlannedStep) -> Rows:
    """Return the buttons of a step, by what whoever looks may do."""
    number = step.number
    rows: list[tuple[Button, ...]] = []
    is_open = seen.task.state is TaskState.RUNNING and number not in closed(seen.view.plan)
    if is_open and seen.may(TaskAct.DONE, number):
        done = seen.button("done", TaskDeed.DONE, number)
        rows.append((done, seen.button("not_yet", TaskDeed.NOT_YET, number)))
        rows += _date_buttons(seen, step)
    if is_open and seen.may(TaskAct.AGREE, number) and seen.task.fact(number).asked is not None:
        agree = seen.button("agree", TaskDeed.AGREE, number)
        rows.append((agree, seen.button("refuse", TaskDeed.REFUSE, number)))
    if seen.task.fact(number).file:
        rows.append((seen.button("attached", TaskDeed.ATTACHED, number),))
    elif seen.task.state is TaskState.RUNNING and not is_open and seen.may(TaskAct.NOTE, number):
        rows.append((seen.button("note", TaskDeed.NOTE, number),))
    why = (seen.button("why", TaskDeed.WHY, number),) if step.deadline is not None else ()
    rows.append((*why, seen.button("text", TaskDeed.TEXT, number)))
    rows.append((seen.button("open", TaskDeed.OPEN),))
    return tuple(rows)


def _date_buttons(seen: TaskScene, step: PlannedStep) -> Iterable[tuple[Button, ...]]:
    number = step.number
    if step.basis is Basis.AWAITED:
        happened = seen.button("happened", TaskDeed.HAPPENED, number)
        yield (happened, seen.button("happened_on", TaskDeed.SET_DATE, number, "event"))
    elif step.deadline is None and step.basis is Basis.NONE:
        yield (seen.button("give_date", TaskDeed.SET_DATE, number, "event"),)
    elif seen.may(TaskAct.AGREE, number):
        yield (seen.button("set_date", TaskDeed.SET_DATE, number, "agree"),)
    else:
        yield (seen.button("ask_time", TaskDeed.ASK_TIME, number),)
    staff = (
        (seen.button("staff", TaskDeed.STAFF, number),) if seen.may(TaskAct.STAFF, number) else ()
    )
    yield (seen.button("not_mine", TaskDeed.NOT_MINE, number), *staff)


def _turn_buttons(seen: TaskScene, now: Iterable[PlannedStep]) -> Rows:
    some = list(now)[:A_PAGE]
    return tuple(
        (seen.labelled(f"{s.number} · {title_of(s.title, s.actors)}", TaskDeed.STEP, s.number),)
        for s in some
    )


def _task_buttons(seen: TaskScene) -> Rows:
    rows: list[tuple[Button, ...]] = [
        (seen.button("steps", TaskDeed.STEPS, None, "1"), seen.button("picture", TaskDeed.PICTURE)),
        (seen.button("file", TaskDeed.FILE), seen.button("members", TaskDeed.MEMBERS)),
    ]
    state = seen.task.state
    if any(fact.done_at for fact in seen.task.facts.values()):
        rows.append((seen.button("times", TaskDeed.TIMES),))
    if state in OPEN and seen.may(TaskAct.PAUSE):
        paused = state is TaskState.PAUSED
        pause = ("resume", TaskDeed.RESUME) if paused else ("pause", TaskDeed.PAUSE)
        nothing_done = not any(f.done_at for f in seen.task.facts.values())
        move = (seen.button("move", TaskDeed.MOVE),) if nothing_done and not paused else ()
        rows.append((seen.button(*pause), *move))
        rows.append((seen.button("ladder", TaskDeed.LADDER),))
        finish = seen.button("finish", TaskDeed.FINISH)
        rows.append((finish, seen.button("cancel", TaskDeed.CANCEL)))
    rows.append((seen.button("list", TaskDeed.LIST),))
    return tuple(rows)


def _row(task: Task, turn: Turn) -> dict[str, object]:
    late = [s for s in task.outlook.turns if (due := task.outlook.due.get(s)) and due <= turn.now]
    due = min((d for s, d in task.outlook.due.items() if s in task.outlook.turns), default=None)
    turns = task.outlook.turns
    own = {"turns": list(turns), "late": len(late), "due": due, "finish": task.outlook.finish}
    begins = task.start if task.start > turn.now else None
    return {**heading(task), **own, "begins": begins}


def _openers(some: Iterable[Task]) -> Rows:
    return tuple(
        (Button(shorten(task.name, _NAME), encode(OnTask(TaskDeed.OPEN, task.id))),)
        for task in some
    )


def _turning(page: int, pages: int) -> Rows:
    row = tuple(
        Button(label, encode(OnTask(TaskDeed.LIST, 0, 0, str(page + by))))
        for label, by in (("◀", -1), ("▶", 1))
        if 1 <= page + by <= pages
    )
    return (row,) if row else ()


def _plain_button(turn: Turn, name: str, deed: TaskDeed, argument: str = "") -> Button:
    return Button(plain(turn.render(f"tasks.b_{name}")), encode(OnTask(deed, 0, 0, argument)))
