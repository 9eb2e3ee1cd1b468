"""From the nodes of a section to Items with their sources and facets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.model import Facet, Item, Source
from knowledge.reading.cleaning import Repairs, clean
from knowledge.reading.marks import Symbol
from knowledge.reading.nodes import Node

_TRAILING = re.compile(r"(?:[\s.;,]|;\s*(?:dan|atau|dan/atau))+$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands: the section's name in a source, and the marks down to it."""

    section: str
    path: tuple[str, ...] = ()

    def below(self, node: Node) -> Place:
        """Return the place of a child; bullets and paragraphs have their parent's."""
        if node.level:
            return Place(f"{self.section} {clean(node.text).rstrip(' .:')}")
        if node.mark is None or node.mark.symbol is Symbol.BULLET:
            return self
        if node.mark.symbol is Symbol.DOTTED:
            return Place(self._outside(node.mark.name), (node.mark.name,))
        return self.at(node.mark.name)

    def _outside(self, dotted: str) -> str:
        """Return the section without its number, where "4.1" itself says that it stands in "4"."""
        before, _, number = self.section.rpartition(" ")
        return before if dotted.startswith(f"{number}.") else self.section

    def at(self, mark: str) -> Place:
        """Return the place below this one with that mark."""
        return Place(self.section, (*self.path, mark))

    @property
    def number(self) -> str:
        """The full number below the section: "2.b.1.a"."""
        return ".".join(self.path)

    def source(self, page: int | None) -> Source:
        """Return the source as it is cited: "Bagian Kedua B.2.b.1.a"."""
        if not self.path:
            return Source(self.section, page)
        if not self.section:
            return Source(self.number, page)
        joint = "." if re.search(r"(?:^|\s)[A-Z0-9]{1,5}$", self.section) else " "
        return Source(f"{self.section}{joint}{self.number}", page)


def read_items(nodes: Iterable[Node], place: Place, repairs: Repairs) -> tuple[Item, ...]:
    """Return the nodes as items; notes keep their word in front."""
    return tuple(_item(node, place.below(node), repairs) for node in nodes)


def _item(node: Node, place: Place, repairs: Repairs) -> Item:
    text = node.original if node.note else node.text
    return Item(
        mark=node.mark.name if node.mark else "",
        text=clean(text, repairs),
        source=place.source(node.page),
        items=read_items(node.children, place, repairs),
        original=node.original,
    )


_IS = re.compile(r".*?\b(?:adalah|ialah|yaitu|yakni|merupakan)\b\s*:?\s*(?P<value>.*)")
_COLON = re.compile(r"[^:]{3,80}:\s*(?P<value>.*)")


def value_of(item: Item) -> str:
    """Return what an item says after "... adalah" or "...:", without a closing full stop."""
    text = _TRAILING.sub("", item.text)
    match = _IS.match(text) or _COLON.match(text)
    return match["value"] if match else text


def says_value(item: Item) -> bool:
    """Whether an item has the "adalah" or the colon behind which its value stands."""
    return bool(_IS.match(item.text) or _COLON.match(item.text))


def texts_of(items: Iterable[Item]) -> tuple[str, ...]:
    """Return the texts of items, each with its sub-items, without closing stops."""
    return tuple(text for item in items if (text := whole_text(item)))


def entries_of(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items of a list, with those below a subheading in its place."""
    return tuple(
        entry
        for item in items
        for entry in (entries_of(item.items) if item.items and _is_subheading(item) else (item,))
    )


def _is_subheading(item: Item) -> bool:
    return not item.mark and item.original.startswith("#")


def whole_text(item: Item) -> str:
    """Return an item's text and below it "a. ...; b. ..." in one line."""
    below = [
        f"{i.mark}. {whole_text(i)}" if i.mark not in ("", "-") else whole_text(i)
        for i in item.items
    ]
    own = _TRAILING.sub("", item.text)
    if below and _is_subheading(item):
        own = f"{own.rstrip(':')}:"
    return " ".join([own, "; ".join(below)]).strip() if below else own


#: The first words of a scope item, and of other items, that answer a facet by themselves.
_FACETS: tuple[tuple[re.Pattern[str], Facet], ...] = tuple(
    (re.compile(pattern, re.I), facet)
    for pattern, facet in (
        (r"(?:standar\s+)?kompetensi\b", Facet.COMPETENCE),
        (r"(?:definisi|pengertian|istilah|peristilahan|batasan)\b", Facet.DEFINITIONS),
        (
            r"unit\s+(?:kerja\s+)?(?:pelayanan|layanan|penyelenggara|pelaksana|pengelola)\b",
            Facet.UNIT,
        ),
        (r"(?:penyelenggara|unit)\s+(?:pelayanan|layanan)\b", Facet.UNIT),
        (r"penanggung\s*-?jawab\b", Facet.RESPONSIBLE),
        (r"(?:jumlah)\s+(?:pelaksana|petugas)", Facet.STAFF_COUNT),
        (
            r"(?:pelaksana|petugas)(?:\s+(?:pelayanan|layanan|kegiatan))?\s*(?:adalah|ialah|yaitu|:|terdiri|meliputi)",
            Facet.IMPLEMENTERS,
        ),
        (r"(?:pengguna|penerima|pemohon)\b", Facet.USERS),
        (r"(?:sasaran|target)\b", Facet.TARGET),
        (r"(?:keluaran|output|produk|hasil)\b", Facet.OUTPUT),
        (r"(?:kemanfaatan|manfaat|outcome)\b", Facet.OUTCOME),
    )
)


def scope_facet(text: str) -> Facet | None:
    """Return what an item of the scope section answers, by its first words."""
    text = text.lstrip("( ")
    return next((facet for pattern, facet in _FACETS if pattern.match(text)), None)
