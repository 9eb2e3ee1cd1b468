"""Who may do what with a task: the one place where it is decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from bot.domain.tasks.doers import PERSON, Crew
from bot.domain.tasks.task import TaskAct


class TaskRole(StrEnum):
    """What a person is to a task, or to one of its steps."""

    OWNER = "owner"  # has started it
    LEAD = "lead"  # holds the post responsible for the standard, or one above it
    DOER = "doer"  # has the step, or stands in for who has
    SUPERIOR = "superior"  # stands above who has the step, and does not have it himself
    MEMBER = "member"  # has some step of it
    STRANGER = "stranger"


_WORKS = frozenset(
    {
        *(TaskAct.DONE, TaskAct.UNDO, TaskAct.NOTE, TaskAct.EVENT, TaskAct.PASS_ON),
        *(TaskAct.STAFF, TaskAct.INVITE),
    }
)
_DECIDES = frozenset({TaskAct.AGREE, TaskAct.REFUSE})
_LEADS = _WORKS | _DECIDES | {
    TaskAct.MOVE, TaskAct.PAUSE, TaskAct.RESUME, TaskAct.FINISH, TaskAct.CANCEL,
    TaskAct.LADDER,
}  # fmt: skip

RIGHTS: Mapping[TaskRole, frozenset[TaskAct]] = {
    TaskRole.OWNER: _LEADS,
    TaskRole.LEAD: _LEADS,
    TaskRole.DOER: _WORKS | {TaskAct.ASK_TIME},
    TaskRole.SUPERIOR: _WORKS | _DECIDES,
    TaskRole.MEMBER: frozenset(),
    TaskRole.STRANGER: frozenset(),
}
"""What each role may do, as far as the task's state allows it; all but strangers may read."""


def may(person_id: int, act: TaskAct, crew: Crew, step: str | None = None) -> bool:
    """Tell whether a person may do this to a task, or to one of its steps.

    Nobody gives himself more time while somebody above can decide, unless he leads the procedure.
    """
    found = roles(person_id, crew, step)
    if act in _DECIDES and step and TaskRole.DOER in found and TaskRole.LEAD not in found:
        deciders = {d.person_id for desk in crew.desks(step) if (d := crew.superior(desk))}
        if deciders - {person_id}:
            return False
    return any(act in RIGHTS[role] for role in found)


def may_read(person_id: int, crew: Crew, steps: Iterable[str]) -> bool:
    """Tell whether a person may see the task: whoever has any of its steps or leads it."""
    if roles(person_id, crew) != {TaskRole.STRANGER}:
        return True
    return any(person_id in {d.person_id for d in crew.doers(step)} for step in steps)


def roles(person_id: int, crew: Crew, step: str | None = None) -> set[TaskRole]:
    """Return what a person is to a task, and to a step of it."""
    found: set[TaskRole] = set()
    office, now = crew.office, crew.now
    posts = office.acts_for(person_id, now)
    if person_id == crew.task.owner:
        found.add(TaskRole.OWNER)
    responsible = crew.responsible()
    if responsible is not None and posts & {
        office.present(responsible, now),
        *office.superiors(responsible, now),
    }:
        found.add(TaskRole.LEAD)
    if step is not None:
        desks = crew.desks(step)
        reached = {doer.person_id for doer in crew.doers(step)}
        held = {office.present(desk, now) for desk in desks if not desk.startswith(PERSON)}
        if person_id in reached or posts & held or f"{PERSON}{person_id}" in desks:
            found.add(TaskRole.DOER)
        elif person_id in {
            doer.person_id for desk in desks if (doer := crew.superior(desk))
        } or any(posts & set(office.superiors(desk, now)) for desk in held):
            found.add(TaskRole.SUPERIOR)
    return found or {TaskRole.STRANGER}


def may_start(person_id: int, crew: Crew, *, for_all: bool) -> bool:
    """Tell whether a person may start a task from the crew's standard.

    Whoever holds a post of the standard's unit, one of those it names, or one above or below the
    one responsible; with `for_all`, which the admin decides, every official.
    """
    office, now = crew.office, crew.now
    held = office.acts_for(person_id, now)
    if not held:
        return False
    responsible = crew.responsible()
    return for_all or any(_belongs(post, responsible, crew) for post in held)


def _belongs(post: str, responsible: str | None, crew: Crew) -> bool:
    office, now, standard = crew.office, crew.now, crew.standard
    if responsible is not None:
        lead = office.present(responsible, now)
        if lead in (post, *office.superiors(post, now)) or post in office.superiors(lead, now):
            return True
    known = office.posts.get(post)
    if known is not None and known.unit is not None and known.unit == standard.unit:
        return True
    named = (*standard.implementers, *_actors(crew))
    return any(
        key is not None and office.present(key, now) == post for key in map(crew.named, named)
    )


def _actors(crew: Crew) -> Iterable[str]:
    for step in crew.standard.walk_steps():
        yield from step.actors
