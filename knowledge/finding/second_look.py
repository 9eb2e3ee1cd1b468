"""A second look at a reply: whether something likelier belongs to it, or nothing answers at all.

Rules know what they answer, and answer by mistake what only sounds alike. What the learned ranking
tells beside them is weighed here. The weights are data (`python -m
tests.evaluation.learn_second_look`).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.finding.answers import Reply, ReplyKind, Request, Topic
from knowledge.finding.aspects import COMPLAINT, FACETS
from knowledge.finding.case import Case
from knowledge.finding.content import Searcher
from knowledge.finding.guessing import Guess, Guesser, Guesses
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.saying import asks_if
from knowledge.finding.scope import scope_of
from knowledge.finding.shelf import Shelf
from knowledge.finding.signs import signs_of
from knowledge.finding.speaking import is_served, named, share_said
from knowledge.language import words
from knowledge.language.words import clues
from knowledge.model import Facet

ADDS, REFUSES = "adds", "refuses"
"""The rows of the weights: a guess answers what the reply does not; nothing answers."""

#: Forms of answers that tell what is asked for by its name or number.
_EXACT = frozenset("quote listing changes differences".split())
#: The parts that some forms of answers are about: another of these confuses, if it is not sure.
_ABOUT: Mapping[str, Collection[str]] = {
    "complaint": COMPLAINT,
    "complaint_channel": COMPLAINT,
    "official": COMPLAINT | {"procedure", "responsible", "implementers", "unit", "scope"},
    "step_actor": {"procedure"},
    "step_neighbour": {"procedure"},
    "step": {"procedure"},
    "step_time": {"procedure", "total_time"},
    "from_steps": {"procedure"},
}
_SAID = 0.5  # share of what is named of which a standard must speak, to tell a whole part of it
_SURELY = 0.6  # share from which it does not
_ALLOWED = 0.9  # share of what says if a strange thing is allowed
_TELLS = 0.55  # likelihood from which a guess is told where nothing else answers
_WHETHER = 0.65  # the same where a yes or a no is wanted
_INSTEAD = 0.6  # the same where it is understood what is asked, and the text lacks it
_BESIDE = 0.33  # the same below an answer
_NOTHING = 0.65  # likelihood from which an answer is taken back
_CLEAR = 0.7  # likelihood of a guess from which it is told alone
_RIVAL = 0.4  # share of the likelihood of the first guess that one of another standard has
_ALSO = 0.15  # share from which the next guesses are told beside it


@dataclass(frozen=True, slots=True)
class Look:
    """What a second look came to: the guesses that belong to the reply, if it `refuses` the reply.

    `told` are the guesses to tell, best first; `clear`: as the answer, not as what comes nearest.
    """

    told: Sequence[Request] = ()
    clear: bool = False
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """The guesses beside a reply and the signs of the first.

    `adds`: the first may be told; `refuses`: the reply may be taken back.
    """

    guesses: Guesses
    signs: Mapping[str, float]
    adds: bool
    refuses: bool


class SecondLook:
    """Looks at replies about the standards of a shelf."""

    def __init__(self, shelf: Shelf, search: Searcher, guesser: Guesser) -> None:
        self._shelf = shelf
        self._search = search
        self._guesser = guesser

    def of(self, reply: Reply, question: Question, topic: Topic) -> Look:
        """Return what belongs to a reply, or that it must be taken back."""
        weighed = self.weighed(reply, question, topic)
        if weighed is None:
            return Look()
        adds = likelihood(weighed.signs, words.second_look()[ADDS]) if weighed.adds else 0.0
        if reply.kind is ReplyKind.UNKNOWN:
            least = _least(reply, question)
            return _told(weighed.guesses, adds) if adds >= least else Look()
        if adds < _BESIDE:
            refuses = weighed.refuses and likelihood(weighed.signs, words.second_look()[REFUSES])
            return Look(refuses=refuses >= _NOTHING)
        if reply.form == "card":  # it only asks what is wanted
            return _told(weighed.guesses, adds)
        return Look((weighed.guesses.best[0].candidate.request,))

    def weighed(self, reply: Reply, question: Question, topic: Topic) -> Weighed | None:
        """Return the guesses beside a reply and their signs, None where nothing can be guessed."""
        scope = scope_of(question, topic, self._shelf)
        of_stranger = question.has("duties") and scope.standard is None
        if reply.form in _EXACT or question.names_only_a_post or of_stranger:
            return None
        guesses = self._guesser.guesses(question, topic, reply)
        if not guesses.best:
            return None
        case = Case(question, topic, scope, self._shelf, self._search)
        may = [one for one in guesses.best if _may_be_told(one, reply, case)]
        guesses = replace(guesses, best=may or guesses.best)
        signs = signs_of(reply, guesses, case)
        return Weighed(guesses, signs, bool(may), _may_be_refused(reply, case))


def _least(reply: Reply, question: Question) -> float:
    """Return how likely a guess must be to be told where a reply answers nothing."""
    if question.asks_whether or clues()["whether"] & question.texts:
        return _WHETHER
    return _TELLS if reply.request is None else _INSTEAD


def _may_be_told(guess: Guess, reply: Reply, case: Case) -> bool:
    """Say whether a guess does not confuse beside an answer, or may be one by itself."""
    if reply.kind is not ReplyKind.UNKNOWN:
        return not _confuses(guess, reply, case)
    if reply.request is not None:
        holds = _holds(guess, case) if reply.request.aspect in COMPLAINT else guess.fits
        return holds and not guess.candidate.whole
    return not _is_of_another(guess, case)


def _holds(guess: Guess, case: Case) -> bool:
    """Say whether a guess holds a word by which the question names something."""
    return not set(stems_of(" ".join(guess.candidate.texts))).isdisjoint(named(case))


def _is_of_another(guess: Guess, case: Case) -> bool:
    """Say whether another thing may be meant than what a guess tells."""
    question, candidate = case.question, guess.candidate
    allowed = "boleh" in question.texts and bool(case.search.strangers(question))
    if allowed and guess.share < _ALLOWED:
        return True
    if candidate.request.aspect == case.topic.aspect and not guess.fits:
        return True
    if not candidate.whole or candidate.facet not in question.hits.keys() & FACETS:
        return False
    if case.scope.standard is None:
        return not is_served(case, guess.standard)
    return share_said(case, guess.standard) <= _SAID


def _may_be_refused(reply: Reply, case: Case) -> bool:
    """Say whether an answer is of no numbered step, and its text not of all that is asked."""
    if reply.kind is not ReplyKind.ANSWER or case.question.step:
        return False
    if case.search.strangers(case.question):
        return True
    stems, says = named(case), case.shelf.index.says_alike
    cited = {citation.standard for citation in reply.citations}
    left = max((sum(not says(key, stem) for stem in stems) for key in cited), default=0)
    return left > case.question.named.firm


def _confuses(guess: Guess, reply: Reply, case: Case) -> bool:
    """Say whether a guess tells of another step or case what an answer tells of the one meant."""
    of_step = guess.candidate.facet == Facet.PROCEDURE and _is_of_step(reply, case.topic)
    if of_step or (reply.form == "step_time" and _describes(reply, case)):
        return True
    return guess.share < _SURELY and _is_alike(guess, reply, case.question)


def _describes(reply: Reply, case: Case) -> bool:
    """Say whether a reply has all words by which the question names something."""
    stems = {*named(case)}
    return bool(stems) and stems <= {*stems_of(reply.said)}


def _is_alike(guess: Guess, reply: Reply, question: Question) -> bool:
    """Say whether a guess is of the part that a reply is about, or of a case beside the one."""
    of_number = any(text.isdigit() for text in question.texts)
    case = reply.form in ("passage", "together") and (asks_if(question) or of_number)
    return case or guess.candidate.facet in _ABOUT.get(reply.form, ())


def _is_of_step(reply: Reply, topic: Topic) -> bool:
    """Say whether a reply goes on about the step that was told last."""
    return bool(topic.step) and reply.request is not None and reply.request.step == topic.step


def likelihood(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return how likely it is what the weights stand for."""
    score = sum(value * weights.get(sign, 0.0) for sign, value in signs.items())
    return 1 / (1 + math.exp(-score))


def _told(guesses: Guesses, adds: float) -> Look:
    """Return the first guess, with that of another standard or the next where it is not clear."""
    first, *others = guesses.best
    rivals = [o for o in others if o.standard != first.standard and o.joint >= _RIVAL * first.joint]
    if rivals:
        each = {one.standard: one.candidate.request for one in (first, *rivals)}
        return Look(tuple(each.values()), clear=True)
    if adds >= _CLEAR:
        return Look((first.candidate.request,), clear=True)
    also = [one for one in others if one.standard == first.standard and one.joint >= _ALSO]
    return Look(tuple(one.candidate.request for one in (first, *also)))
