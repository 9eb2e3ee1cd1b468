"""The form by which an admin says who holds a post: name, decree, dates, confirmation, link."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.domain.appointing import Appointment, superseded
from bot.domain.dates import begin_of, end_of, last_day
from bot.domain.errors import DomainError
from bot.domain.posts import Holding, Post, Tenure
from handlers.buttons import Staff
from handlers.forms import CLOSED, Form
from handlers.officials.forms import (
    NAME_LIMIT,
    asking,
    day_in,
    explained,
    step_button,
    taking,
    today,
    with_fields,
)
from handlers.officials.screens import button, manages, named_button
from handlers.officials.views import Scene, code_of
from handlers.replies import Message
from handlers.turn import NOTHING, Outcome, Turn

NAME = "appoint"
_STEPS = ("person", "decree", "since", "until", "confirm")


async def begin(turn: Turn, post: Post, holding: Holding) -> Outcome:
    """Ask for the first thing about a new holder."""
    form = {"name": NAME, "post": post.key, "holding": holding.value, "step": _STEPS[0]}
    return await _ask(turn, form)


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the step that waits."""
    if not manages(turn) or form["step"] == "confirm":
        return None
    if form["step"] in ("since", "until"):
        return await _day(turn, form)
    if len(turn.text) > NAME_LIMIT:
        return turn.say("officials.name_too_long", limit=NAME_LIMIT)
    return await _next(turn, form, " ".join(turn.text.split()))


async def press(turn: Turn, form: Form, detail: str) -> Outcome:
    """Take a button for the step that waits: something left out, a day, or the confirmation."""
    step = form["step"]
    if step == "confirm":
        return await _save(turn, form)
    if step == "since":
        return await _next(turn, form, today(turn).isoformat())
    return await _next(turn, form, None) if step in ("decree", "until") else NOTHING


async def invite(turn: Turn, tenure: Tenure) -> tuple[Message, Message]:
    """Return how to invite the holder, and the message with the link, to be forwarded."""
    by = turn.person.id if turn.person else None
    code, invitation = await turn.office.invitations.invite(turn.work, tenure.id, by, turn.now)
    post = (await Scene.of(turn)).name_of(tenure.post)
    link = f"https://t.me/{turn.bot_name}?start=u_{code}"
    until = invitation.expires_at
    how = turn.render("officials.invitation_how", name=tenure.name)
    said = turn.render(
        "officials.invitation", post=post, holding=tenure.holding.value, link=link, until=until
    )
    return Message(how), Message(said)


async def _ask(turn: Turn, form: Form) -> Outcome:
    scene = await Scene.of(turn)
    post, step = scene.name_of(form["post"]), form["step"]
    if step == "person":
        html = turn.render("officials.ask_person", post=post, holding=form["holding"])
        return asking(turn, form, html)
    if step == "decree":
        html = turn.render("officials.ask_decree", person=form["person"])
        return asking(turn, form, html, [step_button(turn, "b_skip", form, "-")])
    if step == "since":
        html = turn.render("officials.ask_since")
        return asking(turn, form, html, [step_button(turn, "b_today", form, "today")])
    if step == "until":
        html = turn.render("officials.ask_until")
        return asking(turn, form, html, [step_button(turn, "b_open_end", form, "-")])
    return _confirm(scene, form)


def _confirm(scene: Scene, form: Form) -> Outcome:
    """Show what will be kept, and whose time it ends."""
    turn = scene.turn
    appointment = _appointment(turn, form)
    present = replace(appointment, post=scene.office.present(appointment.post, turn.now))
    until = appointment.until
    html = turn.render(
        "officials.confirm",
        post=scene.name_of(present.post),
        holding=form["holding"],
        person=form["person"],
        decree=form.get("decree"),
        since=scene.day(appointment.since),
        until=last_day(until, turn.office.settings.zone) if until else None,
        superseded=[scene.held(t) for t in superseded(scene.office, present)],
    )
    return asking(turn, form, html, [step_button(turn, "b_save", form, "+")])


async def _next(turn: Turn, form: Form, value: str | None) -> Outcome:
    """Keep what the step was told, and ask for the next one."""
    step = form["step"]
    following = _STEPS[_STEPS.index(step) + 1]
    if following == "until" and form["holding"] == Holding.DEFINITIVE:
        following = "confirm"
    fields: dict[str, Any] = {step: value, "step": following}
    return await _ask(turn, with_fields(form, **fields))


async def _day(turn: Turn, form: Form) -> Outcome:
    day = day_in(turn, turn.text)
    if day is None:
        return turn.say("officials.bad_date")
    if form["step"] == "until" and day < date.fromisoformat(form["since"]):
        return turn.say("errors.tenure.ends_first")
    return await _next(turn, form, day.isoformat())


async def _save(turn: Turn, form: Form) -> Outcome:
    """Appoint, and send the link along."""
    appointment = _appointment(turn, form)
    try:
        done = await turn.office.appointments.appoint(turn.work, appointment, turn.now)
    except DomainError as error:
        return replace(explained(turn, error), remember=CLOSED)
    scene = await Scene.of(turn)
    post = scene.name_of(done.tenure.post)
    html = turn.render(
        "officials.appointed", post=post, holding=form["holding"], person=form["person"]
    )
    rows = ((button(turn, "b_card", "card", code_of(done.tenure.post)),),)
    if _is_over(done.tenure, turn.now):
        return Outcome((Message(html, rows),), remember=CLOSED)
    return Outcome((Message(html, rows), *await invite(turn, done.tenure)), remember=CLOSED)


def ended_buttons(turn: Turn, tenure: Tenure, act: str) -> tuple[Any, ...]:
    """Return the row that confirms or leaves what is to be done with a tenure."""
    label = "b_end" if act == "end" else "b_release"
    sure = named_button(turn, label, tenure.name, Staff(act, str(tenure.id), "+"))
    return (sure, button(turn, "b_card", "card", code_of(tenure.post)))


def _appointment(turn: Turn, form: Form) -> Appointment:
    """Return what the form says; a time that begins today begins now."""
    zone = turn.office.settings.zone
    since, until = date.fromisoformat(form["since"]), form.get("until")
    return Appointment(
        post=form["post"],
        name=form["person"],
        holding=Holding(form["holding"]),
        since=turn.now if since == today(turn) else begin_of(since, zone),
        until=end_of(date.fromisoformat(until), zone) if until else None,
        decree=form.get("decree"),
    )


def _is_over(tenure: Tenure, now: datetime) -> bool:
    return tenure.until is not None and tenure.until <= now
