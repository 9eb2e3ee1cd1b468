"""From a decided request to a reply: the values of its text, its sources, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from knowledge.finding.answers import Citation, Option, ReplyKind, Request
from knowledge.finding.shelf import Shelf
from knowledge.model import ServiceStandard, Source

_PREFIX = "standar pelayanan "


@dataclass(frozen=True, slots=True)
class Answered:
    """The content of a reply, before it is put into the conversation."""

    form: str
    values: Mapping[str, Any]
    citations: tuple[Citation, ...] = ()
    kind: ReplyKind = ReplyKind.ANSWER
    next: tuple[Request, ...] = ()
    step: str | None = None
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: its mark, its text, how deep it stands."""

    mark: str
    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One standard's part of an answer about several."""

    title: str
    lines: tuple[str, ...] = ()
    key: str = field(default="", compare=False)
    summed: bool = False  # the lines are no words of the standard but the sum of its steps
    kinds: Sequence[Mapping[str, Any]] = ()  # parts that may be gone through, each with its sums


Builder = Callable[[Shelf, Request], Answered]


def short_title(standard: ServiceStandard) -> str:
    """Return the title without its formula: what people would call the service."""
    title = standard.title
    if title.casefold().startswith(_PREFIX):
        title = title[len(_PREFIX) :]
    return title.split(" di Lingkungan ")[0]


def cite(standard: ServiceStandard, source: Source | None) -> Citation:
    """Return the citation of a place in a standard; without one, of its whole text."""
    if source is None:
        return Citation(standard.id, standard.title, whole(standard))
    return Citation(standard.id, standard.title, source.section, source.page, source.corrected)


def whole(standard: ServiceStandard) -> str:
    """Return which lettered sections a standard has, as "Bagian Kedua A-H"."""
    letters = [s for s in standard.sections if s.letter]
    if not letters:
        return "seluruh dokumen"
    last = letters[-1]
    first = next(s for s in letters if s.part == last.part)
    part = f"{last.part} " if last.part else ""
    return f"{part}{first.letter}\N{EN DASH}{last.letter}"


def unique(citations: list[Citation]) -> tuple[Citation, ...]:
    """Return the citations without repetitions, in order."""
    return tuple(dict.fromkeys(citations))
