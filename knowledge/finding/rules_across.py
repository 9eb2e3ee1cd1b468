"""Rules for questions over several standards, and from a post to what it does."""

from __future__ import annotations

from collections.abc import Sequence, Set

from knowledge.finding.answers import Request
from knowledge.finding.aspects import COMPLAINT
from knowledge.finding.case import MOST_OPTIONS, SURE, Case, Decision, one, shown
from knowledge.finding.duties import COMPLAINT_ROLES
from knowledge.finding.extremes import direction, extreme_steps
from knowledge.finding.leaf import PassageKind
from knowledge.finding.pairs import pair
from knowledge.finding.posts import Post, Role
from knowledge.finding.question import Question
from knowledge.finding.ranks import is_person, rank_words
from knowledge.finding.scope import How, best_facet

_WEAK_BESIDE_POST = frozenset(
    {"duties", "who", "which", "listing", "implementers", "unit", "procedure", "next",
     "responsible"}
)  # fmt: skip
_KINDS = {
    "whatsapp": "whatsapp", "telepon": "telepon", "email": "email", "instagram": "media sosial",
    "twitter": "media sosial", "facebook": "media sosial", "situs": "situs", "kotak": "kotak",
}  # fmt: skip
_TOLD = {"implementers": Role.IMPLEMENTER, "responsible": Role.RESPONSIBLE}
_PRONOUNS = frozenset({"dia", "ia", "beliau", "mereka"})
_MOST_POSTS = 3
_MOST_STEPS = 6
_MOST_QUOTES = 3
_OF_FACET = 0.65  # share of what is described that a facet must hold to be meant: no mere synonym


def extreme_step(case: Case) -> Decision | None:
    """Read the question which step of a standard takes longest."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    way = direction(question)
    asks = question.has("where_step") or question.score("procedure") >= SURE
    if standard is None or way is None or not asks or "langkah" not in question.stems:
        return None
    if not question.has("duration") or question.has("step_count"):
        return None
    found = extreme_steps(standard, most=way == "most")
    return one("step_time", standard.id, step="+".join(s.number for s in found)) if found else None


def which(case: Case) -> Decision | None:
    """Read the question which standard has, lacks, or names something."""
    question = case.question
    listing_all = question.has("listing") and (question.asks_having or question.posts)
    if not question.has("which") and not listing_all:
        return None
    aspect = best_facet(question)
    if question.posts and not _beside_post(case):
        return _of_post(case) if aspect != "supervision" else None
    if aspect and (question.named.firm or (question.named.certain and not question.asks_having)):
        return None
    query = case.search.described(question, {"which", "listing", aspect or ""}, titles=False)
    if query and (aspect is None or case.search.covers(query, aspect, None, _OF_FACET)):
        found = case.search.by_standard(query, aspect)
        return Decision(tuple(map(shown, found))) if found else None
    return None if case.search.strangers(question) else _by_facet(case, aspect, bool(query))


def _by_facet(case: Case, aspect: str | None, described: bool) -> Decision | None:
    question = case.question
    if aspect is None:
        return None if described else one("listing")
    if question.negated and aspect != "cost":
        return one("lacking", subject=aspect)
    if not question.asks_having:
        return one(aspect)
    return one("having", subject=aspect + _kind(question, aspect))


def _kind(question: Question, aspect: str) -> str:
    """Return "/whatsapp" where that channel is asked for, "/paid" where what is free is not."""
    if aspect == "complaint_channel":
        return next((f"/{_KINDS[w.text]}" for w in question.words if w.text in _KINDS), "")
    free = question.negated or "gratis" in question.texts
    return "/paid" if aspect == "cost" and not free else ""


def _of_post(case: Case) -> Decision | None:
    question = case.question
    only = "#complaints" if question.has(*COMPLAINT) else "#roles"
    firm = question.named.firm and not question.has("which")
    standard = case.scope.standard if firm else None
    if standard and not any(m.standard == standard for m in question.posts[0].mentions):
        return None
    return one("official", standard, subject=question.posts[0].name + only)


def listing(case: Case) -> Decision | None:
    """Read a wish for the list of standards, or for one facet of all of them."""
    question = case.question
    if not question.has("listing") or question.pointed.positions or question.named.firm:
        return None
    aspect = best_facet(question)
    if aspect and question.score(aspect) >= SURE and aspect != "procedure":
        return one(aspect)
    return None if case.search.strangers(question) else one("listing")


def official(case: Case) -> Decision | None:
    """Read the question what a post does, where the question is about the post."""
    question = case.question
    duties = question.has("duties")
    asks_who = question.has("who") and not duties
    if question.step or asks_who or question.has("person_name"):
        return None
    if not question.posts and question.score("responsible") >= SURE and case.scope.standard:
        return None  # "kepala bidang apa yang bertanggung jawab?"
    if not question.posts:
        said = _of_them(case) or _of_rank(case) or _unlisted(case)
        return None if question.has("sign") else said
    if question.has("sign"):
        return _doing(case)
    return _of_named_post(case, duties)


def _of_named_post(case: Case, duties: bool) -> Decision | None:
    question = case.question
    other = question.hits.keys() - _WEAK_BESIDE_POST - COMPLAINT
    if other and not duties:
        return _doing(case) if not best_facet(question) else None
    if question.has(*COMPLAINT) and not question.has("who"):
        return _of_post(case) if _takes_complaints(question.posts[0]) else _about(case)
    beside = _beside_post(case)
    doing = _doing(case) if beside else None
    if doing:
        return doing
    return _duties(case) if duties or not beside else None


def _about(case: Case) -> Decision | None:
    """Return the complaints of the standard in scope, or the standards to choose from."""
    aspect, scope = best_facet(case.question) or "complaint", case.scope
    keys = (scope.standard,) if scope.standard else scope.possible[:MOST_OPTIONS]
    requests = tuple(Request(aspect, key) for key in keys)
    return Decision(requests, choose=len(requests) > 1) if requests else None


def _takes_complaints(post: Post) -> bool:
    """Say whether a post has a part in complaints: else they are about what is done for it."""
    return any(mention.role in COMPLAINT_ROLES for mention in post.mentions)


def _doing(case: Case) -> Decision | None:
    """Return the steps where the post does what the question describes."""
    question, post = case.question, case.question.posts[0]
    hits = (hit for aspect, hit in question.hits.items() if aspect != "sign")
    used = {p for hit in hits for p in hit.positions} | question.pointed.positions
    query = _left(question, used)
    places: dict[str, list[str]] = {}
    acts = {(m.standard, m.step) for m in post.mentions if m.step}
    for passage in case.search.all_steps(query, case.scope):
        if (passage.standard, passage.place) in acts:
            places.setdefault(passage.standard, []).append(passage.place)
    requests = [
        Request("step", key, "+".join(steps[:_MOST_STEPS])) for key, steps in places.items()
    ]
    return Decision(tuple(requests)) if requests else None


def _left(question: Question, used: Set[int]) -> dict[str, float]:
    """Return the stems that are neither used already nor the firm name of a standard."""
    naming = question.naming if question.named.firm else frozenset[int]()
    return {
        word.stem: 1.0
        for position, word in enumerate(question.words)
        if position not in used | naming and not word.is_stop
    }


def _duties(case: Case) -> Decision:
    question = case.question
    firm = case.scope.how is How.NAMED and question.named.firm
    posts = question.posts[:_MOST_POSTS]
    standard = None if case.topic.standard else _only_standard(posts)
    standard = case.scope.standard if firm else standard
    names = [post.name for post in posts]
    return Decision(tuple(Request("official", standard, subject=name) for name in names))


def _only_standard(posts: Sequence[Post]) -> str | None:
    """Return the one standard that names the posts, which the conversation is about then."""
    keys = {mention.standard for post in posts for mention in post.mentions}
    return keys.pop() if len(keys) == 1 else None


def _beside_post(case: Case) -> bool:
    """Say whether the question describes more than the post (and the standard)."""
    question = case.question
    used = question.pointed.positions | question.naming
    used |= {p for hit in question.hits.values() for p in hit.positions}
    return bool(question.content(used))


def _named_rank(case: Case) -> set[str]:
    """Return the pairs of a rank's last word and the first word of the name behind it."""
    words = [word for word in case.question.words if word.text != "dan"]
    pairs = zip(words, words[1:], strict=False)
    ranks = rank_words()
    return {pair(a.stem, b.stem) for a, b in pairs if a.stem in ranks and b.stem not in ranks}


def _of_them(case: Case) -> Decision | None:
    """Return whom "dia" may mean where those who serve were told last."""
    question, topic = case.question, case.topic
    role = _TOLD.get(topic.aspect or "")
    if role is None or not question.has("duties") or _PRONOUNS.isdisjoint(question.texts):
        return None
    told = (topic.standard, role)
    posts = [p.name for p in case.shelf.posts if told in {(m.standard, m.role) for m in p.mentions}]
    requests = tuple(
        Request("official", topic.standard, subject=name) for name in posts[:MOST_OPTIONS]
    )
    return Decision(requests, choose=len(requests) > 1) if requests else None


def _of_rank(case: Case) -> Decision | None:
    """Return the posts to choose from where only a rank is named ("tugas kepala bagian apa?")."""
    question, topic = case.question, case.topic
    goes_on = topic.aspect == "official" and not question.hits
    level = question.pointed.level
    if not is_person(level) or question.pointed.rank or _beside_post(case):
        return None
    if not goes_on and not question.has("duties"):
        return None
    standard = case.scope.standard
    posts = case.shelf.posts.of_level(level, standard)
    names = [post.name for post in posts if post.own][:MOST_OPTIONS]
    requests = tuple(Request("official", subject=name) for name in names)
    return Decision(requests, choose=len(requests) > 1) if requests else None


def _unlisted(case: Case) -> Decision | None:
    """Return what the text says of a post or unit that no step has acting."""
    question = case.question
    if not question.pointed.positions or not question.has("duties"):
        return None
    used = {p for hit in question.hits.values() for p in hit.positions} - question.pointed.positions
    query = _left(question, used)
    if not query.keys() - rank_words():
        return None
    named = _named_rank(case)
    index = case.shelf.index
    found = [p for p in case.search.holding(query, case.scope, 0.9) if index.holds(p, named)]
    if not found:
        return None
    steps = [p for p in found if p.kind in (PassageKind.STEP, PassageKind.NOTE)] or found
    return Decision(tuple(map(shown, steps[:_MOST_QUOTES])))
