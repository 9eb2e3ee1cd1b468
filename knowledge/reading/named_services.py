"""What a file says once of its services by their names: "Layanan SIP dan SIPB: X. Layanan PBG: Y".

Each service keeps what is said of it, and of no other one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.reading.actors import sentences
from knowledge.reading.cleaning import plain
from knowledge.reading.joining import join_lines
from knowledge.reading.manuscript import RawSection
from knowledge.reading.nodes import Node

_SEVERAL = 2
_LABELLED = re.compile(r"(?P<label>[A-Z][^:.;]{1,80}?)\s*:\s+(?P<value>\S.*)", re.S)
_JOINS = re.compile(r"\s*(?:,|;|/|&|\bdan\b|\bserta\b)\s*")
_WORD = re.compile(r"\w+")
#: Words of a name that tell no service apart from another.
_OF_ANY = frozenset(
    {"layanan", "pelayanan", "standar", "jenis", "untuk", "bagi", "khusus", "pengurusan"}
    | {"penerbitan", "pembuatan", "proses", "dan", "atau"}
)


@dataclass(frozen=True, slots=True)
class Services:
    """The services of a file by the words of their names; `number` is that of one, from 0."""

    titles: tuple[str, ...]
    number: int

    def named(self, label: str) -> frozenset[int]:
        """Return which services a label names, none where any part of it names nothing."""
        found: set[int] = set()
        for part in filter(None, _JOINS.split(label)):
            words = _words(part)
            named = {at for at, title in enumerate(self.titles) if words and words <= _words(title)}
            if not named:
                return frozenset()
            found |= named
        return frozenset(found)


def of_name(raw: RawSection, services: Services) -> RawSection:
    """Return a shared section without what it says of the other services by their names."""
    nodes = [_of_sentences(node, services) for node in raw.nodes]
    return replace(raw, nodes=_of_entries(nodes, services))


def _of_sentences(node: Node, services: Services) -> Node:
    """Return a node whose sentences are labelled with what is said of this service alone."""
    children = _of_entries(node.children, services)
    text = plain(join_lines(node.texts, mend=True))
    found = [_LABELLED.fullmatch(said) for said in sentences(text)]
    labelled = [match for match in found if match]
    if len(labelled) != len(found) or not _are_shared([m["label"] for m in labelled], services):
        return replace(node, children=children)
    own = [m["value"] for m in labelled if services.number in services.named(m["label"])]
    return replace(node, texts=[" ".join(own)], children=children)


def _of_entries(nodes: Sequence[Node], services: Services) -> list[Node]:
    """Return the entries of a list, without those that are labelled with other services."""
    matches = [_LABELLED.match(plain(node.text)) for node in nodes]
    labels = [match["label"] for match in matches if match]
    if len(labels) != len(nodes) or not _are_shared(labels, services):
        return list(nodes)
    pairs = zip(nodes, matches, strict=True)
    own = [(node, m) for node, m in pairs if m and services.number in services.named(m["label"])]
    if len(own) > 1:
        return [node for node, _ in own]
    return [replace(node, texts=[match["value"]]) for node, match in own]


def _are_shared(labels: Sequence[str], services: Services) -> bool:
    """Whether each of several labels names services, not all the same ones, and this one too."""
    named = [services.named(label) for label in labels]
    apart = len(set(named)) > 1
    own = any(services.number in found for found in named)
    return len(labels) >= _SEVERAL and all(named) and apart and own


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _OF_ANY
