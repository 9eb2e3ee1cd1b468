"""Whom the text leaves open ("Kepala Bagian terkait", "staf"): who that is in one task."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.domain.posts import Post
from bot.domain.tasks.doers import PERSON, open_name
from bot.domain.tasks.staffing import MOST
from bot.services.post_search import search
from handlers.officials.views import post_of
from handlers.tasks import asking
from handlers.tasks.flow import DESKS, onward
from handlers.tasks.scenes import desk_name
from handlers.tasks.wizard import Wizard
from handlers.turn import Outcome

DESK = "desk"
_DONE = frozenset({"lanjut", "lewati", "lewati semua", "skip", "next", "-", "tidak", "sudah"})


async def written(wizard: Wizard, text: str) -> Outcome:
    """Go on where that is written; a post is taken where only one actor is open."""
    actors = wizard.form.get("actors", ())
    if text.casefold() in _DONE:
        return await press(wizard, "-")
    if len(actors) == 1:
        return await write_desk(wizard.with_fields(actor=actors[0]), text)
    return await onward(wizard)


async def press(wizard: Wizard, value: str) -> Outcome:
    """Take the place of an actor, or "-" for all that are left."""
    actors = wizard.form.get("actors", ())
    if value.isdecimal() and int(value) < len(actors):
        return _ask(wizard, actors[int(value)])
    return await onward(wizard.with_fields(skipped=[*wizard.form.get("skipped", ()), DESKS]))


async def write_desk(wizard: Wizard, text: str) -> Outcome:
    """Find the post that is meant."""
    if text.casefold() in _DONE:
        return await onward(wizard)
    found = search(wizard.scene.office, text, wizard.turn.now)
    if len(found) == 1:
        return await _set(wizard, found[0].key)
    return _ask(wizard, wizard.form["actor"], found, again=True)


async def press_desk(wizard: Wizard, value: str) -> Outcome:
    """Take a post, or oneself ("me"), or drop whoever is at a place ("x1"); else leave it so."""
    person = wizard.turn.person
    if value.startswith("x"):
        known = _known(wizard, wizard.form["actor"])
        kept = [desk for place, desk in enumerate(known) if str(place) != value[1:]]
        return _ask(_with(wizard, kept), wizard.form["actor"])
    if value == "me" and person is not None:
        return await _set(wizard, f"{PERSON}{person.id}")
    post = post_of(wizard.scene.office, value)
    return await (_set(wizard, post.key) if post else onward(wizard))


def _ask(wizard: Wizard, actor: str, found: Sequence[Post] = (), *, again: bool = False) -> Outcome:
    members = [desk_name(wizard.scene, desk) for desk in _known(wizard, actor)]
    asked = asking.Desk(actor, members, found, again)
    return wizard.waits(DESK, partial(asking.desk, wizard.turn, asked), actor=actor)


def _known(wizard: Wizard, actor: str) -> list[str]:
    return list(wizard.form.get("desks", {}).get(open_name(actor), ()))


async def _set(wizard: Wizard, desk: str) -> Outcome:
    """Add somebody to those who stand for the actor."""
    own = dict.fromkeys((*_known(wizard, wizard.form["actor"]), desk))
    return await onward(_with(wizard, list(own)[:MOST]))


def _with(wizard: Wizard, desks: list[str]) -> Wizard:
    known, actor = wizard.form.get("desks", {}), open_name(wizard.form["actor"])
    others = {name: own for name, own in known.items() if name != actor}
    return wizard.with_fields(desks={**others, actor: desks} if desks else others)
