"""Editions of one standard: which year one is of, whether two texts are the same, what changed.

Whether an edition is in force is no matter of the text: that is told to the finder.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from knowledge.model import Facet, ProcedureStep, ServiceStandard

_SAME_UNIT = 60.0  # of 100
_YEAR = re.compile(r"\b(?:19[5-9]|20[0-9])\d\b")
_DECLARED = re.compile(
    r"\b(?:tahun|tanggal|edisi|revisi)\b[^\n]{0,30}?\b((?:19[5-9]|20[0-9])\d)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class EditionNote:
    """Which edition of a standard something is from.

    `year` is the edition's own; `since` and `until` are the first and last day it holds, where
    the office has set them; `unit` tells standards of one title apart.
    """

    year: int | None = None
    since: date | None = None
    until: date | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition that answers do not come from unless it is named: its id is its own.

    `of` is the id of the standard that replaced it, or that it is to replace.
    """

    standard: ServiceStandard
    of: str
    note: EditionNote

    def is_of(self, year: int) -> bool:
        """Say whether a year means this edition: its own, else that of its latest legal basis."""
        if self.note.year is not None:
            return self.note.year == year
        return basis_year(self.standard) == year


@dataclass(frozen=True, slots=True)
class Editions:
    """All editions beside those in force, and which edition each standard in force is, by id."""

    others: tuple[Edition, ...] = ()
    notes: Mapping[str, EditionNote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two editions in one component: lines gone, and lines that are new.

    `what` is the name of a facet, or "steps"; `step` is a step's number.
    """

    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    step: str = ""


def declared_year(standard: ServiceStandard) -> int | None:
    """Return the year that the document's own head names ("TAHUN 2024"), or None."""
    head = (*standard.preamble, *standard.title_lines, *standard.furniture)
    years = [int(found[1]) for line in head if (found := _DECLARED.search(line))]
    return max(years, default=None)


def basis_year(standard: ServiceStandard) -> int | None:
    """Return the year of the latest legal basis, or None; the edition cannot be older."""
    years = [int(year) for line in standard.legal_basis for year in _YEAR.findall(line)]
    return max(years, default=None)


def text_digest(standard: ServiceStandard) -> str:
    """Return a digest that is the same for the same text, whatever file and layout it came in."""
    words = (re.findall(r"\w+", text.casefold()) for text in _texts(standard))
    joined = " ".join(word for found in words for word in found)
    return hashlib.sha256(joined.encode()).hexdigest()


def same_unit(unit: str | None, other: str | None) -> bool:
    """Tell whether two units may be one: where one is not named nothing speaks against it."""
    if not unit or not other:
        return True
    return fuzz.token_set_ratio(unit.casefold(), other.casefold()) >= _SAME_UNIT


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """Return an id that no standard has: the wanted one, or that with a number."""
    known = set(taken)
    if wanted not in known:
        return wanted
    number = 2
    while f"{wanted}-{number}" in known:
        number += 1
    return f"{wanted}-{number}"


def changes(before: ServiceStandard, after: ServiceStandard) -> tuple[Change, ...]:
    """Return what differs, component by component, in the order of the newer text."""
    facets = dict.fromkeys(
        s.facet for one in (after, before) for s in one.sections if s.facet is not Facet.PROCEDURE
    )
    found = []
    if before.title.casefold() != after.title.casefold():
        found.append(Change("title", (before.title,), (after.title,)))
    for facet in facets:
        old, new = _lines(before, facet), _lines(after, facet)
        gone, added = _without(old, new), _without(new, old)
        if gone or added:
            found.append(Change(facet.value, gone, added))
    return (*found, *_step_changes(before, after))


def _step_changes(before: ServiceStandard, after: ServiceStandard) -> Iterator[Change]:
    """Yield steps that are gone, new or changed; of the same words and doers it is the same."""
    old, new = _own_steps(before), _own_steps(after)
    known, kept = {_said(step) for step in old}, {_said(step) for step in new}
    gone = {step.number: step for step in old if _said(step) not in kept}
    for step in new:
        if _said(step) in known:
            continue
        was = _same_step(step, gone)
        if was is None:
            yield Change("steps", (), (step.text,), step.number)
        else:
            del gone[was.number]
            yield Change("steps", *_told_apart(was, step), step.number)
    for number, step in gone.items():
        yield Change("steps", (step.text,), (), number)


def _same_step(step: ProcedureStep, gone: dict[str, ProcedureStep]) -> ProcedureStep | None:
    """Return the old step that a changed one comes from: of the same title, else number."""
    same = [one for one in gone.values() if _plain(one.title) == _plain(step.title)]
    return same[0] if same else gone.get(step.number)


def _own_steps(standard: ServiceStandard) -> list[ProcedureStep]:
    return [step for step in standard.walk_steps() if step.text]


def _said(step: ProcedureStep) -> tuple[str, tuple[str, ...]]:
    return _plain(step.text), step.actors


def _told_apart(was: ProcedureStep, step: ProcedureStep) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return both steps as they read; with their doers where only those are others."""
    if _plain(was.text) != _plain(step.text):
        return (was.text,), (step.text,)
    doers = ["; ".join(one.actors) or "-" for one in (was, step)]
    return (f"{was.text} [{doers[0]}]",), (f"{step.text} [{doers[1]}]",)


def _lines(standard: ServiceStandard, facet: Facet) -> tuple[str, ...]:
    return tuple(
        item.text
        for section in standard.sections
        if section.facet is facet
        for top in section.items
        for item in top.walk()
        if item.text
    )


def _without(lines: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = {_plain(line) for line in others}
    return tuple(line for line in lines if _plain(line) not in known)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _texts(standard: ServiceStandard) -> Iterator[str]:
    yield standard.title
    for section in standard.sections:
        yield section.heading
        for top in section.items:
            yield from (item.text for item in top.walk())
    for step in standard.walk_steps():
        yield step.text
        yield from (note.text for note in step.notes)
        for detail in step.details:
            yield from (item.text for item in detail.walk())
