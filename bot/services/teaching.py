"""What the office decides about a question: a link, an answer of its own, or that it is none of it.

Whatever is decided holds from the next question on; it can be taken back, and nothing is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.errors import DomainError
from bot.domain.learning import LessonKind, OpenQuestion, StoredLesson
from bot.domain.questions import Question, QuestionState
from bot.services.finding import FinderHolder
from bot.services.learning import lesson_of, lessons_of, stored_place
from bot.services.ports import UnitOfWork
from bot.services.rehearsing import Comparing, Rehearsal, settle
from knowledge.finding.answers import Reply, ReplyKind, Topic
from knowledge.finding.finder import Finder
from knowledge.finding.lessons import NO_TOPIC
from knowledge.finding.linking import Place

ANSWER_LIMIT = 2000
"""The longest answer of the office (letters): one screen, with its frame."""

_NEWEST = 2**62  # the id of a lesson that is rehearsed: of several for one question it holds
_UNKNOWN = ReplyKind.UNKNOWN.value


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides for the office, in the right of which post (None: the admin), and how held."""

    person_id: int | None
    post: str | None = None
    holding: str | None = None


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """A lesson before it is in force: the reply that it would give, and what it changes."""

    lesson: StoredLesson
    reply: Reply
    rehearsal: Rehearsal
    then: Finder


class Teaching:
    """Decides about questions that wait."""

    def __init__(self, finder: FinderHolder) -> None:
        """Rehearse with whatever finder the holder has at the time."""
        self._holder = finder

    def can_be_taught(self, question: OpenQuestion) -> bool:
        """Tell whether it can be known again: "berapa lama?" is a new question each time."""
        return self._holder.finder.stands_alone(question.text)

    def scopes(self, question: OpenQuestion, *, is_link: bool) -> tuple[str | None, ...]:
        """Return for which conversations it may be taught, the usual one first.

        See `knowledge.finding.lessons.Lesson.about`. Who names the standard in the question
        means it wherever he asks.
        """
        if self._holder.finder.names_a_standard(question.text):
            return (None,)
        asked = sorted(question.abouts, key=lambda about: -question.abouts[about])
        talked_about = [about for about in asked if about]
        if talked_about and asked[0]:
            return (*talked_about, None)
        return (NO_TOPIC, *talked_about, None) if is_link else (None, *talked_about)

    def link(self, question: OpenQuestion, place: Place, about: str | None) -> StoredLesson:
        """Return the lesson that links a question to a passage.

        Raises DomainError("lesson.no_passage") if that is gone.
        """
        words = self._holder.finder.words_at(place)
        if words is None:
            raise DomainError("lesson.no_passage")
        lesson = _lesson(LessonKind.LINK, question, words, about)
        return replace(lesson, place=stored_place(place))

    def answer(self, question: OpenQuestion, text: str, about: str | None) -> StoredLesson:
        """Return the lesson that answers a question in the office's own words."""
        text = text.strip()
        if not text or len(text) > ANSWER_LIMIT:
            raise DomainError("lesson.length", limit=ANSWER_LIMIT, length=len(text))
        return _lesson(LessonKind.ANSWER, question, text, about)

    async def plan(
        self, work: UnitOfWork, question: OpenQuestion, lesson: StoredLesson, by: Decider
    ) -> LessonPlan:
        """Find out what a lesson would do; raises DomainError if it would not be given."""
        if not self.can_be_taught(question):
            raise DomainError("lesson.too_general")
        lesson = replace(_signed(lesson, by), id=_NEWEST)
        others = lessons_of(s for s in await work.learning.lessons() if s != question.lost)
        then = self._holder.rehearsal(lessons=[*others, lesson_of(lesson)])
        topic = Topic(lesson.about or None)
        reply = then.ask(question.text, topic)
        if reply.lesson != lesson.id:
            raise DomainError("lesson.not_needed")
        now, signature = self._holder.finder, then.lessons.signature(question.text)
        comparing = Comparing(
            now, then, lambda t: then.lessons.are_same(then.lessons.signature(t), signature)
        )
        rehearsal = await comparing.over(work, without=question.ids)
        return LessonPlan(lesson, reply, rehearsal, then)

    async def teach(
        self, work: UnitOfWork, question: OpenQuestion, plan: LessonPlan, by: Decider, now: datetime
    ) -> tuple[Question, ...]:
        """Put a lesson in force; return the waiting questions that it answers."""
        await self._end_lost(work, question, by, now)
        lesson = replace(plan.lesson, made_by=by.person_id, made_at=now)
        lesson_id = await work.learning.add_lesson(lesson)
        await settle(work, plan.rehearsal.answered, lesson_id)
        judged = [q for q in await self._of(work, question) if q.state is QuestionState.ANSWERED]
        await settle(work, judged, lesson_id)
        return plan.rehearsal.answered

    async def dismiss(
        self, work: UnitOfWork, question: OpenQuestion, reason: str, by: Decider, now: datetime
    ) -> None:
        """Take a question off the list, with the reason."""
        reason = " ".join(reason.split())
        if not reason:
            raise DomainError("lesson.no_reason")
        await self._end_lost(work, question, by, now)
        lesson = _signed(_lesson(LessonKind.DISMISSAL, question, reason, None), by)
        lesson = replace(lesson, made_by=by.person_id, made_at=now)
        lesson_id = await work.learning.add_lesson(lesson)
        for asked in await self._of(work, question):
            answered = asked.state is QuestionState.ANSWERED and asked.kind != _UNKNOWN
            state = QuestionState.ANSWERED if answered else QuestionState.DISMISSED
            await work.questions.settle([asked.id], state, lesson_id)

    async def withdraw(self, work: UnitOfWork, lesson_id: int, by: Decider, now: datetime) -> None:
        """Take a decision back: what it answered or dismissed waits again.

        Raises DomainError("lesson.gone") if it is not in force.
        """
        await work.learning.end_lesson(lesson_id, by.person_id, now)
        for asked in await work.questions.of_lesson(lesson_id):
            is_open = asked.kind == _UNKNOWN
            state = QuestionState.OPEN if is_open else QuestionState.ANSWERED
            await work.questions.settle([asked.id], state, None)

    async def _end_lost(
        self, work: UnitOfWork, question: OpenQuestion, by: Decider, now: datetime
    ) -> None:
        if question.lost is not None:
            await work.learning.end_lesson(question.lost.id, by.person_id, now)

    async def _of(self, work: UnitOfWork, question: OpenQuestion) -> tuple[Question, ...]:
        found = [await work.questions.get(each) for each in question.ids]
        return tuple(one for one in found if one is not None)


def _lesson(kind: LessonKind, question: OpenQuestion, text: str, about: str | None) -> StoredLesson:
    return StoredLesson(
        id=0,
        kind=kind,
        question=question.text,
        text=text,
        made_by=None,
        made_at=question.last,
        about=about,
        instead=question.is_judged,
    )


def _signed(lesson: StoredLesson, by: Decider) -> StoredLesson:
    return replace(lesson, post=by.post, holding=by.holding, made_by=by.person_id)
