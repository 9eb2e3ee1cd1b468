"""What a second look tells of replies in sets that nothing was learned from."""

from __future__ import annotations

import pytest

from knowledge.finding.second_look import ADDS, REFUSES, likelihood
from knowledge.language import words

from .learn_second_look import Lesson, lessons, taught
from .lectures import UNSEEN
from .office_judging import OFFICE_SETS


@pytest.fixture(scope="module")
def unseen() -> list[Lesson]:
    return lessons([one for one in OFFICE_SETS if one.name in UNSEEN], shipped=False)


def _right(told: list[bool]) -> float:
    return sum(told) / len(told)


def test_half_of_the_guesses_that_are_likely_answer_what_replies_do_not(
    unseen: list[Lesson],
) -> None:
    weights = words.second_look()[ADDS]
    asked = [one for one in unseen if one.adds is not None]
    assert len(asked) > 200
    told = [bool(one.adds) for one in asked if likelihood(one.signs, weights) >= 0.55]
    assert len(told) >= 20
    assert _right(told) >= 0.5
    assert _right(told) > 4 * _right([bool(one.adds) for one in asked])


def test_most_replies_that_are_taken_back_ought_to_be(unseen: list[Lesson]) -> None:
    weights = words.second_look()[REFUSES]
    told = [one.refuses for one in unseen if one.refuses is not None]
    back = [
        bool(one.refuses)
        for one in unseen
        if one.refuses is not None and likelihood(one.signs, weights) >= 0.65
    ]
    assert len(told) > 50
    assert len(back) >= 5
    assert _right(back) >= 0.6


def _lesson(share: float, *, adds: bool, refuses: bool | None) -> Lesson:
    signs = {"*": 1.0, "share": share}
    return Lesson("one", signs, adds, refuses, worth=1.0, unknown=refuses is None)


def test_weights_learn_what_tells_them_apart() -> None:
    good, bad = _lesson(0.9, adds=True, refuses=False), _lesson(0.1, adds=False, refuses=None)
    weights = taught([good, bad] * 30)
    assert likelihood(good.signs, weights[ADDS]) > 0.5 > likelihood(bad.signs, weights[ADDS])
    assert likelihood(good.signs, weights[REFUSES]) < 0.5
