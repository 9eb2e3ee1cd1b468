"""From a standard to its passages: what the index holds of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from knowledge.finding.leaf import Passage, PassageKind, Weighed
from knowledge.language import words
from knowledge.language.normalize import as_words, printed
from knowledge.model import Item, ProcedureStep, Section, ServiceStandard

_ABOVE = 0.5  # weight of the words of a parent step or item
_HEADING = 0.6
_Piece: TypeAlias = tuple[PassageKind, str, str, Mapping[str, float]]  # kind, place, facet, stems
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


def pair(left: str, right: str) -> str:
    """Return the index key of two stems that stand side by side, in either order."""
    return "_".join(sorted((left, right)))


@lru_cache(maxsize=20_000)
def _terms(text: str) -> tuple[str, ...]:
    stems = stems_of(text)
    if _ONLINE.search(_MAIL.sub(" ", text)):
        stems = (*stems, ONLINE)
    return (*stems, *(pair(a, b) for a, b in zip(stems, stems[1:], strict=False)))


def _weighted(*parts: tuple[str, float]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for text, weight in parts:
        for stem, number in Counter(_terms(text)).items():
            counts[stem] = counts.get(stem, 0.0) + number * weight
    return counts


def passages_of(standard: ServiceStandard) -> Iterator[Weighed]:
    """Yield every step, note, definition and item of a standard, with its weighed stems."""
    for number, (kind, place, facet, stems) in enumerate(_pieces(standard)):
        yield Passage(standard.id, kind, place, facet, number), stems


def _pieces(standard: ServiceStandard) -> Iterator[_Piece]:
    for step in standard.steps:
        yield from _of_step(step, ())
    for section in standard.sections:
        if section.facet.value not in ("procedure", "framework"):
            yield from _of_section(section)
    for definition in standard.definitions:
        text = f"{definition.term} {definition.abbreviation or ''} {definition.text}"
        yield PassageKind.DEFINITION, definition.term, "definitions", _weighted((text, 1))


def _of_step(step: ProcedureStep, above: tuple[str, ...]) -> Iterator[_Piece]:
    details = " ".join(item.text for top in step.details for item in top.walk())
    stems = _weighted((step.text, 1), (details, 0.8), *((text, _ABOVE) for text in above))
    yield PassageKind.STEP, step.number, "procedure", stems
    for note in step.notes:
        stems = _weighted((note.text, 1), (step.title, _ABOVE))
        yield PassageKind.NOTE, step.number, "procedure", stems
    for child in step.steps:
        yield from _of_step(child, (*above, step.title))


def _of_section(section: Section) -> Iterator[_Piece]:
    for item in section.items:
        yield from _of_item(section, item, ((section.heading, _HEADING),))


def _of_item(
    section: Section, item: Item, above: tuple[tuple[str, float], ...]
) -> Iterator[_Piece]:
    facet = (item.facet or section.facet).value
    yield PassageKind.ITEM, item.source.section, facet, _weighted((item.text, 1), *above)
    for child in item.items:
        yield from _of_item(section, child, (*above, (item.text, _ABOVE)))
