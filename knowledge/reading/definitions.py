"""Terms that a standard defines, and the abbreviations it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.model import Definition, Facet, Item, Section

_DEFINES = re.compile(
    r"(?P<term>[^.;:]{2,90}?)(?P<short>,?\s+(?:yang\s+)?(?:selanjutnya\s+)?(?:disingkat|disebut)"
    r"(?:\s+(?:dengan|sebagai))?\s+(?P<name>[^,.;]{1,60}?))?,?\s+(?:adalah|ialah|merupakan|yaitu)\s+\S"
)
_SHORT = re.compile(r"\(\s*(?:selanjutnya\s+disingkat\s+)?(?P<short>[A-Z][\w.&/-]{1,14})\s*\)")
_WORD = re.compile(r"[\w-]+")


def read_definitions(sections: Iterable[Section]) -> tuple[Definition, ...]:
    """Return the terms defined in definition items and sections."""
    return tuple(d for item in _candidates(sections) if (d := _definition(item)))


def _candidates(sections: Iterable[Section]) -> Iterator[Item]:
    for section in sections:
        if section.facet is Facet.DEFINITIONS:
            yield from section.items
        for top in section.items:
            for item in top.walk():
                if item.facet is Facet.DEFINITIONS:
                    yield from item.items or (item,)


def _definition(item: Item) -> Definition | None:
    match = _DEFINES.match(item.text)
    if match is None:
        return None
    term, name = match["term"].strip(" ,"), match["name"]
    short = _SHORT.search(term)
    if short:
        term = term[: short.start()].strip()
    abbreviation = name or (short["short"] if short else None)
    if abbreviation and not _is_short(abbreviation):
        abbreviation = None
    return Definition(term, item.text, item.source, abbreviation)


def _is_short(name: str) -> bool:
    return len(name.split()) == 1 and sum(c.isupper() for c in name) >= 1


def read_abbreviations(
    texts: Iterable[str], definitions: Iterable[Definition]
) -> tuple[tuple[str, str], ...]:
    """Return (abbreviation, long form) pairs: defined ones, and "Long Form (LF)" in the text."""
    found = {d.abbreviation: d.term for d in definitions if d.abbreviation}
    for text in texts:
        for match in _SHORT.finditer(text):
            if long_form := _long_form(text[: match.start()], match["short"]):
                found.setdefault(match["short"], long_form)
    return tuple(found.items())


def _long_form(before: str, short: str) -> str | None:
    """Return the words before a bracket that its abbreviation stands for, or None."""
    words = list(_WORD.finditer(before))[-12:]
    if not words or before[words[-1].end() :].strip(" *"):
        return None
    letters = short.replace(".", "").replace("-", "")
    prefix = letters[:3].casefold() if not letters.isupper() else letters[0].casefold()
    for index in range(len(words) - 1, -1, -1):
        tail = words[index:]
        if not tail[0].group().casefold().startswith(prefix) or not tail[0].group()[0].isupper():
            continue
        if not letters.isupper() or _initials(tail, letters):
            return before[tail[0].start() : tail[-1].end()]
    return None


def _initials(words: list[re.Match[str]], letters: str) -> bool:
    """Whether the letters are the first letters of the words; small words may be left out."""
    first = "".join(w.group()[0] for w in words)
    capitals = "".join(c for c in first if c.isupper())
    return letters.casefold() in (first.casefold(), capitals.casefold())
