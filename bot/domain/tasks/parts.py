"""What of the tasks under way concerns one person, so that the store can look for it.

The store knows each open step with its edition, and the desks that a task itself names for it;
whom the text's own desks reach is found here anew, for posts and their holders change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.directory import Directory
from bot.domain.tasks.doers import Crew
from bot.domain.tasks.steps import steps_of
from bot.domain.tasks.task import OPEN, Task
from knowledge.model import ServiceStandard

BY_TEXT = ""
"""In the place of a desk: whoever the standard's text names."""


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step of a task that is still to do; `is_turn` tells that its turn has come."""

    task_id: int
    step: str
    edition: str
    desk: str
    due_at: datetime | None
    is_turn: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part: desks that reach him, by edition the steps that the text gives him.

    Of the editions in `leads` he sees every task, as of those that are his own.
    """

    person_id: int
    desks: frozenset[str] = frozenset()
    steps: Mapping[str, frozenset[str]] = field(default_factory=dict)
    leads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answering:
    """The tasks that some posts answer for: by their edition, or as the starter's post."""

    editions: frozenset[str]
    posts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Moment:
    """An office at an instant; `named` finds the post that a printed name means."""

    office: Directory
    now: datetime
    named: Callable[[str], str | None]


def open_steps(crew: Crew) -> tuple[OpenStep, ...]:
    """Return the steps of a task that are still to do, one for each desk; of an ended one none."""
    task = crew.task
    if task.state not in OPEN:
        return ()
    found = task.outlook
    return tuple(
        OpenStep(task.id, step, task.edition, desk, found.due.get(step), step in found.turns)
        for step in dict.fromkeys((*found.turns, *found.due))
        for desk in _desks(crew, step)
    )


def _desks(crew: Crew, step: str) -> tuple[str, ...]:
    given, by_text = crew.given(step)
    return (*given, BY_TEXT) if by_text else given


def part_of(
    person_id: int,
    editions: Mapping[str, ServiceStandard],
    desks: Iterable[str],
    moment: Moment,
) -> Part:
    """Return a person's part in the tasks of these editions; `desks` are those that tasks name."""
    posts = moment.office.acts_for(person_id, moment.now)
    steps: dict[str, frozenset[str]] = {}
    leads = set()
    reached: dict[str, bool] = {}

    def reaches(crew: Crew, desk: str) -> bool:
        if desk not in reached:
            doer = crew.at_desk(desk)
            reached[desk] = doer is not None and doer.person_id == person_id
        return reached[desk]

    for edition, standard in editions.items():
        crew = _crew(standard, moment)
        own = (s for s in steps_of(standard) if any(reaches(crew, d) for d in crew.desks(s)))
        steps[edition] = frozenset(own)
        if posts and posts & _leading(crew):
            leads.add(edition)
    nobody = next((_crew(standard, moment) for standard in editions.values()), None)
    given = {d for d in desks if nobody is not None and reaches(nobody, d)}
    return Part(person_id, frozenset(given), steps, frozenset(leads))


def answering(
    posts: frozenset[str], editions: Mapping[str, ServiceStandard], moment: Moment
) -> Answering:
    """Return what these posts answer for."""
    office, now = moment.office, moment.now
    own = {
        edition
        for edition, standard in editions.items()
        if (post := _crew(standard, moment).responsible()) is not None
        and office.present(post, now) in posts
    }
    keys = {key for key in (*office.posts, *posts) if office.present(key, now) in posts}
    return Answering(frozenset(own), frozenset(keys))


def _leading(crew: Crew) -> frozenset[str]:
    """Return the post responsible for a standard and those above it."""
    post = crew.responsible()
    if post is None:
        return frozenset()
    office, now = crew.office, crew.now
    return frozenset({office.present(post, now), *office.superiors(post, now)})


def _crew(standard: ServiceStandard, moment: Moment) -> Crew:
    """Return the crew of a task of which nothing but its standard is known."""
    now = moment.now
    task = Task(0, "", "", standard.id, standard.title, "", None, 0, None, now, now)
    return Crew(task, standard, moment.office, now, moment.named)
