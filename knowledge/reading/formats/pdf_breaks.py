"""Tables of a PDF that go on over a page's end: rows broken there, and heads printed again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from knowledge.reading.formats.pdf_lines import lines_of
from knowledge.reading.formats.pdf_open import alike
from knowledge.reading.formats.pdf_page import Page
from knowledge.reading.formats.pdf_tables import Box, Table

_DIGIT = re.compile(r"\d")
_MOST_HEADS = 4
_MOST_BETWEEN = 2  # lines of a page's foot or top that are on no other page

_Key = tuple[tuple[int, int, str], ...]


def join_broken(pages: Sequence[Page], tables: Sequence[list[Table]]) -> None:
    """Put what a row has on the next pages into the row; a table without other rows is taken out.

    The running lines must have been taken out of the pages.
    """
    broken: Table | None = None
    for page, found in zip(pages, tables, strict=True):
        table = min(found, key=lambda t: t.top, default=None)
        if broken and table and _begins_page(page, table) and alike(broken.columns, table.columns):
            _join(broken, table)
            if not table.rows:
                found.remove(table)
                if table.broken and not found and _ends_page(page, table):
                    continue
        last = max(found, key=lambda t: t.bottom, default=None)
        broken = last if last and last.broken and _ends_page(page, last) else None


def rows_that_count(table: Table, before: Table | None) -> list[list[Box]]:
    """Return the rows of a table without the heads that are printed again.

    `before` is the table of the page before, where this one goes on with it.
    """
    if before:
        return table.rows[_again(before, table) :]
    head, *body = table.rows
    if not _is_head(head):
        return table.rows
    printed = _key(head)
    return [head, *(row for row in body if _key(row) != printed)]


def _begins_page(page: Page, table: Table) -> bool:
    return len(lines_of([w for w in page.words if w.base < table.top])) <= _MOST_BETWEEN


def _ends_page(page: Page, table: Table) -> bool:
    return len(lines_of([w for w in page.words if w.base > table.bottom])) <= _MOST_BETWEEN


def _join(broken: Table, table: Table) -> None:
    """Move the first row behind the head to the broken one, if its first cell is empty."""
    at = _again(broken, table)
    first = table.rows[at] if at < len(table.rows) else []
    if not first or first[0].words:
        return
    places = [box.left for box in broken.broken]
    for box in first:
        if box.words:
            middle = (box.left + box.right) / 2
            broken.broken[max(0, bisect_right(places, middle) - 1)].rest.append(box.words)
    _take_out(table, at)


def _take_out(table: Table, at: int) -> None:
    """Take a row out; what goes further down in it stays as empty cells of the next."""
    below = [replace(b, rows=b.rows - 1, words=[]) for b in table.rows[at] if b.rows > 1]
    del table.rows[at]
    if len(table.rows) == at:
        table.rows.clear()
    elif below:
        table.rows[at] = sorted([*table.rows[at], *below], key=lambda box: box.left)


def _again(before: Table, table: Table) -> int:
    """Return how many rows at a table's begin are the head of the table before, printed again."""
    reach = whole = 0
    pairs = zip(before.rows[:_MOST_HEADS], table.rows, strict=False)
    for at, (a, b) in enumerate(pairs, 1):
        if _key(a) != _key(b):
            break
        reach = max([reach, *(at - 1 + box.rows for box in b)])
        whole = at if reach <= at else whole  # a cell of the head may go over two rows
    head = [box for row in table.rows[:whole] for box in row]
    named = sum(bool(box.words) for box in head) > 1
    is_head = named and not any(map(_has_digit, table.rows[0]))
    return whole if is_head and whole < len(before.rows) else 0


def _is_head(row: Sequence[Box]) -> bool:
    named = all(box.rows == 1 and box.words for box in row)
    return named and len(row) > 1 and not any(map(_has_digit, row))


def _has_digit(box: Box) -> bool:
    return any(_DIGIT.search(word.text) for word in box.words)


def _key(row: Sequence[Box]) -> _Key:
    return tuple((b.columns, b.rows, " ".join(word.text for word in b.words)) for b in row)
