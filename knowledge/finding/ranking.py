"""Which passage or part of a standard most likely answers a question, by weights that are learned.

A candidate's score adds up how well its words fit those of the question, and, for each clue of the
question and each trait of the candidate, a weight. The weights are data, made by
`python -m tests.evaluation.learn_ranking`. Rules know what they answer and come first; where none
is sure, or their answer is not the likely one, this tells what is.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from knowledge.finding.answers import Request, Topic
from knowledge.finding.candidates import Candidate, candidates_of
from knowledge.finding.clues import clues_of
from knowledge.finding.content import Searcher
from knowledge.finding.pairs import is_pair
from knowledge.finding.question import Question
from knowledge.finding.shelf import Shelf
from knowledge.language import words

FITS = "="
"""The row of the weights that says how much each kind of fit counts."""

_CUE = 0.4  # weight of the words that ask
_OF_PART = 0.8  # share of its best passage's fit that a part has
_MANY = 3  # words that no text knows
_KEPT = 512  # standards whose candidates are kept

NOTHING = Candidate(Request("nothing"), ("nothing",), (), (), (), whole=False)
"""Stands for it that none of the others answers."""

Fits: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Likely:
    """A candidate and how likely, of all of its standard, it is what answers.

    `fits`: it holds a word that the question names something by.
    """

    candidate: Candidate
    share: float
    fits: bool


@dataclass(frozen=True, slots=True)
class Ranked:
    """All candidates of a standard, the likeliest first.

    `nothing` is how likely none of them answers, `unfit` what speaks for that.
    """

    likely: Sequence[Likely]
    nothing: float
    unfit: Fits


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the weights are applied to: the clues of a question, the candidates and their fits."""

    clues: Mapping[str, float]
    candidates: Sequence[Candidate]
    fits: Sequence[Fits]


class Ranker:
    """Ranks all that a standard of a shelf could answer with."""

    def __init__(self, shelf: Shelf, search: Searcher) -> None:
        self._search = search
        self._index = shelf.index
        self._candidates = lru_cache(maxsize=_KEPT)(
            lambda standard: candidates_of(shelf.standards[standard])
        )

    def ranked(self, question: Question, topic: Topic, standard: str) -> Ranked:
        """Return all candidates of a standard, the likeliest first."""
        weighing = self.weighed(question, topic, standard)
        *shares, nothing = shares_of(scored(weighing, words.ranking()))
        *fits, unfit = weighing.fits
        found = zip(weighing.candidates[:-1], shares, map(_holds, fits), strict=True)
        likely = sorted((Likely(*one) for one in found), key=lambda one: -one.share)
        return Ranked(likely, nothing, unfit)

    def weighed(self, question: Question, topic: Topic, standard: str) -> Weighing:
        """Return what is weighed of a question, all candidates of a standard, and their fits.

        The last candidate is NOTHING.
        """
        candidates = self._candidates(standard)
        fits = [_in_conversation(candidate, topic) for candidate in candidates]
        for name, query in _queries(question, self._search).items():
            found = self._search.ranked(query, standard, limit=len(candidates)) if query else []
            said = {f.passage.number: (f.score, f.coverage) for f in found}
            best = max((score for score, _ in said.values()), default=0.0)
            for candidate, fit in zip(candidates, fits, strict=True):
                hits = [said[number] for number in candidate.members if number in said]
                if hits:
                    fit.update(_fit(name, hits, best, whole=candidate.whole))
        nothing = self._unfit(question, standard, fits)
        return Weighing(clues_of(question, topic), (*candidates, NOTHING), [*fits, nothing])

    def _unfit(self, question: Question, standard: str, fits: Sequence[Fits]) -> dict[str, float]:
        """Return what speaks for it that a standard does not say what is asked."""
        named = self._search.described(question, question.hits.keys(), titles=False)
        stems = [stem for stem in named if not is_pair(stem)]
        says = self._index.says_alike
        unsaid = [stem for stem in stems if not says(standard, stem)]
        strange = len(self._search.strangers(question))
        covered = max((fit.get("named:coverage", 0.0) for fit in fits), default=0.0)
        return {
            "strange": min(strange, _MANY) / _MANY,
            "stranger": float(strange > 0),
            "unsaid": len(unsaid) / len(stems) if stems else 0.0,
            "uncovered": 1.0 - covered if stems else 0.0,
        }


def shares_of(scores: Sequence[float]) -> list[float]:
    """Return how likely each candidate is by its score."""
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    total = math.fsum(powers)
    return [power / total for power in powers]


def scored(
    weighing: Weighing, weights: Mapping[str, Mapping[str, float]], fits: str = FITS
) -> list[float]:
    """Return the score of each candidate; `fits` is the row that weighs how they fit."""
    worth: dict[str, float] = defaultdict(float)
    for clue, value in weighing.clues.items():
        for trait, weight in weights.get(clue, {}).items():
            worth[trait] += value * weight
    of_fit = weights.get(fits, {})
    return [
        sum(worth[trait] for trait in candidate.traits if trait in worth)
        + sum(of_fit.get(name, 0.0) * value for name, value in fit.items())
        for candidate, fit in zip(weighing.candidates, weighing.fits, strict=True)
    ]


def _queries(question: Question, search: Searcher) -> dict[str, Mapping[str, float]]:
    """Return the words that a passage may hold: all but names, and all with those that ask less."""
    named = search.described(question, question.hits.keys(), titles=False)
    cues = dict.fromkeys(question.cue_stems, _CUE)
    return {"all": search.described(question, (), titles=False), "named": cues | named}


def _fit(
    name: str, hits: Collection[tuple[float, float]], best: float, *, whole: bool
) -> dict[str, float]:
    """Return how well the best of the passages of a candidate fits one query."""
    score = max(score for score, _ in hits)
    coverage = max(coverage for _, coverage in hits)
    if whole:
        part = {"score": _OF_PART * score / best, "coverage": _OF_PART * coverage}
        return {f"{name}:part-{kind}": value for kind, value in part.items()}
    fit = {f"{name}:score": score / best, f"{name}:coverage": coverage}
    return fit | ({f"{name}:best": 1.0} if score == best else {})


def _holds(fits: Fits) -> bool:
    return "named:score" in fits or "named:part-score" in fits


def _in_conversation(candidate: Candidate, topic: Topic) -> dict[str, float]:
    """Return what ties a candidate to what was spoken of last: its step, its part."""
    step = (topic.step or "").split("+")[0]
    at_step = bool(step) and candidate.request.step == step
    same = bool(topic.aspect) and topic.aspect == candidate.facet
    said = {"same-step": at_step, "same-part": same, "again": same and candidate.whole}
    return {name: 1.0 for name, is_so in said.items() if is_so}
