"""The sentences of one standard: what each says, denies and stands under, and how much it holds.

The index finds passages; a passage has several sentences, of which but one may be meant. Which
question wants which kind of sentence is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge.finding.answers import Request
from knowledge.finding.index import Index
from knowledge.finding.question import Question
from knowledge.language import words
from knowledge.language.normalize import Word, as_words, printed
from knowledge.model import Item, ProcedureStep, ServiceStandard

_END = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_CLAUSE = re.compile(r"[,:;()]")
_DENYING = frozenset({"tidak", "belum", "tanpa", "bukan"})
_BESIDE_DENIAL = frozenset(
    "di ke dapat bisa boleh akan juga pernah lagi sempat perlu mau ingin kunjung segera".split()
)
_REACH = 2  # words behind a denial that it may be said of, but for those between
_SYNONYM = 0.8
_ABOVE = 0.6  # for words of what a sentence stands under
_TITLE = 0.25  # for words that only name the standard
_SURE_TITLE = 0.1  # the same where they name it for sure
_AT_PLACE = 0.5  # for words of a place that somebody goes to, or does something at
_TOWARDS = frozenset({"ke", "di", "dari"})
_SMALL = 1.5  # weight of a word of content that counts as naming nothing elsewhere
_STRANGE = 1.0  # weight of a word that no text uses
_NO_QUESTION = frozenset({"legal_basis", "background", "purpose"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the request that quotes its passage; `above`: what that stands under."""

    text: str
    facet: str
    request: Request
    stems: frozenset[str]
    denied: frozenset[str]
    above: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fit:
    """A sentence and the share of a query's weight that it holds."""

    sentence: Sentence
    share: float


def denied_in(said: Collection[Word]) -> frozenset[str]:
    """Return the stems of what is said not to be so ("belum tersedia")."""
    row = list(said)
    found: set[str] = set()
    for position, word in enumerate(row):
        if word.text in _DENYING:
            behind = [w for w in row[position + 1 :] if w.text not in _BESIDE_DENIAL]
            found.update(w.stem for w in behind[:_REACH])
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _read(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return all stems of a text, small words too, and those that it denies."""
    clauses = [as_words(printed(clause)) for clause in _CLAUSE.split(text)]
    stems = frozenset(word.stem for clause in clauses for word in clause)
    return stems, frozenset[str]().union(*map(denied_in, clauses))


def sentences_of(standard: ServiceStandard) -> Iterator[Sentence]:
    """Yield every sentence of the steps, their notes and details, and of the sections."""
    for step in standard.steps:
        yield from _of_step(standard.id, step, "")
    for section in standard.sections:
        if section.facet.value not in _NO_QUESTION:
            for item in section.items:
                yield from _of_item(standard.id, section.facet.value, item, section.heading)


def _of_step(standard: str, step: ProcedureStep, above: str) -> Iterator[Sentence]:
    request = Request("passage", standard, step.number, step.number)
    yield from _cut(step.text, "procedure", request, above)
    details = [item.text for top in step.details for item in top.walk()]
    for text in (*details, *(note.text for note in step.notes)):
        yield from _cut(text, "procedure", request, step.title)
    for child in step.steps:
        yield from _of_step(standard, child, step.title)


def _of_item(standard: str, facet: str, item: Item, above: str) -> Iterator[Sentence]:
    request = Request("passage", standard, subject=item.source.section)
    own = item.facet.value if item.facet else facet
    yield from _cut(item.text, own, request, above)
    for child in item.items:
        yield from _of_item(standard, own, child, item.text)


def _cut(text: str, facet: str, request: Request, above: str) -> Iterator[Sentence]:
    over = _read(above)[0] if above else frozenset[str]()
    for part in _END.split(text) if text else ():
        stems, denied = _read(part)
        yield Sentence(part, facet, request, stems, denied, over)


def weighed(
    question: Question, index: Index, *, without: Collection[int] = (), small: Collection[str] = ()
) -> dict[str, float]:
    """Return the stems that a question asks about, by how much each tells.

    Words that only name the standard weigh little, as those of a place do; `small` are stems of
    words that name nothing elsewhere and do here.
    """
    query: dict[str, float] = {}
    stop = words.stopwords()
    title = _SURE_TITLE if question.named.firm else _TITLE
    for position, word in enumerate(question.words):
        if position in without or word.text.isdigit():
            continue
        if word.is_stop or word.stem in stop:
            if word.stem in small:
                query[word.stem] = _SMALL
            continue
        tells = index.idf(word.stem) if index.knows(word.stem) else _STRANGE
        tells *= title if position in question.naming else 1.0
        if position and question.words[position - 1].text in _TOWARDS:
            tells *= _AT_PLACE
        query[word.stem] = max(query.get(word.stem, 0.0), tells)
    return query


def is_held(stem: str, stems: Collection[str]) -> float:
    """Return 1 where a stem stands among others, less for a synonym of it, else 0."""
    if stem in stems:
        return 1.0
    return _SYNONYM if any(other in stems for other in words.alike().get(stem, ())) else 0.0


def share_of(query: Mapping[str, float], sentence: Sentence) -> float:
    """Return the share of a query's weight that a sentence holds, or that it stands under."""
    total = sum(query.values())
    held = (
        weight * max(is_held(stem, sentence.stems), _ABOVE * is_held(stem, sentence.above))
        for stem, weight in query.items()
    )
    return sum(held) / total if total else 0.0


def fitting(
    standard: ServiceStandard,
    query: Mapping[str, float],
    floor: float,
    wanted: Callable[[Sentence], bool],
) -> list[Fit]:
    """Return the sentences that are wanted and hold so much of the query, best first."""
    found = [Fit(one, share_of(query, one)) for one in sentences_of(standard) if wanted(one)]
    return sorted((fit for fit in found if fit.share >= floor), key=lambda fit: -fit.share)
