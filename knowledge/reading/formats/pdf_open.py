"""Ruled tables that a page's end cuts: where their upright lines go on and no level line closes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from knowledge.reading.formats.pdf_lines import lines_of
from knowledge.reading.formats.pdf_page import Page, Rule, Word

_NEAR = 3.0
_LEAST = 6.0  # points; less is how far a line is drawn beyond the table's corner
_NUMBER = re.compile(r"\(?\d{1,3}[.)]?")
_MARGIN = 0.07
_FEWEST = 3  # lines between which there are columns


def alike(before: Sequence[float], after: Sequence[float]) -> bool:
    """Whether two tables have the same columns."""
    return len(before) == len(after) and all(
        abs(a - b) <= _LEAST for a, b in zip(before, after, strict=True)
    )


def with_bare(groups: list[list[Rule]], columns: Sequence[float]) -> list[list[Rule]]:
    """Join the upright lines that stand alone where the columns of the page before do.

    A row that goes on over a whole page has no level line there that they could touch.
    """
    bare = [g for g in groups if all(r.upright and _is_at(r, columns) for r in g)]
    rules = [rule for group in bare for rule in group]
    longest = max(rules, key=lambda r: r.end - r.begin, default=None)
    if longest is None:
        return groups
    level = [r for r in rules if _is_beside(r, longest)]
    if len(level) < _FEWEST:
        return groups
    joined = {id(rule) for rule in level}
    return [*(g for g in groups if not any(id(r) in joined for r in g)), level]


def open_ends(
    rules: Sequence[Rule], columns: Sequence[float], page: Page, goes_on: bool
) -> tuple[float | None, float | None]:
    """Return up to where and down to where a table goes on behind its first and last level line.

    Only the table of the page before tells that one may begin without a line; None is closed.
    """
    outer = [
        [r for r in rules if r.upright and abs(r.at - columns[at]) <= _LEAST] for at in (0, -1)
    ]
    begins, ends = [min(r.begin for r in s) for s in outer], [max(r.end for r in s) for s in outer]
    levels = [r.at for r in rules if not r.upright]
    if not levels and not goes_on:
        return None, None
    first, last = min(levels, default=max(ends)), max(levels, default=min(begins))
    above = goes_on and _agree(begins) and max(begins) < first - _LEAST
    below = _agree(ends) and min(ends) > last + _LEAST
    lower = _body_end(page, columns, last, max(ends)) if below else None
    return min(begins) if above else None, lower


def _body_end(page: Page, columns: Sequence[float], last: float, end: float) -> float | None:
    """Return where the open row ends: above a footer that its lines go down to.

    Where several numbers stand below each other in the first column it is no row, but a list
    without lines between its rows.
    """
    left, right = columns[0], columns[-1]
    inside = [w for w in page.words if left < (w.left + w.right) / 2 < right]
    words = [w for w in inside if last < w.base <= end]
    if sum(w.left < columns[1] and bool(_NUMBER.fullmatch(w.text)) for w in words) > 1:
        return None
    return _above_footer(words, page.height, last, end)


def _above_footer(words: Sequence[Word], height: float, last: float, end: float) -> float:
    lines = lines_of(words)
    if not lines or lines[-1].base <= (1 - _MARGIN) * height:
        return end
    above = lines[-2].base if len(lines) > 1 else last
    apart = lines[-1].base - lines[-1].size - above
    return above + apart / 2 if apart > 1.5 * lines[-1].size else end  # noqa: PLR2004


def _agree(values: Sequence[float]) -> bool:
    return max(values) - min(values) <= _NEAR


def _is_beside(a: Rule, b: Rule) -> bool:
    return _agree((a.begin, b.begin)) and _agree((a.end, b.end))


def _is_at(rule: Rule, columns: Sequence[float]) -> bool:
    after = bisect_left(columns, rule.at)
    return any(abs(rule.at - column) <= _LEAST for column in columns[max(0, after - 1) : after + 1])
