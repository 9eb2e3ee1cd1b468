"""The smallest quotable pieces of one standard, and where each stem stands in them.

Nothing here knows of other standards: a leaf is made once and stored; `index` binds leaves.
"""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, chain, pairwise
from sys import intern
from typing import Any, Self, TypeAlias
from zlib import compress, decompress

from knowledge.finding.pairs import is_pair


class PassageKind(StrEnum):
    """What a passage is in the model."""

    STEP = "step"
    NOTE = "note"
    ITEM = "item"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotable piece of a standard; `number` counts those of the standard.

    `place` is a step number for steps and notes, else the section of its source.
    """

    standard: str
    kind: PassageKind
    place: str
    facet: str
    number: int = 0

    def is_near(self, other: Passage) -> bool:
        """Say whether another of its standard stands at its place, or above or below it."""
        mine, yours = self.place, other.place
        return mine == yours or yours.startswith(f"{mine}.") or mine.startswith(f"{yours}.")


Weighed: TypeAlias = tuple[Passage, Mapping[str, float]]
"""A passage with its stems: its own words count fully, those of what it stands under less."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The passages of one standard in columns: few are ever looked at."""

    standard: str
    kinds: tuple[PassageKind, ...]
    places: tuple[str, ...]
    facets: tuple[str, ...]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Self:
        """Return passages, which are numbered in this order, as columns."""
        standard = passages[0].standard if passages else ""
        kinds = tuple(passage.kind for passage in passages)
        places = tuple(passage.place for passage in passages)
        return cls(standard, kinds, places, tuple(passage.facet for passage in passages))

    def passage(self, number: int) -> Passage:
        """Return one of them."""
        kind, place, facet = self.kinds[number], self.places[number], self.facets[number]
        return Passage(self.standard, kind, place, facet, number)


_KINDS = {kind.value: kind for kind in PassageKind}


class Leaf:
    """The passages of one standard with their stems; immutable.

    What stands where are two flat arrays, all occurrences of one stem side by side in the order
    of the passages: so a thousand standards fit into memory, and none is slow to bring in.
    """

    __slots__ = ("_begins", "_numbers", "_pieces", "_slots", "_weights", "lengths", "standard")

    def __init__(
        self,
        pieces: Pieces,
        lengths: array[float],
        counts: Mapping[str, int],
        numbers: array[int],
        weights: array[float],
    ) -> None:
        self._pieces = pieces
        self.standard = pieces.standard
        self.lengths = lengths  # of the passages, in words
        self._slots = dict(zip(map(intern, counts), range(len(counts)), strict=True))
        self._begins = array("I", accumulate(counts.values(), initial=0))
        self._numbers = numbers
        self._weights = weights

    @classmethod
    def of(cls, weighed: Iterable[Weighed]) -> Self:
        """Return the leaf of the passages of one standard."""
        passages: list[Passage] = []
        lengths = array("d")
        found: dict[str, list[tuple[int, float]]] = {}
        for number, (passage, stems) in enumerate(weighed):
            passages.append(passage)
            lengths.append(sum(w for stem, w in stems.items() if not is_pair(stem)))
            for stem, weight in stems.items():
                found.setdefault(stem, []).append((number, weight))
        counts = {stem: len(occurrences) for stem, occurrences in found.items()}
        flat = list(chain.from_iterable(found.values()))
        numbers, weights = array("I", [n for n, _ in flat]), array("d", [w for _, w in flat])
        return cls(Pieces.of(passages), lengths, counts, numbers, weights)

    @classmethod
    def from_data(cls, data: Mapping[str, Any], standard: str) -> Self:
        """Return the leaf that `to_data` gave these data for, as that of a standard (its id)."""
        pieces = Pieces(
            standard,
            tuple([_KINDS[kind] for kind in data["kinds"].split()]),
            tuple(data["places"]),
            tuple(map(intern, data["facets"].split())),
        )
        counts = dict(zip(data["stems"].split(), _unpacked("I", data["counts"]), strict=True))
        numbers, weights = _unpacked("I", data["numbers"]), _unpacked("d", data["weights"])
        return cls(pieces, _unpacked("d", data["lengths"]), counts, numbers, weights)

    def to_data(self) -> dict[str, Any]:
        """Return everything but the id of the standard as JSON data, in columns.

        Numbers are packed in the byte order of the machine (`sys.byteorder`).
        """
        counts = [end - begin for begin, end in pairwise(self._begins)]
        return {
            "kinds": " ".join(self._pieces.kinds),
            "places": self._pieces.places,
            "facets": " ".join(self._pieces.facets),
            "lengths": _packed(self.lengths),
            "stems": " ".join(self._slots),
            "counts": _packed(array("I", counts)),
            "numbers": _packed(self._numbers),
            "weights": _packed(self._weights),
        }

    def __len__(self) -> int:
        return len(self.lengths)

    def kind(self, number: int) -> PassageKind:
        """Return what a passage is."""
        return self._pieces.kinds[number]

    def passage(self, number: int) -> Passage:
        """Return a passage."""
        return self._pieces.passage(number)

    @property
    def stems(self) -> Collection[str]:
        """All stems, each once."""
        return self._slots.keys()

    def where(self, stem: str) -> tuple[array[int], array[float]] | None:
        """Return the passages that hold a stem, in ascending order, and its weights there."""
        slot = self._slots.get(stem)
        if slot is None:
            return None
        begin, end = self._begins[slot], self._begins[slot + 1]
        return self._numbers[begin:end], self._weights[begin:end]


def _packed(values: array[int] | array[float]) -> str:
    """Return numbers as a text, which is read back many times faster than figures."""
    return b64encode(compress(values.tobytes(), 1)).decode("ascii")


def _unpacked(code: str, text: str) -> array[Any]:
    """Return the numbers of a type code that `_packed` gave this text for."""
    return array(code, decompress(b64decode(text)))
