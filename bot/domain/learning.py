"""What the office teaches the bot: its own words, and answers to what stayed unanswered.

Nothing is ever changed or deleted: what is taken back ends, with who and when.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """A word of the office and what it stands for; in force while `ended_at` is None."""

    id: int
    short: str
    meaning: str
    made_by: int | None
    made_at: datetime
    ended_by: int | None = None
    ended_at: datetime | None = None


class LessonKind(StrEnum):
    """What was decided about a question."""

    LINK = "link"  # to a passage of a standard
    ANSWER = "answer"  # in the office's own words
    DISMISSAL = "dismissal"  # it is none of the office's business


@dataclass(frozen=True, slots=True)
class Place:
    """A passage as it was linked; see `knowledge.finding.linking`."""

    standard: str
    step: str | None
    section: str
    digest: str


@dataclass(frozen=True, slots=True)
class StoredLesson:
    """What was decided about a question, by whom and when; in force while `ended_at` is None.

    `about` and `instead` are those of `knowledge.finding.lessons.Lesson`. `text` is the office's
    answer or the reason of a dismissal, for a link the passage as it was; `place` only links have.
    `post` is in whose right it was done (None: the admin), `holding` how that is held.
    """

    id: int
    kind: LessonKind
    question: str
    text: str
    made_by: int | None
    made_at: datetime
    place: Place | None = None
    about: str | None = None
    instead: bool = False
    post: str | None = None
    holding: str | None = None
    ended_by: int | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """How often what was taught has answered, and how often that did not help."""

    answered: int = 0
    unhelpful: int = 0


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for the office, asked once or by several.

    `ids` are the questions, newest first; `abouts` counts them by the standard that was being
    talked about ("" for none). `lost` is the link that answered it until its passage went.
    `is_judged`: it was answered, and that did not help.
    """

    text: str
    ids: tuple[int, ...]
    first: datetime
    last: datetime
    wordings: tuple[str, ...] = ()
    abouts: Mapping[str, int] = field(default_factory=dict)
    passed_on: int = 0
    is_judged: bool = False
    lost: StoredLesson | None = None

    @property
    def count(self) -> int:
        """Return how often it was asked."""
        return max(len(self.ids), 1)
