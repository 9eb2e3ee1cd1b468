"""What a term or a lesson would change, found out before it is put in force.

Answers given before are asked for again, with and without it; so are questions that wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.questions import Question, QuestionState
from bot.services.ports import UnitOfWork
from knowledge.finding.answers import Reply, ReplyKind, Topic
from knowledge.finding.finder import Finder

SAMPLE = 500
"""So many of the newest answered questions are looked at."""

WAITING = 1000
"""So many questions that wait are looked at, the newest."""

_MOST_ASKED = 60  # questions asked anew: more would keep others waiting
_GIVEN = (ReplyKind.ANSWER, ReplyKind.CHOICE)


@dataclass(frozen=True, slots=True)
class Changed:
    """An earlier question, the reply that it gets now, and the one that it would get."""

    text: str
    before: Reply
    after: Reply


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Earlier questions that would be answered otherwise, and waiting ones that would be."""

    changed: tuple[Changed, ...] = ()
    answered: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparing:
    """The finder as it is and as it would be; `touches` tells cheaply what can change at all."""

    now: Finder
    then: Finder
    touches: Callable[[str], bool]

    async def over(self, work: UnitOfWork, without: Sequence[int] = ()) -> Rehearsal:
        """Compare over the stored questions, but for those that the change is meant for."""
        earlier = await work.questions.answered(SAMPLE)
        waiting = await work.questions.unanswered(WAITING)
        changed = self._changed(q for q in earlier if q.id not in without)
        return Rehearsal(tuple(changed), tuple(self._answered(waiting)))

    def _changed(self, questions: Iterator[Question]) -> Iterator[Changed]:
        seen: set[tuple[str, str | None]] = set()
        for question in questions:
            key = question.text, question.about
            if not question.text or key in seen or not self.touches(question.text):
                continue
            seen.add(key)
            if len(seen) > _MOST_ASKED:
                return
            before, after = _asked(self.now, question), _asked(self.then, question)
            if _is_given(before) and _said(before) != _said(after):
                yield Changed(question.text, before, after)

    def _answered(self, questions: Sequence[Question]) -> Iterator[Question]:
        touched = [q for q in questions if self.touches(q.text)]
        for question in touched[:_MOST_ASKED]:
            if _is_given(_asked(self.then, question)):
                yield question


async def settle(work: UnitOfWork, questions: Sequence[Question], lesson: int | None) -> None:
    """Note that questions are answered, by a lesson or (None) since a term is understood."""
    await work.questions.settle([q.id for q in questions], QuestionState.ANSWERED, lesson)


def _asked(finder: Finder, question: Question) -> Reply:
    return finder.ask(question.text, Topic(question.about), language=question.language)


def _is_given(reply: Reply) -> bool:
    """Say whether a reply answers, or lets choose; what is only near leaves the question open."""
    return reply.kind in _GIVEN and not reply.leaves_open


def _said(reply: Reply) -> tuple[object, ...]:
    """Return what a reply tells, apart from what it leads to."""
    return reply.kind, reply.form, dict(reply.values), reply.citations, reply.options
