"""Questions that wait for the office, put together where several have asked the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.domain.learning import LessonKind, OpenQuestion, StoredLesson
from bot.domain.questions import Question, QuestionState
from bot.services.finding import FinderHolder
from bot.services.ports import UnitOfWork
from bot.services.rehearsing import WAITING
from knowledge.finding.lessons import Lessons
from knowledge.finding.signature import Signature

_WORDINGS = 3  # ways in which it was asked that are shown


class OpenQuestions:
    """Finds what nobody and nothing has answered."""

    def __init__(self, finder: FinderHolder) -> None:
        """Tell questions apart with whatever finder the holder has at the time."""
        self._holder = finder

    async def all(self, work: UnitOfWork) -> tuple[OpenQuestion, ...]:
        """Return them, the most frequent first, of as frequent ones the newest."""
        lessons = self._holder.finder.lessons
        groups = _Groups(lessons)
        for question in await work.questions.unanswered(WAITING):
            groups.add(question, judged=False)
        for question in await work.questions.unhelpful(WAITING):
            groups.add(question, judged=True)
        for lost in await self._lost(work, lessons):
            for question in await work.questions.of_lesson(lost.id):
                groups.add(question, judged=lost.instead)
            groups.lose(lost)
        found = [group.open() for group in groups.all() if group.questions or group.lost]
        return tuple(sorted(found, key=lambda one: (-one.count, -one.last.timestamp())))

    async def holding(self, work: UnitOfWork, ref: int) -> OpenQuestion | None:
        """Return the one that a question belongs to, or, below zero, the lesson that was lost."""
        for one in await self.all(work):
            if ref in one.ids or (one.lost is not None and one.lost.id == -ref):
                return one
        return None

    async def _lost(self, work: UnitOfWork, lessons: Lessons) -> list[StoredLesson]:
        """Return the links whose passage is gone."""
        if not lessons.lost:
            return []
        stored = await work.learning.lessons()
        return [s for s in stored if s.id in lessons.lost and s.kind is LessonKind.LINK]


@dataclass(slots=True)
class _Group:
    """The questions that are one; those whose answer did not help are kept apart."""

    questions: list[Question] = field(default_factory=list)
    judged: bool = False
    lost: StoredLesson | None = None

    def open(self) -> OpenQuestion:
        """Return it as it is shown."""
        newest = sorted(self.questions, key=lambda q: -q.id)
        times = [q.asked_at for q in newest]
        if self.lost is not None:
            times = times or [self.lost.made_at]
        texts = list(dict.fromkeys(q.text for q in newest)) or [_text_of(self.lost)]
        return OpenQuestion(
            text=texts[0],
            ids=tuple(q.id for q in newest),
            first=min(times),
            last=max(times),
            wordings=tuple(texts[1 : _WORDINGS + 1]),
            abouts=Counter(q.about or "" for q in newest),
            passed_on=sum(q.state is QuestionState.PASSED_ON for q in newest),
            is_judged=self.judged,
            lost=self.lost,
        )


class _Groups:
    def __init__(self, lessons: Lessons) -> None:
        self._lessons = lessons
        self._known: dict[tuple[Signature, bool], _Group] = {}
        self._near: defaultdict[object, list[tuple[Signature, _Group]]] = defaultdict(list)

    def add(self, question: Question, *, judged: bool) -> None:
        if question.text:
            self._of(question.text, judged=judged).questions.append(question)

    def lose(self, lesson: StoredLesson) -> None:
        self._of(lesson.question, judged=lesson.instead).lost = lesson

    def all(self) -> Iterable[_Group]:
        return {id(group): group for group in self._known.values()}.values()

    def _of(self, text: str, *, judged: bool) -> _Group:
        signature = self._lessons.signature(text)
        group = self._known.get((signature, judged))
        if group is not None:
            return group
        bucket = self._near[signature.asks, len(signature.said), judged]
        group = next(self._alike(signature, bucket), None)
        if group is None:
            group = _Group(judged=judged)
            bucket.append((signature, group))
        self._known[signature, judged] = group
        return group

    def _alike(
        self, signature: Signature, bucket: Iterable[tuple[Signature, _Group]]
    ) -> Iterator[_Group]:
        for known, group in bucket:
            if self._lessons.are_same(signature, known):
                yield group


def _text_of(lesson: StoredLesson | None) -> str:
    return lesson.question if lesson else ""
