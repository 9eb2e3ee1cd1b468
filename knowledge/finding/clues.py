"""What a question gives away of its answer, as words with weights: "berapa", "asks:cost"."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.finding.answers import Topic
from knowledge.finding.question import Question
from knowledge.finding.sensing import likelihoods
from knowledge.language import words

ALWAYS = "*"
"""The clue that every question gives."""

_SIGN = 0.5  # weight of a clue that is there or is not
_LEAST = 0.02  # likelihood from which it counts that something is asked for
_LONG = 4  # words that name something
_SEVERAL = 2  # the same where no service is named


def clues_of(question: Question, topic: Topic) -> dict[str, float]:
    """Return the clues of a question in a conversation."""
    asked = likelihoods(question.words)
    found = {f"asks:{one}": share for one, share in asked.items() if share >= _LEAST}
    signs = [ALWAYS, *(f"cue:{aspect}" for aspect in question.hits)]
    signs += [clue for clue, said in words.clues().items() if not said.isdisjoint(question.texts)]
    signs += [sign for sign, is_so in _shape(question).items() if is_so]
    if topic.aspect:
        signs.append(f"after:{topic.aspect}")
    return found | dict.fromkeys(signs, _SIGN)


def _shape(question: Question) -> Mapping[str, bool]:
    named = len(question.content(question.naming))
    unnamed = not question.named
    return {
        "bare": not named,
        "long": named >= _LONG,
        "english": question.english,
        "unnamed": unnamed,
        "whole": unnamed and named >= _SEVERAL,
    }
