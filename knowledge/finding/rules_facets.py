"""Rules for questions about a part of a standard, and for what only its text can answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.finding.answers import Request
from knowledge.finding.aspects import ASKED, COMPLAINT, FACETS
from knowledge.finding.case import (
    MARK,
    MOST_OPTIONS,
    SURE,
    Case,
    Decision,
    for_standards,
    one,
    shown,
)
from knowledge.finding.channels import channel_asked
from knowledge.finding.contents import content
from knowledge.finding.cueing import cue_words
from knowledge.finding.leaf import Passage
from knowledge.finding.pairs import is_pair
from knowledge.finding.passages import ONLINE
from knowledge.finding.question import Question
from knowledge.finding.rules_steps import by_content
from knowledge.finding.rules_terms import only_name
from knowledge.finding.saying import is_of_other_part, said_of_facet, said_of_missing
from knowledge.finding.scope import How, best_facet
from knowledge.finding.suggesting import can_answer
from knowledge.finding.telling import FEW_STRANGE, is_central, others_know, told_by_words

_COVERED = 0.5  # share of what is described that a facet's own text must hold
_SAID = 0.6  # share that some text must hold where no standard is named
_OUTSIDE = 0.75  # share that a passage elsewhere must hold to be the better answer
_ASKED = 0.5  # share that the answer to a question of the text must hold: a heading weighs less
_SEVERAL = 2
_YES_NO = 0.5  # share that the text must hold to be quoted for a yes or a no
_WHETHER = frozenset({"bisa", "boleh", "apakah", "dapat", "bisakah", "bolehkah", "harus", "wajib"})
_OF_CLOCK = frozenset({"jam", "pukul", "malam", "pagi", "sore", "siang"})
_OF_LATENESS = ("guarantee", "total_time")
_LATE = re.compile(
    r"lambat\b|\blewat|melewati|melebihi|melampaui|tepat waktu|tidak (?:di)?selesai", re.IGNORECASE
)
_FIRST = frozenset({"harus", "dulu", "dahulu"})  # "harus janjian dulu ga?" names no part
_MAKING = frozenset({"membuat", "mengurus", "pembuatan", "pengurusan", "penerbitan"})
_WHOSE = {"users": "requirements_user", "implementers": "requirements_implementer"}
_SERVED = frozenset({"tanggap", "proses", "layan", "tindaklanjut", "respons", "respon", "balas"})
_WITH_PLACE = frozenset({"service_hours", "cost", "facilities"})


def facet(case: Case) -> Decision | None:
    """Read the question for a part of a standard that the cues name, or what says it instead."""
    decision = _facet(case)
    if decision is None or len(decision.requests) != 1:
        return decision
    asked = decision.requests[0]
    standard = case.shelf.get(asked.standard)
    online = asked.aspect == "place" and ONLINE in case.question.stems
    if asked.aspect == "complaint_channel":
        return Decision((replace(asked, subject=channel_asked(case.question)),))
    if asked.aspect not in FACETS or standard is None:
        return decision
    if can_answer(standard, asked.aspect) and not online:
        return _of_thing(case, decision)
    return said_of_missing(case, asked.aspect) or decision


def _of_thing(case: Case, decision: Decision) -> Decision:
    """Return the decision with what it is about, so that "di mana?" may follow."""
    asked = decision.requests[0]
    described = case.search.described(case.question, case.question.hits.keys(), titles=False)
    stems = [s for s, weight in described.items() if weight >= 1 and not is_pair(s)]
    said = bool(stems) and all(case.shelf.index.says(asked.standard or "", s) for s in stems)
    if decision.choose or asked.subject or not said or asked.aspect not in _WITH_PLACE:
        return decision
    return Decision((replace(asked, subject=MARK + " ".join(stems)),))


def _facet(case: Case) -> Decision | None:
    question = case.question
    aspect = _best_facet(case)
    if aspect is None:
        return None
    if _is_strange(case):
        return _grievance(case, aspect)
    if aspect == "person_name" and question.score(aspect) >= SURE:
        return for_standards(case, aspect)  # no text beside it tells whose name is meant
    aspect = _of_whom(case, aspect)
    cues = {aspect, "who", "count"} | (question.hits.keys() & ASKED)
    described = case.search.described(question, cues, titles=False)
    if aspect == "service_hours":  # "jam 8 malam" asks whether it is open then
        described = {s: w for s, w in described.items() if not _OF_CLOCK & {*s.split("_")}}
        described = {s: w for s, w in described.items() if not any(map(str.isdigit, s))}
    if described and case.scope.how is How.OPEN and _asks_bare_when(question, aspect):
        return None
    if not described:
        standard = case.scope.standard
        return for_standards(case, _instead(case, aspect, standard) if standard else aspect)
    return _of_described(case, aspect, described)


def _is_strange(case: Case) -> bool:
    """Say whether words that no text has may tell of another thing than the one that is named."""
    question, strange = case.question, case.search.strangers(case.question)
    if not strange or question.named.firm:
        return False
    described = case.search.described(question, question.hits.keys(), titles=False)
    few = len(strange) * FEW_STRANGE <= len(described)
    return not (few and question.named.certain)


def _asks_bare_when(question: Question, aspect: str) -> bool:
    """Say whether but "kapan" speaks of opening hours: of a thing that asks for none."""
    return aspect == "service_hours" and question.score(aspect) < SURE


def _best_facet(case: Case) -> str | None:
    """Return what is asked for most; a term that only names the standard asks for none."""
    question = case.question
    aspect = best_facet(question)
    others = {a: h for a, h in question.hits.items() if a in ASKED and a != "definitions"}
    if aspect != "definitions" or not others:
        return aspect
    terms = case.search.terms(question, case.scope)
    if not terms or not only_name(case, terms):
        return aspect
    return max(others, key=lambda a: others[a].score)


def _of_described(case: Case, aspect: str, described: dict[str, float]) -> Decision | None:
    """Return the facet, or what says the thing that is described beside it."""
    if aspect == "procedure" and not case.question.has("duration_total"):
        steps = by_content(case, "step_parts", {"procedure", "count", "who", "listing"})
        if steps:
            return steps
    if aspect in COMPLAINT:
        of_case = said_of_facet(case, "complaint")
        if of_case:
            return of_case
    said = _elsewhere(case, aspect, described) or _told_by_words(case, aspect, described)
    if said:
        return said
    if case.scope.how is How.OPEN and not case.search.is_said(described, _SAID):
        return None
    return _narrowed(case, aspect, described)


def _grievance(case: Case, aspect: str) -> Decision | None:
    """Return the complaints of the standard that words of a grievance tell, if any does.

    What somebody complains of need not stand in any text ("air mati"). Where a service itself
    was poor ("tidak ditanggapi"), it is asked which; else it may be no service of ours.
    """
    question, index = case.question, case.shelf.index
    if aspect not in COMPLAINT or question.score(aspect) < SURE + 2 or question.posts:
        return None
    described = case.search.described(question, question.hits.keys() & ASKED, titles=False)
    said = {stem: weight for stem, weight in described.items() if index.knows(stem)}
    key = told_by_words(said, index)
    if key and is_central(said, key, index):
        return one(aspect, key)
    if not (question.negated and _SERVED & question.stems):
        return None
    requests = tuple(Request(aspect, standard.id) for standard in case.shelf)[:MOST_OPTIONS]
    return Decision(requests, choose=len(requests) > 1)


def _told_by_words(case: Case, aspect: str, described: dict[str, float]) -> Decision | None:
    """Return the facet of the standard whose own words the question uses, if it names none."""
    index = case.shelf.index
    key = told_by_words(described, index) if case.scope.how is How.OPEN else None
    return one(aspect, key) if key and _is_of(case, aspect, described, key) else None


def _is_of(case: Case, aspect: str, described: dict[str, float], standard: str) -> bool:
    """Say whether the facet speaks of what is described, or the whole standard is about it."""
    made = _MAKING & case.question.texts  # and is no mere requirement
    if not made and case.search.covers(described, aspect.split("_")[0], standard, _COVERED):
        return True
    return is_central(described, standard, case.shelf.index)


def _of_whom(case: Case, aspect: str) -> str:
    """Return "requirements of users" where requirements were asked and users are named now."""
    if aspect == "cost" and "mengadu" in case.question.texts and case.question.has("complaint"):
        return "complaint"  # the money is what is complained of
    asked = (case.topic.aspect or "").startswith("requirements")
    if asked and aspect in _WHOSE and not case.question.has("who"):
        return _WHOSE[aspect]
    return aspect


def _narrowed(case: Case, aspect: str, described: dict[str, float]) -> Decision | None:
    """Return the facet of the standard that what is described belongs to."""
    standard = case.scope.standard
    if standard is None:
        narrowed = case.search.narrowed(described, case.scope)
        if (
            narrowed
            and case.scope.how is How.OPEN
            and not _is_of(case, aspect, described, narrowed)
        ):
            return None
        return one(aspect, narrowed) if narrowed else for_standards(case, aspect)
    if case.question.score(aspect) < SURE or _is_elsewhere(case, standard, described):
        return None
    return one(_instead(case, aspect, standard), standard)


def _is_elsewhere(case: Case, standard: str, described: dict[str, float]) -> bool:
    named = case.question.named
    if named.firm or case.scope.how is not How.NAMED:
        return False
    return others_know(described, standard, case.shelf.index, named=named.certain == standard)


def _instead(case: Case, aspect: str, standard: str) -> str:
    """Return the facet that speaks of being late where a standard has no warning."""
    text = case.shelf.standards[standard]
    if can_answer(text, aspect):
        return aspect
    if aspect != "warning":
        return _rival(case, aspect, standard)
    late = (a for a in _OF_LATENESS if any(_LATE.search(li.text) for li in content(text, a).lines))
    return next(late, aspect)


def _rival(case: Case, aspect: str, standard: str) -> str:
    """Return the other part that is asked for as surely, where the standard has not this one."""
    text, hits = case.shelf.standards[standard], case.question.hits
    able = [a for a in hits if a in FACETS and a != aspect and can_answer(text, a)]
    best = max(able, key=lambda a: hits[a].score, default=aspect)
    apart = best != aspect and not hits[best].positions & hits[aspect].positions
    return best if apart and hits[best].score >= SURE + 2 and aspect in FACETS else aspect


def _elsewhere(case: Case, aspect: str, described: dict[str, float]) -> Decision | None:
    """Return a passage that says what is described, where the facet's own text does not."""
    hit = case.question.hits.get(aspect)
    if hit is None or case.search.unsaid(described):
        return None
    words = [word for word in cue_words(case.question.words, hit) if word.text not in _FIRST]
    cue = {word.stem: 0.5 for word in words}
    if case.search.covers(described, aspect.split("_")[0], case.scope.standard, _COVERED):
        return None
    found = case.search.holding(described | cue, case.scope, _OUTSIDE)
    saying = [p for p in found if case.search.unsaid(cue) or case.shelf.index.holds(p, cue)]
    return _quoted(saying[:2]) or _answered_as_asked(case, described)


def _answered_as_asked(case: Case, described: dict[str, float]) -> Decision | None:
    """Return the answer to a question of the text itself that says all that is described."""
    things = [stem for stem in described if not is_pair(stem)]
    if len(things) < _SEVERAL:
        return None
    found = case.search.holding(described, case.scope, _ASKED)
    asking = [p for p in found if p.place.endswith("?") and p.facet == "other"]
    holds = case.shelf.index.holds
    return _quoted([p for p in asking if all(holds(p, [stem]) for stem in things)][:1])


def passage(case: Case) -> Decision | None:
    """Read free text: the passage that holds what the question says."""
    question = case.question
    if question.names_only_a_post:
        return None
    known = question.named.firm and not case.search.strangers(question)
    floor = _YES_NO if known and _asks_whether(question) else None
    found = case.search.passages(question, case.scope, floor)
    return _quoted([one for one in found if not is_of_other_part(case, one)][:2])


def _asks_whether(question: Question) -> bool:
    """Say whether a question wants a yes or a no ("bisa ... ga", "apakah ... boleh")."""
    return not question.hits and not _WHETHER.isdisjoint(question.texts)


def _quoted(found: Sequence[Passage]) -> Decision | None:
    return Decision(tuple(map(shown, found))) if found else None
