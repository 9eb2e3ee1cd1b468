"""What a route is worth: one route against what was expected of it, and the figures of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import process_time

from knowledge.routing.kinds import Kind
from knowledge.routing.route import Decision, Route
from knowledge.routing.router import Router

from .complaint_expectations import Complaint
from .expectations import key_of_title

EXACT_GATE = 0.95


@dataclass(frozen=True, slots=True)
class Routed:
    """A complaint, its route and everything that is wrong with it (nothing: it is exact).

    `guessed` tells that it went somewhere wrong without anybody being asked, `leaked` that a
    post that must not get it is named among those who get or may get it.
    """

    complaint: Complaint
    route: Route
    faults: tuple[str, ...]
    guessed: bool
    leaked: bool
    ms: float


@dataclass(frozen=True, slots=True)
class ComplaintFigures:
    """What one run over the complaints came to."""

    routed: tuple[Routed, ...]

    @property
    def exact(self) -> float:
        """Share of complaints whose route is just what was expected."""
        return sum(not one.faults for one in self.routed) / max(1, len(self.routed))

    @property
    def guesses(self) -> int:
        """Number of complaints that went wrong without anybody being asked."""
        return sum(one.guessed or one.leaked for one in self.routed)

    @property
    def slowest_ms(self) -> float:
        """Processor time of the slowest route."""
        return max((one.ms for one in self.routed), default=0.0)

    @property
    def passes(self) -> bool:
        """Whether the run is at or above the gate."""
        return self.exact >= EXACT_GATE and not self.guesses


def measure_complaints(complaints: Sequence[Complaint], router: Router) -> ComplaintFigures:
    """Route all complaints and judge the routes."""
    return ComplaintFigures(tuple(_measure(one, router) for one in complaints))


def _measure(complaint: Complaint, router: Router) -> Routed:
    given = complaint.given
    kind = Kind(given["kind"]) if "kind" in given else None
    began = process_time()
    route = router.route(
        complaint.text,
        standard=_id_of(given.get("standard"), router),
        kind=kind,
        sender_post=given.get("sender_post"),
    )
    return judge_route(complaint, route, (process_time() - began) * 1000)


def _id_of(key: str | None, router: Router) -> str | None:
    ids = {key_of_title(standard.title): standard.id for standard in router.standards}
    return ids[key] if key else None


def judge_route(complaint: Complaint, route: Route, ms: float = 0.0) -> Routed:
    """Compare a route with what was expected of it."""
    faults = [*_kind_faults(complaint, route), *_way_faults(complaint, route)]
    leaks = list(_leaks(complaint, route))
    auto = route.decision is Decision.AUTO
    wrong = bool(_place_faults(complaint, route)) or str(route.decision) not in complaint.decision
    return Routed(complaint, route, (*faults, *leaks), auto and wrong, bool(leaks), ms)


def _kind_faults(complaint: Complaint, route: Route) -> list[str]:
    if route.kind is None and not complaint.kind:
        return []
    if route.kind is not None and str(route.kind) in complaint.kind:
        return []
    return [f"is {route.kind}, not {' or '.join(complaint.kind) or 'nothing'}"]


def _way_faults(complaint: Complaint, route: Route) -> list[str]:
    if str(route.decision) not in complaint.decision:
        return [f"decision {route.decision}, not {' or '.join(complaint.decision)}"]
    faults = _place_faults(complaint, route)
    if complaint.decider and str(route.decider) != complaint.decider:
        faults.append(f"decided by {route.decider}, not {complaint.decider}")
    keys = {key_of_title(title) for title in route.candidates}
    if complaint.candidates and keys != set(complaint.candidates):
        faults.append(f"offers {sorted(map(str, keys))}, not {sorted(complaint.candidates)}")
    return faults


def _place_faults(complaint: Complaint, route: Route) -> list[str]:
    """Return what differs in where it goes."""
    standard = key_of_title(route.standard) if route.standard else None
    pairs = (
        ("standard", standard, complaint.standard),
        ("received by", route.received_by, complaint.received_by),
        ("handled by", route.handled_by, complaint.handled_by),
    )
    return [f"{name} {got}, not {wanted}" for name, got, wanted in pairs if got != wanted]


def _leaks(complaint: Complaint, route: Route) -> Iterator[str]:
    """Yield the barred posts that get the complaint or could be given it."""
    named = (route.received_by, route.handled_by, *route.together_with, *route.candidates)
    yield from (f"goes to {post}, who is barred" for post in complaint.barred if post in named)


def complaint_table(figures: ComplaintFigures) -> str:
    """Return exact, total and per cent by style and by standard, and the overall figures."""
    lines: list[str] = []
    for name in ("style", "standard"):
        lines += [*_block(name, figures.routed), ""]
    count = len(figures.routed)
    exact = sum(not one.faults for one in figures.routed)
    return "\n".join(
        [
            *lines,
            f"exact routes        {exact} of {count} ({figures.exact:.1%})",
            f"silent guesses      {figures.guesses}",
            f"time                slowest {figures.slowest_ms:.1f} ms",
            f"gate                {'passed' if figures.passes else 'NOT passed'}",
        ]
    )


def _block(name: str, routed: Sequence[Routed]) -> Iterator[str]:
    groups: defaultdict[str, list[bool]] = defaultdict(list)
    for one in routed:
        groups[getattr(one.complaint, name) or "-"].append(not one.faults)
    yield f"{name:<18}exact  total      %"
    for group, marks in sorted(groups.items()):
        share = sum(marks) / len(marks)
        yield f"{group:<16}{sum(marks):>7}{len(marks):>7}{share:>7.1%}"


def complaint_misses(figures: ComplaintFigures, limit: int) -> str:
    """Return the first `limit` routes that are not exact, with text, faults and route."""
    wrong = [one for one in figures.routed if one.faults]
    return "\n".join(line for one in wrong[:limit] for line in _miss(one))


def _miss(one: Routed) -> Iterator[str]:
    mark = " SILENT" if one.guessed else " LEAKED" if one.leaked else ""
    yield f"--- {one.complaint.id} {one.complaint.standard or '-'}{mark}"
    yield f"text:   {one.complaint.text[:300]}"
    yield f"wrong:  {'; '.join(one.faults)}"
    yield f"got:    {one.route.reason.key} accused {list(one.route.accused)}"
