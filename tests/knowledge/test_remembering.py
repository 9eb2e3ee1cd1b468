from __future__ import annotations

import weakref
from collections.abc import Callable

import pytest

from knowledge.remembering import remembering


class Counting:
    """Counts how often it is really asked, and keeps its own remembering method."""

    def __init__(self) -> None:
        self.asked = 0
        self.double: Callable[[int], int] = remembering(self._double)

    def _double(self, number: int) -> int:
        self.asked += 1
        return 2 * number


def test_the_same_is_worked_out_once() -> None:
    counting = Counting()
    assert [counting.double(n) for n in (1, 2, 1, 1)] == [2, 4, 2, 2]
    assert counting.asked == 2


def test_only_the_latest_results_are_kept() -> None:
    counting = Counting()
    for number in range(2_000):
        counting.double(number)
    counting.double(1_999)
    assert counting.asked == 2_000
    counting.double(0)
    assert counting.asked == 2_001


def test_what_is_remembered_holds_its_object_by_nothing() -> None:
    counting = Counting()
    counting.double(1)
    gone, double = weakref.ref(counting), counting.double
    del counting
    assert gone() is None, "it went without a search for garbage"
    with pytest.raises(ReferenceError):
        double(2)
