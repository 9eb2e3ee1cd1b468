"""What learned weights tell of questions that nothing was learned from, and how they learn."""

from __future__ import annotations

import pytest

from knowledge.finding import Request
from knowledge.finding.candidates import Candidate
from knowledge.finding.ranking import FITS, Weighing, shares_of
from knowledge.finding.subject import OF_STANDARDS
from knowledge.language import words

from .learn_ranking import lessons, placed
from .lectures import UNSEEN
from .listwise import Row, learn
from .office_judging import OFFICE_SETS

_SETS = [folder for folder in OFFICE_SETS if folder.name in UNSEEN]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return [lesson.row for lesson in lessons(_SETS, shipped=False)]


@pytest.fixture(scope="module")
def places(rows: list[Row]) -> list[int]:
    return [placed(row, words.ranking()) for row in rows if row.fits == FITS]


def test_three_of_four_unseen_questions_have_what_answers_first(places: list[int]) -> None:
    assert len(places) > 200
    assert sum(place == 1 for place in places) >= 0.74 * len(places)


def test_nine_of_ten_have_it_among_the_first_three(places: list[int]) -> None:
    assert sum(place <= 3 for place in places) >= 0.89 * len(places)


def test_the_standard_of_nearly_all_unseen_questions_is_the_likeliest(rows: list[Row]) -> None:
    found = [placed(row, words.ranking()) for row in rows if row.fits == OF_STANDARDS]
    assert len(found) > 80
    assert sum(place == 1 for place in found) >= 0.93 * len(found)


def _candidate(trait: str) -> Candidate:
    return Candidate(Request(trait), (trait,), (), (), (), whole=True)


def _row(clue: str, right: int) -> Row:
    both = (_candidate("cost"), _candidate("place"))
    return Row(Weighing({clue: 1.0}, both, ({}, {})), frozenset({right}))


def test_a_clue_learns_the_trait_of_what_answers_it() -> None:
    rows = [_row("berapa", 0), _row("dimana", 1)] * 20
    weights = learn(rows)
    assert weights["berapa"]["cost"] > 0 > weights["berapa"]["place"]
    assert [placed(row, weights) for row in rows[:2]] == [1, 1]
    assert learn(rows) == weights


def test_shares_add_up_to_one_and_keep_the_order() -> None:
    found = shares_of([2.0, 1000.0, 999.0])
    assert sum(found) == pytest.approx(1.0)
    assert found[1] > found[2] > found[0] >= 0
