"""Who stands for an actor ("Staf"), or does a step: named by who leads, or invited by a link."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.errors import DomainError
from bot.domain.posts import Post
from bot.domain.tasks.calls import TaskCall
from bot.domain.tasks.doers import PERSON, open_name
from bot.domain.tasks.staffing import VALID_FOR, desks_at
from bot.domain.tasks.task import TaskAct
from bot.services.post_search import search
from handlers.buttons import Button, Rows
from handlers.forms import CLOSED, Form, opened
from handlers.officials.forms import taking
from handlers.officials.views import code_of, post_of
from handlers.replies import Message
from handlers.task_buttons import OnTask
from handlers.tasks.asking import open_actors
from handlers.tasks.asking import said as labelled
from handlers.tasks.deeds import TaskDeed
from handlers.tasks.doing import act, planned, refusal
from handlers.tasks.joining import PREFIX
from handlers.tasks.scenes import TaskScene
from handlers.turn import Outcome, Turn

NAME = "task_staff"
_CODE, _CODE_BYTES = 6, 12  # hexadecimal digits; random bytes of a link's code
_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Group:
    """The doers that are looked at: of one step, or of an actor in all steps of a task."""

    seen: TaskScene
    step: str | None
    actor: str = ""

    @property
    def desks(self) -> tuple[str, ...]:
        """Return who is named there."""
        return desks_at(self.seen.task, self.step, self.actor)

    def argument(self, deed: str, value: str = "") -> str:
        """Return what a button of this group carries."""
        return f"{code_of_actor(self.actor)}:{deed}:{value}"

    async def with_desks(self, desks: Sequence[str]) -> Group:
        """Name these; raises DomainError."""
        call = replace(self._call(TaskAct.STAFF), desks=tuple(desks))
        return replace(self, seen=await act(self.seen.turn, call))

    async def with_link(self, digest: str) -> Group:
        """Open an invitation; raises DomainError."""
        call = replace(self._call(TaskAct.INVITE), invite=digest)
        return replace(self, seen=await act(self.seen.turn, call))

    def _call(self, wanted: TaskAct) -> TaskCall:
        person = self.seen.turn.person
        by = person.id if person else None
        return TaskCall(self.seen.task.id, wanted, by, self.step, actor=self.actor)


async def press(seen: TaskScene, meaning: OnTask, number: str | None) -> Outcome:
    """Show a group, or change it: "code:deed:value", where the code is an actor's, or none."""
    code, deed, value = (*meaning.argument.split(":", 2), "", "", "")[:3]
    group = _group(seen, number, code)
    if not seen.may(TaskAct.STAFF, number):
        raise DomainError("task.not_allowed")
    if deed == "link":
        return await _link(group)
    if deed in ("add", "drop"):
        group = await group.with_desks(_changed(group, deed, value))
    return _shown(group)


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Find the post that is meant, and add it."""
    seen = await TaskScene.of(turn, int(form["task"]))
    if seen is None:
        return None
    try:
        group = _group(seen, form["step"], form["actor"])
        found = search(seen.scene.office, turn.text, turn.now)
        if len(found) != 1:
            return _shown(group, found, "pick_post" if found else "no_post")
        return _shown(await group.with_desks((*group.desks, found[0].key)))
    except DomainError as error:
        return replace(refusal(turn, error), remember=CLOSED)


def code_of_actor(actor: str) -> str:
    """Return the short code of an actor's name that buttons carry; "" for none."""
    return hashlib.sha256(open_name(actor).encode()).hexdigest()[:_CODE] if actor else ""


def _group(seen: TaskScene, number: str | None, code: str) -> Group:
    """Return the group that is meant; raises DomainError("task.no_such_step")."""
    if number is not None:
        return Group(seen, planned(seen, number).number)
    actors = (one for one in open_actors(seen.view) if code_of_actor(one) == code)
    actor = next(actors, None)
    if actor is None:
        raise DomainError("task.no_such_step")
    return Group(seen, None, actor)


def _changed(group: Group, deed: str, value: str) -> Sequence[str]:
    """Return the desks with one more, or without the one at a place."""
    known, seen = group.desks, group.seen
    if deed == "drop":
        if not value.isdecimal() or int(value) >= len(known):
            raise DomainError("task.no_desk")
        return [desk for place, desk in enumerate(known) if place != int(value)]
    person = seen.turn.person
    if value == "me" and person is not None:
        return (*known, f"{PERSON}{person.id}")
    post = post_of(seen.scene.office, value)
    if post is None:
        raise DomainError("task.no_desk")
    return (*known, post.key)


async def _link(group: Group) -> Outcome:
    """Open an invitation and show its link; only a digest of its code is kept."""
    code = secrets.token_urlsafe(_CODE_BYTES)
    group = await group.with_link(hashlib.sha256(code.encode()).hexdigest())
    turn, task = group.seen.turn, group.seen.task
    link = f"https://t.me/{turn.bot_name}?start={PREFIX}{task.id}_{code}"
    until = turn.now + VALID_FOR
    html = turn.render(
        "tasks.staff_link", name=task.name, actor=_about(group), link=link, until=until
    )
    return Outcome((Message(html),))


def _shown(group: Group, found: Sequence[Post] = (), said: str = "") -> Outcome:
    """Show who is named; what is written then is one more."""
    seen, turn = group.seen, group.seen.turn
    names = [seen.desk(desk) for desk in group.desks]
    html = turn.render("tasks.staff", name=seen.task.name, actor=_about(group), members=names)
    above = f"{turn.render(f'tasks.{said}')}\n\n" if said else ""
    form = {"task": seen.task.id, "step": group.step, "actor": code_of_actor(group.actor)}
    remember = opened(NAME, **form, at=turn.now.isoformat())
    return Outcome((Message(f"{above}{html}", _rows(group, found, names)),), remember=remember)


def _rows(group: Group, found: Sequence[Post], names: Sequence[str]) -> Rows:
    """Return a button for each that may be added or removed, and for a link."""
    seen, turn = group.seen, group.seen.turn

    def row(label: str, deed: str, value: str = "") -> tuple[Button, ...]:
        return (seen.labelled(label, TaskDeed.STAFF, group.step, group.argument(deed, value)),)

    rows = [row(f"➕ {post.name}", "add", code_of(post.key)) for post in found[:_CHOICES]]
    rows += [row(f"✖ {name}", "drop", str(place)) for place, name in enumerate(names)]
    if turn.person is not None and f"{PERSON}{turn.person.id}" not in group.desks:
        rows.append(row(labelled(turn, "myself"), "add", "me"))
    rows.append(row(labelled(turn, "staff_link"), "link"))
    back = TaskDeed.STEP if group.step else TaskDeed.MEMBERS
    return (*rows, (seen.button("back", back, group.step),))


def _about(group: Group) -> str:
    """Return how texts call the group: the actor, or the step's number."""
    return group.actor or group.step or ""
