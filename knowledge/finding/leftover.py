"""What a question says beyond its answer, and the other passage of the standard that says it.

"Telat balikin buku kena denda berapa?" is answered with the costs; "Tidak ada denda uang" stands
elsewhere, and is shown below them. The answer stays what it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.finding.answers import Reply, ReplyKind, Request
from knowledge.finding.case import shown
from knowledge.finding.content import Searcher
from knowledge.finding.index import Found
from knowledge.finding.leaf import PassageKind
from knowledge.finding.pairs import is_pair
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.shelf import Shelf
from knowledge.language.words import alike

#: Answers that are whole by themselves: quotes, lists, and those about several standards.
_WHOLE = frozenset(
    "together nearest official definition each compare listing quote changes document card "
    "step_time step_actor".split()
)
#: Words that name nothing without the one behind them: "masa pinjam".
_GENERAL = frozenset("masa waktu jangka saat hal macam jenis pihak cara".split())
#: What is told before or after only says which step is meant.
_ORDER = ("before", "after", "previous", "next")
_OPEN = 0.35  # share of the weight of what is left open that the passage must hold
_SAID = 0.3  # share of the weight of the whole question that it must hold
_OWN = 0.5  # weight from which a word names something and does not only connect
_CUE = 0.4  # weight of the words that ask
_MOST = 3  # passages that are looked at, best first
_BEGINNING = 60  # characters of a passage by which it is known to stand in the answer


def left_over(reply: Reply, question: Question, shelf: Shelf, search: Searcher) -> Request | None:
    """Return the passage that says what the answer leaves out of a question, if one does."""
    standard = reply.request.standard if reply.request else None
    if reply.kind is not ReplyKind.ANSWER or standard is None or reply.form in _WHOLE:
        return None
    if question.has(*_ORDER):
        return None
    asked = _asked(question, search)
    answer = reply.said
    said = frozenset(stems_of(answer))
    says = shelf.index.says_alike
    left = [stem for stem in asked if not _is_among(stem, said) and says(standard, stem)]
    if not left:
        return None
    cues = dict.fromkeys(question.cue_stems, _CUE)
    for found in search.ranked(cues | asked, standard)[:_MOST]:
        stands_there = search.text(found.passage)[:_BEGINNING] in answer
        if not stands_there and _tells(found, left, shelf):
            return shown(found.passage)
    return None


def _asked(question: Question, search: Searcher) -> dict[str, float]:
    """Return the stems that name something beside the cues and the standard's own name."""
    described = search.described(question, question.hits.keys(), titles=False)
    own = {s: weight for s, weight in described.items() if not is_pair(s) and weight >= _OWN}
    return {stem: weight for stem, weight in own.items() if stem not in _GENERAL}


def _tells(found: Found, left: Sequence[str], shelf: Shelf) -> bool:
    """Say whether a passage holds enough of what is left open, and of the question."""
    passage, idf = found.passage, shelf.index.idf
    if passage.kind is PassageKind.DEFINITION or passage.facet == "legal_basis":
        return False
    held = sum(idf(stem) for stem in left if shelf.index.holds(passage, [stem]))
    return found.coverage >= _SAID and held >= _OPEN * sum(map(idf, left))


def _is_among(stem: str, said: frozenset[str]) -> bool:
    return stem in said or not said.isdisjoint(alike().get(stem, ()))
