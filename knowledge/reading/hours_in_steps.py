"""Opening hours of a counter that stand above the steps, in the section of the procedure.

"Sistem, Mekanisme dan Prosedur" / "Loket pendaftaran:" / "Senin-Kamis: 08.00-12.00" / "Prosedur:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.hours import tells_hours
from knowledge.reading.manuscript import RawSection
from knowledge.reading.nodes import Node
from knowledge.reading.wordings import PHRASES

_DAY = re.compile(r"(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu)\b[^:]*:", re.I)


def with_hours_apart(sections: Sequence[RawSection]) -> Iterator[RawSection]:
    """Yield the sections; where none says when it is open, the rows above the steps become one."""
    named = any(raw.facet is Facet.SERVICE_HOURS and _opens(raw) for raw in sections)
    for raw in sections:
        above = [] if named or raw.facet is not Facet.PROCEDURE else _rows(raw.nodes)
        if not above:
            yield raw
            continue
        rest = [node for node in raw.nodes if not any(node is row for row in above)]
        heading = PHRASES[Facet.SERVICE_HOURS][0]
        yield replace(raw, nodes=rest)
        yield replace(raw, facet=Facet.SERVICE_HOURS, heading=heading, original="", nodes=above)


def _opens(raw: RawSection) -> bool:
    return tells_hours(raw.heading) or any(tells_hours(node.text) for node in raw.nodes)


def _rows(nodes: Sequence[Node]) -> list[Node]:
    """Return the rows that begin with a day and tell a time, and the line with ":" above them."""
    rows = [at for at, node in enumerate(nodes) if node.mark is None and _tells(node.text)]
    if not rows:
        return []
    lead = rows[0] - (rows[0] > 0 and nodes[rows[0] - 1].text.endswith(":"))
    return [nodes[at] for at in sorted({lead, *rows})]


def _tells(text: str) -> bool:
    """Whether a line is a row of the hours: "Jumat: 08.00-11.00"."""
    day = _DAY.match(text)
    return day is not None and tells_hours(text[day.end() :])
