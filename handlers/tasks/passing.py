"""Not mine: passing a step on within the chain of posts."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import DomainError
from bot.domain.posts import Post
from bot.domain.tasks.calls import TaskCall
from bot.domain.tasks.doers import PERSON
from bot.domain.tasks.task import TaskAct
from bot.services.post_search import search
from handlers.forms import CLOSED, Form, opened
from handlers.officials.forms import taking
from handlers.officials.views import code_of, post_of
from handlers.replies import Message
from handlers.tasks import screens
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.doing import act, refusal
from handlers.tasks.scenes import TaskScene
from handlers.turn import Outcome, Turn

NAME = "task_pass"
_CHOICES = 8


def begin(seen: TaskScene, step: str) -> Outcome:
    """Offer the posts around those that have the step; others can be written."""
    return _ask(seen, step, _near(seen, step), "ask_pass")


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Find the post that is meant."""
    seen = await TaskScene.of(turn, int(form["task"]))
    if seen is None:
        return None
    found = search(seen.scene.office, turn.text, turn.now)
    if len(found) == 1:
        return await give(seen, form["step"], code_of(found[0].key))
    return _ask(seen, form["step"], found[:_CHOICES], "pick_post" if found else "no_post")


async def give(seen: TaskScene, step: str, code: str) -> Outcome:
    """Pass a step on to the post of a button's code."""
    turn, post = seen.turn, post_of(seen.scene.office, code)
    by = turn.person.id if turn.person else None
    call = TaskCall(seen.task.id, TaskAct.PASS_ON, by, step, desks=(post.key if post else "",))
    try:
        seen = await act(turn, call)
    except DomainError as error:
        return replace(refusal(turn, error), remember=CLOSED)
    planned = seen.view.plan.step(step)
    said = turn.render("tasks.passed_on", post=post.name if post else "")
    message = screens.step_card(seen, planned, said) if planned else Message(said)
    return Outcome((message,), remember=CLOSED)


def _ask(seen: TaskScene, step: str, posts: tuple[Post, ...], text: str) -> Outcome:
    rows = tuple(
        (seen.labelled(post.name, TaskDeed.PASS_ON, step, code_of(post.key)),) for post in posts
    )
    form = {"task": seen.task.id, "step": step, "at": seen.turn.now.isoformat()}
    html = seen.turn.render(f"tasks.{text}")
    return Outcome((Message(html, rows),), remember=opened(NAME, **form))


def _near(seen: TaskScene, step: str) -> tuple[Post, ...]:
    """Return the posts right above, beside and below the desks of a step."""
    office, now = seen.scene.office, seen.turn.now
    found: dict[str, Post] = {}
    desks = [d for d in seen.view.crew.desks(step) if not d.startswith(PERSON)]
    responsible = seen.view.crew.responsible()
    for desk in desks or ([responsible] if responsible else []):
        above = next(office.superiors(desk, now), None)
        keys = [above] if above else []
        keys += [post.key for post in office.below(desk, now)]
        keys += [post.key for post in office.below(above, now)] if above else []
        found |= {key: office.posts[key] for key in keys if key in office.posts}
    return tuple(post for key, post in found.items() if key not in desks)[:_CHOICES]
