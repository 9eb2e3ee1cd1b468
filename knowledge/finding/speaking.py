"""How much of what a question names a standard speaks of."""

from __future__ import annotations

from knowledge.finding.case import Case
from knowledge.finding.pairs import is_pair
from knowledge.finding.telling import is_central

_SEVERAL = 3  # words


def named(case: Case) -> list[str]:
    """Return the stems by which a question names something beside a standard."""
    question = case.question
    described = case.search.described(question, question.hits.keys(), titles=False)
    return [stem for stem in described if not is_pair(stem)]


def share_said(case: Case, standard: str) -> float:
    """Return the share of what a question names of which a standard speaks; 1 of nothing."""
    stems, says = named(case), case.shelf.index.says_alike
    return sum(says(standard, stem) for stem in stems) / len(stems) if stems else 1.0


def is_served(case: Case, standard: str) -> bool:
    """Say whether what a part is asked of is no other service than that of a standard.

    It is said all over the text, or in several words of which the text has all.
    """
    index, question = case.shelf.index, case.question
    described = case.search.described(question, question.hits.keys())
    stems = [stem for stem in described if not is_pair(stem)]
    if len(stems) >= _SEVERAL and all(index.says(standard, stem) for stem in stems):
        return True
    return bool(described) and is_central(described, standard, index)
