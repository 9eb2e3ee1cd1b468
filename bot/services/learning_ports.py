"""What the services need of the store about questions and what the office teaches, as Protocols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.learning import OfficeTerm, StoredLesson, Use
from bot.domain.questions import Feedback, Question, QuestionCounts


class Learning(Protocol):
    """What the office has taught: terms, and what was decided about questions."""

    async def stamp(self) -> str:
        """Return a text that changes whenever what is in force does."""
        ...

    async def terms(self, *, ended: bool = False) -> tuple[OfficeTerm, ...]:
        """Return the terms in force, oldest first; with `ended`, all there ever were."""
        ...

    async def add_term(self, term: OfficeTerm) -> int:
        """Keep a new term; its `id` is given by the store and returned."""
        ...

    async def end_term(self, term_id: int, by: int | None, now: datetime) -> None:
        """End a term; DomainError("term.gone") at commit if it is not in force."""
        ...

    async def lessons(self, *, ended: bool = False) -> tuple[StoredLesson, ...]:
        """Return the lessons in force, oldest first; with `ended`, all there ever were."""
        ...

    async def add_lesson(self, lesson: StoredLesson) -> int:
        """Keep a new lesson; its `id` is given by the store and returned."""
        ...

    async def end_lesson(self, lesson_id: int, by: int | None, now: datetime) -> None:
        """End a lesson; DomainError("lesson.gone") at commit if it is not in force."""
        ...


class Questions(Protocol):
    """The log of questions."""

    async def add(self, question: Question) -> None:
        """Log a question."""
        ...

    async def get(self, question_id: int) -> Question | None:
        """Return a question."""
        ...

    async def unanswered(self, limit: int = 50) -> tuple[Question, ...]:
        """Return open and passed-on questions, passed-on ones first, newest first."""
        ...

    async def unhelpful(self, limit: int = 50) -> tuple[Question, ...]:
        """Return answered questions whose answer did not help and is not decided on, newest first.

        Where a lesson has answered, that is decided.
        """
        ...

    async def answered(self, limit: int) -> tuple[Question, ...]:
        """Return the newest questions that were answered, also those that buttons asked."""
        ...

    async def of_lesson(self, lesson: int) -> tuple[Question, ...]:
        """Return the questions that a lesson answers or decides, newest first."""
        ...

    async def uses(self) -> Mapping[int, Use]:
        """Return by lesson how often it has answered, and how often that did not help."""
        ...

    async def settle(self, question_ids: Sequence[int], state: str, lesson: int | None) -> None:
        """Set what has become of questions, and by what lesson (None: by none)."""
        ...

    async def set_state(self, question_id: int, state: str) -> None:
        """Set what has become of a question (a `QuestionState`)."""
        ...

    async def give_feedback(self, feedback: Feedback) -> None:
        """Keep whether a reply helped; the same person's earlier word is replaced."""
        ...

    async def counts(self, since: datetime) -> QuestionCounts:
        """Return totals since then."""
        ...

    async def purge(self, before: datetime) -> int:
        """Delete answered questions asked before then; return how many."""
        ...
