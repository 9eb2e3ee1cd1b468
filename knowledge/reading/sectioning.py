"""Which lines of a text are section headings, in any numbering."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Facet
from knowledge.reading.articled import find_articles
from knowledge.reading.capitals import LEAST, LEAST_IN_TAIL, find_capitals
from knowledge.reading.decimals import find_decimals
from knowledge.reading.entry_labels import entry_labels
from knowledge.reading.found import Found, in_turn
from knowledge.reading.heading_styles import SURE, depth_of, style_of
from knowledge.reading.headings import known_heading
from knowledge.reading.labelling import label_style
from knowledge.reading.letter_runs import find_letter_runs
from knowledge.reading.pages import Line
from knowledge.reading.points import find_points
from knowledge.reading.tails import tail_start
from knowledge.reading.titled import find_titled
from knowledge.reading.walking import MANY_ASKED, Walk


def find_headings(lines: Sequence[Line]) -> dict[int, Found]:
    """Return the section headings: those in the document's own style, and sure strays."""
    begin = tail_start(lines)
    if begin is None:
        return _found(lines)
    below = in_turn(_found(lines[begin:], least=LEAST_IN_TAIL))
    above = _found(lines[:begin], whole=lines)  # letters may go on in turn below the table
    return above | {begin + at: hit for at, hit in below.items()}


def _found(
    lines: Sequence[Line], *, least: int = LEAST, whole: Sequence[Line] = ()
) -> dict[int, Found]:
    asked = [line for line in lines if line.plain.endswith("?") and known_heading(line.plain)]
    walk = Walk(lines, style_of(lines), depth_of(lines), asks=len(asked) >= MANY_ASKED)
    if walk.style == "none":
        walk.labels, walk.capitals = label_style(lines), find_capitals(lines, least=least)
        walk.titled, walk.lettered = find_titled(lines), find_letter_runs(whole or lines)
    walk.decimals = {} if walk.style in SURE else find_decimals(lines)
    steps = (index for index, line in enumerate(lines) if not line.cell)
    found = {index: hit for index in steps if (hit := walk.step(index))}
    found |= entry_labels(lines, found)
    counted = max(find_articles(lines), find_points(lines), key=_count_known)
    return counted if _count_known(counted) > _count_known(found) else found


def _count_known(found: dict[int, Found]) -> int:
    return len({hit.heading.facet for hit in found.values()} - {Facet.OTHER})
