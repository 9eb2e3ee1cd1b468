"""What people are told of tasks: news of acts, and reminders; each in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.directory import Directory
from bot.domain.messages import Outgoing, Priority
from bot.domain.tasks.agenda import AgendaLine, Morning, TaskSaid, When
from bot.domain.tasks.calls import UNDO_TIME
from bot.domain.tasks.ladder import CLIMBS
from bot.domain.tasks.news import TaskNews
from bot.domain.tasks.steps import step_of
from bot.domain.tasks.task import OPEN, TaskAct
from bot.office import Office
from bot.services.ports import UnitOfWork
from bot.services.tasks import TaskView
from handlers.buttons import Button, Rows, encode
from handlers.calls import content
from handlers.markup import plain, shorten
from handlers.replies import Message
from handlers.task_buttons import OnTask
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.scenes import heading, place_of, title_of
from handlers.texts import DEFAULT_LANGUAGE, Texts
from knowledge.model import ServiceStandard

MOST = 12
"""Lines of one message; the rest is counted."""

_MOVED = 6  # steps with another date in a message about an act
_TASKS, _OF_EACH = 5, 4
"""Tasks, and steps of each, in a message about a changed calendar."""

_NAME = 24


async def queue_news(
    work: UnitOfWork, texts: Texts, view: TaskView, news: Iterable[TaskNews], now: datetime
) -> None:
    """Queue a message for everybody who is told.

    That a step was done is told when it can no longer be taken back.
    """
    for one in news:
        language = await language_of(work, one.person_id)
        who = None if one.call.by is None else await _said_name(work, view, one.call.by)
        message = _news(texts, language, view, one, who)
        later = now + UNDO_TIME if one.call.act is TaskAct.DONE else None
        payload = {"chat_id": one.person_id, **content(message)}
        outgoing = Outgoing(
            one.person_id,
            "sendMessage",
            payload,
            Priority.NOTICE,
            dedupe_key=one.key,
            not_before=later,
        )
        await work.outbox.queue(outgoing, now)


def _news(texts: Texts, language: str, view: TaskView, news: TaskNews, who: str | None) -> Message:
    call, standard = news.call, view.standard
    step = step_of(standard, call.step) if call.step else None
    html = texts.render(
        "tasks.news",
        language,
        **heading(news.task),
        act=call.act.value,
        is_main=news.is_main,
        number=call.step,
        title=title_of(step.title, step.actors) if step else "",
        who=who,
        note=call.note or call.actor,
        asked=news.asked,
        moved=_moved(news, _MOVED),
        more=max(len(news.moved) - _MOVED, 0),
        over=news.over,
        finish=view.plan.finish,
    )
    return Message(html, _news_buttons(texts, language, standard, news))


def _moved(news: TaskNews, most: int) -> list[dict[str, object]]:
    return [
        {"number": one.step, "title": title_of(one.title, ()), "old": one.old, "new": one.new}
        for one in news.moved[:most]
    ]


def _news_buttons(texts: Texts, language: str, standard: ServiceStandard, news: TaskNews) -> Rows:
    task, step = news.task, news.call.step
    place = place_of(standard, step)

    def button(name: str, deed: TaskDeed, argument: str = "") -> Button:
        label = plain(texts.render(f"tasks.b_{name}", language))
        return Button(label, encode(OnTask(deed, task.id, place, argument)))

    rows: list[tuple[Button, ...]] = []
    if news.is_main and news.call.act is TaskAct.ASK_TIME:
        rows.append((button("agree", TaskDeed.AGREE), button("refuse", TaskDeed.REFUSE)))
        rows.append((button("set_date", TaskDeed.SET_DATE, "agree"),))
    if news.over and task.state in OPEN:
        rows.append((button("finish", TaskDeed.FINISH),))
    if step is not None:
        rows.append((button("step", TaskDeed.STEP),))
    return (*rows, (button("open", TaskDeed.OPEN),))


class TaskHints:
    """Says what is due about tasks; one message a person and round."""

    def __init__(self, office: Office, texts: Texts) -> None:
        """Word what the office's watch over tasks finds."""
        self._office = office
        self._texts = texts

    async def reckon(self) -> None:
        """Say what moved because the calendar has changed."""
        await self._office.task_reckoning.round(self._tell_moved)

    async def _tell_moved(self, work: UnitOfWork, person_id: int, news: Sequence[TaskNews]) -> None:
        """Queue one message with all that moved for a person."""
        now, language = self._office.clock.now(), await language_of(work, person_id)
        some = news[:_TASKS]
        html = self._texts.render(
            "tasks.reckoned",
            language,
            tasks=[
                {
                    **heading(one.task),
                    "finish": one.task.outlook.finish,
                    "moved": _moved(one, _OF_EACH),
                    "more": max(len(one.moved) - _OF_EACH, 0),
                }
                for one in some
            ],
            more=max(len(news) - _TASKS, 0),
        )
        rows = tuple(
            (Button(shorten(n.task.name, _NAME), encode(OnTask(TaskDeed.OPEN, n.task.id))),)
            for n in some
        )
        payload = {"chat_id": person_id, **content(Message(html, rows))}
        out = Outgoing(person_id, "sendMessage", payload, Priority.NOTICE, dedupe_key=news[0].key)
        await work.outbox.queue(out, now)

    async def round(self) -> None:
        """Say what is due now."""
        await self._office.task_watch.round(self._say)

    async def _say(self, work: UnitOfWork, person_id: int, lines: Sequence[TaskSaid]) -> None:
        """Queue one message with all of a person's hints."""
        now, language = self._office.clock.now(), await language_of(work, person_id)
        office = await self._office.directory(work)
        facts = [await self.facts(work, said, office) for said in lines[:MOST]]
        more = max(len(lines) - MOST, 0)
        html = self._texts.render("tasks.hints", language, lines=facts, more=more)
        buttons = await self.buttons(work, lines, language)
        payload = {"chat_id": person_id, **content(Message(html, buttons))}
        key = "task-hints:" + ":".join(_key(said) for said in lines)
        planned = min((said.planned for said in lines if said.planned), default=None)
        out = Outgoing(person_id, "sendMessage", payload, Priority.REMINDER, key, due_at=planned)
        await work.outbox.queue(out, now)

    async def facts(self, work: UnitOfWork, said: TaskSaid, office: Directory) -> dict[str, object]:
        """Return what texts say of one hint."""
        step, now = said.step, self._office.clock.now()
        desk = said.stands_in
        known = office.posts.get(office.present(desk, now)) if desk else None
        return {
            **heading(said.task),
            "rung": said.rung.value,
            "number": step.number,
            "title": title_of(step.title, step.actors),
            "due": said.due,
            "is_over": said.due is not None and said.due <= now,
            "duration": step.duration.text if step.duration else None,
            "event": step.duration.after if step.duration and said.due is None else None,
            "section": step.source.section,
            "page": step.source.page,
            "stands_in": (known.name if known else desk) if desk else None,
            "unreached": said.unreached,
        }

    async def buttons(self, work: UnitOfWork, lines: Sequence[TaskSaid], language: str) -> Rows:
        """Return all that can be done with a single step, or a way to each of several."""
        rows: list[tuple[Button, ...]] = []
        for said in lines[:MOST]:
            standard = await self._office.tasks.edition(work, said.task)
            place = place_of(standard, said.step.number)
            if len(lines) > 1 or said.unreached:
                label = f"{said.step.number} · {shorten(said.task.name, _NAME)}"
                data = encode(OnTask(TaskDeed.STEP, said.task.id, place))
                rows.append((Button(label, data),))
            else:
                rows += self._of_one(said, place, language)
        return tuple(rows)

    async def openers(self, work: UnitOfWork, agenda: Sequence[AgendaLine]) -> Rows:
        """Return a way to each step of a morning's overview, two a row."""
        buttons = []
        for line in agenda[:MOST]:
            standard = await self._office.tasks.edition(work, line.task)
            place = place_of(standard, line.step.number)
            label = f"{line.step.number} · {shorten(line.task.name, _NAME)}"
            buttons.append(Button(label, encode(OnTask(TaskDeed.STEP, line.task.id, place))))
        return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))

    def _of_one(self, said: TaskSaid, place: int, language: str) -> Rows:
        def button(name: str, deed: TaskDeed) -> Button:
            label = plain(self._texts.render(f"tasks.b_{name}", language))
            return Button(label, encode(OnTask(deed, said.task.id, place)))

        why = (button("why", TaskDeed.WHY),) if said.due is not None else ()
        return (
            (button("done", TaskDeed.DONE), button("not_yet", TaskDeed.NOT_YET)),
            (button("ask_time", TaskDeed.ASK_TIME), button("not_mine", TaskDeed.NOT_MINE)),
            (*why, button("text", TaskDeed.TEXT)),
            (button("open", TaskDeed.OPEN),),
        )


def told_of(morning: Morning) -> tuple[list[AgendaLine], list[TaskSaid]]:
    """Return the steps that a morning tells, the most urgent first, and what climbs or fails.

    What is due later is told only on the morning on which its turn has come.
    """
    order = list(When)
    lines = [line for line in morning.lines if line.when is not When.OPEN or morning.is_new(line)]
    lines.sort(key=lambda line: (order.index(line.when), line.due or line.task.start))
    return lines, [one for one in morning.said if one.unreached or one.rung in CLIMBS]


def agenda_facts(line: AgendaLine, morning: Morning) -> dict[str, object]:
    """Return what texts say of one step in a morning's overview."""
    return {
        "is_new": morning.is_new(line),
        "when": line.when.value,
        "number": line.step.number,
        "title": title_of(line.step.title, line.step.actors),
        "name": line.task.name,
        "due": line.due,
        "days": line.days_late,
    }


async def _said_name(work: UnitOfWork, view: TaskView, person_id: int) -> str:
    """Return the name under which somebody holds a post, else his own, or the number."""
    name = name_of(view.crew.office, person_id)
    person = await work.people.get(person_id) if name == str(person_id) else None
    return person.name if person and person.name else name


def name_of(office: Directory, person_id: int) -> str:
    """Return the name under which a person holds a post, or the number."""
    held = [t for t in office.tenures if t.person_id == person_id and t.name]
    return max(held, key=lambda t: t.id).name if held else str(person_id)


async def language_of(work: UnitOfWork, person_id: int) -> str:
    """Return the language that a person has chosen, or the usual one."""
    person = await work.people.get(person_id)
    return (person.language if person else None) or DEFAULT_LANGUAGE


def _key(said: TaskSaid) -> str:
    due = f"{said.due:%Y%m%d%H%M}" if said.due else "none"
    own = "u" if said.unreached else ""
    return f"{said.task.id}-{said.step.number}-{said.rung.value}{own}-{due}-{said.person_id}"
