"""Rules for a part of a procedure that a question names as a whole, by its heading."""

from __future__ import annotations

from knowledge.finding.case import STEP_ASPECTS, Case, Decision, one
from knowledge.finding.pairs import is_pair
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.scope import How, best_facet

_ABOUT = frozenset({"duration", "duration_total", "total_time", "procedure", "who", "step_count"})
_CUES = _ABOUT | {"where_step", "count"}
_OF_TOPIC = (STEP_ASPECTS | {"total_time"}) - {"step_next", "step_previous"}
_FEW_WORDS = 6


def whole(case: Case) -> Decision | None:
    """Read a question about a part of a procedure: all of it, not one step under it."""
    question = case.question
    aspect = _aspect(case)
    if aspect is None or question.step or question.posts:
        return None
    described = case.search.described(question, _CUES, titles=False)
    found = [
        (key, step.number)
        for key in ([case.scope.standard] if case.scope.standard else case.scope.possible)
        if (step := case.search.whole(described, case.shelf.standards[key]))
    ]
    if len(found) != 1 or (case.scope.standard is None and _said_elsewhere(case, described)):
        return None
    return one(aspect, found[0][0], step=found[0][1])


def _said_elsewhere(case: Case, described: dict[str, float]) -> bool:
    """Say whether the steps of another standard begin with what is described too."""
    asked = {stem for stem, weight in described.items() if weight == 1.0 and not is_pair(stem)}
    titles = (
        (key, step.title)
        for key in case.scope.possible
        for step in case.shelf.standards[key].walk_steps()
    )
    saying = {key for key, title in titles if asked <= {*stems_of(title)[: len(asked) + 1]}}
    return len(saying) > 1


def _aspect(case: Case) -> str | None:
    """Return what is asked of the part, or None where something else is asked."""
    question = case.question
    if not question.hits.keys() - {"count"}:
        return _asked_before(case, question)
    if question.hits.keys() - _CUES or best_facet(question) not in (None, *_ABOUT):
        return None
    if question.has("duration_total", "total_time"):
        return "total_time"
    if question.has("duration"):
        return "step_time"
    return "step_actor" if question.has("who") else "step"


def _asked_before(case: Case, question: Question) -> str | None:
    """Return what was asked before, where only another part is named now ("kalau yang ...?")."""
    topic = case.topic
    if case.scope.how is not How.TOPIC and case.scope.standard != topic.standard:
        return None
    if topic.standard is None or len(question.words) > _FEW_WORDS:
        return None
    return topic.aspect if topic.aspect in _OF_TOPIC else "step"
