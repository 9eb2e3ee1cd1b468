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
#: "SIPANTAI (Sistem Pelayanan Terpadu Air)": the long form stands behind its abbreviation.
_LONG = re.compile(
    r"\b(?P<short>[A-Z][A-Z0-9]+(?:[-/][A-Z][A-Z0-9]+)*)\s+\((?P<long>[A-Z][^\W\d_]+(?:\s+[^\W\d_]+){1,12})\)"
)
#: "Surat Izin Angkut (SIA) Tahunan, yaitu ...", in any section.
_SAYS_WHAT = re.compile(
    r"[A-Z][^.;:()]{2,90}\([A-Z][\w.&/-]{1,14}\)[^.;:,()]{0,40},?\s+(?:adalah|ialah|merupakan|yaitu)\s+\S"
)
_ASKS_WHAT = re.compile(r"apa\s+(?:itu|yang\s+dimaksud(?:\s+dengan)?)\s+(?P<term>.+?)\s*\??", re.I)
_SMALL = frozenset({"dan", "atau", "di", "ke", "untuk", "pada", "bagi", "yang", "dari", "atas"})
_SYLLABLES = 4  # letters of an abbreviation that may take more than the first ones of its words


def read_definitions(sections: Iterable[Section]) -> tuple[Definition, ...]:
    """Return the terms defined in definition items and sections."""
    sections = tuple(sections)
    asked = [d for section in sections if (d := _asked(section))]
    told = [d for item in _candidates(sections) if (d := _definition(item))]
    return tuple({d.text: d for d in (*told, *asked)}.values())


def _asked(section: Section) -> Definition | None:
    """Return what stands below the question "Apa itu X?"."""
    asks = _ASKS_WHAT.fullmatch(section.heading)
    if asks is None or not section.items:
        return None
    item, name = section.items[0], asks["term"]
    found = _definition(item)
    if _is_short(name) and found and _stands_for(name, _WORD.findall(found.term)):
        return Definition(found.term, item.text, item.source, name)
    return Definition(name, item.text, item.source, None)


def _candidates(sections: Iterable[Section]) -> Iterator[Item]:
    for section in sections:
        if section.facet is Facet.DEFINITIONS:
            yield from section.items
            continue
        for top in section.items:
            for item in top.walk():
                if item.facet is Facet.DEFINITIONS:
                    yield from item.items or (item,)
                elif _SAYS_WHAT.match(item.text):
                    yield item


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
        for match in _LONG.finditer(text):
            if _stands_for(match["short"], _WORD.findall(match["long"])):
                found.setdefault(match["short"], match["long"])
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
    for index in range(len(words)) if len(letters) >= _SYLLABLES else ():
        long_form = before[words[index].start() : words[-1].end()]
        named = _WORD.findall(long_form)
        few = "-" in short or 2 * len(named) <= len(letters) + 1  # syllables, not first letters
        if few and not re.search(r"[()]", long_form) and _stands_for(short, named):
            return long_form
    return None


def _stands_for(short: str, words: list[str]) -> bool:
    """Whether words may be the long form of an abbreviation: its letters come in their turn.

    Of "UKL-UPL" only the first one does, as it is made of roots.
    """
    big = [word for word in words if word not in _SMALL]
    alike = bool(big) and words[0][:1] == short[:1] and all(word[0].isupper() for word in big)
    rest = iter("".join(words).casefold())
    alike = alike and ("-" in short or all(letter in rest for letter in short.casefold()))
    return alike and 2 <= len(big) <= len(short) + 1  # noqa: PLR2004


def _initials(words: list[re.Match[str]], letters: str) -> bool:
    """Whether the letters are the first letters of the words; small words may be left out."""
    first = "".join(w.group()[0] for w in words)
    capitals = "".join(c for c in first if c.isupper())
    return letters.casefold() in (first.casefold(), capitals.casefold())
