"""The evaluation set itself: well formed, fair to the documents, and covering everything."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from knowledge.model import Facet

from .expectations import FILES, QUESTIONS, Expectation, document_text, folded, load

_SET = load([QUESTIONS])
_KINDS = {"answer", "choice", "unknown", "smalltalk"}
_STYLES = {
    "formal", "casual", "slang", "typo", "abbreviation", "follow-up", "by-official", "by-step",
    "across", "out-of-scope", "ambiguous", "english", "smalltalk", "hostile",
}  # fmt: skip
_PER_STANDARD = {
    "legal_basis", "background", "purpose", "scope", "unit", "implementers", "responsible",
    "target", "users", "output", "outcome", "definitions", "competence", "framework",
    "procedure", "step", "duration", "total_time", "requirements", "facilities", "cost", "place",
    "service_hours", "warning", "complaint", "supervision", "guarantee", "safety", "evaluation",
}  # fmt: skip
_FACETS = _PER_STANDARD | {"listing", "comparison", "identity", "none"}
_ALL_TEXTS = {key: document_text(key) for key in FILES}
# Words of the bot's own frame that `any` may ask for: they stand in no standard.
_FRAME = {
    "tidak", "belum", "no ", "not ", "does not", "kerangka", "bagan", "gambar", "langkah",
    "diagram", "chart", "flow", "steps", "each", "depend", "tergantung", "bergantung", "jumlah",
    "hanya", "bukan", "tanpa", "only", "without", "none", "lima",
    "delapan", "sembilan", "sepuluh", "empat", "tiga belas", "thirteen",
}  # fmt: skip
_COUNT = re.compile(r"\d+ (langkah|tahap|steps|main|standar)$")


@pytest.mark.parametrize("style", sorted(_STYLES))
def test_questions_are_well_formed_and_their_quotes_stand_in_the_document(style: str) -> None:
    for question in (q for q in _SET if q.style == style):
        assert question.text.strip(), question.id
        assert question.kind, question.id
        assert set(question.kind) <= _KINDS, question.id
        assert question.facet in _FACETS, question.id
        assert set(question.standards) <= set(FILES), question.id
        assert question.standard is None or question.standard in FILES, question.id
        for quote in question.all:
            assert folded(quote) in _texts_for(question), (question.id, quote)
            unfair = [n for n in question.none if folded(n) in folded(quote)]
            assert not unfair, (question.id, quote)


@pytest.mark.parametrize("style", sorted(_STYLES))
def test_what_any_and_none_name_exists_somewhere(style: str) -> None:
    everything = " ".join(_ALL_TEXTS.values())
    for question in (q for q in _SET if q.style == style):
        for quote in question.any:
            free = quote.casefold() in _FRAME or question.facet == "total_time"
            known = free or _COUNT.match(quote) or folded(quote) in _texts_for(question)
            assert known, (question.id, quote)
        for quote in question.none:
            assert folded(quote) in everything, (question.id, quote)


def test_ids_are_unique() -> None:
    assert [i for i, n in Counter(q.id for q in _SET).items() if n > 1] == []


def test_texts_of_single_questions_are_not_repeated() -> None:
    alone = [q.text.casefold() for q in _SET if q.chat == q.id]
    assert [text for text, n in Counter(alone).items() if n > 1] == []


def test_the_set_is_large_and_has_every_style() -> None:
    styles = Counter(q.style for q in _SET)
    assert len(_SET) >= 2000
    assert set(styles) == _STYLES
    assert styles["out-of-scope"] >= 60


@pytest.mark.parametrize("standard", FILES)
def test_every_facet_of_a_standard_is_asked_for(standard: str) -> None:
    asked = {q.facet for q in _SET if q.standard == standard}
    assert asked >= _PER_STANDARD


def test_the_facets_are_those_of_the_model() -> None:
    own = {"step", "duration", "listing", "comparison", "identity", "none"}
    assert {f for f in _FACETS - own if f not in {m.value for m in Facet}} == set()


def _texts_for(question: Expectation) -> str:
    """Return the text in which the question's quotes must stand."""
    keys = set(question.standards) | ({question.standard} if question.standard else set())
    return _joined(tuple(sorted(keys or set(FILES))))


@cache
def _joined(keys: tuple[str, ...]) -> str:
    return " ".join(_ALL_TEXTS[key] for key in keys)
