"""Lines that are rows of a table, "| Biaya | Gratis |", and the tables that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.reading.pages import Line

_FIRST = re.compile(r"1[.)]\s+\D")
_ENTRY = re.compile(r"\s+(?P<number>\d{1,2})[.)](?=\s+\D)")
_ROW = re.compile(r"\|.*\|")


def is_barred(line: Line) -> bool:
    """Whether a line is a row of a table."""
    return bool(_ROW.fullmatch(line.plain))


def runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines table by table, and what stands between; a page may turn inside a table."""
    run: list[Line] = []
    for line in lines:
        if run and (is_barred(line) != is_barred(run[-1]) or _begins_table(run[-1], line)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _begins_table(before: Line, line: Line) -> bool:
    """Whether a row behind a gap is the first one of another table."""
    if not line.gap or not is_barred(line):
        return False
    return before.page == line.page or before.text.count("|") != line.text.count("|")


def is_rule(cells: Sequence[str]) -> bool:
    """Whether a row only draws a line, or holds nothing."""
    return not any(cell.strip(" :+-") for cell in cells)


def cells_of(line: Line) -> list[str]:
    """Return the cells of a row; a list that runs through one has its entries on own lines."""
    return [_listed(cell.strip()) for cell in line.text.strip().strip("|").split("|")]


def _listed(cell: str) -> str:
    """Return "1. Proposal;<br>2. Surat" for "1. Proposal; 2. Surat"."""
    if not _FIRST.match(cell) or "<br" in cell:
        return cell
    parts, at = list[str](), 0
    for begin in _ENTRY.finditer(cell):
        if int(begin["number"]) == len(parts) + 2:
            parts.append(cell[at : begin.start()])
            at = begin.end() - len(begin["number"]) - 1
    return "<br>".join([*parts, cell[at:]])
