"""What the rules of deciding look at, and what they return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.finding.answers import Request, Topic
from knowledge.finding.aspects import FACETS, NOT_SAID
from knowledge.finding.content import Searcher
from knowledge.finding.contents import content
from knowledge.finding.leaf import Passage, PassageKind
from knowledge.finding.question import Question
from knowledge.finding.scope import How, Scope
from knowledge.finding.shelf import Shelf
from knowledge.model import Facet, ServiceStandard

SURE = 7.0
MARK = "~"  # begins the subject of a step that was found by what it says
_MANY = 6  # up to so many standards a short value is given for each, instead of a choice
_SAID_BY_SOME = frozenset({"complaint_channel"})  # else most standards say nothing of it
_FEW = 3  # services of one office that are told side by side, where but the office is named
_READ = 12  # standards of which a rule may read every sentence
_PASSAGES = 100
MOST_OPTIONS = 8  # that one choice offers
SHORT = frozenset(
    {"cost", "responsible", "unit", "complaint_receiver", "complaint_handler", "step_count",
     "complaint_delegation", "total_time", "evaluation", "warning"}
)  # fmt: skip
_OF_OFFICE = SHORT | {"place", "service_hours", "complaint_channel", "complaint_time"}
WHO_ASPECTS = frozenset({"step_actor", "step_signer"})
STEP_ASPECTS = WHO_ASPECTS | {"step", "step_time", "step_next", "step_previous"}


@dataclass(frozen=True, slots=True)
class Decision:
    """One request to answer; several to choose from; or several to answer together.

    Without any request the question is understood, and the text does not answer it. One that is
    not `sure` is what a question only seems to ask.
    """

    requests: tuple[Request, ...]
    choose: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule may look at."""

    question: Question
    topic: Topic
    scope: Scope
    shelf: Shelf
    search: Searcher


def one(
    aspect: str, standard: str | None = None, *, step: str | None = None, subject: str | None = None
) -> Decision:
    """Return the decision for a single request."""
    return Decision((Request(aspect, standard, step, subject),))


def worth_reading(case: Case, keys: Sequence[str]) -> Sequence[str]:
    """Return those of many standards whose passages say most of the question: each takes a while.

    Few standards are all worth it.
    """
    if len(keys) <= _READ:
        return keys
    query = dict.fromkeys((word.stem for word in case.question.content()), 1.0)
    found = case.shelf.index.search(query, within=keys, limit=_PASSAGES)
    return tuple(dict.fromkeys(one.passage.standard for one in found))[:_READ]


def shown(passage: Passage) -> Request:
    """Return the request that quotes a passage: a step by its number, else by its section."""
    is_step = passage.kind in (PassageKind.STEP, PassageKind.NOTE)
    step = passage.place if is_step else None
    return Request("passage", passage.standard, step, passage.place)


def for_standards(case: Case, aspect: str) -> Decision:
    """Return the aspect of the standard in scope, of each if short, or the choice.

    Where several that are meant say the same, one of them tells it.
    """
    scope = case.scope
    if scope.standard:
        return one(aspect, scope.standard)
    if aspect in NOT_SAID and (aspect not in _SAID_BY_SOME or len(case.shelf) <= _MANY):
        return one(aspect)
    if scope.how is How.OPEN and aspect in SHORT and len(case.shelf) <= _MANY:
        return one(aspect)
    if scope.how is How.SEVERAL and _say_alike(case.shelf, scope.possible, aspect):
        return one(aspect, scope.possible[0])
    if case.question.named.office and len(scope.possible) <= _FEW and aspect in _OF_OFFICE:
        return one("compare", subject="+".join((aspect, *map(case.shelf.key, scope.possible))))
    requests = tuple(Request(aspect, standard) for standard in scope.possible[:MOST_OPTIONS])
    return Decision(requests, choose=len(requests) > 1)


def told_once(decision: Decision, shelf: Shelf) -> Decision:
    """Return a decision that asks for no choice between standards that say the very same."""
    requests = decision.requests
    keys = [request.standard for request in requests if request.standard and not request.step]
    alike = {(request.aspect, request.subject) for request in requests}
    if not decision.choose or len(keys) != len(requests) or len(alike) != 1:
        return decision
    same = requests[0].aspect in FACETS and _say_alike(shelf, keys, requests[0].aspect)
    return replace(decision, requests=requests[:1], choose=False) if same else decision


def _say_alike(shelf: Shelf, keys: Sequence[str], aspect: str) -> bool:
    """Say whether several standards have the very same text on an aspect."""
    facet = Facet.COMPLAINT.value if aspect.startswith("complaint") else aspect
    first, *others = (shelf.standards[key] for key in keys)
    said = _text(first, facet)
    return bool(said and others) and all(_text(other, facet) == said for other in others)


def _text(standard: ServiceStandard, facet: str) -> list[str]:
    return [line.text.casefold() for line in content(standard, facet).lines]
