"""Who stands for an actor whom the text leaves open ("Staf"), or does a step: people and posts.

All of them are told, and the first who has done the step has done it. They are named by whoever
leads, or join by a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.errors import DomainError
from bot.domain.tasks.doers import PERSON, open_name
from bot.domain.tasks.task import Task

MOST = 30
"""Desks of one actor or step."""

VALID_FOR = timedelta(days=7)
_OPEN_LINKS = 20  # of one task; the oldest goes


def desks_at(task: Task, step: str | None, actor: str) -> tuple[str, ...]:
    """Return who is named in a task: for a step, or for an actor of any step."""
    if step is not None:
        return task.fact(step).desks
    wanted = open_name(actor)
    return next((desks for name, desks in task.desks.items() if open_name(name) == wanted), ())


def staffed(task: Task, step: str | None, actor: str, desks: tuple[str, ...]) -> Task:
    """Return the task with these desks there; none: whoever the text means, as before.

    Raises DomainError("task.too_many").
    """
    found = tuple(dict.fromkeys(desks))
    if len(found) > MOST:
        raise DomainError("task.too_many", most=MOST)
    if step is not None:
        return task.with_fact(replace(task.fact(step), desks=found))
    wanted = open_name(actor)
    others = {name: own for name, own in task.desks.items() if open_name(name) != wanted}
    return replace(task, desks={**others, wanted: found} if found else others)


def invited(task: Task, digest: str, step: str | None, actor: str, now: datetime) -> Task:
    """Return the task with an open invitation to be among the doers there."""
    alive = {d: one for d, one in task.invites.items() if _is_open(one, now)}
    while len(alive) >= _OPEN_LINKS:
        alive.pop(next(iter(alive)))
    until = (now + VALID_FOR).isoformat()
    invitation = {"until": until, "actor": actor} | ({"step": step} if step else {})
    return replace(task, invites={**alive, digest: invitation})


def invitation_of(task: Task, digest: str, now: datetime) -> tuple[str | None, str]:
    """Return where an invitation leads: the step, or else the actor.

    Raises DomainError("task.no_invite").
    """
    found = task.invites.get(digest)
    if found is None or not _is_open(found, now):
        raise DomainError("task.no_invite")
    return found.get("step"), found.get("actor", "")


def joined(task: Task, digest: str, person_id: int, now: datetime) -> Task:
    """Return the task with one more person where his invitation leads.

    Raises DomainError: task.no_invite, task.too_many.
    """
    step, actor = invitation_of(task, digest, now)
    desks = desks_at(task, step, actor)
    return staffed(task, step, actor, (*desks, f"{PERSON}{person_id}"))


def _is_open(invitation: Mapping[str, str], now: datetime) -> bool:
    return datetime.fromisoformat(invitation["until"]) > now
