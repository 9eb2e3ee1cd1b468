"""Questions that were asked, for the officials: what stayed unanswered, what helped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class QuestionState(StrEnum):
    """What has become of a question; only unanswered ones are ever OPEN."""

    ANSWERED = "answered"
    OPEN = "open"
    PASSED_ON = "passed_on"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the reply it got: `kind` and `form` as in `knowledge.finding.answers`.

    `id` is made by us before storing, so that buttons can carry it; `ms` is the time taken.
    `about` is the standard that the conversation was about; `lesson` what the office has taught
    that answers it, or has decided about it.
    """

    id: int
    chat_key: str
    person_id: int | None
    text: str
    kind: str
    form: str
    aspect: str | None
    standard: str | None
    ms: float
    language: str
    asked_at: datetime
    state: QuestionState
    about: str | None = None
    lesson: int | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """Whether a reply helped a person; the last word counts."""

    question_id: int
    person_id: int
    helpful: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class QuestionCounts:
    """Totals since an instant, for the officials."""

    asked: int
    open: int
    passed_on: int
    helpful: int
    unhelpful: int
