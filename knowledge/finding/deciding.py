"""What is asked: rules, tried in order, from a question and a topic to a decision.

A rule returns None when it has nothing to say. No rule builds an answer: that is `answering`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.finding import (
    rules_across,
    rules_allowed,
    rules_amounts,
    rules_comparing,
    rules_complaints,
    rules_conditions,
    rules_counts,
    rules_deeds,
    rules_detail,
    rules_facets,
    rules_figures,
    rules_follow,
    rules_identity,
    rules_last,
    rules_law,
    rules_meaning,
    rules_other_ways,
    rules_parts,
    rules_places,
    rules_rows,
    rules_sensed,
    rules_steps,
    rules_switch,
    rules_terms,
    rules_things,
    rules_time,
    rules_unsaid,
    rules_who,
    rules_whole,
)
from knowledge.finding.answers import Topic
from knowledge.finding.aspects import COMPLAINT
from knowledge.finding.case import Case, Decision, told_once
from knowledge.finding.content import Searcher
from knowledge.finding.question import Question
from knowledge.finding.rows import with_row
from knowledge.finding.scope import scope_of
from knowledge.finding.shelf import Shelf

_BY_WHOM = "complaint_handler"
_BARE = 8.5  # score of a cue like "sama siapa", which says nothing of complaints itself

Rule = Callable[[Case], Decision | None]

RULES: tuple[Rule, ...] = (
    rules_follow.colleague,
    rules_follow.part_by_order,
    rules_follow.handed_on,
    rules_follow.of_that_step,
    rules_follow.unsettled,
    rules_parts.of_him,
    rules_parts.time_told,
    rules_places.at_place,
    rules_follow.of_official,
    rules_follow.at_that_place,
    rules_across.extreme_step,
    rules_identity.identity,
    rules_meaning.meaning,
    rules_law.of_rank,
    rules_time.comparing_deed,
    rules_comparing.comparing,
    rules_across.which,
    rules_across.listing,
    rules_steps.numbered,
    rules_steps.relative,
    rules_steps.contents,
    rules_counts.nth,
    rules_counts.counting,
    rules_detail.beside_step,
    rules_parts.other_part,
    rules_deeds.of_column,
    rules_deeds.borne,
    rules_rows.of_row,
    rules_figures.holding,
    rules_figures.at_hour,
    rules_figures.of_same_range,
    rules_detail.within_limit,
    rules_detail.of_same_part,
    rules_terms.definition,
    rules_terms.meaning_said,
    rules_allowed.forbidden,
    rules_things.provided,
    rules_things.read_where,
    rules_unsaid.private,
    rules_unsaid.existing,
    rules_unsaid.another_service,
    rules_unsaid.validity,
    rules_other_ways.another_way,
    rules_conditions.what_then,
    rules_conditions.too_late,
    rules_complaints.about_one_thing,
    rules_complaints.within_complaints,
    rules_time.handling_time,
    rules_time.weekday,
    rules_allowed.until,
    rules_time.when,
    rules_amounts.amount,
    rules_whole.whole,
    rules_deeds.of_deed,
    rules_time.timing,
    rules_across.official,
    rules_who.who,
    rules_last.whether,
    rules_allowed.allowed,
    rules_facets.facet,
    rules_detail.on_condition,
    rules_switch.switch,
    rules_sensed.all_asking,
    rules_facets.passage,
    rules_last.best_said,
    rules_sensed.sensed,
)


def decide(question: Question, topic: Topic, shelf: Shelf, search: Searcher) -> Decision | None:
    """Return what the message asks, or None if that is not understood or not in the standards."""
    question = _in_context(question, topic)
    case = Case(question, topic, scope_of(question, topic, shelf), shelf, search)
    for rule in RULES:
        decision = rule(case)
        if decision is not None:
            decision = told_once(decision, shelf)
            about = decision.requests[0].standard if decision.requests else None
            return with_row(decision, question, topic, shelf.get(about))
    return None


def _in_context(question: Question, topic: Topic) -> Question:
    """Return the question without "sama siapa" as one about complaints where none are spoken of."""
    spoken_of = (topic.aspect or "").startswith("complaint")
    others = question.hits.keys() & COMPLAINT - {_BY_WHOM}
    if spoken_of or others or question.score(_BY_WHOM) > _BARE:
        return question
    return replace(question, hits={a: h for a, h in question.hits.items() if a != _BY_WHOM})
