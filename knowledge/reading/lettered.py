"""The layout of the ministry's books: parts, lettered sections, numbered lists.

Also reads texts whose sections are numbered, in roman figures or unmarked, as long as the
headings are worded like the components of a standard.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.model import Facet
from knowledge.reading.cleaning import clean, plain
from knowledge.reading.headings import Heading, known_heading, worded_heading
from knowledge.reading.manuscript import Manuscript, RawSection
from knowledge.reading.outline import build_outline
from knowledge.reading.pages import Line, Pages
from knowledge.reading.titles import find_titles, sentence_case

_ORDINALS = "KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN|KESEPULUH"
_PART = re.compile(
    rf"(?P<name>(?:BAGIAN|BAB)\s+(?:{_ORDINALS}|[IVX]{{1,5}}|\d{{1,2}}))\b[\s.:–-]*(?P<title>.*)",
    re.I,
)
_STYLES = (
    ("upper", re.compile(r"([A-Z])[.)]\s*(\S.*)")),
    ("roman", re.compile(r"([IVX]{1,5})[.)]\s*(\S.*)")),
    ("digit", re.compile(r"(\d{1,2})[.)]\s*(\S.*)")),
    ("other", re.compile(r"[(\[]?([0-9A-Za-z]{1,4})[.)\]:]{1,2}\s*(\S.*)")),
    ("none", re.compile(r"()((?![(\[]?[0-9A-Za-z]{1,4}[.)\]])\S.*)")),
)
_LOOKALIKE = {"0": "DO", "8": "B", "6": "G", "1": "I", "l": "I", "5": "S", "|": "I", "4": "A"}
#: Headings that also begin items of the scope; a list mark of another style makes them items.
_INNER = frozenset({Facet.DEFINITIONS, Facet.COMPETENCE, Facet.USERS, Facet.RESPONSIBLE, Facet.OUTPUT})
_LONGEST_UNKNOWN = 100


@dataclass(frozen=True, slots=True)
class _Found:
    """A heading at a line: its letter as printed, its meaning, and text after a colon."""

    letter: str
    heading: Heading
    rest: str = ""


def read_lettered(pages: Pages) -> list[Manuscript]:
    """Take the text apart into its standards; each line goes into exactly one place."""
    lines = pages.lines
    found = _find_headings(lines)
    parts = {i: m for i, line in enumerate(lines) if (m := _part(line))}
    titles = find_titles(lines, lambda i: i in found or i in parts)
    starts = [t.start for t in titles] or [0]
    bounds = [0, *starts[1:], len(lines)]
    manuscripts = []
    for number, (begin, end) in enumerate(zip(bounds, bounds[1:], strict=False)):
        title = titles[number] if titles else None
        draft = Manuscript(title.text if title else "")
        skip = range(title.start, title.end) if title else range(0)
        draft.title_lines = [lines[i].text for i in skip]
        _fill(draft, lines, range(begin, end), skip, found, parts)
        manuscripts.append(draft)
    manuscripts[0].furniture = list(pages.furniture)
    manuscripts[0].warnings[:0] = pages.warnings
    texts = [plain(line.text) for line in lines if not plain(line.text).isupper()]
    for draft in manuscripts:
        if draft.title.isupper():
            draft.title = sentence_case(draft.title, texts)
    return manuscripts


def _part(line: Line) -> re.Match[str] | None:
    text = plain(line.text)
    match = _PART.fullmatch(text) if len(text) < 120 else None
    if match is None or text.endswith((".", ";", ",")):
        return None
    titled = not match["title"] or match["title"][0].isupper()
    return match if titled and match["name"][0].isupper() else None


def _find_headings(lines: Sequence[Line]) -> dict[int, _Found]:
    """Find the lines that head sections: those in the document's own style, and sure strays."""
    style = _style(lines)
    found: dict[int, _Found] = {}
    last_number = 0
    for index, line in enumerate(lines):
        text = plain(line.text)
        alone = line.gap and (index + 1 == len(lines) or lines[index + 1].gap)
        if hit := _styled(text, style, line.gap) or _stray(text, alone, last_number):
            found[index] = hit
        if number := re.match(r"(?:- )?(\d{1,3})[.)]", text):
            last_number = int(number[1])
    return found


def _style(lines: Sequence[Line]) -> str:
    """Return the numbering of the document's headings: the one that most known headings bear."""
    facets: dict[str, set[Facet]] = {name: set() for name, _ in _STYLES}
    for line in lines:
        text = plain(line.text)
        if len(text) > _LONGEST_UNKNOWN:
            continue
        for name, pattern in _STYLES:
            match = pattern.fullmatch(text)
            if match and name != "other" and (hit := _known(match[2])):
                facets[name].add(hit[0].facet)
    return max(facets, key=lambda name: len(facets[name]))


def _known(text: str) -> tuple[Heading, str] | None:
    """Read "Biaya/Tarif" or "Biaya/Tarif: Tidak dipungut biaya" as a heading and the rest."""
    if heading := known_heading(text):
        return heading, ""
    words, colon, rest = text.partition(":")
    heading = known_heading(words) if colon and len(words) < 80 else None
    return (heading, rest.strip()) if heading and heading.exact and rest.strip() else None


def _styled(text: str, style: str, gap: bool) -> _Found | None:
    """A heading in the document's own style; one in capitals or roman figures may be unknown."""
    pattern = dict(_STYLES)[style]
    match = pattern.fullmatch(text) if len(text) < 400 else None
    if match is None:
        return None
    if hit := _known(match[2]):
        if style == "none" and not (gap and hit[0].exact):
            return None
        return _Found(match[1], hit[0], hit[1])
    if style not in ("upper", "roman") or len(text) > _LONGEST_UNKNOWN:
        return None
    if text.endswith((".", ";", ",")) or not match[2][0].isupper():
        return None
    return _Found(match[1], worded_heading(match[2]))


def _stray(text: str, alone: bool, last_number: int) -> _Found | None:
    """A known heading whose letter was lost or misread ("8. Uraian Prosedur" for "B.")."""
    if not alone or len(text) > _LONGEST_UNKNOWN or text.endswith((";", ",")):
        return None
    for name, pattern in _STYLES[2:]:
        match = pattern.fullmatch(text)
        heading = known_heading(match[2]) if match else None
        if match is None or heading is None:
            continue
        marked = name != "none"
        if marked and heading.facet in _INNER:
            return None
        if match[1].isdigit() and int(match[1]) == last_number + 1:
            return None
        if not heading.exact and not marked:
            return None
        return _Found(_LOOKALIKE.get(match[1], match[1])[:1].upper() if marked else "", heading)
    return None


def _fill(
    draft: Manuscript,
    lines: Sequence[Line],
    span: range,
    title: range,
    found: dict[int, _Found],
    parts: dict[int, re.Match[str]],
) -> None:
    """Put every line of the span into the preamble, a part's title, a heading or a section."""
    part = part_title = ""
    bodies: list[list[Line]] = []
    open_title = False
    for index in span:
        line = lines[index]
        if index in title:
            continue
        if index in parts:
            part = parts[index]["name"].title() if "BAB" not in parts[index]["name"].upper() else (
                "Bab " + parts[index]["name"].split()[-1])
            part_title, open_title = plain(parts[index]["title"]), True
        elif index in found and index >= title.start:
            hit = found[index]
            draft.sections.append(_section(hit, line, part, part_title))
            bodies.append([Line(hit.rest, line.page)] if hit.rest else [])
            open_title = False
            if hit.heading.mended:
                draft.warnings.append(f"heading_mended: {plain(line.text)}")
        elif open_title and plain(line.text).isupper():
            part_title = f"{part_title} {plain(line.text)}".strip()
        elif bodies:
            bodies[-1].append(line)
        else:
            draft.preamble.append(clean(line.text))
    for section, body in zip(draft.sections, bodies, strict=True):
        section.nodes, warnings = build_outline(body)
        where = f"{section.part} {section.letter}".strip()
        draft.warnings += [f"{warning} ({where})" for warning in warnings]


def _section(hit: _Found, line: Line, part: str, part_title: str) -> RawSection:
    facet = hit.heading.facet
    original = line.text[: -len(hit.rest)].rstrip() if hit.rest else line.text
    return RawSection(facet, hit.letter, hit.heading.text, original, part, part_title, line.page)
