"""The questions of the evaluation set as they are heard in their conversations, to learn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.finding import Finder, Topic
from knowledge.finding.answers import ReplyKind, Request
from knowledge.finding.case import Decision
from knowledge.finding.composing import Composer
from knowledge.finding.content import Searcher
from knowledge.finding.question import Question, read
from knowledge.finding.shelf import Shelf
from knowledge.library import Library

from .expectations import DOCUMENTS, QUESTIONS, Expectation, folded, load
from .listwise import Row
from .office_judging import FAR, OFFICE_SETS, documents_of

#: Sets that are never learned from, only measured.
UNSEEN = ("twentythird", "twentyfourth", "thirtyfourth", "thirtyfifth", "thirtysixth")
SHIPPED = "shipped"
_OF_SHIPPED = 0.3  # what one of the many questions about the shipped standards counts


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with a known answer, and the set it stands in."""

    office_set: str
    row: Row


@dataclass(frozen=True, slots=True)
class Heard:
    """A question, as it is read, and what was spoken of before it."""

    expected: Expectation
    question: Question
    topic: Topic


class Lecture:
    """The standards of one set and the questions about them."""

    def __init__(self, name: str, documents: Sequence[Path], questions: Sequence[Path]) -> None:
        self.name = name
        self.worth = _OF_SHIPPED if name == SHIPPED else 1.0
        self.documents = documents
        library, _ = Library.load(documents)
        self.shelf = Shelf(library.values())
        self.search = Searcher(self.shelf)
        self.composer = Composer(self.shelf)
        self._questions = load(questions)
        self._finder = Finder(self.shelf)
        self._said: dict[Request, str | None] = {}

    def heard(self) -> Iterator[Heard]:
        """Yield every question in its conversation."""
        topics: dict[str, Topic] = {}
        for question in self._questions:
            topic = topics.get(question.chat, Topic())
            topics[question.chat] = self._finder.ask(question.text, topic).topic
            yield Heard(question, read(question.text, self.shelf), topic)

    def saying(self, request: Request) -> str | None:
        """Return all that the answer to a request says, None where there is none."""
        if request not in self._said:
            reply = self.composer.reply(Decision((request,)), Topic(), "id")
            is_one = reply.kind is ReplyKind.ANSWER and reply.form != "from_steps"
            self._said[request] = folded(reply.said) if is_one else None
        return self._said[request]


def lectures(sets: Sequence[Path] = OFFICE_SETS, *, shipped: bool = True) -> list[Lecture]:
    """Return the lectures of the sets, and of the shipped standards."""
    found = [Lecture(one.name, documents_of(one), _questions_of(one)) for one in sets]
    return [*found, Lecture(SHIPPED, [DOCUMENTS], [QUESTIONS])] if shipped else found


def _questions_of(folder: Path) -> list[Path]:
    return [file for name in ("questions.jsonl", FAR) if (file := folder / name).exists()]


def answers(question: Expectation, said: str | None) -> bool:
    """Say whether a text holds what is expected of the answer, if anything is."""
    if said is None or not (question.all or question.any):
        return False
    has = [folded(text) in said for text in question.all]
    any_of = not question.any or any(folded(text) in said for text in question.any)
    return all(has) and any_of and not any(folded(text) in said for text in question.none)
