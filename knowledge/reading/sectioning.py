"""Which lines of a text are parts ("Bagian Kedua") and section headings, in any numbering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.model import Facet
from knowledge.reading.headings import Heading, is_label, known_heading, worded_heading
from knowledge.reading.pages import Line

_ORDINALS = (
    "KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN|KESEPULUH"
)
_PART = re.compile(
    rf"(?P<kind>BAGIAN|BAB)\s+(?P<number>{_ORDINALS}|[IVX]{{1,5}}|\d{{1,2}})\b"
    r"[\s.:–-]*(?P<title>.*)",
    re.I,
)
_UPPER = re.compile(r"([A-Z])[.)]\s*(\S.*)")
_ROMAN = re.compile(r"([IVX]{1,5})[.)]\s*(\S.*)")
_DIGIT = re.compile(r"(\d{1,2})[.)]\s*(\S.*)")
_LOWER = re.compile(r"([a-z])[.)]\s*(\S.*)")
_NONE = re.compile(r"()((?![(\[]?[0-9A-Za-z]{1,4}[.)\]])\S.*)")
_MISREAD = re.compile(r"[(\[]?([0-9A-Za-z|]{1,4})[.)\]:,]{1,2}\s*(\S.*)")
_STYLES = {"upper": _UPPER, "roman": _ROMAN, "digit": _DIGIT, "lower": _LOWER, "none": _NONE}
_LOOKALIKE = {"0": "D", "8": "B", "6": "G", "1": "I", "l": "I", "i": "I", "5": "S", "|": "I"}
#: Headings that also begin items of the scope: with another mark than the sections' they are items.
_INNER = frozenset(
    {Facet.DEFINITIONS, Facet.COMPETENCE, Facet.USERS, Facet.RESPONSIBLE, Facet.OUTPUT}
)
_LIST_BEGINS = re.compile(r"\s+(?=(?:1[.)]|a[.)]|\(1\)|\(a\))\s)")
_LONGEST = 100
_SURE = ("upper", "roman")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: "Bagian Kedua" and the words printed with it."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Found:
    """A heading at a line: its letter as printed, its meaning, and content behind it."""

    letter: str
    heading: Heading
    rest: str = ""


def find_parts(lines: Sequence[Line]) -> dict[int, Part]:
    """Return the parts by the index of their line."""
    return {i: part for i, line in enumerate(lines) if (part := _part(line.plain))}


def _part(text: str) -> Part | None:
    match = _PART.fullmatch(text) if len(text) < 120 and text[:1] in "Bb" else None
    if match is None or text.endswith((".", ";", ",")) or not text[0].isupper():
        return None
    title = match["title"]
    if title and not title[0].isupper():
        return None
    number = match["number"]
    known = number.upper() in _ORDINALS.split("|")
    return Part(f"{match['kind'].title()} {number.title() if known else number.upper()}", title)


def find_headings(lines: Sequence[Line]) -> dict[int, Found]:
    """Return the section headings: those in the document's own style, and sure strays."""
    style = _style(lines)
    found: dict[int, Found] = {}
    letter = ""
    for index, line in enumerate(lines):
        alone = line.gap and (index + 1 == len(lines) or lines[index + 1].gap)
        hit = _styled(line, style) or (_stray(line.plain, letter) if alone else None)
        if hit:
            found[index] = hit
            letter = hit.letter or letter
    return found


def _style(lines: Sequence[Line]) -> str:
    """Return the numbering of the document's headings: the one that most known headings bear.

    Letters are preferred to numbers that also mark items, unless these are clearly more.
    """
    facets: dict[str, set[Facet]] = {name: set() for name in _STYLES}
    for line in lines:
        if len(line.plain) > _LONGEST:
            continue
        for name, pattern in _STYLES.items():
            match = pattern.fullmatch(line.plain)
            if match and (hit := _known(match[2])) and not is_label(hit[0].text):
                facets[name].add(hit[0].facet)
    return max(facets, key=lambda n: len(facets[n]) + (1.5 if facets[n] and n in _SURE else 0))


def _known(text: str) -> tuple[Heading, str] | None:
    """Read "Biaya/Tarif", "Biaya/Tarif: Gratis" or "Persyaratan 1. KTP" as heading and content."""
    words, colon, rest = text.partition(":")
    if not (colon and rest.strip()):
        words, rest = (*_LIST_BEGINS.split(text, maxsplit=1), "")[:2]
    heading = known_heading(words) if rest and len(words) < _LONGEST else None
    if heading and heading.exact:
        return heading, rest.strip()
    whole = known_heading(text)
    return (whole, "") if whole else None


def _styled(line: Line, style: str) -> Found | None:
    """Read a heading in the document's own style; with a letter it may be an unknown one."""
    text = line.plain
    match = _STYLES[style].fullmatch(text)
    if match is None:
        return None
    if hit := _known(match[2]):
        if style == "none" and not (line.gap and hit[0].exact):
            return None
        return Found(match[1], *hit)
    if style not in ("upper", "roman") or len(text) > _LONGEST:
        return None
    if text.endswith((".", ";", ",")) or not match[2][0].isupper():
        return None
    return Found(match[1], worded_heading(match[2]))


def _stray(text: str, before: str) -> Found | None:
    """Read a known heading whose letter was lost, or misread for the one after `before`."""
    if len(text) > _LONGEST or text.endswith((";", ",")):
        return None
    if match := _NONE.fullmatch(text):
        heading = known_heading(match[2])
        return Found("", heading) if heading and heading.exact else None
    match = _MISREAD.fullmatch(text)
    heading = known_heading(match[2]) if match else None
    if match is None or heading is None or heading.facet in _INNER:
        return None
    letter = _LOOKALIKE.get(match[1], match[1].upper())
    follows = len(before) == 1 and letter == chr(ord(before) + 1)
    return Found(letter, heading) if follows else None
