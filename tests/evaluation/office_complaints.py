"""Complaints to other offices: whether they are heard, and go where that office's standard says.

One JSON object a line: the text; `standard`, the file that it is about, or null; `kinds` that it
may be taken for (none: it is no complaint); `decisions` that are right; `handled_by`, the posts
any of which may handle it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.routing.route import Decision, Route
from knowledge.routing.router import Router

RIGHT_GATE = 0.9
#: Sets that are new to us, each with a gate of its own until its misses are mended.
_NEW_GATES = {"seventh": 0.94, "eighth": 0.94, "ninth": 0.93, "tenth": 0.99}
_NEW_GATES |= {"eleventh": 0.95, "twelfth": 0.84, "thirteenth": 0.79, "fourteenth": 0.79}
_NEW_GATES |= {"fifteenth": 0.72, "sixteenth": 0.82, "seventeenth": 0.9, "eighteenth": 0.91}
_NEW_GATES |= {"nineteenth": 0.63, "twentieth": 0.95, "twentyfirst": 0.83, "twentysecond": 0.83}
_NEW_GATES |= {"twentythird": 0.91, "twentyfourth": 0.55, "twentyfifth": 0.83, "twentysixth": 0.91}
_NEW_GATES |= {"twentyseventh": 0.55, "twentyeighth": 0.87, "twentyninth": 0.63}
_NEW_GATES |= {"thirtieth": 0.5, "thirtyfirst": 0.9, "thirtysecond": 0.6, "thirtythird": 0.7}
_NEW_GATES |= {"thirtyfourth": 0.69, "thirtyfifth": 0.94, "thirtysixth": 0.84}


@dataclass(frozen=True, slots=True)
class OfficeComplaint:
    """A complaint and what is right of it; see the module."""

    id: str
    text: str
    standard: str | None
    kinds: tuple[str, ...]
    decisions: tuple[str, ...]
    handled_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeRoute:
    """A complaint and all that is wrong with its route; `guessed`: sent wrong, nobody asked.

    `office_set` is the name of the set that it stands in.
    """

    complaint: OfficeComplaint
    route: Route
    faults: tuple[str, ...]
    guessed: bool
    office_set: str = "first"


@dataclass(frozen=True, slots=True)
class OfficeRoutes:
    """What one run over the complaints came to."""

    routed: tuple[OfficeRoute, ...]

    @property
    def right(self) -> float:
        """Share of complaints with nothing wrong."""
        return sum(not one.faults for one in self.routed) / max(1, len(self.routed))

    @property
    def guesses(self) -> int:
        """Number of complaints that went by a wrong standard without anybody being asked."""
        return sum(one.guessed for one in self.routed)

    @property
    def unheard(self) -> int:
        """Number of complaints that were not taken for one."""
        return sum(bool(one.complaint.kinds) and one.route.kind is None for one in self.routed)

    @property
    def passes(self) -> bool:
        """Whether the run is at or above all gates."""
        older = OfficeRoutes(tuple(r for r in self.routed if r.office_set not in _NEW_GATES))
        enough = not older.routed or older.right >= RIGHT_GATE
        enough &= all(
            not (of_set := self.of(name)).routed or of_set.right >= gate
            for name, gate in _NEW_GATES.items()
        )
        return bool(self.routed) and enough and not self.guesses and not self.unheard

    def of(self, office_set: str) -> OfficeRoutes:
        """Return the routes of one set alone."""
        return OfficeRoutes(tuple(r for r in self.routed if r.office_set == office_set))


def load_office_complaints(file: Path) -> list[OfficeComplaint]:
    """Read the complaints of a file."""
    raws = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    lists = ("kinds", "decisions", "handled_by")
    return [OfficeComplaint(**raw | {name: tuple(raw[name]) for name in lists}) for raw in raws]


def route_offices(complaints: Iterable[OfficeComplaint], router: Router) -> list[OfficeRoute]:
    """Route each complaint and say what is wrong."""
    files = {standard.title: Path(standard.file).stem for standard in router.standards}
    found = []
    for complaint in complaints:
        route = router.route(complaint.text)
        went_to = files.get(route.standard or "")
        sent = bool(complaint.kinds and complaint.standard) and route.decision is Decision.AUTO
        guessed = sent and went_to != complaint.standard
        faults = tuple(_faults(complaint, route))
        if guessed:
            faults += (f"goes by {went_to}, not {complaint.standard}",)
        found.append(OfficeRoute(complaint, route, faults, guessed))
    return found


def _faults(complaint: OfficeComplaint, route: Route) -> Iterator[str]:
    kind = route.kind.value if route.kind else None
    if not complaint.kinds:
        if kind is not None:
            yield f"is heard as {kind}"
        return
    if kind not in complaint.kinds:
        yield f"is {kind}, not {' or '.join(complaint.kinds)}"
    if route.decision.value not in complaint.decisions:
        yield "asks" if route.decision is Decision.ASK else "asks nobody"
        return
    sent = route.decision is Decision.AUTO and complaint.handled_by
    if sent and route.handled_by not in complaint.handled_by:
        yield f"goes to {route.handled_by}, not {' or '.join(complaint.handled_by)}"


def office_route_table(figures: OfficeRoutes) -> str:
    """Return the overall figures."""
    right = sum(not one.faults for one in figures.routed)
    return "\n".join(
        [
            f"office routes right {right} of {len(figures.routed)} ({figures.right:.1%})",
            f"by a wrong standard {figures.guesses}",
            f"not heard           {figures.unheard}",
            f"gate                {'passed' if figures.passes else 'NOT passed'}",
        ]
    )


def office_route_misses(figures: OfficeRoutes, limit: int) -> str:
    """Return the first `limit` wrong routes with text and fault."""
    wrong = [one for one in figures.routed if one.faults]
    return "\n".join(
        f"--- {one.complaint.id}\ntold:   {one.complaint.text}\nwrong:  {'; '.join(one.faults)}"
        for one in wrong[:limit]
    )
