"""Notes behind several services that say of which they speak: "Tempat pelayanan KTP: Loket 2".

They stand below the last service, for the one or the other: each gets what is said of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.model import Facet
from knowledge.reading.cleaning import plain
from knowledge.reading.manuscript import Manuscript, RawSection
from knowledge.reading.nodes import Node
from knowledge.reading.openings import Opening, begins_with, clauses_of, component_of

#: What a note may say of a service.
_SAID = frozenset(
    {Facet.UNIT, Facet.RESPONSIBLE, Facet.PLACE, Facet.SERVICE_HOURS, Facet.COST}
    | {Facet.TOTAL_TIME, Facet.OUTPUT, Facet.STAFF_COUNT}
)
_WORD = re.compile(r"[^\W_]{3,}")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Note:
    """What a sentence says of the service with that number among those of the file."""

    service: int
    section: RawSection


def told_of_each(services: Sequence[Manuscript]) -> list[list[RawSection]]:
    """Return what the notes behind the last of these services say of each, if of several.

    They are taken from the last one, where they stand; those on none of the services stay.
    """
    found: list[list[RawSection]] = [[] for _ in services]
    last = services[-1]
    nodes = last.sections[-1].nodes if last.sections else []
    words = _words([service.title for service in services])
    said = [list(_notes(node, words)) for node in nodes]
    at = next((at for at, notes in enumerate(said) if notes), len(nodes))
    if len({note.service for notes in said for note in notes}) < _LEAST:
        return found
    for note in (note for notes in said for note in notes):
        found[note.service].append(note.section)
    _put_apart(last, at)
    for number, nodes in _taken(last.sections[-1].nodes, len(services) - 1, words).items():
        noted = RawSection(Facet.OTHER, "", "", "", "", "", nodes[0].page, nodes)
        found[number].append(noted)
    return found


def _words(titles: Sequence[str]) -> dict[str, int]:
    """Return the words that only one of the titles has, each with the number of that title."""
    each = [{word.casefold() for word in _WORD.findall(plain(title))} for title in titles]
    count = Counter(word for own in each for word in own)
    return {word: number for number, own in enumerate(each) for word in own if count[word] == 1}


def _notes(node: Node, words: dict[str, int]) -> Iterator[_Note]:
    """Yield what a node and those below it say of a service that they name."""
    for one in node.walk():
        for sentence, service, told in _sentences(one, words):
            if service is not None and told:
                nodes = [Node(None, one.page, [sentence], [told.text.rstrip(" .")])]
                section = RawSection(told.facet, "", told.heading, "", "", "", one.page, nodes)
                yield _Note(service, section)


def _sentences(
    node: Node, words: dict[str, int]
) -> Iterator[tuple[str, int | None, Opening | None]]:
    """Yield the sentences of a node, each with the service that is named last and what it tells."""
    service: int | None = None
    for sentence in clauses_of(node.text):
        told = component_of(sentence, _SAID)
        service = _named(told.frame, words) if told else service
        yield sentence, service, told or begins_with(sentence, _SAID)


def _taken(nodes: list[Node], last: int, words: dict[str, int]) -> dict[int, list[Node]]:
    """Take the nodes that speak of one service alone, not the last, out of some nodes."""
    taken: dict[int, list[Node]] = {}
    for node in nodes:
        named = {number for _, number, _ in _sentences(node, words)}
        alone = named.pop() if len(named) == 1 else None
        if alone is not None and alone != last:
            taken.setdefault(alone, []).append(node)
            continue
        for service, below in _taken(node.children, last, words).items():
            taken.setdefault(service, []).extend(below)
    gone = {id(node) for of_one in taken.values() for node in of_one}
    nodes[:] = [node for node in nodes if id(node) not in gone]
    return taken


def _named(text: str, words: dict[str, int]) -> int | None:
    """Return the one service of which a text has words of its own."""
    said = (word.casefold() for word in _WORD.findall(text))
    named = {words[word] for word in said if word in words}
    return named.pop() if len(named) == 1 else None


def _put_apart(last: Manuscript, at: int) -> None:
    """Put the notes below the last component of a service into a section of their own."""
    whole = last.sections[-1]
    if not at:
        return
    noted = replace(whole, facet=Facet.OTHER, letter="", heading="", original="")
    last.sections.append(replace(noted, nodes=whole.nodes[at:]))
    whole.nodes = whole.nodes[:at]
