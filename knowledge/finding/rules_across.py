"""Rules for questions over several standards, and from a post to what it does."""

from __future__ import annotations

from knowledge.finding.answers import Request
from knowledge.finding.aspects import COMPLAINT, FACETS
from knowledge.finding.case import SURE, Case, Decision, best_facet, one
from knowledge.finding.index import Passage, PassageKind
from knowledge.finding.scope import How

_WEAK_BESIDE_POST = frozenset(
    {"duties", "who", "which", "listing", "implementers", "unit", "procedure", "next", "responsible"}
)


_MOST_POSTS = 3


def comparing(case: Case) -> Decision | None:
    """One facet of several standards, side by side."""
    question = case.question
    if not question.has("compare"):
        return None
    named = question.named
    chosen = named.mentioned if len(named.mentioned) > 1 else ()
    aspect = best_facet(question)
    if question.has("duration", "duration_total"):
        aspect = "total_time"
    if aspect is None:
        aspect = case.topic.aspect if case.topic.aspect in FACETS else None
    if aspect is None:
        return None if case.search.strangers(question) else one("differences")
    return one("compare", subject="+".join((aspect, *(case.shelf.key(c) for c in chosen[:4]))))


def which(case: Case) -> Decision | None:
    """Which standard has, lacks, or names something."""
    question = case.question
    listing_all = question.has("listing") and (question.asks_having or question.posts)
    if not question.has("which") and not listing_all:
        return None
    if question.posts and not _beside_post(case):
        return _of_post(case)
    aspect = best_facet(question)
    if aspect and question.named.firm:
        return None
    query = case.search.described(question, {"which", "listing", aspect or ""}, titles=False)
    if query and (aspect is None or case.search.covers(query, aspect, None) > 0.6):
        found = case.search.by_standard(query, aspect)
        return Decision(tuple(map(_shown, found))) if found else None
    if aspect is None or case.search.strangers(question):
        return None
    if question.negated and aspect != "cost":
        return one("lacking", subject=aspect)
    return one("having", subject=aspect) if question.asks_having else one(aspect)


def _shown(passage: Passage) -> Request:
    return Request("passage", passage.standard, subject=passage.place)


def _of_post(case: Case) -> Decision:
    question = case.question
    only = "#complaints" if question.has(*COMPLAINT) else "#roles"
    return one("official", subject=question.posts[0].name + only)


def listing(case: Case) -> Decision | None:
    """The list of standards, or one facet of all of them."""
    question = case.question
    if not question.has("listing") or question.posts or question.named.firm:
        return None
    aspect = best_facet(question)
    if aspect and question.score(aspect) >= SURE and aspect != "procedure":
        return one(aspect)
    return None if case.search.strangers(question) else one("listing")


def official(case: Case) -> Decision | None:
    """What a post does, where the question is about the post."""
    question = case.question
    if question.step or question.has("person_name", "sign"):
        return None
    if question.has("who") and not question.has("duties"):
        return None
    if not question.posts:
        return _unlisted(case)
    other = question.hits.keys() - _WEAK_BESIDE_POST - COMPLAINT
    if other and not question.has("duties"):
        return None
    if question.has(*COMPLAINT) and not question.has("who"):
        return _of_post(case)
    described = _beside_post(case)
    if described and not question.has("duties"):
        return None
    standard = case.scope.standard if case.scope.how is How.NAMED and question.named.firm else None
    names = [post.name for post in question.posts[:_MOST_POSTS]]
    return Decision(tuple(Request("official", standard, subject=name) for name in names))


def _beside_post(case: Case) -> bool:
    """Say whether the question describes more than the post (and the standard)."""
    question = case.question
    used = question.pointed.positions | question.named.positions
    used |= {p for hit in question.hits.values() for p in hit.positions}
    return bool(question.content(used))


def _unlisted(case: Case) -> Decision | None:
    """A post or unit that no step has acting, but that the text mentions."""
    question = case.question
    if not question.pointed.positions or not question.has("duties"):
        return None
    used = {p for hit in question.hits.values() for p in hit.positions} - question.pointed.positions
    naming = question.named.positions if question.named.firm else frozenset[int]()
    query = {
        word.stem: 1.0
        for position, word in enumerate(question.words)
        if position not in used | naming and not word.is_stop
    }
    found = case.search.holding(query, case.scope, 0.9)
    if not found:
        return None
    steps = [p for p in found if p.kind in (PassageKind.STEP, PassageKind.NOTE)] or found
    return Decision(tuple(map(_shown, steps[:3])))
