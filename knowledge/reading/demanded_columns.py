"""Tables of kinds with a column of what each demands: "Jenis Cuti | Lama | Persyaratan".

Where nothing else heads the requirements, the section that holds only such a table is theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.bars import cells_of, is_barred, is_rule, runs
from knowledge.reading.component_tables import heads_any
from knowledge.reading.found import looks_like_heading
from knowledge.reading.heading_styles import without_mark
from knowledge.reading.headings import known_heading
from knowledge.reading.pages import Line, Pages
from knowledge.reading.rows import NUMBERS
from knowledge.reading.step_tables import BREAK, columns_of

_DEMANDED = frozenset({Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER})
_LEAST_ROWS = 3
_LEAST_COLUMNS = 2  # beside the kinds


def with_demanded_columns(pages: Pages) -> Pages:
    """Return the pages with the lines that head such tables as headings of the requirements."""
    told = any(heads_any(line, _DEMANDED) for line in pages.lines)
    if told or not any(map(is_barred, pages.lines)):
        return pages
    lines: list[Line] = []
    for run in runs(pages.lines):
        if lines and looks_like_heading(without_mark(lines[-1].plain)[1]) and _is_of_kinds(run):
            lines[-1] = replace(lines[-1], facet=Facet.REQUIREMENTS)
        lines += run
    return replace(pages, lines=tuple(lines))


def _is_of_kinds(run: Sequence[Line]) -> bool:
    """Whether lines are a table whose rows say of each kind what it demands."""
    cells = [cells_of(row) for row in run if is_barred(row)]
    bare = [of_row for of_row in cells if not is_rule(of_row)]
    if len(bare) <= _LEAST_ROWS or not is_rule(cells[1]) or columns_of(bare):
        return False
    first = 1 if NUMBERS.fullmatch(bare[0][0]) else 0
    told = bare[0][first + 1 :]
    return len(told) >= _LEAST_COLUMNS and any(map(_demands, told))


def _demands(words: str) -> bool:
    known = known_heading(" ".join(BREAK.split(words)))
    return known is not None and known.exact and known.facet in _DEMANDED
