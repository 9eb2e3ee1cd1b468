"""The codes that buttons carry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.buttons import (
    LIMIT,
    Ask,
    AskPage,
    CodeTooLong,
    Judge,
    Meaning,
    Nothing,
    OnTicket,
    PassOn,
    Speak,
    Staff,
    TurnPage,
    decode,
    encode,
)
from handlers.task_buttons import OnTask

OWNER = st.none() | st.integers(1, 2**52 - 1)
ASCII = st.characters(min_codepoint=33, max_codepoint=126)
CODE = st.text(ASCII, max_size=48)
DEED = st.text(ASCII, min_size=1, max_size=1)
VERSION = st.integers(0, 2**20)
WORD = st.text(st.characters(min_codepoint=97, max_codepoint=122), max_size=10)
LANGUAGE = st.sampled_from(["id", "en"])
QUESTION = st.integers(0, 2**63 - 1)
PAGE = st.integers(1, 63)

MEANING: st.SearchStrategy[Meaning] = st.one_of(
    st.builds(Ask, CODE, LANGUAGE, OWNER),
    st.builds(AskPage, CODE, PAGE, LANGUAGE, OWNER),
    st.builds(TurnPage, PAGE, OWNER),
    st.builds(Judge, QUESTION, st.booleans(), OWNER),
    st.builds(PassOn, QUESTION, OWNER),
    st.builds(Speak, LANGUAGE, OWNER),
    st.builds(OnTicket, DEED, st.integers(0, 2**40), VERSION, st.text(ASCII, max_size=12), OWNER),
    st.builds(Nothing, OWNER),
    st.builds(OnTask, DEED, st.integers(0, 2**40), st.integers(0, 999), WORD, OWNER),
    st.builds(Staff, WORD, WORD, st.text(ASCII, max_size=24), OWNER),
)


@given(MEANING)
def test_every_meaning_fits_and_comes_back(meaning: Meaning) -> None:
    data = encode(meaning)
    assert 1 <= len(data.encode()) <= LIMIT
    assert decode(data) == meaning


@given(st.text(max_size=80))
def test_anything_else_means_nothing_and_raises_nothing(data: str) -> None:
    meaning = decode(data)
    assert meaning is None or decode(encode(meaning)) == meaning


@pytest.mark.parametrize(
    "data",
    [
        None,
        "",
        "0r:icode",
        "2r:icode",
        "1",
        "1x:1",
        "1l:x",
        "1k:",
        "1k:a1",
        "1k:a!.1.",
        "1f:?1",
        "1f:+",
        "1t:",
        "1r!:ia",
    ],
)
def test_old_foreign_and_broken_codes_mean_nothing(data: str | None) -> None:
    assert decode(data) is None


def test_a_code_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(CodeTooLong):
        encode(Ask("x" * 70))
