"""What is asked: rules, tried in order, from a question and a topic to a decision.

A rule returns None when it has nothing to say. No rule builds an answer: that is `answering`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.finding import steps
from knowledge.finding.answers import Request, Topic
from knowledge.finding.aspects import COMPLAINT, FACETS
from knowledge.finding.content import Searcher
from knowledge.finding.question import Question
from knowledge.finding.scope import How, Scope, scope_of
from knowledge.finding.shelf import Shelf

_SURE = 7.0
_MANY = 6  # up to so many standards a short value is given for each, instead of a choice
SHORT = frozenset(
    {"cost", "responsible", "unit", "complaint_receiver", "complaint_handler", "complaint_delegation",
     "step_count", "total_time", "evaluation", "warning"}
)  # fmt: skip
NOT_SAID = frozenset({"complaint_channel", "complaint_time", "person_name", "staff_count"})
_ASKED = (FACETS | COMPLAINT | NOT_SAID) - {"other"}
_STEP_ASPECTS = frozenset({"step", "step_time", "step_actor", "step_next", "step_previous"})


@dataclass(frozen=True, slots=True)
class Decision:
    """One request to answer; several to choose from; or several to answer together."""

    requests: tuple[Request, ...]
    choose: bool = False


def one(aspect: str, standard: str | None = None, **more: str | None) -> Decision:
    """Return the decision for a single request."""
    return Decision((Request(aspect, standard, more.get("step"), more.get("subject")),))


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule may look at."""

    question: Question
    topic: Topic
    scope: Scope
    shelf: Shelf
    search: Searcher


Rule = Callable[[Case], Decision | None]


def decide(question: Question, topic: Topic, shelf: Shelf, search: Searcher) -> Decision | None:
    """Return what the message asks, or None if that is not understood or not in the standards."""
    case = Case(question, topic, scope_of(question, topic, shelf), shelf, search)
    for rule in RULES:
        decision = rule(case)
        if decision is not None:
            return decision
    return None


def best_facet(question: Question) -> str | None:
    """Return the facet that the cues speak for most strongly, or None."""
    hits = [hit for aspect, hit in question.hits.items() if aspect in _ASKED]
    if not hits:
        return None
    return max(hits, key=lambda hit: (hit.score, len(hit.positions))).aspect


def for_standards(case: Case, aspect: str) -> Decision:
    """Return the aspect of the standard in scope, of each if short, or the choice."""
    scope = case.scope
    if scope.standard:
        return one(aspect, scope.standard)
    if scope.how is How.OPEN and aspect in SHORT and len(case.shelf) <= _MANY:
        return one(aspect)
    requests = tuple(Request(aspect, standard) for standard in scope.possible[:8])
    return Decision(requests, choose=len(requests) > 1)


def _listing(case: Case) -> Decision | None:
    question = case.question
    if question.has("listing") and not question.has("compare") and not question.posts:
        facet = best_facet(question)
        if facet is None or question.score("listing") >= question.score(facet):
            return one("listing") if not case.search.strangers(question) else None
    return None


def _which(case: Case) -> Decision | None:
    """Which standard has, lacks, or names something."""
    question = case.question
    if not question.has("which") and not (question.has("listing") and question.asks_having):
        return None
    if question.posts:
        role = "complaints" if question.has(*COMPLAINT) else "all"
        return one("official", subject=question.posts[0].name + ("#" + role if role != "all" else ""))
    facet = best_facet(question)
    if facet is None or case.search.strangers(question):
        return None
    if question.negated:
        return one("lacking", subject=facet)
    return one("having", subject=facet) if question.asks_having else one(facet)


def _comparing(case: Case) -> Decision | None:
    question = case.question
    if not question.has("compare"):
        return None
    facet = best_facet(question)
    chosen = question.named.possible if question.named else ()
    if facet is None:
        facet = case.topic.aspect if case.topic.aspect in FACETS else None
    if facet is None:
        return one("differences") if len(chosen) == 0 else None
    return one("compare", subject="+".join((facet, *(case.shelf.key(c) for c in chosen[:4]))))


def _official(case: Case) -> Decision | None:
    """What a post does, where the question is about the post."""
    question = case.question
    if not question.posts or question.step:
        return None
    asks_duties = question.has("duties") or not question.hits or question.has("implementers")
    if question.has("who", "person_name", "sign") or not asks_duties:
        return None
    if question.hits.keys() - {"duties", "who", "which", "implementers", "unit", "procedure", "next"} - COMPLAINT:
        facet = best_facet(question)
        if facet and question.score(facet) > question.score("duties"):
            return None
    standard = case.scope.standard if case.scope.how is How.NAMED else None
    return one("official", standard, subject=question.posts[0].name)


def _numbered(case: Case) -> Decision | None:
    ref = case.question.step
    if ref is None:
        return None
    aspect = step_aspect(case.question)
    if case.scope.standard:
        standard = case.shelf.standards[case.scope.standard]
        step = steps.resolve(standard, ref)
        return one(aspect, standard.id, step=step.number if step else "?" + ref.number)
    able = [key for key in case.scope.possible if steps.resolve(case.shelf.standards[key], ref)]
    requests = tuple(_step_request(case, key, aspect) for key in able[:8])
    return Decision(requests, choose=len(requests) > 1) if requests else None


def _step_request(case: Case, standard: str, aspect: str) -> Request:
    assert case.question.step is not None
    step = steps.resolve(case.shelf.standards[standard], case.question.step)
    return Request(aspect, standard, step.number if step else None)


def step_aspect(question: Question) -> str:
    """Return what is asked of a step that is known."""
    if question.has("duration", "duration_total", "total_time"):
        return "step_time"
    if question.has("next", "after"):
        return "step_next"
    if question.has("previous", "before"):
        return "step_previous"
    if question.has("who", "sign", "implementers", "responsible", "complaint_handler"):
        return "step_actor"
    return "step"


def _relative(case: Case) -> Decision | None:
    """The step after or before another one: that of the conversation, or one described."""
    question = case.question
    forward = question.has("next", "after")
    if not forward and not question.has("previous", "before"):
        return None
    aspect = "step_next" if forward else "step_previous"
    described = case.search.described(question, {"next", "after", "previous", "before", "procedure", "who"})
    if described:
        found = case.search.steps(question, case.scope, described)
        if not found:
            return None
        requests = tuple(Request(aspect, f.standard, f.place) for f in found)
        return Decision(requests[:1]) if _one_standard(requests) else Decision(requests, choose=True)
    if case.topic.standard and case.topic.step:
        return one(aspect, case.topic.standard, step=case.topic.step.split("+")[0])
    return None


def _one_standard(requests: tuple[Request, ...]) -> bool:
    return len({request.standard for request in requests}) == 1


def _counting(case: Case) -> Decision | None:
    question = case.question
    if question.has("step_count"):
        return for_standards(case, "step_count")
    if not question.has("count"):
        return None
    facet = best_facet(question)
    if facet and facet not in ("procedure", "definitions") and question.score(facet) >= question.score("count"):
        return None
    return _by_content(case, "step", {"count"})


def _by_content(case: Case, aspect: str, cues: set[str]) -> Decision | None:
    described = case.search.described(case.question, cues)
    if not described:
        return None
    found = case.search.steps(case.question, case.scope, described, aspect)
    if not found:
        return None
    by_standard: dict[str, list[str]] = {}
    for passage in found:
        places = by_standard.setdefault(passage.standard, [])
        if passage.place not in places:
            places.append(passage.place)
    requests = tuple(
        Request(aspect, standard, "+".join(places[:4])) for standard, places in by_standard.items()
    )
    return Decision(requests[:4])


def _timing(case: Case) -> Decision | None:
    question = case.question
    if not question.has("duration", "duration_total"):
        return None
    facet = best_facet(question)
    if facet and question.score(facet) >= question.score("duration") and facet not in ("procedure", "framework"):
        return None
    if question.score("duration_total") < _SURE:
        decision = _by_content(case, "step_time", {"duration", "procedure", "count"})
        if decision:
            return decision
        if case.topic.step and case.scope.how is How.TOPIC and not question.has("procedure"):
            return one("step_time", case.topic.standard, step=case.topic.step)
    if case.search.strangers(question) and case.scope.how is not How.NAMED:
        return None
    return for_standards(case, "total_time")


def _who(case: Case) -> Decision | None:
    """Who does a thing that a step describes."""
    question = case.question
    if not question.has("who", "sign", "recipient"):
        return None
    facet = best_facet(question)
    if facet and question.score(facet) >= 9 and facet != "unit":
        return None
    decision = _by_content(case, "step_actor", {"who", "recipient"})
    if decision:
        return decision
    if question.has("sign") and case.topic.standard and not facet:
        return None
    return None


def _facet(case: Case) -> Decision | None:
    question = case.question
    facet = best_facet(question)
    if facet is None:
        return None
    used = question.hits[facet].positions
    described = case.search.described(question, {facet}, titles=False)
    strangers = case.search.strangers(question)
    scope = case.scope
    if strangers and scope.how is not How.NAMED:
        return None
    if described and not scope.standard:
        narrowed = case.search.narrowed(described, scope)
        if narrowed:
            return one(facet, narrowed)
    if described and question.score(facet) < _SURE and scope.standard:
        return None
    del used
    return for_standards(case, facet)


def _switch(case: Case) -> Decision | None:
    """Only a standard is named: the last thing asked, of that one; else its card."""
    question, topic = case.question, case.topic
    if case.search.described(question, set(), titles=False):
        return None
    if _other_one(question) and topic.previous:
        return _again(case, topic.previous)
    if case.scope.how is How.NAMED:
        return _again(case, case.scope.standard or "")
    if case.scope.how is How.SEVERAL and not case.search.strangers(question):
        return Decision(tuple(Request("card", key) for key in case.scope.possible[:8]), choose=True)
    return None


def _other_one(question: Question) -> bool:
    return "satunya" in question.flat or "yang lain" in question.flat or "other one" in question.flat


def _again(case: Case, standard: str) -> Decision:
    aspect = case.topic.aspect
    follows = any(w.text in _FOLLOWING for w in case.question.words) or _other_one(case.question)
    short = len(case.question.content()) <= 8
    if aspect and aspect not in _STEP_ASPECTS | {"official", "listing", "card"} and (follows or short) and case.topic.standard:
        return one(aspect, standard)
    return one("card", standard)


_FOLLOWING = frozenset({"kalau", "terus", "lalu", "bukan", "maksud", "nah", "yang", "dan", "gimana", "bagaimana", "untuk"})


def _definition(case: Case) -> Decision | None:
    question = case.question
    if not question.has("definitions"):
        return None
    terms = case.search.terms(question, case.scope)
    if terms:
        return Decision(tuple(Request("definition", key, subject=term) for key, term in terms[:3]))
    return None


def _passage(case: Case) -> Decision | None:
    """Free text: the passage that holds what the question says."""
    found = case.search.passages(case.question, case.scope)
    if not found:
        return None
    return Decision(tuple(Request("passage", p.standard, subject=p.place) for p in found[:2]))


RULES: tuple[Rule, ...] = (
    _comparing,
    _which,
    _listing,
    _numbered,
    _relative,
    _counting,
    _definition,
    _timing,
    _official,
    _who,
    _facet,
    _switch,
    _passage,
)
