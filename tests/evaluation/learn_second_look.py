"""Learn from answered questions what a second look at a reply tells, and write the weights.

python -m tests.evaluation.learn_second_look [--write]

A guess belongs to a reply that does not hold what is expected, if the guess does; a reply is to
be taken back where nothing answers. The weights of the ranking must have been learned before.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.finding.answers import Reply, ReplyKind
from knowledge.finding.from_standards import FromStandards
from knowledge.finding.picking import pick
from knowledge.finding.ranking import NOTHING, Weighing
from knowledge.finding.second_look import ADDS, REFUSES, likelihood
from knowledge.finding.smalltalk import smalltalk
from knowledge.language import words

from .expectations import Expectation, folded
from .lectures import UNSEEN, Heard, Lecture, answers, lectures
from .listwise import Row, Weights, learn
from .office_judging import OFFICE_SETS

WEIGHTS = Path(__file__).parents[2] / "knowledge" / "language" / "data" / "second-look.tsv"
_LEAST = 0.02  # weight below which nothing is told


@dataclass(frozen=True, slots=True)
class Lesson:
    """The signs of a reply and a guess, and what is right: that it `adds`, that one `refuses`.

    They are None where neither can be; `unknown`: the reply answers nothing.
    """

    office_set: str
    signs: Mapping[str, float]
    adds: bool | None
    refuses: bool | None
    worth: float
    unknown: bool

    @property
    def rows(self) -> Iterator[Row]:
        """Yield the rows that weights are learned from."""
        if self.adds is not None:
            yield self._row(self.adds, ADDS)
        if self.refuses is not None:
            yield self._row(self.refuses, REFUSES)

    def _row(self, holds: bool, of: str) -> Row:  # noqa: FBT001 - what is learned
        both = Weighing({}, (NOTHING, NOTHING), (self.signs, {}))
        return Row(both, frozenset({0 if holds else 1}), self.worth, of)


class Looking:
    """What a second look at the first replies to the questions of a lecture ought to tell."""

    def __init__(self, lecture: Lecture) -> None:
        self._lecture = lecture
        self._standards = FromStandards(lecture.shelf, lecture.search, lecture.composer)

    def lessons(self) -> Iterator[Lesson]:
        """Yield every question beside whose first reply something is guessed."""
        for heard in self._lecture.heard():
            text = heard.expected.text
            if smalltalk(text) or pick(text, heard.topic.options):
                continue
            first = self._standards.first_reply(text, heard.question, heard.topic, "id")
            if not (first.is_final or first.refused):  # most of these are refused rightly
                yield from self._lesson(heard, first.reply)

    def _lesson(self, heard: Heard, reply: Reply) -> Iterator[Lesson]:
        weighed = self._standards.second_look.weighed(reply, heard.question, heard.topic)
        if weighed is None:
            return
        expected, is_answer = heard.expected, reply.kind is ReplyKind.ANSWER
        said = self._lecture.saying(weighed.guesses.best[0].candidate.request)
        answered = is_answer and _is_right(expected, reply)
        adds = "answer" in expected.kind and answers(expected, said) and not answered
        refuses = expected.kind == ("unknown",)
        yield Lesson(
            self._lecture.name,
            weighed.signs,
            adds if weighed.adds else None,
            refuses if weighed.refuses else None,
            self._lecture.worth,
            unknown=not is_answer,
        )


def _is_right(expected: Expectation, reply: Reply) -> bool:
    bare = not (expected.all or expected.any)
    return "answer" in expected.kind and (bare or answers(expected, folded(reply.said)))


def lessons(sets: Sequence[Path] = OFFICE_SETS, *, shipped: bool = True) -> list[Lesson]:
    """Return all replies that are learned from, or measured."""
    each = lectures(sets, shipped=shipped)
    return [lesson for lecture in each for lesson in Looking(lecture).lessons()]


def taught(learned_from: Sequence[Lesson]) -> Weights:
    """Return the weights that tell most of the lessons right."""
    return learn([row for lesson in learned_from for row in lesson.rows])


def _write(weights: Weights) -> None:
    lines = ["# what a second look tells <TAB> signs with weights (made by learn_second_look)"]
    for of in (ADDS, REFUSES):
        told = [f"{s}:{w:.2f}" for s, w in sorted(weights[of].items()) if abs(w) >= _LEAST]
        lines.append(f"{of}\t{' '.join(told)}")
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _print(measured: Sequence[Lesson]) -> None:
    """Print how many of the likely ones are right, by the weights in use."""
    for of in (ADDS, REFUSES):
        right = [(one, one.adds if of == ADDS else one.refuses) for one in measured]
        held = [
            (likelihood(e.signs, words.second_look()[of]), y) for e, y in right if y is not None
        ]
        for least in (0.3, 0.5, 0.7):
            told = [holds for share, holds in held if share >= least]
            print(f"{of:<8} from {least:.1f}: {sum(told)} of {len(told)} right")  # noqa: T201


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and write if asked to; measure the weights in use on sets never learned from."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    every = lessons()
    if parser.parse_args(arguments).write:
        _write(taught([one for one in every if one.office_set not in UNSEEN]))
        words.second_look.cache_clear()
    _print([one for one in every if one.office_set in UNSEEN])
    return 0


if __name__ == "__main__":
    sys.exit(main())
