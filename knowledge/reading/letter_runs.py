"""Headings that letters count in turn, "A. Pengertian", in a text whose other headings are bare.

So in an SOP: its form names the first sections without a mark, what stands behind it is lettered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.model import Facet
from knowledge.reading.heading_styles import LONGEST, UPPER, known_in
from knowledge.reading.headings import Heading, worded_heading
from knowledge.reading.pages import Line
from knowledge.reading.titles import prints_title

_LEAST = 3
_DEEPEST = 4
_STOPS = (".", ";", ",")

#: The letter of a heading, what it means, and the content behind it.
Lettered = tuple[str, Heading, str]


@dataclass(slots=True)
class _Run:
    """Lines whose letters follow one another from "A"; `known` components, `sure` by their name."""

    found: dict[int, Lettered] = field(default_factory=dict)
    known: set[Facet] = field(default_factory=set)
    sure: set[Facet] = field(default_factory=set)

    @property
    def awaited(self) -> str:
        return chr(ord("A") + len(self.found))


def find_letter_runs(lines: Sequence[Line]) -> dict[int, Lettered]:
    """Return the headings of the runs of letters that head several known components."""
    return {
        index: lettered
        for run in _runs(lines)
        if len(run.sure) >= _LEAST
        for index, lettered in run.found.items()
    }


def _runs(lines: Sequence[Line]) -> Iterator[_Run]:
    """Yield the runs; one that begins inside another ends where that goes on."""
    open_runs: list[_Run] = []
    for index, line in enumerate(lines):
        lettered = _lettered(line)
        if lettered is None:
            continue
        if lettered[0] == "A":
            if len(open_runs) == _DEEPEST:
                yield open_runs.pop()
            open_runs.append(_Run())
        run = _awaiting(open_runs, lettered)
        while run and open_runs[-1] is not run:
            yield open_runs.pop()
        if run:
            run.found[index] = lettered
            run.known |= {lettered[1].facet} - {Facet.OTHER}
            run.sure |= {lettered[1].facet} if lettered[1].exact else set()
    yield from open_runs


def _lettered(line: Line) -> Lettered | None:
    match = UPPER.fullmatch(line.plain) if not line.cell else None
    if match is None or prints_title(line):
        return None
    hit = known_in(match[2])
    exact = hit is not None and hit[0].exact
    if not exact and (len(line.plain) > LONGEST or match[2].endswith(_STOPS)):
        return None
    return match[1], *(hit or (worded_heading(match[2]), ""))


def _awaiting(runs: Sequence[_Run], lettered: Lettered) -> _Run | None:
    """Return the run that a line goes on with: a component rather with one of components."""
    letter, heading, _ = lettered
    awaiting = [run for run in reversed(runs) if run.awaited == letter]
    if heading.facet is Facet.OTHER or letter == "A":
        return next(iter(awaiting), None)
    return max(awaiting, key=lambda run: len(run.known), default=None)
