"""What a message asks that asks two things of one standard: both, to be answered together."""

from __future__ import annotations

from dataclasses import replace

from knowledge.finding.answers import Request, Topic
from knowledge.finding.case import Decision
from knowledge.finding.content import Searcher
from knowledge.finding.deciding import decide
from knowledge.finding.identity_asked import asked_of
from knowledge.finding.parts import parts_of
from knowledge.finding.question import Question, read
from knowledge.finding.shelf import Shelf
from knowledge.language.normalize import flatten

_MOST = 2  # requests of each part, and steps of each request
_OF_ALL = frozenset({"card", "listing", "procedure", "differences", "official"})


def decide_both(text: str, topic: Topic, shelf: Shelf, search: Searcher) -> Decision | None:
    """Return what the two parts of a message ask, or None where it is to be read as one.

    The second part goes on from the first: its standard, and the step that it was about.
    """
    parts = parts_of(text)
    if parts is None or len(asked_of(flatten(text))) > 1:
        return None
    question = read(parts.first, shelf)
    if not _stands_alone(question):
        return None
    first = decide(question, topic, shelf, search)
    standard = _one_standard(first)
    if first is None or standard is None:
        return None
    going_on = _after(first, standard)
    further = read(parts.second, shelf)
    if further.named.certain not in (None, standard) or (parts.loose and _describes(further)):
        return None
    second = decide(further, going_on, shelf, search)
    if second is None or _one_standard(second) != standard:
        return None
    told = tuple(map(_short, first.requests[:_MOST]))
    fresh = tuple(r for r in map(_short, second.requests[:_MOST]) if r not in told)
    return Decision(told + fresh) if fresh else None


def _short(request: Request) -> Request:
    """Return the request with its best steps only: there are two answers to be read."""
    best = (request.step or "").split("+")[:_MOST]
    return replace(request, step="+".join(best) or None)


def _stands_alone(question: Question) -> bool:
    """Say whether a part says what it is about: a standard, a post, a step or a deed."""
    cued = {p for hit in question.hits.values() for p in hit.positions}
    return bool(question.named or question.posts or question.step or question.content(cued))


def _describes(question: Question) -> bool:
    """Say whether a part names something besides what it asks."""
    cued = {p for hit in question.hits.values() for p in hit.positions}
    return bool(question.content(cued | question.naming))


def _one_standard(decision: Decision | None) -> str | None:
    """Return the standard that a decision is about, None where it is no single one."""
    if decision is None or decision.choose:
        return None
    keys = {request.standard for request in decision.requests}
    whole = any(request.aspect in _OF_ALL for request in decision.requests)
    return keys.pop() if len(keys) == 1 and not whole else None


def _after(decision: Decision, standard: str) -> Topic:
    """Return what the conversation is about after the first part."""
    request = decision.requests[0]
    step = request.step.split("+")[0] if request.step else None
    aspect = "step" if request.aspect == "passage" and step else request.aspect
    return Topic(standard, aspect=aspect, step=step, subject=request.subject)
