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
from pathlib import Path

from knowledge.finding.candidates import Candidate
from knowledge.finding.ranking import FITS, Ranker, scored
from knowledge.finding.scope import scope_of
from knowledge.finding.subject import OF_STANDARDS, Subjects

from .expectations import Expectation, folded, key_of_title
from .lectures import SHIPPED, UNSEEN, Heard, Lecture, Lesson, answers, lectures
from .listwise import Row, Weights, learn
from .office_judging import OFFICE_SETS, titles_of

WEIGHTS = Path(__file__).parents[2] / "knowledge" / "language" / "data" / "ranking.tsv"
_LEAST = 0.02  # weight below which nothing is told
_FIRST = 3  # places


class Ranking:
    """What of the standards of a lecture answers its questions."""

    def __init__(self, lecture: Lecture) -> None:
        self._lecture = lecture
        self._shelf = lecture.shelf
        self._ranker = Ranker(lecture.shelf, lecture.search)
        self._subjects = Subjects(lecture.shelf)
        self._files = dict(self._by_file(lecture.documents))

    def lessons(self) -> Iterator[Lesson]:
        """Yield every question that some candidate answers, in its conversation."""
        for heard in self._lecture.heard():
            yield from self._of_subject(heard)
            standard = self._standard(heard)
            if standard is None:
                continue
            weighing = self._ranker.weighed(heard.question, heard.topic, standard)
            right = self._right(heard.expected, weighing.candidates)
            if right:
                yield Lesson(self._lecture.name, Row(weighing, right, self._lecture.worth))

    def _of_subject(self, heard: Heard) -> Iterator[Lesson]:
        """Yield which standard a question is about, where that is known and others could be."""
        meant = self._files.get(heard.expected.standard or "", frozenset())
        weighing = self._subjects.weighed(heard.question, heard.topic)
        keys = [one.request.standard for one in weighing.candidates]
        right = frozenset(number for number, key in enumerate(keys) if key in meant)
        if "answer" in heard.expected.kind and 0 < len(right) < len(keys):
            row = Row(weighing, right, self._lecture.worth, OF_STANDARDS)
            yield Lesson(self._lecture.name, row)

    def _right(self, question: Expectation, candidates: Sequence[Candidate]) -> frozenset[int]:
        """Return the numbers of the candidates that answer; the last is that nothing does."""
        if "answer" not in question.kind:
            return frozenset({len(candidates) - 1} if question.kind == ("unknown",) else ())
        said = [self._lecture.saying(one.request) for one in candidates[:-1]]
        return frozenset(n for n, text in enumerate(said) if answers(question, text))

    def _by_file(self, documents: Sequence[Path]) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield for each name that questions give a document the standards that it holds."""
        if self._lecture.name == SHIPPED:
            for standard in self._shelf:
                yield key_of_title(standard.title) or "", frozenset({standard.id})
            return
        for name, titles in titles_of(documents).items():
            yield name, frozenset(s.id for s in self._shelf if folded(s.title) in titles)

    def _standard(self, heard: Heard) -> str | None:
        """Return the standard that is asked about, if that is what the question is heard as.

        What must not be answered is heard as about the standard that it is likely taken for.
        """
        question, topic = heard.question, heard.topic
        meant = self._files.get(heard.expected.standard or "", frozenset())
        known = scope_of(question, topic, self._shelf).standard
        if "answer" not in heard.expected.kind:
            likely = self._subjects.likeliest(question, topic)
            return known or (likely.standard if likely else None)
        standard = known or (next(iter(meant)) if len(meant) == 1 else None)
        return standard if standard in meant else None


def lessons(sets: Sequence[Path] = OFFICE_SETS, *, shipped: bool = True) -> list[Lesson]:
    """Return all questions that are learned from, or measured."""
    each = lectures(sets, shipped=shipped)
    return [lesson for lecture in each for lesson in Ranking(lecture).lessons()]


def placed(row: Row, weights: Mapping[str, Mapping[str, float]]) -> int:
    """Return the place, from 1, of the first right candidate."""
    scores = scored(row.weighing, weights, row.fits)
    order = sorted(range(len(scores)), key=lambda number: -scores[number])
    return next(place for place, number in enumerate(order, start=1) if number in row.right)


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
