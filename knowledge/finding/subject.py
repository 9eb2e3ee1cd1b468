"""Which standard a question is most likely about, where it names none for sure: learned weights.

Each standard that may be meant is weighed by what of the question its text and its name say, and
by what was spoken of last. The weights are data (`python -m tests.evaluation.learn_ranking`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.finding.answers import Request, Topic
from knowledge.finding.candidates import Candidate
from knowledge.finding.index import Found
from knowledge.finding.question import Question
from knowledge.finding.ranking import Fits, Weighing, scored, shares_of
from knowledge.finding.shelf import Shelf
from knowledge.language import words

OF_STANDARDS = "@"
"""The row of the weights that says how much each sign of a standard counts."""

_MOST = 12  # standards that are weighed
_PASSAGES = 100  # that are looked at for them
_LEAST = 0.34  # share of the weight of the words that these must hold


@dataclass(frozen=True, slots=True)
class Subject:
    """A standard and how likely, of all that may be meant, the question is about it."""

    standard: str
    share: float


class Subjects:
    """Tells which standard of a shelf questions are likely about."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._last: tuple[tuple[Question, Topic], list[Subject]] | None = None

    def likeliest(self, question: Question, topic: Topic) -> Subject | None:
        """Return the likeliest standard, None where no word tells of any."""
        return next(iter(self.ranked(question, topic)), None)

    def ranked(self, question: Question, topic: Topic) -> Sequence[Subject]:
        """Return the standards that a question may be about, the likeliest first."""
        last = self._last
        if last is None or last[0] != (question, topic):
            last = self._last = (question, topic), self._ranked(question, topic)
        return last[1]

    def _ranked(self, question: Question, topic: Topic) -> list[Subject]:
        weighing = self.weighed(question, topic)
        if not weighing.candidates:
            return []
        shares = shares_of(scored(weighing, words.ranking(), OF_STANDARDS))
        found = zip(weighing.candidates, shares, strict=True)
        each = [Subject(one.request.standard or "", share) for one, share in found]
        return sorted(each, key=lambda one: -one.share)

    def weighed(self, question: Question, topic: Topic) -> Weighing:
        """Return what is weighed: the standards that may be meant, and their signs."""
        stems = _stems(question)
        query = dict.fromkeys(stems, 1.0)
        found = self._shelf.index.search(query, limit=_PASSAGES, floor=_LEAST)
        keys = self._possible(question, topic, found)
        passages: dict[str, list[Found]] = defaultdict(list)
        for one in found:
            passages[one.passage.standard].append(one)
        said = [self._said(stems, key) | _held(passages[key], found) for key in keys]
        told = [_told(question, key) | _spoken_of(question, topic, key) for key in keys]
        fits = [_joined(one | two) for one, two in zip(said, told, strict=True)]
        standards = tuple(
            Candidate(Request("card", key), (), (), (), (), whole=True) for key in keys
        )
        return Weighing({}, standards, fits)

    def _possible(self, question: Question, topic: Topic, found: Sequence[Found]) -> list[str]:
        keys = [key for key in (topic.standard, topic.previous) if key in self._shelf.standards]
        keys += [*question.named.possible, *(one.passage.standard for one in found)]
        return [key for key in dict.fromkeys(keys) if key][:_MOST]

    def _said(self, stems: Sequence[str], key: str) -> dict[str, float]:
        """Return the shares of the words, by weight, that a text or its name says."""
        index, names = self._shelf.index, self._shelf.names
        weights = {stem: index.idf(stem) for stem in stems}
        whole = sum(weights.values()) or 1.0
        own = [s for s in stems if index.usage().get(s, 0) == 1 and index.says(key, s)]
        each = {
            "alike": [stem for stem in stems if index.says_alike(key, stem)],
            "said": [stem for stem in stems if index.says(key, stem)],
            "name": [stem for stem in stems if key in names.named_by(stem)],
        }
        shares = {name: sum(weights[s] for s in held) / whole for name, held in each.items()}
        return shares | {"own": len(own) / len(stems) if stems else 0.0}


def _stems(question: Question) -> list[str]:
    """Return the stems that name something; those that ask where there are no others."""
    cued = {p for hit in question.hits.values() for p in hit.positions}
    named = [word.stem for word in question.content(cued) if not word.text.isdigit()]
    return list(dict.fromkeys(named or [word.stem for word in question.content()]))


def _held(own: Sequence[Found], found: Sequence[Found]) -> dict[str, float]:
    """Return how well the passages of a standard say the words, beside those of the others."""
    if not own:
        return {}
    sums: dict[str, float] = defaultdict(float)
    for one in found:
        sums[one.passage.standard] += one.score * one.coverage
    return {
        "score": own[0].score / found[0].score,
        "best": float(own[0].score == found[0].score),
        "coverage": max(one.coverage for one in own),
        "much": sums[own[0].passage.standard] / max(sums.values()),
    }


def _told(question: Question, key: str) -> dict[str, float]:
    """Return how the question names a standard."""
    named = question.named
    return {
        "possible": float(key in named.possible),
        "first": float(named.possible[:1] == (key,)),
        "certain": float(named.certain == key),
        "firm": float(named.certain == key and named.firm),
        "office": float(named.office and bool(named.certain) and key in named.possible),
        "mentioned": float(key in named.mentioned),
    }


def _spoken_of(question: Question, topic: Topic, key: str) -> dict[str, float]:
    here = float(topic.standard == key)
    return {
        "here": here,
        "here-unnamed": here * (not question.named.possible),
        "before": float(topic.previous == key),
    }


def _joined(fits: Fits) -> dict[str, float]:
    """Return the fits with how they work together for the standard spoken of."""
    here = fits.get("here", 0.0)
    joined = {"here-alike": here * fits["alike"], "here-whole": here * (fits["alike"] >= 0.99)}
    return {name: value for name, value in {**fits, **joined}.items() if value}
