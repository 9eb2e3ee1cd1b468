"""What tells whether a reply answers, and whether a guess does: words with numbers for weights."""

from __future__ import annotations

import math
from collections.abc import Iterator

from knowledge.finding.answers import Reply, Topic
from knowledge.finding.case import Case
from knowledge.finding.guessing import Guess, Guesses
from knowledge.finding.question import Question

ALWAYS = "*"
"""The sign that is always there."""

_LITTLE = 1e-3  # added to shares whose logarithm is taken
_MANY = 3  # strange words
_LONG = 15  # words
#: What speaks against an answer counts for more, or for less, beside these.
_AGAINST = ("strange", "unsaid", "uncovered", "nothing")
_BESIDE = (
    "whole fits whether here asked firm named joint kind:unknown "
    "scope:topic scope:open scope:several scope:named"
).split()


def signs_of(reply: Reply, guesses: Guesses, case: Case) -> dict[str, float]:
    """Return the signs of a reply and the first of the guesses beside it."""
    guess = guesses.best[0]
    flags = [ALWAYS, *_of_reply(reply), f"scope:{case.scope.how.value}"]
    flags += [*_of_guess(guess, reply, case.topic), *_of_question(case.question, guess)]
    found = dict.fromkeys(flags, 1.0) | _shares(guess, guesses.told) | _strange(guess, case)
    pairs = [(one, two) for one in _BESIDE for two in _AGAINST] + [(f"form:{reply.form}", "joint")]
    both = {f"{one}*{two}": found.get(one, 0.0) * found[two] for one, two in pairs}
    return {sign: value for sign, value in (found | both).items() if value}


def _strange(guess: Guess, case: Case) -> dict[str, float]:
    strangers = len(case.search.strangers(case.question))
    unfit = guess.ranked.unfit
    return {
        "strange": min(strangers, _MANY) / _MANY,
        "stranger": float(strangers > 0),
        "long": min(len(case.question.words), _LONG) / _LONG,
        "unsaid": unfit.get("unsaid", 0.0),
        "uncovered": unfit.get("uncovered", 0.0),
    }


def _shares(guess: Guess, told: float) -> dict[str, float]:
    shares = {
        "joint": guess.joint,
        "subject": guess.subject,
        "share": guess.share,
        "nothing": guess.ranked.nothing,
        "told": told,
    }
    logs = {f"log-{one}": math.log(shares[one] + _LITTLE) for one in ("joint", "share", "told")}
    return shares | logs


def _of_reply(reply: Reply) -> Iterator[str]:
    yield f"kind:{reply.kind}"
    yield f"form:{reply.form}"
    if reply.request is not None:
        yield f"aspect:{reply.request.aspect}"
    if reply.sure:
        yield "sure"


def _of_guess(guess: Guess, reply: Reply, topic: Topic) -> Iterator[str]:
    candidate = guess.candidate
    yield f"facet:{candidate.facet}"
    yield candidate.traits[1]
    cited = {citation.standard for citation in reply.citations}
    signs = {
        "fits": guess.fits,
        "elsewhere": bool(cited) and guess.standard not in cited,
        "whole": candidate.whole,
        "here": topic.standard == guess.standard,
        "again": topic.aspect == candidate.request.aspect,
    }
    yield from (sign for sign, is_so in signs.items() if is_so)


def _of_question(question: Question, guess: Guess) -> Iterator[str]:
    signs = {
        "whether": question.asks_whether,
        "firm": question.named.firm,
        "named": bool(question.named.certain),
        "asked": guess.candidate.facet in question.hits,
        "step": question.step is not None,
        "bare": question.names_only_a_post,
        "posts": bool(question.posts),
        "english": question.english,
    }
    yield from (sign for sign, is_so in signs.items() if is_so)
