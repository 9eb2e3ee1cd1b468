"""Lists of labels below a heading of their own: "- Unit: Balai X" / "- Tempat: Loket 2".

The first entry is a heading, behind a blank line; the ones that follow it are no less. A term in
bold letters that a paragraph below the list defines is a section too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from knowledge.model import Facet
from knowledge.reading.found import Found
from knowledge.reading.heading_styles import known_in
from knowledge.reading.headings import Heading, is_label
from knowledge.reading.pages import Line
from knowledge.reading.wordings import PHRASES

_ENTRY = re.compile(r"(?P<indent>\s*)[-*•–]\s+(?P<text>\S.*)")
_DEFINES = re.compile(
    r"(?:>\s*)?\*\*[^*:]{2,60}\*\*(?:\s[^.:*]{2,60})?\s(?:adalah|ialah|merupakan|yaitu)\s", re.I
)
#: What is done and complained of has labels of its own: "- Waktu: 10 menit".
_OF_STEPS = frozenset({Facet.PROCEDURE, Facet.COMPLAINT})


def entry_labels(lines: Sequence[Line], found: Mapping[int, Found]) -> dict[int, Found]:
    """Return the headings among the entries that follow an entry which is a heading."""
    labels: dict[int, Found] = {}
    for begin in found:
        if found[begin].rest and _ENTRY.fullmatch(lines[begin].text):
            labels |= {at: hit for at, hit in _below(lines, begin, found) if at not in found}
    return labels


def _below(
    lines: Sequence[Line], begin: int, found: Mapping[int, Found]
) -> Iterator[tuple[int, Found]]:
    last = found[begin]
    for at in range(begin + 1, len(lines)):
        if at in found:
            return
        if lines[at].gap and _DEFINES.match(lines[at].text):
            words = PHRASES[Facet.DEFINITIONS][0]
            heading = Heading(Facet.DEFINITIONS, words, exact=False)
            yield at, Found("", heading, lines[at].plain)
            return
        entry = _ENTRY.fullmatch(lines[at].text)
        if lines[at].gap and not entry:
            return
        if entry and (hit := _label(lines[at], last)):
            last = hit
            yield at, hit


def _label(line: Line, above: Found) -> Found | None:
    entry = _ENTRY.fullmatch(line.plain)
    hit = known_in(entry["text"]) if entry else None
    if hit is None or not hit[0].exact or not hit[1]:
        return None
    of_step = above.heading.facet in _OF_STEPS and is_label(hit[0].text)
    return None if of_step or hit[0].facet is above.heading.facet else Found("", *hit)
