"""What comes nearest where no rule is sure: the passages of a known standard that say most of it.

They are shown as what they are, never as the answer. Where too little of a question stands in the
text, or it may be about another institution, nothing is near.
"""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.finding.answers import Request, Topic
from knowledge.finding.case import shown
from knowledge.finding.content import Searcher
from knowledge.finding.cueing import WEEKDAYS, cue_words
from knowledge.finding.index import Found
from knowledge.finding.leaf import PassageKind
from knowledge.finding.question import Question
from knowledge.finding.rules_counts import tells_number
from knowledge.finding.scope import How, Scope, is_of_service, scope_of
from knowledge.finding.sensing import NOTHING, sense
from knowledge.finding.shelf import Shelf
from knowledge.finding.telling import told_by_words

_MOST = 3  # passages: a phone's screen
_GOOD = 0.5  # of the best score
_HELD = 0.5  # share of what is known that the best passage must hold
_HELD_OF_KNOWN = 0.25  # the same where the standard is known and something of it is asked
_ASKS = 0.5  # share from which a question seems to ask something of a service
_CUE = 0.4  # weight of the words that ask
_NAME = 0.25  # weight of the words that only name the standard
_UNITS = frozenset("juta ribu rupiah milyar miliar meter tahun bulan orang".split())
#: What is needed in a case ("kartu hilang") may be told where that is.
_NEEDS = frozenset({"requirements", "requirements_user"})
_RARE = 2  # passages
_FEW = 2  # known words that must tell where the standard is not named for sure
_INSTITUTIONS = frozenset(
    "kementerian menteri provinsi kabupaten kota pemkab pemkot pemprov universitas".split()
)


def nearest(
    question: Question, topic: Topic, shelf: Shelf, search: Searcher, missing: str | None = None
) -> tuple[Request, ...]:
    """Return the passages, best first, that come nearest to a question nobody understood.

    Where a part is `missing` that was asked for, they have a word that asks for it, or its day,
    or a word of it that hardly any other passage has.
    """
    if question.names_only_a_post or question.step:
        return ()
    query = _query(question)
    scope = scope_of(question, topic, shelf)
    standard = _standard(question, query, scope, shelf)
    if standard is None or _is_elsewhere(question, standard, shelf):
        return ()
    known = {stem: w for stem, w in query.items() if shelf.index.says_alike(standard, stem)}
    few = len(search.strangers(question)) < len(_telling(known))
    asks = not missing and few and _asks_of(question, scope)
    if not asks and not _is_enough(question, query, known, missing=bool(missing)):
        return ()
    found = search.ranked(known, standard, limit=12)
    found = [f for f in found if _may_tell(question, f, search)]
    if missing:
        asking, days = _asking(question, missing)
        strange = len(_telling(known)) < len(_telling(query))
        whole = _telling(known) if missing in _NEEDS and not strange else ()
        rare = {s for s in (*asking, *whole) if _is_rare(shelf, standard, s)}
        holds = shelf.index.holds
        tells = [f for f in found if holds(f.passage, asking) and holds(f.passage, _telling(known))]
        tells = tells or [f for f in found if holds(f.passage, rare)]
        found = [f for f in found if f in tells or holds(f.passage, days)]
    if not found or found[0].coverage < (_HELD_OF_KNOWN if asks else _HELD):
        return ()
    return tuple(shown(f.passage) for f in _best(found))


def _asks_of(question: Question, scope: Scope) -> bool:
    """Say whether a question surely is about the standard, and seems to ask something of it."""
    found = sense(question.words) if is_of_service(question, scope) else None
    return found is not None and found.asked != NOTHING and found.share >= _ASKS


def _query(question: Question) -> dict[str, float]:
    """Return the words that name a thing; those that ask or name a standard or post for little."""
    names = question.naming | question.pointed.positions
    cued = {p for hit in question.hits.values() for p in hit.positions}
    query: dict[str, float] = {}
    for position, word in enumerate(question.words):
        if not word.is_stop:
            naming = _NAME if position in names else 1.0
            weight = min(naming, _CUE if position in cued else 1.0)
            query[word.stem] = max(query.get(word.stem, 0.0), weight)
    return query


def _asking(question: Question, aspect: str) -> tuple[set[str], set[str]]:
    """Return the stems that ask for a part, and those of the days that are named."""
    hit = question.hits.get(aspect)
    cued = cue_words(question.words, hit) if hit else []
    days = {word.stem for word in question.words if word.text in WEEKDAYS}
    return {word.stem for word in cued if not word.is_stop}, days


def _standard(
    question: Question, query: Mapping[str, float], scope: Scope, shelf: Shelf
) -> str | None:
    """Return the standard that is known, or that the words tell of those that may be meant."""
    if question.named.certain or scope.how is How.TOPIC:
        return scope.standard
    if scope.how is not How.SEVERAL:
        return None
    words = {stem: weight for stem, weight in query.items() if shelf.index.knows(stem)}
    told = told_by_words(words, shelf.index)
    return told if told in scope.possible else None


def _is_rare(shelf: Shelf, standard: str, stem: str) -> bool:
    """Say whether so few passages say a word that they are likely to be what is meant."""
    return 1 <= shelf.index.count(stem, standard) <= _RARE


def _is_enough(
    question: Question, query: Mapping[str, float], known: Mapping[str, float], *, missing: bool
) -> bool:
    """Say whether the text knows so much of what is asked that it may be what is meant."""
    telling = _telling(known)
    few = 1 if question.named.firm or missing else _FEW
    return len(telling) >= few and 2 * len(telling) > len(_telling(query))


def _telling(query: Mapping[str, float]) -> list[str]:
    amount = (stem.isdigit() or stem in _UNITS for stem in query)
    return [
        s for (s, w), is_one in zip(query.items(), amount, strict=True) if w == 1 and not is_one
    ]


def _is_elsewhere(question: Question, standard: str, shelf: Shelf) -> bool:
    """Say whether an institution is named that the text does not speak of ("provinsi Bali")."""
    words = question.words
    return any(
        left.stem in _INSTITUTIONS
        and not right.is_stop
        and not shelf.index.says_alike(standard, right.stem)
        for left, right in zip(words, words[1:], strict=False)
    )


def _may_tell(question: Question, found: Found, search: Searcher) -> bool:
    """Say whether a passage may be shown: no definition (an item too), a number if one is asked."""
    if found.passage.kind is PassageKind.DEFINITION:
        return False
    return "berapa" not in question.texts or tells_number(search.text(found.passage))


def _best(found: list[Found]) -> list[Found]:
    """Return the best, without what stands above or below a better one."""
    best: list[Found] = []
    for one in found:
        apart = not any(one.passage.is_near(other.passage) for other in best)
        if apart and one.score >= _GOOD * found[0].score:
            best.append(one)
    return best[:_MOST]
