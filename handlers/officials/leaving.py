"""The form by which an official says that he is away, and who stands in; or an admin says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.dates import begin_of, end_of
from bot.domain.errors import DomainError
from bot.domain.posts import Absence, Tenure
from bot.services.post_search import search
from handlers.buttons import Button
from handlers.forms import CLOSED, Form
from handlers.markup import shorten
from handlers.officials import me
from handlers.officials.forms import (
    asking,
    choice,
    day_in,
    explained,
    step_button,
    taking,
    today,
    with_fields,
)
from handlers.officials.notices import Told, tell
from handlers.officials.screens import manages
from handlers.officials.views import Scene
from handlers.turn import Outcome, Turn

NAME = "leave"
_CHOICES = 6
_QUERY = 40


async def begin(turn: Turn, person_id: int) -> Outcome:
    """Ask from when somebody is away."""
    scene = await Scene.of(turn)
    form = {"name": NAME, "person": person_id, "step": "since"}
    html = turn.render("officials.ask_leave_since", name=_name(scene, form))
    days = [step_button(turn, f"b_{day}", form, day) for day in ("today", "tomorrow")]
    return asking(turn, form, html, days)


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the step that waits."""
    if not _may(turn, form):
        return None
    if form["step"] == "substitute":
        return await _written_substitute(turn, form)
    day = day_in(turn, turn.text)
    return turn.say("officials.bad_date") if day is None else await _day(turn, form, day)


async def press(turn: Turn, form: Form, detail: str) -> Outcome:
    """Take a button for the step that waits: a day, or who stands in."""
    if not _may(turn, form):
        return turn.say("officials.not_for_you")
    if form["step"] == "substitute":
        return await _finish(turn, form, int(detail) if detail.isdecimal() else None)
    day = day_in(turn, detail)
    return turn.say("officials.bad_date") if day is None else await _day(turn, form, day)


async def come_back(turn: Turn) -> Outcome:
    """End the leave of who presses, and thank who stood in."""
    if turn.person is None:
        return turn.say("officials.unknown_sender")
    scene = await Scene.of(turn)
    over = await turn.office.appointments.come_back(turn.work, turn.person.id, turn.now)
    if not over:
        return turn.say("officials.not_away")
    for absence in over:
        if absence.substitute is not None:
            told = Told("tell_substitute_over", {"name": scene.person(turn.person.id)})
            await tell(turn, absence.substitute, told)
    after = await Scene.of(turn)
    return Outcome((*turn.say("officials.back").replies, me.screen(turn, after, turn.person)))


def _may(turn: Turn, form: Form) -> bool:
    """Tell whether who speaks may say that this person is away: himself, or an admin."""
    return turn.person is not None and (turn.person.id == form["person"] or manages(turn))


def _name(scene: Scene, form: Form) -> str | None:
    """Return the name of who is away where another one says so."""
    person = scene.turn.person
    return None if person and person.id == form["person"] else scene.person(form["person"])


async def _day(turn: Turn, form: Form, day: date) -> Outcome:
    if form["step"] == "since":
        following = with_fields(form, since=day.isoformat(), step="until")
        return asking(turn, following, turn.render("officials.ask_leave_until"))
    if day < date.fromisoformat(form["since"]) or day < today(turn):
        return turn.say("errors.tenure.ends_first")
    following = with_fields(form, until=day.isoformat(), step="substitute")
    return _ask_substitute(await Scene.of(turn), following)


def _ask_substitute(scene: Scene, form: Form) -> Outcome:
    found = [t for t in _near(scene, form["person"]) if _can_stand_in(t, form)]
    html = scene.turn.render("officials.ask_substitute")
    return asking(scene.turn, form, html, *_choices(scene, form, found[:_CHOICES]))


def _choices(scene: Scene, form: Form, found: Sequence[Tenure]) -> tuple[Sequence[Button], ...]:
    people = {t.person_id: t for t in reversed(found)}
    named = [
        (choice(form, f"{tenure.name}, {scene.name_of(tenure.post)}", str(person)),)
        for person, tenure in reversed(people.items())
    ]
    return (*named, (step_button(scene.turn, "b_no_substitute", form, "-"),))


async def _written_substitute(turn: Turn, form: Form) -> Outcome:
    """Find who is meant among the officials that the bot can reach."""
    scene = await Scene.of(turn)
    posts = search(scene.office, turn.text, turn.now)
    holders = [t for post in posts for t in scene.office.holders(post.key, turn.now)]
    found = [t for t in holders if _can_stand_in(t, form)]
    words = turn.text.casefold()
    named = [t for t in found if words in t.name.casefold()] or found
    if len({t.person_id for t in named}) == 1:
        return await _finish(turn, form, named[0].person_id)
    if not named:
        html = turn.render("officials.substitute_none", query=shorten(turn.text, _QUERY))
        return asking(turn, form, html, *_choices(scene, form, ()))
    html = turn.render("officials.pick")
    return asking(turn, form, html, *_choices(scene, form, named[:_CHOICES]))


async def _finish(turn: Turn, form: Form, substitute: int | None) -> Outcome:
    """Keep the leave; tell who stands in, and the official if an admin has said it."""
    zone, since = turn.office.settings.zone, date.fromisoformat(form["since"])
    begins = turn.now if since == today(turn) else begin_of(since, zone)
    ends = end_of(date.fromisoformat(form["until"]), zone)
    absence = Absence(0, form["person"], begins, ends, substitute)
    try:
        kept = await turn.office.appointments.leave(turn.work, absence)
    except DomainError as error:
        return replace(explained(turn, error), remember=CLOSED)
    scene = await Scene.of(turn)
    away = scene.shown_away(kept)
    held = scene.office.posts_of(form["person"], turn.now)
    post = ", ".join(scene.name_of(tenure.post) for tenure in held)
    if substitute is not None:
        about = {"name": scene.person(form["person"]), "post": post}
        days = {"since": away.since, "until": away.until}
        await tell(turn, substitute, Told("tell_substitute", {**about, **days}))
    if _name(scene, form) is not None:
        await tell(turn, form["person"], Told("tell_absent", {"away": away}))
    said = turn.say("officials.leave_kept", name=_name(scene, form), away=away)
    return replace(said, remember=CLOSED)


def _can_stand_in(tenure: Tenure, form: Form) -> bool:
    return tenure.person_id is not None and tenure.person_id != form["person"]


def _near(scene: Scene, person_id: int) -> list[Tenure]:
    """Return who holds a post beside, below or above the person's, in this order."""
    office, now = scene.office, scene.now
    own = [office.present(t.post, now) for t in office.posts_of(person_id, now)]
    above = [post for key in own for post in list(office.superiors(key, now))[:1]]
    beside = [p.key for key in above for p in office.below(key, now)]
    below = [p.key for key in own for p in office.below(key, now)]
    keys = dict.fromkeys([*beside, *below, *above])
    return [t for key in keys for t in office.holders(key, now)]
