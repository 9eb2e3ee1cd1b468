"""Follows what the office has taught, by whichever process; and says it in the finder's terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from bot.domain import learning
from bot.domain.learning import LessonKind, OfficeTerm, StoredLesson
from bot.services.finding import FinderHolder
from bot.services.ports import UnitOfWork
from knowledge.finding.lessons import Lesson, OfficeAnswer
from knowledge.finding.linking import Place
from knowledge.finding.terms import OfficeTerms


class Learning:
    """Keeps the finder in step with what was taught."""

    def __init__(self, finder: FinderHolder) -> None:
        """Begin with nothing taught."""
        self._holder = finder
        self._stamp = ""

    async def follow(self, work: UnitOfWork) -> None:
        """Go by what is stored; one small query where nothing has changed."""
        stamp = await work.learning.stamp()
        if stamp == self._stamp:
            return
        terms, lessons = await work.learning.terms(), await work.learning.lessons()
        self._holder.teach(terms_of(terms), lessons_of(lessons))
        self._stamp = stamp


def terms_of(terms: Iterable[OfficeTerm]) -> OfficeTerms:
    """Return stored terms as messages are read with them; of two the later one holds."""
    return OfficeTerms({term.short: term.meaning for term in terms})


def lessons_of(lessons: Iterable[StoredLesson]) -> tuple[Lesson, ...]:
    """Return stored lessons as questions are answered by them; dismissals answer nothing."""
    return tuple(lesson_of(one) for one in lessons if one.kind is not LessonKind.DISMISSAL)


def lesson_of(stored: StoredLesson) -> Lesson:
    """Return a stored link or answer as questions are answered by it."""
    content = (
        OfficeAnswer(stored.text, stored.post, stored.made_at, stored.holding)
        if stored.place is None
        else Place(**asdict(stored.place))
    )
    return Lesson(stored.id, stored.question, content, stored.about, stored.instead)


def stored_place(place: Place) -> learning.Place:
    """Return a passage as it is stored."""
    return learning.Place(**asdict(place))
