"""Conditions on states, written out in the statement as the partial indexes have them.

A bound value would not do: the database could not tell that the index applies.
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Column, ColumnElement, literal_column


def is_state(column: Column[str] | ColumnElement[str], *states: StrEnum) -> ColumnElement[bool]:
    """Tell that the column has one of the states."""
    words: list[ColumnElement[str]] = [literal_column(f"'{state.value}'") for state in states]
    return column == words[0] if len(words) == 1 else column.in_(words)
