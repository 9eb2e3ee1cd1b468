"""Ruled tables of a PDF page: from its lines to cells, merged ones included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.reading.formats.pdf_open import alike, open_ends, with_bare
from knowledge.reading.formats.pdf_page import Page, Rule, Word

_NEAR = 3.0
_LEAST = 6.0  # points; a narrower column or row is a double line
_MOST_RULES = 4_000


@dataclass(slots=True)
class Box:
    """A cell's place, the columns and rows it goes over, and the words that stand in it.

    `rest` holds those of each following page that a broken row goes on to.
    """

    left: float
    right: float
    top: float
    bottom: float
    row: int
    columns: int = 1
    rows: int = 1
    words: list[Word] = field(default_factory=list)
    rest: list[list[Word]] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table's upper and lower edge, the places of its columns, and its cells by rows.

    `broken` holds the last cells where no line closes them: they go on on the next page.
    """

    top: float
    bottom: float
    columns: tuple[float, ...]
    rows: list[list[Box]]
    broken: list[Box] = field(default_factory=list)


def take_all(pages: Sequence[Page]) -> list[list[Table]]:
    """Return the tables of each page; their words are taken out of the pages."""
    found: list[list[Table]] = []
    for page in pages:
        before = max(found[-1], key=lambda t: t.bottom, default=None) if found else None
        found.append(_take_tables(page, before))
    return found


def _take_tables(page: Page, before: Table | None) -> list[Table]:
    """Return the tables of a page, the first of which may go on with that of the page before."""
    rules = _merged(page.rules)
    if len(rules) > _MOST_RULES:
        return []
    groups = _connected(rules)
    if before and before.broken:
        groups = with_bare(groups, before.columns)
    tables = [table for group in groups if (table := _table(group, page, before))]
    for table in tables:
        inside = [w for w in page.words if _is_in(w, table)]
        _fill(table, inside)
        taken = {id(word) for row in table.rows for box in row for word in box.words}
        page.words = [word for word in page.words if id(word) not in taken]
        if not any(box.words for box in table.broken):
            table.broken = []
    return [t for t in tables if any(box.words for row in t.rows for box in row)]


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Join pieces of one line, which many programs draw cell by cell."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.upright, round(r.at / _NEAR), r.begin)):
        last = merged[-1] if merged else None
        same = last and last.upright == rule.upright and abs(last.at - rule.at) <= _NEAR / 2
        if last and same and rule.begin <= last.end + _NEAR:
            merged[-1] = Rule(last.upright, last.at, last.begin, max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _connected(rules: list[Rule]) -> list[list[Rule]]:
    """Group the lines that touch, through whatever others."""
    groups: list[list[Rule]] = []
    left = [r for r in rules if r.end - r.begin >= _LEAST]
    while left:
        group, edge = [left[-1]], [left.pop()]
        while edge:
            rule = edge.pop()
            touching = [other for other in left if _touch(rule, other)]
            left = [other for other in left if other not in touching]
            group += touching
            edge += touching
        groups.append(group)
    return groups


def _touch(a: Rule, b: Rule) -> bool:
    if a.upright == b.upright:
        return abs(a.at - b.at) <= _NEAR and a.begin <= b.end + _NEAR and b.begin <= a.end + _NEAR
    return a.begin - _NEAR <= b.at <= a.end + _NEAR and b.begin - _NEAR <= a.at <= b.end + _NEAR


def _places(values: Sequence[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _LEAST:
            places.append(value)
    return places


def _table(rules: list[Rule], page: Page, before: Table | None) -> Table | None:
    """Return the cells between the lines, or None for a frame, a box or an underline."""
    uprights = [r for r in rules if r.upright]
    columns = _places([r.at for r in uprights])
    if len(columns) < 3:  # noqa: PLR2004
        return None
    goes_on = before is not None and alike(before.columns, columns)
    ends = open_ends(rules, columns, page, goes_on)
    closing = [Rule(False, at, columns[0], columns[-1]) for at in ends if at is not None]
    levels = [*(r for r in rules if not r.upright), *closing]
    rows = _places([r.at for r in levels])
    if len(rows) < 2:  # noqa: PLR2004
        return None
    grid = _Grid(columns, rows, uprights, levels)
    table = Table(rows[0], rows[-1], tuple(columns), grid.boxes())
    if ends[1] is not None:
        last = (box for row in table.rows for box in row if box.bottom == table.bottom)
        table.broken = sorted(last, key=lambda box: box.left)
    return table


@dataclass(slots=True)
class _Grid:
    """The places of the lines, and which of them are drawn between which cells."""

    columns: list[float]
    rows: list[float]
    uprights: list[Rule]
    levels: list[Rule]

    def boxes(self) -> list[list[Box]]:
        """Return the cells by the row in which they begin, from the left."""
        taken: set[tuple[int, int]] = set()
        found: list[list[Box]] = []
        for row in range(len(self.rows) - 1):
            line: list[Box] = []
            for column in range(len(self.columns) - 1):
                if (row, column) not in taken:
                    box = self._box(row, column)
                    taken |= {
                        (row + down, column + right)
                        for down in range(box.rows)
                        for right in range(box.columns)
                    }
                    line.append(box)
            found.append(line)
        return found

    def _box(self, row: int, column: int) -> Box:
        right, down = column + 1, row + 1
        while right < len(self.columns) - 1 and not self._is_parted(row, right):
            right += 1
        while down < len(self.rows) - 1 and not self._is_ruled(down, column):
            down += 1
        return Box(
            self.columns[column], self.columns[right], self.rows[row], self.rows[down],
            row, right - column, down - row,
        )  # fmt: skip

    def _is_parted(self, row: int, column: int) -> bool:
        middle = (self.rows[row] + self.rows[row + 1]) / 2
        return _is_drawn(self.uprights, self.columns[column], middle)

    def _is_ruled(self, row: int, column: int) -> bool:
        middle = (self.columns[column] + self.columns[column + 1]) / 2
        return _is_drawn(self.levels, self.rows[row], middle)


def _is_drawn(rules: list[Rule], at: float, middle: float) -> bool:
    return any(abs(r.at - at) <= _LEAST and r.begin <= middle <= r.end for r in rules)


def _is_in(word: Word, table: Table) -> bool:
    middle, high = (word.left + word.right) / 2, word.base - word.size / 4
    return table.columns[0] <= middle <= table.columns[-1] and table.top <= high <= table.bottom


def _fill(table: Table, words: list[Word]) -> None:
    boxes = [box for row in table.rows for box in row]
    for word in words:
        middle, high = (word.left + word.right) / 2, word.base - word.size / 4
        for box in boxes:
            if box.left <= middle <= box.right and box.top <= high <= box.bottom:
                box.words.append(word)
                break
