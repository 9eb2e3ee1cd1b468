"""How long a press and an inline query may be answered."""

from __future__ import annotations

import pytest

from simulator.errors import Refused
from simulator.queries import SECONDS, Queries


def test_a_press_may_be_answered_for_a_while_and_then_is_too_old() -> None:
    now = [100.0]
    queries = Queries(lambda: now[0])
    press, query = queries.press(1, 1), queries.inline(1, 1)
    now[0] += SECONDS
    assert queries.pressed(press.id) is press
    assert queries.asked(query.id) is query
    now[0] += 0.1
    for open_query, number in ((queries.pressed, press.id), (queries.asked, query.id)):
        with pytest.raises(Refused, match="query is too old and response timeout expired"):
            open_query(number)


def test_a_result_may_be_chosen_late_and_only_the_last_queries_are_kept() -> None:
    queries = Queries(lambda: 0.0)
    first = queries.inline(1, 1)
    assert queries.results_of(first.id) is first
    for _ in range(1000):
        queries.inline(1, 1)
    assert queries.results_of(first.id) is None
