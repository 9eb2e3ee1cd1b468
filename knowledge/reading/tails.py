"""What stands below a table of steps: its sections may be headed in another way than the form's.

An SOP's first page is a form whose headings bear no mark. Below its flow table it goes on with
"A. Persyaratan", "1. Biaya" or a few lines in capitals.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Facet
from knowledge.reading.capitals import LEAST_IN_TAIL, find_capitals
from knowledge.reading.heading_styles import SURE, known_by_style, style_of, without_mark
from knowledge.reading.headings import Heading, worded_heading
from knowledge.reading.pages import Line

_LEAST = 2  # numbers may also be those of a list, whose entries begin with a component
_LONGEST = 120


def tail_start(lines: Sequence[Line]) -> int | None:
    """Return where the text below the last table of steps begins, if it is headed in its own way.

    Above it the headings bear no mark; None where one style holds for the whole text.
    """
    begin = _end_of_table(lines)
    if begin is None or style_of(lines[:begin]) != "none":
        return None
    tail = lines[begin:]
    style = style_of(tail)
    if style == "none":
        return begin if find_capitals(tail, least=LEAST_IN_TAIL).own else None
    least = 1 if style in SURE else _LEAST
    return begin if len(known_by_style(tail)[style]) >= least else None


def _end_of_table(lines: Sequence[Line]) -> int | None:
    """Return the first line behind a gap below the cells of the last table of steps."""
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].cell), len(lines))
    return next((at for at in range(last + 1, len(lines)) if lines[at].gap), None)


def names_table(line: Line, below: Sequence[Line]) -> tuple[str, Heading] | None:
    """Read "C. PROSEDUR PEMBAYARAN" directly above a table of steps as its heading."""
    if not (below and below[0].opens and line.gap and line.plain.isupper()):
        return None
    letter, words = without_mark(line.plain)
    heading = worded_heading(words) if len(words) <= _LONGEST else None
    return (letter, heading) if heading and heading.facet is Facet.PROCEDURE else None
