"""The form by which an admin changes a post: name, unit, superior, what it is now; or adds one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.dates import begin_of
from bot.domain.errors import DomainError
from bot.domain.posts import Post
from handlers.buttons import Button
from handlers.forms import CLOSED, Form
from handlers.officials.forms import (
    asking,
    day_in,
    explained,
    pick,
    step_button,
    taking,
    today,
    with_fields,
)
from handlers.officials.screens import card, manages
from handlers.officials.views import Scene, post_of
from handlers.turn import Outcome, Turn

NAME = "post"
STEPS = ("rename", "unit", "superior", "present", "new")
"""What can be changed; each is also the act of the button that begins it."""


async def begin(turn: Turn, step: str, post: Post | None) -> Outcome:
    """Ask for the new name, unit, superior or present post, or for the name of a new post."""
    form = {"name": NAME, "step": step, "post": post.key if post else ""}
    values = {"post": post.name} if post else {}
    return asking(turn, form, turn.render(f"officials.ask_{step}", **values), *_ways(turn, form))


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the step that waits."""
    if not manages(turn):
        return None
    step = form["step"]
    try:
        if step in ("superior", "present"):
            picked = pick(await Scene.of(turn), form, *_ways(turn, form))
            return await _picked(turn, form, picked) if isinstance(picked, Post) else picked
        if step == "present_from":
            day = day_in(turn, turn.text)
            return turn.say("officials.bad_date") if day is None else await _map(turn, form, day)
        return await _write(turn, form, turn.text)
    except DomainError as error:
        return explained(turn, error)


async def press(turn: Turn, form: Form, detail: str) -> Outcome:
    """Take a button for the step that waits: a post that was picked, nothing, or a day."""
    try:
        if form["step"] == "present_from":
            return await _map(turn, form, today(turn))
        if detail == "-":
            return await _write(turn, form, None)
        post = post_of((await Scene.of(turn)).office, detail)
        if post is None:
            raise DomainError("post.unknown")
        return await _picked(turn, form, post)
    except DomainError as error:
        return explained(turn, error)


async def _write(turn: Turn, form: Form, text: str | None) -> Outcome:
    """Keep a name or a unit, or that there is no superior."""
    posts, key, step = turn.office.posts, form["post"], form["step"]
    if step == "new":
        post = await posts.add(turn.work, text or "")
    elif step == "rename":
        post = await posts.rename(turn.work, key, text or "")
    elif step == "unit":
        post = await posts.set_unit(turn.work, key, text)
    else:
        post = await posts.set_superior(turn.work, key, None)
    return await _done(turn, post)


async def _picked(turn: Turn, form: Form, post: Post) -> Outcome:
    """Set the superior, or ask from when the old post is the picked one."""
    if form["step"] == "superior":
        changed = await turn.office.posts.set_superior(turn.work, form["post"], post.key)
        return await _done(turn, changed)
    if post.key == form["post"]:
        raise DomainError("post.replaces_itself", post=post.name)
    following = with_fields(form, step="present_from", present=post.key)
    old = (await Scene.of(turn)).name_of(form["post"])
    html = turn.render("officials.ask_present_from", post=old, present=post.name)
    return asking(turn, following, html, [step_button(turn, "b_today", following, "today")])


async def _map(turn: Turn, form: Form, day: date) -> Outcome:
    since = turn.now if day == today(turn) else begin_of(day, turn.office.settings.zone)
    post = await turn.office.posts.replace(turn.work, form["post"], form["present"], since)
    return await _done(turn, post)


async def _done(turn: Turn, post: Post) -> Outcome:
    """Show the post as it is now."""
    message = card(await Scene.of(turn), post)
    return replace(Outcome((message,)), remember=CLOSED)


def _ways(turn: Turn, form: Form) -> Sequence[Sequence[Button]]:
    """Return the buttons that leave a step empty."""
    labels = {"superior": "b_nobody_above", "unit": "b_no_unit"}
    label = labels.get(form["step"])
    return ((step_button(turn, label, form, "-"),),) if label else ()
