"""What the form that starts a task asks, step by step: words and buttons.

The last argument of each is the mark that its buttons carry; see `handlers.tasks.wizard`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def standards(
    turn: Turn,
    found: Sequence[ServiceStandard],
    again: bool,
    others: str | None = None,
    mark: str = "",
) -> Message:
    """Ask which standard; `others` is the title of one whose tasks only others may start."""
    some = list(found)[:_CHOICES]
    labels = distinct([short_name(one.title) for one in some], _LABEL)
    rows = tuple(
        (picking(label, "standard", code_of_standard(one.id), mark),)
        for label, one in zip(labels, some, strict=True)
    )
    short = short_name(others) if others else None
    html = turn.render("tasks.ask_standard", count=len(found), again=again, others=short)
    return Message(html, (*rows, _cancel(turn)))


def name(turn: Turn, standard: ServiceStandard, _mark: str) -> Message:
    """Ask what the task is to be called."""
    html = turn.render("tasks.ask_name", standard=short_name(standard.title))
    return Message(html, (_cancel(turn),))


def start(turn: Turn, wrong: str, mark: str) -> Message:
    """Ask when it begins; `wrong` is said first of what was not understood."""
    row = tuple(picking(said(turn, label), "start", value, mark) for label, value in _STARTS)
    return Message(f"{wrong}{turn.render('tasks.ask_start')}", (row, _cancel(turn)))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, how many such questions are left with it, and whether it is the first."""

    need: Need
    left: int
    is_first: bool


def need(turn: Turn, asked: Asked, wrong: str, mark: str) -> Message:
    """Ask for a count, a branch, or an event's day; each may be left open, or all that follow."""
    one = asked.need
    question = Reasons(turn.texts, turn.language).question(one)
    html = turn.render("tasks.ask_need", kind=one.kind.value)
    rows: list[tuple[Button, ...]] = [
        (picking(label, "need", str(place), mark),) for place, label in enumerate(one.choices)
    ]
    if one.kind is NeedKind.COUNT:
        rows.append(tuple(picking(number, "need", number, mark) for number in _NUMBERS))
    skips = [picking(said(turn, "skip"), "need", "-", mark)]
    if asked.left > 1:
        rest = plain(turn.render("tasks.b_skip_rest", count=asked.left))
        skips.append(picking(rest, "need", "--", mark))
    rows.append(tuple(skips))
    back = picking(said(turn, "other_start" if asked.is_first else "back"), "need", "<", mark)
    return Message(f"{wrong}{question}\n\n{html}", (*rows, (back, *_cancel(turn))))


def desks(turn: Turn, actors: Mapping[str, str | None], mark: str) -> Message:
    """Show whom the text leaves open, and who that is as far as it is known."""
    html = turn.render("tasks.ask_desks", actors=list(actors.items()))
    rows = tuple(
        (picking(f"{'✓' if found else '👤'} {actor}", "desks", str(place), mark),)
        for place, (actor, found) in enumerate(actors.items())
    )
    onward = picking(said(turn, "onward"), "desks", "-", mark)
    return Message(html, (*rows[:_CHOICES], (onward,), _cancel(turn)))


@dataclass(frozen=True, slots=True)
class Desk:
    """An actor whom the text leaves open, who that is so far, and posts that may be meant."""

    actor: str
    members: Sequence[str]
    found: Sequence[Post] = ()
    again: bool = False


def desk(turn: Turn, asked: Desk, mark: str) -> Message:
    """Ask who an actor is whom the text leaves open; there may be several."""
    html = turn.render(
        "tasks.ask_desk",
        actor=asked.actor,
        members=asked.members,
        count=len(asked.found),
        again=asked.again,
    )
    rows: Rows = (
        *((picking(p.name, "desk", code_of(p.key), mark),) for p in asked.found[:_CHOICES]),
        *((picking(f"✖ {n}", "desk", f"x{i}", mark),) for i, n in enumerate(asked.members)),
    )
    me = picking(said(turn, "myself"), "desk", "me", mark)
    back = picking(said(turn, "back"), "desk", "-", mark)
    return Message(html, (*rows, (me, back)))


def go(turn: Turn, html: str, mark: str) -> Message:
    """Ask whether all is right."""
    other = picking(said(turn, "other_start"), "go", "start", mark)
    back = picking(said(turn, "back"), "go", "<", mark)
    begin = picking(said(turn, "go"), "go", "go", mark)
    return Message(html, ((begin,), (back, other), _cancel(turn)))


def open_actors(view: TaskView) -> tuple[str, ...]:
    """Return the actors of a plan's duties whom the text leaves open."""
    numbers = [step.number for step in duties(view.plan)]
    return unnamed_actors(view.standard, numbers, view.crew.named)


def picking(label: str, step: str, value: str, mark: str) -> Button:
    """Return a button that answers the question that bears this mark."""
    data = encode(OnTask(TaskDeed.PICK, 0, 0, f"{step}:{mark}:{value}"))
    return Button(shorten(label, _LABEL), data)


def said(turn: Turn, name: str) -> str:
    """Return a button's label."""
    return plain(turn.render(f"tasks.b_{name}"))


def _cancel(turn: Turn) -> tuple[Button, ...]:
    return (picking(said(turn, "stop"), "stop", "", ""),)
