"""How a text marks its section headings: numbers, letters, "#" or nothing; their words behind.

Which lines are headings in the end is decided by `sectioning`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.model import Facet
from knowledge.reading.headings import Heading, is_label, known_heading
from knowledge.reading.pages import Line
from knowledge.reading.parts import part_of
from knowledge.reading.titles import prints_title

UPPER = re.compile(r"([A-Z])[.)]\s*(\S.*)")
_ROMAN = re.compile(r"([IVX]{1,5})[.)]\s*(\S.*)")
DIGIT = re.compile(r"(\d{1,2})[.)]\s*(\S.*)")
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)[.)]?\s+(\S.*)")
_LOWER = re.compile(r"([a-z])[.)]\s*(\S.*)")
NONE = re.compile(r"()((?![(\[]?[0-9A-Za-z]{1,4}[.)\]])\S.*)")
STYLES = {"upper": UPPER, "roman": _ROMAN, "digit": DIGIT, "lower": _LOWER, "none": NONE}
_LIST_BEGINS = re.compile(r"\s+(?=(?:1[.)]|a[.)]|\(1\)|\(a\))\s)")
_FOR_ALL = re.compile(r"\s*\((?:untuk|bagi)\s+(?:semua|seluruh)\b[^)]*\)$", re.I)
#: Labels that name a component only before what is said of it; alone they head sides and columns.
_ONLY_LABELS = {
    "petugas": Facet.IMPLEMENTERS,
    "masa berlaku": Facet.OUTPUT,
    **dict.fromkeys(("jam", "hari", "hari dan jam"), Facet.SERVICE_HOURS),
    **dict.fromkeys(("kontak", "narahubung", "contact person"), Facet.OTHER),
}
#: "Persyaratan perorangan:", "Syarat bagi badan usaha:" above a list.
_OF_SOME = re.compile(r"(?P<words>(?:Persyaratan|Syarat))\s+(?=[^\W\d_])[^:.;]{3,60}:")
MARKDOWN = re.compile(r"#{1,6}\s+\S")
LONGEST = 100
SURE = ("upper", "roman")


def style_of(lines: Sequence[Line]) -> str:
    """Return the numbering of the document's headings: the one that most known headings bear.

    Letters are preferred to numbers that also mark items, unless these are clearly more.
    """
    facets = known_by_style(lines)
    return max(facets, key=lambda n: len(facets[n]) + (1.5 if facets[n] and n in SURE else 0))


def known_by_style(lines: Sequence[Line]) -> dict[str, set[Facet]]:
    """Return for each numbering the components whose headings bear it.

    The title of a chapter, below "BAB III", is not without a mark: its chapter has one.
    """
    facets: dict[str, set[Facet]] = {name: set() for name in STYLES}
    titles = False
    for line in lines:
        titles = bool(part_of(line.plain)) or (titles and line.plain.isupper())
        if titles or len(line.plain) > LONGEST:
            continue
        for name, pattern in STYLES.items():
            match = pattern.fullmatch(line.plain)
            if match and (hit := known_in(match[2])) and not is_label(hit[0].text):
                facets[name].add(hit[0].facet)
    return facets


def depth_of(lines: Sequence[Line]) -> int:
    """Return the depth of the shallowest known heading that is marked with "#", or 0."""
    marked = (line for line in lines if MARKDOWN.match(line.text) and not prints_title(line))
    known = (line.text for line in marked if known_in(without_mark(line.plain)[1]))
    return min((len(text) - len(text.lstrip("#")) for text in known), default=0)


def without_mark(text: str) -> tuple[str, str]:
    """Split the letter or number off a heading, if it has one."""
    styles = (_DOTTED, STYLES["upper"], STYLES["roman"], STYLES["digit"])
    matches = (style.fullmatch(text) for style in styles)
    return next(((m[1], m[2]) for m in matches if m), ("", text))


def only_label(text: str) -> tuple[Heading, str] | None:
    """Read "Masa berlaku: 6 bulan" in a text whose headings are labels."""
    words, _, rest = text.partition(":")
    facet = _ONLY_LABELS.get(words.strip().casefold()) if rest.strip() else None
    said = text if facet is Facet.OUTPUT else rest.strip()  # "6 bulan" alone is no output
    return (Heading(facet, words.strip(), exact=True), said) if facet else None


def of_some(text: str) -> tuple[Heading, str] | None:
    """Read "Persyaratan perorangan:" as the requirements, the first list of which it leads."""
    match = _OF_SOME.fullmatch(text)
    return (Heading(Facet.REQUIREMENTS, match["words"], exact=True), text) if match else None


def known_in(text: str) -> tuple[Heading, str] | None:
    """Read "Biaya/Tarif", "Biaya/Tarif: Gratis" or "Persyaratan 1. KTP" as heading and content."""
    text = _FOR_ALL.sub("", text)
    words, colon, rest = text.partition(":")
    if not (colon and rest.strip()):
        words, rest = (*_LIST_BEGINS.split(text, maxsplit=1), "")[:2]
    heading = known_heading(words) if rest and len(words) < LONGEST else None
    if heading and heading.exact:
        return heading, rest.strip()
    whole = known_heading(text)
    return (whole, "") if whole else None
