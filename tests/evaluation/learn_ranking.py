"""Learn from answered questions which passage or part answers, and write the weights.

python -m tests.evaluation.learn_ranking [--write] [--leave SET...]

The questions are those of the evaluation set whose answer is known: right is each candidate whose
answer holds what is expected. The UNSEEN sets are never learned from: they are measured, as are
those that `--leave` names.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.finding import Finder, Topic
from knowledge.finding.answers import ReplyKind, Request
from knowledge.finding.candidates import Candidate
from knowledge.finding.case import Decision
from knowledge.finding.composing import Composer
from knowledge.finding.content import Searcher
from knowledge.finding.question import Question, read
from knowledge.finding.ranking import FITS, Ranker, scored
from knowledge.finding.scope import scope_of
from knowledge.finding.shelf import Shelf
from knowledge.finding.subject import OF_STANDARDS, Subjects
from knowledge.library import Library

from .expectations import DOCUMENTS, QUESTIONS, Expectation, folded, key_of_title, load
from .listwise import Row, Weights, learn
from .office_judging import FAR, OFFICE_SETS, documents_of, titles_of

WEIGHTS = Path(__file__).parents[2] / "knowledge" / "language" / "data" / "ranking.tsv"
#: Sets that are only measured.
UNSEEN = ("twentythird", "twentyfourth")
_SHIPPED = "shipped"
_OF_SHIPPED = 0.3  # what one of the many questions about the shipped standards counts
_LEAST = 0.02  # weight below which nothing is told
_FIRST = 3  # places


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with a known answer, and the set it stands in."""

    office_set: str
    row: Row


class Lecture:
    """The standards of one set and the questions about them."""

    def __init__(self, name: str, documents: Sequence[Path], questions: Sequence[Path]) -> None:
        self._name = name
        self._questions = load(questions)
        library, _ = Library.load(documents)
        self._shelf = Shelf(library.values())
        search = Searcher(self._shelf)
        self._finder = Finder(self._shelf)
        self._ranker = Ranker(self._shelf, search)
        self._subjects = Subjects(self._shelf)
        self._worth = _OF_SHIPPED if name == _SHIPPED else 1.0
        self._composer = Composer(self._shelf)
        self._said: dict[Request, str | None] = {}
        self._files = dict(self._by_file(documents))

    def lessons(self) -> Iterator[Lesson]:
        """Yield every question that some candidate answers, in its conversation."""
        topics: dict[str, Topic] = {}
        for question in self._questions:
            topic = topics.get(question.chat, Topic())
            topics[question.chat] = self._finder.ask(question.text, topic).topic
            heard = read(question.text, self._shelf)
            yield from self._of_subject(question, heard, topic)
            standard = self._standard(question, topic)
            if standard is None:
                continue
            weighing = self._ranker.weighed(heard, topic, standard)
            right = self._right(question, weighing.candidates)
            if right:
                yield Lesson(self._name, Row(weighing, right, self._worth))

    def _of_subject(self, question: Expectation, heard: Question, topic: Topic) -> Iterator[Lesson]:
        """Yield which standard a question is about, where that is known and others could be."""
        meant = self._files.get(question.standard or "", frozenset())
        weighing = self._subjects.weighed(heard, topic)
        keys = [one.request.standard for one in weighing.candidates]
        right = frozenset(number for number, key in enumerate(keys) if key in meant)
        if "answer" in question.kind and 0 < len(right) < len(keys):
            yield Lesson(self._name, Row(weighing, right, self._worth, OF_STANDARDS))

    def _right(self, question: Expectation, candidates: Sequence[Candidate]) -> frozenset[int]:
        """Return the numbers of the candidates that answer; the last is that nothing does."""
        if "answer" not in question.kind:
            return frozenset({len(candidates) - 1} if question.kind == ("unknown",) else ())
        said = [self._saying(one.request) for one in candidates[:-1]]
        return frozenset(n for n, text in enumerate(said) if _answers(question, text))

    def _by_file(self, documents: Sequence[Path]) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield for each name that questions give a document the standards that it holds."""
        if self._name == _SHIPPED:
            for standard in self._shelf:
                yield key_of_title(standard.title) or "", frozenset({standard.id})
            return
        for name, titles in titles_of(documents).items():
            yield name, frozenset(s.id for s in self._shelf if folded(s.title) in titles)

    def _standard(self, question: Expectation, topic: Topic) -> str | None:
        """Return the standard that is asked about, if that is what the question is heard as.

        What must not be answered is heard as about the standard that it is likely taken for.
        """
        meant = self._files.get(question.standard or "", frozenset())
        read_as = read(question.text, self._shelf)
        heard = scope_of(read_as, topic, self._shelf).standard
        if "answer" not in question.kind:
            likely = self._subjects.likeliest(read_as, topic)
            return heard or (likely.standard if likely else None)
        standard = heard or (next(iter(meant)) if len(meant) == 1 else None)
        return standard if standard in meant else None

    def _saying(self, request: Request) -> str | None:
        """Return all that the answer to a request says, None where there is none."""
        if request not in self._said:
            reply = self._composer.reply(Decision((request,)), Topic(), "id")
            is_one = reply.kind is ReplyKind.ANSWER and reply.form != "from_steps"
            self._said[request] = folded(reply.said) if is_one else None
        return self._said[request]


def lessons(sets: Sequence[Path] = OFFICE_SETS, *, shipped: bool = True) -> list[Lesson]:
    """Return all questions that are learned from, or measured."""
    lectures = [Lecture(s.name, documents_of(s), _questions_of(s)) for s in sets]
    if shipped:
        lectures.append(Lecture(_SHIPPED, [DOCUMENTS], [QUESTIONS]))
    return [lesson for lecture in lectures for lesson in lecture.lessons()]


def _questions_of(folder: Path) -> list[Path]:
    return [file for name in ("questions.jsonl", FAR) if (file := folder / name).exists()]


def placed(row: Row, weights: Mapping[str, Mapping[str, float]]) -> int:
    """Return the place, from 1, of the first right candidate."""
    scores = scored(row.weighing, weights, row.fits)
    order = sorted(range(len(scores)), key=lambda number: -scores[number])
    return next(place for place, number in enumerate(order, start=1) if number in row.right)


def _answers(question: Expectation, said: str | None) -> bool:
    """Say whether a text holds what is expected of the answer, if anything is."""
    if said is None or not (question.all or question.any):
        return False
    has = [folded(text) in said for text in question.all]
    any_of = not question.any or any(folded(text) in said for text in question.any)
    return all(has) and any_of and not any(folded(text) in said for text in question.none)


def _write(weights: Weights) -> None:
    lines = ["# clue, = or @ <TAB> trait, or fit, with its weight (made by learn_ranking)"]
    for clue, row in sorted(weights.items()):
        told = [f"{name}:{w:.2f}" for name, w in sorted(row.items()) if abs(w) >= _LEAST]
        if told:
            lines.append(f"{clue}\t{' '.join(told)}")
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _print(name: str, measured: Sequence[Lesson], weights: Weights) -> None:
    for what in (FITS, OF_STANDARDS):
        places = [placed(one.row, weights) for one in measured if one.row.fits == what]
        first, among = sum(p == 1 for p in places), sum(p <= _FIRST for p in places)
        of = len(places)
        print(f"{name:<14}{what:<3}{of:>5}{first / of:>8.1%}{among / of:>8.1%}")  # noqa: T201


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, print how often the first or one of the first three is right, write if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--leave", nargs="+", default=[], metavar="SET")
    options = parser.parse_args(arguments)
    left = {*UNSEEN, *options.leave}
    every = lessons()
    weights = learn([one.row for one in every if one.office_set not in left])
    for name in sorted(left):
        _print(name, [lesson for lesson in every if lesson.office_set == name], weights)
    if options.write:
        _write(weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
