"""The lines that begin the parts of a text: "Bagian Kedua", "BAB III"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ORDINALS = (
    "KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN|KESEPULUH"
)
_PART = re.compile(
    rf"(?P<kind>BAGIAN|BAB)\s+(?P<number>{_ORDINALS}|[IVX]{{1,5}}|\d{{1,2}})\b"
    r"[\s.:–-]*(?P<title>.*)",
    re.I,
)
#: The second line of a broken part title: "pelayanan (Service Delivery)".
GOES_ON = re.compile(r"[a-z]{3,}\b(?![.)])|\(\w{4,}")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: "Bagian Kedua" and the words printed with it."""

    name: str
    title: str


def part_of(text: str) -> Part | None:
    """Return the part that a line names, with the words printed behind it."""
    match = _PART.fullmatch(text) if len(text) < 120 and text[:1] in "Bb" else None
    if match is None or text.endswith((".", ";", ",")) or not text[0].isupper():
        return None
    title = match["title"]
    if title and not title[0].isupper():
        return None
    number = match["number"]
    known = number.upper() in _ORDINALS.split("|")
    return Part(f"{match['kind'].title()} {number.title() if known else number.upper()}", title)
