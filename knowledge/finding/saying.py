"""Which passage of a known standard says the thing that is asked, beside its part on that.

A floor and a margin hold: what is not clearly said is left to the other rules, and to a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from knowledge.finding.aspects import FACETS
from knowledge.finding.case import SURE, Case, Decision, shown
from knowledge.finding.cueing import cue_words
from knowledge.finding.index import Found
from knowledge.finding.leaf import Passage, PassageKind
from knowledge.finding.passages import ONLINE, stems_of
from knowledge.finding.question import Question
from knowledge.finding.scope import How, best_facet

_FLOOR = 0.55  # share of the weight of what is described that the passage must hold
_AGREES = 1.4  # for a passage that sets a condition, where one is asked about
_AHEAD = 0.85  # of the best score: told beside it
_MOST = 2  # passages told together: where more say as much, none is what is meant
_LIMIT = 40
_BARE = 2  # words of a thing that is named and not told of
_NO_ANSWER = frozenset({"legal_basis", "purpose", "definitions", "background", "output", "other"})
_OF_ITSELF = frozenset({"staff_count", "supervision", "evaluation", "definitions", "framework"})
SETS_TIME = re.compile(
    r"\d\s*(?:\([^)]*\)\s*)?(?:x\s*24\s*)?(?:menit|jam|hari|minggu|bulan|tahun)\b|\bH-\d",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:apabila|jika|bila|dalam hal|bagi|khusus|kecuali|tidak|kurang dari|lebih dari|di bawah"
    r"|melampaui|melebihi|melewati|belum|tanpa|untuk)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:tidak|belum|tanpa|bukan)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\btanpa (\w+ \w+)", re.IGNORECASE)
_IF = frozenset({"kalau", "jika", "bila", "apabila", "misal", "seandainya", "andai"})
_NOT = frozenset({"tidak", "belum", "tanpa", "bukan"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a passage must be: how much it holds, of which facets, and what it must tell.

    It must match `told` if that is given, and hold a stem of each of `holding`.
    """

    floor: float = _FLOOR
    within: Callable[[str], bool] = bool
    told: re.Pattern[str] | None = None
    holding: tuple[Collection[str], ...] = ()


def said_of_facet(
    case: Case, facet: str, *, told: re.Pattern[str] | None = None
) -> Decision | None:
    """Return what the part on a facet says of the thing that is described, if it speaks of it."""
    described = case.search.described(case.question, case.question.hits.keys(), titles=False)
    return best(case, described, Wanted(within=lambda f: f.startswith(facet), told=told))


def said_of_missing(case: Case, aspect: str) -> Decision | None:
    """Return what says the thing that is described, in the words of a part that is missing."""
    question = case.question
    described = case.search.described(question, {aspect, "who", "count"}, titles=False)
    hit = question.hits.get(aspect)
    cue = cue_words(question.words, hit) if hit else []
    stems = {word.stem for word in cue if not word.is_stop and word.stem != "dimana"}
    if aspect == "place" and ONLINE in described:
        stems = {ONLINE}
    telling = [s for s in described if case.search.is_telling({s: 1.0})]
    if aspect in _OF_ITSELF or not telling or not stems:
        return None
    query = dict.fromkeys(stems, 1.0) | described
    return best(case, query, Wanted(within=_may_answer, holding=(stems, telling)))


def _may_answer(facet: str) -> bool:
    return facet not in _NO_ANSWER


def best(case: Case, described: Mapping[str, float], wanted: Wanted) -> Decision | None:
    """Return the passages of the standard in scope that say most of what is described."""
    standard = case.scope.standard
    if standard is None or not described or not case.search.is_telling(described):
        return None
    ranked = case.search.ranked(described, standard, _LIMIT)
    return _best_of(case, [found for found in ranked if _is_wanted(case, found, wanted)])


def _is_wanted(case: Case, found: Found, wanted: Wanted) -> bool:
    passage = found.passage
    if found.coverage < wanted.floor or not wanted.within(passage.facet):
        return False
    if wanted.told is not None and not wanted.told.search(case.search.text(passage)):
        return False
    return all(case.shelf.index.holds(passage, stems) for stems in wanted.holding)


def _best_of(case: Case, found: Sequence[Found]) -> Decision | None:
    """Return the best passages, with those that say as much; none where too many do."""
    scored = sorted(((_agreed(case, f) * f.score, f) for f in found), key=lambda pair: -pair[0])
    if not scored:
        return None
    top, best_found = scored[0]
    least = best_found.coverage, _agreed(case, best_found)
    close = [
        f.passage
        for score, f in scored
        if score >= _AHEAD * top or (f.coverage >= least[0] and _agreed(case, f) >= least[1])
    ]
    requests = tuple(dict.fromkeys(map(shown, close)))
    return Decision(requests) if len(requests) <= _MOST else None


def _agreed(case: Case, found: Found) -> float:
    """Return a factor, higher where condition and negation agree with the question's."""
    text, factor = case.search.text(found.passage), 1.0
    if asks_if(case.question) and _CONDITION.search(text):
        factor *= _AGREES
    if denies(case.question) and _NEGATED.search(text):
        factor *= _AGREES
    return factor / _AGREES**2 if _leaves_out(text, case.question) else factor


def _leaves_out(text: str, question: Question) -> bool:
    """Say whether a text holds without what is asked with it ("kalau pakai uji lab?")."""
    if _NOT & question.texts:
        return False
    left = {stem for found in _WITHOUT.finditer(text) for stem in stems_of(found[1])}
    return not left.isdisjoint(word.stem for word in question.content())


def asks_if(question: Question) -> bool:
    """Say whether a message asks what holds on a condition ("kalau ... gimana?")."""
    return not _IF.isdisjoint(question.texts)


def denies(question: Question) -> bool:
    """Say whether it says that something is not so; "bisa ... nggak?" only asks."""
    texts = [word.text for word in question.words]
    return any(
        text in _NOT and any(not word.is_stop for word in question.words[p + 1 : p + 4])
        for p, text in enumerate(texts)
    )


def is_of_other_part(case: Case, passage: Passage) -> bool:
    """Say whether a part is asked of a service that is none of ours ("syarat bikin SIM").

    A passage of another part that has the word tells nothing of that service.
    """
    question, part = case.question, best_facet(case.question)
    if case.scope.how is not How.OPEN or part not in FACETS or question.score(part) < SURE:
        return False
    if len(question.content(question.hits[part].positions)) > _BARE:
        return False
    return passage.kind is PassageKind.ITEM and not passage.facet.startswith(part)
