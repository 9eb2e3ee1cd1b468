"""What the buttons of these screens do. Every press is checked anew: codes can be forged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.domain.errors import DomainError
from bot.domain.posts import Holding, Post, Tenure
from bot.services.post_search import search
from handlers.buttons import Staff
from handlers.forms import CLOSED, waiting
from handlers.heard import Press
from handlers.markup import plain
from handlers.officials import appointing, editing, joining, leaving
from handlers.officials.screens import card, listing, refusal
from handlers.officials.views import Scene, code_of, post_of
from handlers.replies import Message
from handlers.turn import Edit, Notice, Outcome, Turn

Pressed: TypeAlias = Callable[[Turn, Press, Staff], Awaitable[Outcome | None]]


async def press(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    """Do what a button of posts and officials says; None if it says nothing any more."""
    act = _FOR_ALL.get(meaning.act)
    if act is not None:
        return await act(turn, pressed, meaning)
    act = _FOR_ADMINS.get(meaning.act)
    if act is None:
        return None
    if refusal(turn) is not None:
        return Outcome(notice=Notice(turn.render("notices.admins_only"), alert=True))
    try:
        return await act(turn, pressed, meaning)
    except DomainError as error:
        said = plain(turn.render(f"errors.{error.key}", **error.values))
        return Outcome(notice=Notice(said, alert=True))


async def _list(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    if not meaning.subject.isdecimal():
        return None
    scene = await Scene.of(turn)
    found = search(scene.office, meaning.detail, turn.now)
    return _shown(pressed, listing(scene, found, meaning.detail, int(meaning.subject)))


async def _card(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    scene = await Scene.of(turn)
    post = post_of(scene.office, meaning.subject)
    return _shown(pressed, card(scene, post)) if post else None


async def _appoint(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    post = post_of((await Scene.of(turn)).office, meaning.subject)
    if post is None or meaning.detail not in set(Holding):
        return None
    return await appointing.begin(turn, post, Holding(meaning.detail))


async def _edit(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    post = post_of((await Scene.of(turn)).office, meaning.subject)
    if post is None and meaning.act != "new":
        return None
    return await editing.begin(turn, meaning.act, post)


async def _itself(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    """Let an old post be itself again."""
    post = post_of((await Scene.of(turn)).office, meaning.subject)
    if post is None:
        return None
    changed = await turn.office.posts.replace(turn.work, post.key, None, None)
    return await _again(turn, pressed, changed)


async def _desk(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    """Make a post the service desk, or let there be none."""
    post = post_of((await Scene.of(turn)).office, meaning.subject)
    if post is None:
        return None
    key = post.key if meaning.detail == "+" else None
    by = turn.person.id if turn.person else None
    await turn.office.posts.set_service_desk(turn.work, key, by)
    return await _again(turn, pressed, post)


async def _loader(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    """Let the holders of a post load standards, or not any more."""
    post = post_of((await Scene.of(turn)).office, meaning.subject)
    if post is None:
        return None
    by = turn.person.id if turn.person else None
    allowed = meaning.detail == "+"
    await turn.office.posts.set_loader(turn.work, post.key, by, allowed=allowed)
    return await _again(turn, pressed, post)


async def _invite(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    tenure = await _tenure(turn, meaning)
    return Outcome(await appointing.invite(turn, tenure)) if tenure else None


async def _finish(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    """End a tenure or undo its binding; asks first."""
    tenure = await _tenure(turn, meaning)
    if tenure is None:
        return None
    scene = await Scene.of(turn)
    if meaning.detail != "+":
        held = scene.held(tenure)
        values = {"name": held.name, "post": held.post, "holding": held.holding}
        html = turn.render(f"officials.ask_{meaning.act}", **values)
        row = appointing.ended_buttons(turn, tenure, meaning.act)
        return _shown(pressed, Message(html, (row,)))
    if meaning.act == "end":
        await turn.office.appointments.end(turn.work, tenure.id, turn.now, turn.now)
    else:
        await turn.office.appointments.release(turn.work, tenure.id, turn.now)
    post = scene.office.posts.get(scene.office.present(tenure.post, turn.now))
    return await _again(turn, pressed, post) if post else None


async def _leave(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    """Begin the leave of who presses; with a tenure, that of its holder, for admins."""
    if not meaning.subject:
        held = (
            (await Scene.of(turn)).office.posts_of(turn.person.id, turn.now) if turn.person else ()
        )
        return await leaving.begin(turn, turn.person.id) if turn.person and held else None
    if refusal(turn) is not None:
        return Outcome(notice=Notice(turn.render("notices.admins_only"), alert=True))
    tenure = await _tenure(turn, meaning)
    if tenure is None or tenure.person_id is None:
        return None
    return await leaving.begin(turn, tenure.person_id)


async def _back(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    return await leaving.come_back(turn)


async def _join(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    return await joining.press(turn, pressed, meaning.subject, meaning.detail)


async def _step(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    """Take a button for the form that waits, if it still waits at that step."""
    form = waiting(turn)
    if form is None or form.get("step") != meaning.subject:
        return None
    if form["name"] == leaving.NAME:
        return await leaving.press(turn, form, meaning.detail)
    if refusal(turn) is not None:
        return Outcome(notice=Notice(turn.render("notices.admins_only"), alert=True))
    if form["name"] == appointing.NAME:
        return await appointing.press(turn, form, meaning.detail)
    return await editing.press(turn, form, meaning.detail) if form["name"] == editing.NAME else None


async def _cancel(turn: Turn, pressed: Press, meaning: Staff) -> Outcome | None:
    """Close the form, if one of these waits."""
    form = waiting(turn)
    if form is None or form.get("name") not in (leaving.NAME, appointing.NAME, editing.NAME):
        return None
    return replace(turn.say("commands.cancelled"), remember=CLOSED)


def _shown(pressed: Press, message: Message) -> Outcome:
    """Change the message under which the button stands, or send another one if it is gone."""
    if pressed.message_id is None:
        return Outcome((message,))
    return Outcome(edit=Edit(pressed.message_id, message))


async def _again(turn: Turn, pressed: Press, post: Post) -> Outcome | None:
    """Show a post's card after a change."""
    return await _card(turn, pressed, Staff("card", code_of(post.key)))


async def _tenure(turn: Turn, meaning: Staff) -> Tenure | None:
    if not meaning.subject.isdecimal():
        return None
    return await turn.work.posts.tenure(int(meaning.subject))


_FOR_ALL: Mapping[str, Pressed] = {
    "join": _join,
    "leave": _leave,
    "back": _back,
    "step": _step,
    "cancel": _cancel,
}
_FOR_ADMINS: Mapping[str, Pressed] = {
    "list": _list,
    "card": _card,
    "appoint": _appoint,
    "itself": _itself,
    "desk": _desk,
    "loader": _loader,
    "invite": _invite,
    "end": _finish,
    "release": _finish,
    **dict.fromkeys(editing.STEPS, _edit),
}
