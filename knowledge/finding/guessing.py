"""What of all standards most likely answers a question, beside what a reply already tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.finding.answers import Reply, ReplyKind, Request, Topic
from knowledge.finding.candidates import Candidate
from knowledge.finding.question import Question
from knowledge.finding.ranking import Likely, Ranked, Ranker
from knowledge.finding.rows import place_of
from knowledge.finding.subject import Subject, Subjects

_LEAST = 0.1  # share from which a standard is looked into
_MOST = 3  # standards that are looked into
_EACH = 30  # candidates of each
_KEPT = 3  # guesses: a phone's screen
_OF_COMPLAINT = frozenset({"complaint", "complaint_handler"})
_BEGINNING = 50  # characters by which a passage is known to stand in an answer


@dataclass(frozen=True, slots=True)
class Guess:
    """A candidate, and how likely it answers: `subject` is the share of its standard.

    `fits`: it holds a word that the question names something by. `ranked` are all of its standard.
    """

    candidate: Candidate
    subject: float
    share: float
    fits: bool
    ranked: Ranked

    @property
    def standard(self) -> str:
        """The id of the standard that it stands in."""
        return self.candidate.request.standard or ""

    @property
    def joint(self) -> float:
        """How likely its standard is meant and it is what answers of it."""
        return self.subject * self.share


@dataclass(frozen=True, slots=True)
class Guesses:
    """What a reply does not tell, the likeliest first; `told` is the likeliest that it does."""

    best: Sequence[Guess]
    told: float


class Guesser:
    """Guesses over a shelf what answers."""

    def __init__(self, subjects: Subjects, ranker: Ranker) -> None:
        self._subjects = subjects
        self._ranker = ranker

    def guesses(self, question: Question, topic: Topic, reply: Reply) -> Guesses:
        """Return what most likely answers and is not told by a reply."""
        every = sorted(self._every(question, topic), key=lambda one: -one.joint)
        if reply.kind is not ReplyKind.ANSWER:
            return Guesses(_kept(every), 0.0)
        told, said = 0.0, reply.said
        best: list[Guess] = []
        for one in every:
            if is_told(one.candidate, reply, said):
                told = max(told, one.joint)
            else:
                best.append(one)
        return Guesses(_kept(best), told)

    def _every(self, question: Question, topic: Topic) -> Iterator[Guess]:
        for subject in self._subjects.ranked(question, topic)[:_MOST]:
            if subject.share >= _LEAST:
                ranked = self._ranker.ranked(question, topic, subject.standard)
                yield from (_guess(subject, one, ranked) for one in ranked.likely[:_EACH])


def _kept(best: Sequence[Guess]) -> Sequence[Guess]:
    """Return the first guesses, and the first of each other standard."""
    firsts = {one.standard: one for one in reversed(best)}
    return [one for n, one in enumerate(best) if n < _KEPT or one is firsts[one.standard]]


def _guess(subject: Subject, likely: Likely, ranked: Ranked) -> Guess:
    return Guess(likely.candidate, subject.share, likely.share, likely.fits, ranked)


def is_told(candidate: Candidate, reply: Reply, said: str) -> bool:
    """Say whether a reply, which has `said` these texts, tells a candidate, or a piece of it."""
    request = reply.request or Request("")
    here = request.standard == candidate.request.standard
    if here and request.aspect == candidate.request.aspect and candidate.whole:
        return True
    if here and reply.form == "complaint" and candidate.facet in _OF_COMPLAINT and candidate.whole:
        return True
    steps = (request.step or "").split("+")
    if here and candidate.request.step and candidate.request.step in steps:
        return True
    if here and request.aspect == "passage" and place_of(request.subject) in candidate.places:
        return True
    return bool(candidate.texts) and all(text[:_BEGINNING] in said for text in candidate.texts)
