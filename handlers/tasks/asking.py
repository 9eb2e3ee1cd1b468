"""What the form that starts a task asks, step by step: words and buttons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.plans.model import Need, NeedKind
from bot.domain.posts import Post
from bot.domain.tasks.doers import unnamed_actors
from bot.domain.tasks.duties import duties
from bot.services.tasks import TaskView
from handlers.buttons import Button, Rows, encode
from handlers.markup import plain, shorten
from handlers.officials.views import code_of
from handlers.reasons import Reasons
from handlers.replies import Message
from handlers.task_buttons import OnTask
from handlers.task_offers import code_of_standard
from handlers.tasks.deeds import TaskDeed
from handlers.titles import distinct, short_name
from handlers.turn import Turn
from knowledge.model import ServiceStandard

_CHOICES = 10
_LABEL = 40
_NUMBERS = ("1", "2", "3", "5", "10")
_STARTS = (("now", "sekarang"), ("tomorrow", "besok"), ("next_monday", "senin depan"))


def standards(turn: Turn, found: Sequence[ServiceStandard], *, again: bool = False) -> Message:
    """Ask which standard."""
    some = list(found)[:_CHOICES]
    labels = distinct([short_name(one.title) for one in some], _LABEL)
    rows = tuple(
        (picking(label, "standard", code_of_standard(one.id)),)
        for label, one in zip(labels, some, strict=True)
    )
    html = turn.render("tasks.ask_standard", count=len(found), again=again)
    return Message(html, (*rows, _cancel(turn)))


def name(turn: Turn, standard: ServiceStandard) -> Message:
    """Ask what the task is to be called."""
    html = turn.render("tasks.ask_name", standard=short_name(standard.title))
    return Message(html, (_cancel(turn),))


def start(turn: Turn) -> Message:
    """Ask when it begins."""
    row = tuple(picking(_said(turn, label), "start", value) for label, value in _STARTS)
    return Message(turn.render("tasks.ask_start"), (row, _cancel(turn)))


def need(turn: Turn, one: Need) -> Message:
    """Ask for a count, a branch, or an event's day; each may be left open."""
    question = Reasons(turn.texts, turn.language).question(one)
    html = turn.render("tasks.ask_need", kind=one.kind.value)
    rows: list[tuple[Button, ...]] = [
        (picking(label, "need", str(place)),) for place, label in enumerate(one.choices)
    ]
    if one.kind is NeedKind.COUNT:
        rows.append(tuple(picking(number, "need", number) for number in _NUMBERS))
    rows.append((picking(_said(turn, "skip"), "need", "-"),))
    return Message(f"{question}\n\n{html}", (*rows, _cancel(turn)))


def desk(turn: Turn, actor: str, found: Sequence[Post] = (), *, again: bool = False) -> Message:
    """Ask who an actor is whom the text leaves open."""
    html = turn.render("tasks.ask_desk", actor=actor, count=len(found), again=again)
    rows: Rows = tuple((picking(p.name, "desk", code_of(p.key)),) for p in found[:_CHOICES])
    me = picking(_said(turn, "myself"), "desk", "me")
    skips = (
        picking(_said(turn, "skip"), "desk", "-"),
        picking(_said(turn, "skip_all"), "desk", "--"),
    )
    return Message(html, (*rows, (me,), skips, _cancel(turn)))


def open_actors(view: TaskView) -> tuple[str, ...]:
    """Return the actors of a plan's duties whom the text leaves open."""
    numbers = [step.number for step in duties(view.plan)]
    return unnamed_actors(view.standard, numbers, view.crew.named)


def picking(label: str, step: str, value: str) -> Button:
    """Return a button that answers the form's present step."""
    data = encode(OnTask(TaskDeed.PICK, 0, 0, f"{step}:{value}"))
    return Button(shorten(label, _LABEL), data)


def _cancel(turn: Turn) -> tuple[Button, ...]:
    return (picking(_said(turn, "stop"), "stop", ""),)


def _said(turn: Turn, name: str) -> str:
    return plain(turn.render(f"tasks.b_{name}"))
