"""Passages that an official may link a question to: found by words, and found again later.

A link keeps the place and a digest of what is said there, with the heading that it stands under.
When a standard is read anew, that is looked for first at the place and then in the whole standard;
where it is not, or stands twice, the link leads nowhere, and no other passage takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from knowledge.finding.answers import Request
from knowledge.finding.case import shown
from knowledge.finding.question import read
from knowledge.finding.shelf import Shelf
from knowledge.model import ServiceStandard

_FLOOR = 0.34  # share of the words that a passage must hold to be offered
_TITLE = 0.25  # weight of words that only name the standard
_LOOKED_AT = 60  # passages, of which several may be the same place


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of a standard: a step by its number, else a section (or a term that is defined).

    `digest` is of the words that stand there and of what they stand under.
    """

    standard: str
    step: str | None
    section: str
    digest: str

    @property
    def request(self) -> Request:
        """Return the request that quotes it."""
        return Request("passage", self.standard, self.step, self.section)


@dataclass(frozen=True, slots=True)
class Passages:
    """What a search for a passage finds: places with their words, best first."""

    places: tuple[Place, ...] = ()
    texts: tuple[str, ...] = ()


def found_passages(shelf: Shelf, text: str, limit: int = 6) -> Passages:
    """Return the passages that hold the words of a text, or most of them."""
    question = read(text, shelf)
    query = {
        word.stem: _TITLE if position in question.naming else 1.0
        for position, word in enumerate(question.words)
        if not word.is_stop
    }
    places: dict[Place, str] = {}
    for found in shelf.index.search(query, limit=_LOOKED_AT, floor=_FLOOR):
        request = shown(found.passage)
        said = _said_at(shelf.standards[found.passage.standard], request.step, request.subject)
        if said is not None:
            places.setdefault(said.place, said.text)
        if len(places) == limit:
            break
    return Passages(tuple(places), tuple(places.values()))


def located(shelf: Shelf, place: Place) -> Place | None:
    """Return where the passage stands now, or None if its words are gone."""
    standard = shelf.get(place.standard)
    if standard is None:
        return None
    same = [said.place for said in _all_said(standard) if said.place.digest == place.digest]
    if place in same:
        return place
    return same[0] if len(same) == 1 else None


def words_at(shelf: Shelf, place: Place) -> str | None:
    """Return the words that stand at a place, or None if it is gone."""
    standard = shelf.get(place.standard)
    said = _said_at(standard, place.step, place.section) if standard else None
    return said.text if said else None


@dataclass(frozen=True, slots=True)
class _Said:
    place: Place
    text: str


def _said_at(standard: ServiceStandard, step: str | None, section: str | None) -> _Said | None:
    """Return what a request for a passage quotes first."""
    for said in _all_said(standard):
        if (said.place.step, said.place.section) == (step, section):
            return said
    return None


def _all_said(standard: ServiceStandard) -> Iterator[_Said]:
    """Yield all that can be quoted, in the order in which quoting looks for it."""
    titles = {step.number: step.title for step in standard.walk_steps()}
    for step in standard.walk_steps():
        above = titles.get(step.number.rpartition(".")[0], "")
        yield _said(standard, step.number, step.number, above, step.text)
    for section in standard.sections:
        for top in section.items:
            yield _said(standard, None, top.source.section, section.heading, top.text)
            for item in (i for child in top.items for i in child.walk()):
                yield _said(standard, None, item.source.section, top.text, item.text)
    for definition in standard.definitions:
        yield _said(standard, None, definition.term, "", definition.text)


def _said(
    standard: ServiceStandard, step: str | None, section: str, above: str, text: str
) -> _Said:
    return _Said(Place(standard.id, step, section, _digest(above, text)), text)


def _digest(*parts: str) -> str:
    """Return a digest of words, however they are spaced and wrapped."""
    plain = "\n".join(" ".join(part.casefold().split()) for part in parts)
    return blake2b(plain.encode(), digest_size=8).hexdigest()
