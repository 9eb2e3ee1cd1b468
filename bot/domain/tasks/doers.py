"""Who does a step: desks by the text and by what was said at the start, and people at a moment.

A desk is the key of a post, or PERSON with Telegram's id for somebody who holds none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.directory import Directory, Reach
from bot.domain.tasks.steps import steps_of
from bot.domain.tasks.task import Task
from knowledge.model import ServiceStandard

PERSON = "#"


@dataclass(frozen=True, slots=True)
class Doer:
    """A person who is told of a step, at which desk, and how he was reached.

    `reach` is None for a person without a post.
    """

    person_id: int
    desk: str
    reach: Reach | None = None

    @property
    def is_stand_in(self) -> bool:
        """Tell whether the one that was meant could not be reached."""
        reach = self.reach
        return reach is not None and bool(reach.tried or reach.substitute_for)


@dataclass(frozen=True, slots=True)
class Crew:
    """The doers of a task: `named` finds the key of the post that a printed name means, or None."""

    task: Task
    standard: ServiceStandard
    office: Directory
    now: datetime
    named: Callable[[str], str | None]

    def desks(self, number: str) -> tuple[str, ...]:
        """Return the desks of a step: those it was passed on to, of its actors, the implementers.

        A step without actors has those of the step above it.
        """
        if passed_on := self.task.fact(number).desks:
            return passed_on
        actors = actors_of(self.standard, number)
        found = _each(desk for name in actors for desk in self._of(name))
        return found or self._implementers()

    def given(self, number: str) -> tuple[tuple[str, ...], bool]:
        """Return the desks that this task itself names for a step, and whether the text's hold too.

        Those it was passed on to hold alone; who was named for an actor stands beside the posts
        that the text names.
        """
        if passed_on := self.task.fact(number).desks:
            return passed_on, False
        actors = actors_of(self.standard, number)
        named = [name for name in actors if self.named(name) is not None]
        given = _each(desk for name in actors if name not in named for desk in self._of(name))
        return given, bool(named) or not given

    def doers(self, number: str) -> tuple[Doer, ...]:
        """Return who is told of a step now; nobody twice, and the owner if nobody is reached."""
        found: dict[int, Doer] = {}
        for desk in self.desks(number):
            doer = self.at_desk(desk)
            if doer is not None:
                found.setdefault(doer.person_id, doer)
        if not found and (owner := self.owner()) is not None:
            found[owner.person_id] = owner
        return tuple(found.values())

    def before(self, gone: Collection[int]) -> Crew:
        """Return the crew as it was while some people could still be reached."""
        office = replace(self.office, unreachable=self.office.unreachable - frozenset(gone))
        return replace(self, office=office)

    def above(self, number: str, level: int) -> tuple[Doer, ...]:
        """Return who stands so many steps above the desks of a step; not its doers again."""
        doers = {doer.person_id for doer in self.doers(number)}
        found: dict[int, Doer] = {}
        for desk in self.desks(number):
            over = self._over(desk, level)
            doer = None if over is None else self.at_desk(over)
            doer = doer or self.owner()
            if doer is not None and doer.person_id not in doers:
                found.setdefault(doer.person_id, doer)
        return tuple(found.values())

    def at_desk(self, desk: str) -> Doer | None:
        """Return who has a desk at this moment, or None if nobody of the office is reached."""
        if desk.startswith(PERSON):
            return self._person(int(desk[1:]), desk)
        reach = self.office.reach(desk, self.now)
        if reach.person_id is None or reach.post is None:
            return None
        return Doer(reach.person_id, desk, reach)

    def owner(self) -> Doer | None:
        """Return the task's owner, else whoever can be reached for the post responsible."""
        found = self._person(self.task.owner, f"{PERSON}{self.task.owner}")
        if found is not None:
            return found
        post = self.task.post or self.responsible()
        return self.at_desk(post) if post is not None else None

    def responsible(self) -> str | None:
        """Return the post that the standard names as responsible."""
        return self.named(self.standard.responsible) if self.standard.responsible else None

    def superior(self, desk: str) -> Doer | None:
        """Return who decides about a desk's time: the post above, else the owner."""
        over = self._over(desk, 1)
        return (self.at_desk(over) if over is not None else None) or self.owner()

    def _person(self, person_id: int, desk: str) -> Doer | None:
        """Return a person, or his substitute while he is away; None if the bot is blocked."""
        away = self.office.absence(person_id, self.now)
        if away is not None and away.substitute is not None:
            person_id = away.substitute
        gone = self.office.is_away(person_id, self.now) or person_id in self.office.unreachable
        return None if gone else Doer(person_id, desk)

    def _of(self, name: str) -> tuple[str, ...]:
        post = self.named(name)
        if post is not None:
            return (post,)
        wanted = open_name(name)
        said = (desks for known, desks in self.task.desks.items() if open_name(known) == wanted)
        return next(said, ())

    def _implementers(self) -> tuple[str, ...]:
        named = _each(desk for name in self.standard.implementers for desk in self._of(name))
        responsible = self.responsible()
        return named or ((responsible,) if responsible is not None else ())

    def _over(self, desk: str, level: int) -> str | None:
        """Return the post so many steps above a desk, or the highest there is."""
        if desk.startswith(PERSON):
            held = self.office.posts_of(int(desk[1:]), self.now)
            if not held:
                return self.task.post or self.responsible()
            desk = held[0].post
        above = list(self.office.superiors(desk, self.now))
        return above[min(level, len(above)) - 1] if above else None


def actors_of(standard: ServiceStandard, number: str) -> tuple[str, ...]:
    """Return the actors of a step, or of the nearest step above it that names any."""
    steps = steps_of(standard)
    while number:
        found = steps.get(number)
        if found is not None and found.actors:
            return found.actors
        number = number.rpartition(".")[0]
    return ()


def unnamed_actors(
    standard: ServiceStandard, numbers: Iterable[str], named: Callable[[str], str | None]
) -> tuple[str, ...]:
    """Return the names that leave open who that is ("Kepala Bagian terkait"), each once."""
    found = (name for number in numbers for name in actors_of(standard, number))
    first: dict[str, str] = {}
    for name in found:
        if named(name) is None:
            first.setdefault(open_name(name), name)
    return tuple(first.values())


def open_name(name: str) -> str:
    """Return the name by which is kept who that is in a task: "Staf" and "staf" are one."""
    return " ".join(name.casefold().split())


def _each(desks: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(desks))
