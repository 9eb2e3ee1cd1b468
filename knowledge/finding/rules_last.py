"""The last rule: where none is sure, the passage that says most of what is asked, or nothing.

Only of a standard that is known, only with words that tell, and only well ahead of the next.
"""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.finding.aspects import COMPLAINT
from knowledge.finding.case import Case, Decision, shown
from knowledge.finding.index import Found
from knowledge.finding.leaf import Passage
from knowledge.finding.pairs import is_pair
from knowledge.finding.question import Question
from knowledge.finding.ranks import is_person
from knowledge.finding.rules_counts import tells_number
from knowledge.finding.saying import is_of_other_part
from knowledge.finding.scope import How
from knowledge.finding.telling import told_by_words

_FLOOR = 0.48  # share of the weight of what is asked that the passage must hold
_AHEAD = 1.1  # how much better it must be than the best one elsewhere in the standard
_WHOLE_CUE = 3  # words of a cue that asks for a part so clearly that it is no chance word
_SEVERAL = 2  # words that must tell of a standard which is not named
_SURE = 0.75  # the same where a part of the standard is named beside
_NO_DEED = (
    frozenset({"duration", "duration_total", "compare", "which", "listing", "requirements"})
    | COMPLAINT
)
_WANTS_YES = frozenset(
    "tidak kan bisa boleh harus wajib perlu dulu bolehkah bisakah bukan ya".split()
)
_CUE = 0.4  # weight of the words that ask


def best_said(case: Case) -> Decision | None:
    """Read free text about a known standard: the one passage that holds most of it."""
    question = case.question
    if question.names_only_a_post or question.step:
        return None
    described = case.search.described(question, question.hits.keys(), titles=False)
    standard = _standard(case, described)
    if standard is None or not described or not case.search.is_telling(described):
        return None
    cues = dict.fromkeys(question.cue_stems, _CUE)
    found = case.search.ranked(cues | described, standard)
    if not found or found[0].coverage < _FLOOR:
        found = case.search.ranked(described, standard)
    if not found or found[0].coverage < _FLOOR:
        return None
    best = found[0].passage
    if is_of_other_part(case, best) or _is_mere_law(question, best):
        return None
    if "berapa" in question.texts and not tells_number(case.search.text(best)):
        return None
    return Decision((shown(best),)) if _is_ahead(found) else None


def _is_mere_law(question: Question, passage: Passage) -> bool:
    """Say whether a passage is but a law that is named, where none is asked for."""
    return passage.facet == "legal_basis" and not question.has("legal_basis")


def _standard(case: Case, described: Mapping[str, float]) -> str | None:
    """Return the standard that is known, or that alone uses the words, if all words are known."""
    question = case.question
    if question.named.firm or case.scope.how is How.TOPIC:
        return case.scope.standard
    words = [stem for stem in described if not stem.isdigit() and not is_pair(stem)]
    of_somebody = question.has("duties") and is_person(question.pointed.level)
    if case.search.strangers(question) or len(words) < _SEVERAL or of_somebody:
        return None
    return case.scope.standard or told_by_words(described, case.shelf.index)


def whether(case: Case) -> Decision | None:
    """Read a question that wants a yes or a no: what the text says of it, not a part of it all."""
    question = case.question
    if not question.asks_whether or not case.question.named.firm or question.step:
        return None
    if not question.hits or question.hits.keys() & _NO_DEED:
        return None
    if any(len(hit.positions) >= _WHOLE_CUE for hit in question.hits.values()):
        return None
    beside = case.search.described(question, question.hits.keys(), titles=False)
    query = case.search.described(question, (), titles=False)
    standard = case.scope.standard
    wants_yes = _WANTS_YES & question.texts or "apakah" in question.flat
    if standard is None or not wants_yes or not case.search.is_telling(beside):
        return None
    found = case.search.ranked(query, standard)
    if not found or found[0].coverage < _SURE or not _is_ahead(found):
        return None
    return Decision((shown(found[0].passage),))


def _is_ahead(found: list[Found]) -> bool:
    """Say whether the best is clearly better than what stands neither above nor below it."""
    others = [f for f in found[1:] if not found[0].passage.is_near(f.passage)]
    return not others or found[0].score >= _AHEAD * others[0].score
