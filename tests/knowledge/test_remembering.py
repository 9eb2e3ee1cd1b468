from __future__ import annotations

import weakref
from collections.abc import Callable

import pytest

from knowledge.remembering import LONGEST, remembering


class Counting:
    """Counts how often it is really asked, and keeps its own remembering method."""

    def __init__(self) -> None:
        self.asked = 0
        self.double: Callable[[str], str] = remembering(self._double)

    def _double(self, text: str) -> str:
        self.asked += 1
        return 2 * text


def test_the_same_is_worked_out_once() -> None:
    counting = Counting()
    assert [counting.double(text) for text in "abaa"] == ["aa", "bb", "aa", "aa"]
    assert counting.asked == 2


def test_only_the_latest_results_are_kept() -> None:
    counting = Counting()
    for number in range(2_000):
        counting.double(str(number))
    counting.double("1999")
    assert counting.asked == 2_000
    counting.double("0")
    assert counting.asked == 2_001


def test_a_long_text_is_worked_out_each_time() -> None:
    counting = Counting()
    for length in (LONGEST, LONGEST, LONGEST + 1, LONGEST + 1):
        assert counting.double("a" * length) == "a" * 2 * length
    assert counting.asked == 1 + 2


def test_what_is_remembered_holds_its_object_by_nothing() -> None:
    counting = Counting()
    counting.double("a")
    gone, double = weakref.ref(counting), counting.double
    del counting
    assert gone() is None, "it went without a search for garbage"
    with pytest.raises(ReferenceError):
        double("b")
