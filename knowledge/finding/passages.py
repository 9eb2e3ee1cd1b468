"""From a standard to its passages: what the index holds of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from knowledge.finding.leaf import Passage, PassageKind, Weighed
from knowledge.finding.pairs import pair
from knowledge.language import words
from knowledge.language.normalize import as_words, printed
from knowledge.model import Item, ProcedureStep, Section, ServiceStandard

_ABOVE = 0.5  # weight of the words of a parent step or item
_HEADING = 0.6
_Weighted: TypeAlias = tuple[str, float]  # words and how much they count
SOFT = frozenset({"beri"})  # verbs that say little alone but tell like steps apart


ONLINE = "online"  # said of what has a web address or an application
_ONLINE = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:go|ac|co|or)\.id\b|\b(?:aplikasi|laman|daring|website)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\S+@\S+")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def stems_of(text: str) -> tuple[str, ...]:
    """Return the content stems of a document's text."""
    found = as_words(printed(without_addresses(text)))
    stop = words.stopwords()
    return tuple(word.stem for word in found if word.text not in stop or word.stem in SOFT)


def without_addresses(text: str) -> str:
    """Return a text without its web and e-mail addresses, which say nothing in words."""
    return _ADDRESS.sub(" ", text)


@lru_cache(maxsize=20_000)
def _terms(text: str) -> tuple[str, ...]:
    stems = stems_of(text)
    if _ONLINE.search(_MAIL.sub(" ", text)):
        stems = (*stems, ONLINE)
    return (*stems, *(pair(a, b) for a, b in zip(stems, stems[1:], strict=False)))


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage before it is weighed: what it says itself, and all the words it is found by."""

    kind: PassageKind
    place: str
    facet: str
    text: str
    parts: tuple[_Weighted, ...]


def _weighted(*parts: _Weighted) -> dict[str, float]:
    counts: dict[str, float] = {}
    for text, weight in parts:
        for stem, number in Counter(_terms(text)).items():
            counts[stem] = counts.get(stem, 0.0) + number * weight
    return counts


def passages_of(standard: ServiceStandard) -> Iterator[Weighed]:
    """Yield every step, note, definition and item of a standard, with its weighed stems."""
    for passage, piece in numbered(standard):
        yield passage, _weighted(*piece.parts)


def numbered(standard: ServiceStandard) -> Iterator[tuple[Passage, Piece]]:
    """Yield every passage, numbered as in the index, with what it says."""
    for number, piece in enumerate(_pieces(standard)):
        yield Passage(standard.id, piece.kind, piece.place, piece.facet, number), piece


def _pieces(standard: ServiceStandard) -> Iterator[Piece]:
    for step in standard.steps:
        yield from _of_step(step, ())
    for section in standard.sections:
        if section.facet.value not in ("procedure", "framework"):
            yield from _of_section(section)
    for definition in standard.definitions:
        text = f"{definition.term} {definition.abbreviation or ''} {definition.text}"
        yield Piece(PassageKind.DEFINITION, definition.term, "definitions", text, ((text, 1),))


def _of_step(step: ProcedureStep, above: tuple[str, ...]) -> Iterator[Piece]:
    details = " ".join(item.text for top in step.details for item in top.walk())
    parts = ((step.text, 1), (details, 0.8), *((text, _ABOVE) for text in above))
    yield Piece(PassageKind.STEP, step.number, "procedure", f"{step.text} {details}", parts)
    for note in step.notes:
        parts = ((note.text, 1), (step.title, _ABOVE))
        yield Piece(PassageKind.NOTE, step.number, "procedure", note.text, parts)
    for child in step.steps:
        yield from _of_step(child, (*above, step.title))


def _of_section(section: Section) -> Iterator[Piece]:
    for item in section.items:
        yield from _of_item(section, item, ((section.heading, _HEADING),))


def _of_item(section: Section, item: Item, above: tuple[_Weighted, ...]) -> Iterator[Piece]:
    facet = (item.facet or section.facet).value
    parts = ((item.text, 1), *above)
    yield Piece(PassageKind.ITEM, item.source.section, facet, item.text, parts)
    for child in item.items:
        yield from _of_item(section, child, (*above, (item.text, _ABOVE)))
