"""What the office has taught: questions that it has linked to a passage or answered itself.

A lesson answers only the question it was given for (`signature`), in the conversations it was
given for, and only where the standards say nothing, unless it is to stand instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from knowledge.finding.answers import Reply, ReplyKind, Topic
from knowledge.finding.linking import Place, located
from knowledge.finding.shelf import Shelf
from knowledge.finding.signature import Signature, is_same, signature_of

NO_TOPIC = ""
"""The scope of a lesson that holds where no standard is being talked about."""


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """An answer in the office's own words: `post` is who gave it (None: the admin), and when.

    `holding` says how the post is held, where not definitively: "plt", "plh" or "substitute".
    """

    text: str
    post: str | None
    at: datetime
    holding: str | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with the passage or the office's answer that it gets.

    `about` is the standard that the conversation must be about (an id), NO_TOPIC for none, None
    for whichever. `instead` lets it stand before what the standards say.
    """

    id: int
    question: str
    content: Place | OfficeAnswer
    about: str | None = None
    instead: bool = False


class Lessons:
    """The lessons as a shelf allows them; immutable. Those whose passage is gone do not answer."""

    def __init__(self, shelf: Shelf, lessons: Iterable[Lesson] = ()) -> None:
        self._shelf = shelf
        self._by_length: defaultdict[tuple[frozenset[str], int], list[_Known]] = defaultdict(list)
        lost: set[int] = set()
        for lesson in lessons:
            known = self._known(lesson)
            if known is None:
                lost.add(lesson.id)
            elif known.signature.tells:
                key = (known.signature.asks, len(known.signature.said))
                self._by_length[key].append(known)
        self.lost = frozenset(lost)

    def _known(self, lesson: Lesson) -> _Known | None:
        signature = self.signature(lesson.question)
        if isinstance(lesson.content, OfficeAnswer):
            return _Known(lesson, signature, lesson.content)
        place = located(self._shelf, lesson.content)
        return None if place is None else _Known(lesson, signature, place)

    def signature(self, text: str) -> Signature:
        """Return what makes a text the question that it is."""
        return signature_of(self._shelf.terms.written_out(text))

    def are_same(self, left: Signature, right: Signature) -> bool:
        """Say whether two signatures are one question, slips of the pen aside."""
        is_word = self._shelf.speller.knows
        return is_same(left, right, is_word) or is_same(right, left, is_word)

    def find(self, text: str, topic: Topic, reply: Reply) -> Taught | None:
        """Return the lesson for a question that otherwise gets this reply, or None."""
        if not self._by_length or reply.kind is ReplyKind.SMALLTALK:
            return None
        signature = self.signature(text)
        fitting = [
            known
            for known in self._alike(signature)
            if (known.lesson.instead or reply.leaves_open) and _holds_in(known, topic.standard)
        ]
        if not fitting:
            return None
        best = max(fitting, key=lambda k: (k.signature == signature, _nearness(k), k.lesson.id))
        return Taught(best.lesson.id, best.content)

    def _alike(self, signature: Signature) -> Iterator[_Known]:
        key = (signature.asks, len(signature.said))
        is_word = self._shelf.speller.knows
        for known in self._by_length.get(key, ()):
            if is_same(signature, known.signature, is_word):
                yield known


@dataclass(frozen=True, slots=True)
class Taught:
    """What a lesson says: its id, and the passage as it stands now or the office's answer."""

    lesson: int
    content: Place | OfficeAnswer


@dataclass(frozen=True, slots=True)
class _Known:
    lesson: Lesson
    signature: Signature
    content: Place | OfficeAnswer


def _holds_in(known: _Known, standard: str | None) -> bool:
    about = known.lesson.about
    if about is None or about == (standard or NO_TOPIC):
        return True
    place = known.content
    return about == NO_TOPIC and isinstance(place, Place) and place.standard == standard


def _nearness(known: _Known) -> int:
    """Prefer what was said for this very conversation to what holds everywhere."""
    return 0 if known.lesson.about is None else 1
