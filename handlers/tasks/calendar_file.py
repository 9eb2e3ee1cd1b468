"""A task's deadlines as an iCalendar file (RFC 5545) that calendars take in, and take in anew.

Each step keeps its UID and its SEQUENCE only grows, so a later file updates an earlier one.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from bot.domain.plans.model import PlannedStep
from bot.domain.tasks.duties import closed, duties
from bot.domain.tasks.task import Task, TaskState
from bot.services.tasks import TaskView
from handlers.markup import plain
from handlers.tasks.scenes import title_of
from handlers.texts import Texts

_LENGTH = timedelta(minutes=15)  # a deadline is shown as the quarter of an hour before it
_MARK = 16  # hexadecimal digits


def calendar_file(view: TaskView, now: datetime, texts: Texts, language: str) -> bytes:
    """Return the file in UTF-8; a step that is done, or a task that was cancelled, says so."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Pandu//Tugas//ID")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", view.task.name)
    for step in duties(view.plan):
        if step.deadline is not None:
            event = _event(view.task, step, step.deadline, now)
            _describe(event, view, step, (texts, language))
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(task: Task, step: PlannedStep, due: datetime, now: datetime) -> Event:
    event = Event()
    event.add("UID", f"{_mark(task)}-{step.number}@pandu")
    event.add("SEQUENCE", task.version)
    event.add("DTSTAMP", now.astimezone(UTC))
    event.add("DTSTART", (due - _LENGTH).astimezone(UTC))
    event.add("DTEND", due.astimezone(UTC))
    event.add("STATUS", "CANCELLED" if task.state is TaskState.CANCELLED else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    return event


def _mark(task: Task) -> str:
    """Return what tells a task from all others, those of other offices too."""
    made = f"{task.draft} {task.created_at.astimezone(UTC).isoformat()}"
    return hashlib.sha256(made.encode()).hexdigest()[:_MARK]


def _describe(event: Event, view: TaskView, step: PlannedStep, words: tuple[Texts, str]) -> None:
    texts, language = words
    values = {
        "name": view.task.name,
        "number": step.number,
        "title": title_of(step.title, step.actors),
        "done": step.number in closed(view.plan),
        "section": step.source.section,
        "page": step.source.page,
    }
    for name, key in (("SUMMARY", "file_summary"), ("DESCRIPTION", "file_description")):
        event.add(name, plain(texts.render(f"tasks.{key}", language, **values)))
