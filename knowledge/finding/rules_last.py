"""The last rule: where none is sure, the passage that says most of what is asked, or nothing.

Only of a standard that is known, only with words that tell, and only well ahead of the next.
"""

from __future__ import annotations

from knowledge.finding.case import Case, Decision, shown
from knowledge.finding.index import Found
from knowledge.finding.rules_steps import tells_number
from knowledge.finding.scope import How

_FLOOR = 0.48  # share of the weight of what is asked that the passage must hold
_AHEAD = 1.1  # how much better it must be than the best one elsewhere in the standard
_CUE = 0.4  # weight of the words that ask


def best_said(case: Case) -> Decision | None:
    """Read free text about a known standard: the one passage that holds most of it."""
    question, standard = case.question, case.scope.standard
    sure = question.named.firm or case.scope.how is How.TOPIC
    if standard is None or not sure or question.names_only_a_post or question.step:
        return None
    described = case.search.described(question, question.hits.keys(), titles=False)
    if not described or not case.search.is_telling(described):
        return None
    asked = {p for hit in question.hits.values() for p in hit.positions}
    cues = {question.words[p].stem: _CUE for p in asked if not question.words[p].is_stop}
    found = case.search.ranked(cues | described, standard)
    if not found or found[0].coverage < _FLOOR:
        found = case.search.ranked(described, standard)
    if not found or found[0].coverage < _FLOOR:
        return None
    best = found[0].passage
    if "berapa" in question.texts and not tells_number(case.search.text(best)):
        return None
    return Decision((shown(best),)) if _is_ahead(found) else None


def _is_ahead(found: list[Found]) -> bool:
    """Say whether the best is clearly better than what stands neither above nor below it."""
    place = found[0].passage.place
    others = [f for f in found[1:] if not _is_near(place, f.passage.place)]
    return not others or found[0].score >= _AHEAD * others[0].score


def _is_near(place: str, other: str) -> bool:
    return place == other or other.startswith(f"{place}.") or place.startswith(f"{other}.")
