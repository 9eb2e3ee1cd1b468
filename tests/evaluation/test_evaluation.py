"""The gate: the evaluation set through the real command, at or above the promised figures."""

from __future__ import annotations

from .expectations import QUESTIONS, load
from .run import measure
from .table import misses, table


def test_the_evaluation_set_is_answered_at_or_above_the_gate() -> None:
    figures = measure(load([QUESTIONS]))
    assert figures.passes, f"\n{table(figures)}\n{misses(figures.judgements, 10)}"
    assert figures.wrong_standard == 0, misses(
        [j for j in figures.judgements if j.wrong_standard], 10
    )
