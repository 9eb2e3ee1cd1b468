"""Lines that may name one service of several in a text, each kind with its own print.

"LAYANAN I" above the name, "Jenis Layanan: ...", "II. PENERBITAN AKTA", a heading of a web page,
a name in capitals. Whether they do is told by what stands below them, see `services`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.model import Facet
from knowledge.reading.casing import is_capitals
from knowledge.reading.found import Found
from knowledge.reading.headings import known_heading
from knowledge.reading.offices import names_office
from knowledge.reading.pages import Line
from knowledge.reading.titles import Title
from knowledge.reading.unnamed import names_service

_ORDINALS = "KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN"
_COUNT = rf"(?:(?:KE-?\s?)?(?:[IVX]{{1,6}}|\d{{1,2}}|[A-H])|{_ORDINALS})(?![\w/])"
#: "LAYANAN I", "Service 2: ...", "BAGIAN KEDUA - ..."
_COUNTED = re.compile(
    rf"(?:\d{{1,2}}[.)]\s|[A-Z][.)]\s)?(?:(?:STANDAR\s+)?(?:JENIS\s+)?(?:PE)?LAYANAN|SERVICE|BAGIAN"
    rf"|BAB|BUKU|LAMPIRAN|SOP|SP)\s+(?:NOMOR\s+|NO\.?\s+)?{_COUNT}\s?[.:)–—-]?\s*(?P<name>.*)",
    re.I,
)
_NAMED = re.compile(
    r"(?:(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]\s+)?(?:jenis|nama|judul)\s+(?:pe)?layanan(?:\s*:\s*|$)"
    r"(?P<name>.*)",
    re.I,
)
_NUMBERED = re.compile(
    r"(?:(?P<roman>[IVX]{1,6})|(?P<digit>\d{1,2})|(?P<upper>[A-Z]))[.)]\s+(?P<name>.+)"
)
_MARK = re.compile(r"(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]\s+")
_HEADING = re.compile(r"(#{1,6})\s+\S")
_DECREES = re.compile(r"(?:KEPUTUSAN|PERATURAN|SURAT EDARAN|NOMOR|TENTANG|INSTRUKSI)\b")
_VALUES = {"I": 1, "V": 5, "X": 10}
_LONGEST = 200
_MOST_LINES = 3
_STOPS = (".", ";", ",", ":")

Headings = Mapping[int, Found]


def heads_component(headings: Headings, at: int) -> bool:
    """Whether a line heads a section of a component that is known."""
    return at in headings and headings[at].heading.facet is not Facet.OTHER


def counted_name(text: str) -> str:
    """Return the name behind what counts it, "Layanan 1: Izin Trayek", or ""."""
    match = _COUNTED.fullmatch(text)
    return match["name"] if match else ""


def column_names(lines: Sequence[Line], _: Headings) -> Iterator[list[Title]]:
    """Yield the names that head the columns of a table."""
    found = [(at, line.service) for at, line in enumerate(lines) if line.service]
    yield [Title(name, at, at + 1) for at, name in found]


def counted_names(lines: Sequence[Line], headings: Headings) -> Iterator[list[Title]]:
    """Yield the names that stand behind or below "LAYANAN I", or behind "Jenis Layanan:"."""
    for pattern in (_COUNTED, _NAMED):
        labels = [
            (at, match["name"])
            for at, line in enumerate(lines)
            if len(line.plain) <= _LONGEST and (match := pattern.fullmatch(line.plain))
        ]
        names = (_named_at(lines, at, name, headings) for at, name in labels)
        yield [name for name in names if name]


def _named_at(lines: Sequence[Line], at: int, name: str, headings: Headings) -> Title | None:
    """Return the name behind a label or, where nothing is, on the next line."""
    first = at if name else at + 1
    if first >= len(lines) or (first != at and heads_component(headings, first)):
        return None
    text = name or lines[first].plain
    if not _may_name(text) or _DECREES.match(text):
        return None
    return _whole(lines, at, first, text, headings)


def numbered_names(lines: Sequence[Line], headings: Headings) -> Iterator[list[Title]]:
    """Yield the names that are numbered alike and in turn: "I. PENERBITAN KARTU IDENTITAS"."""
    found: dict[tuple[str, int, bool], list[_Numbered]] = {}
    for at, line in enumerate(lines):
        match = _NUMBERED.fullmatch(line.plain) if len(line.plain) <= _LONGEST else None
        heading = _HEADING.match(line.text)
        if match is None or not (line.gap or heading) or heads_component(headings, at):
            continue
        if _may_name(match["name"]):
            name = _whole(lines, at, at, match["name"], headings)
            level = len(heading[1]) if heading else 0
            for style, number in _numbers(match):
                key = style, level, is_capitals(match["name"])
                found.setdefault(key, []).append(_Numbered(number, name))
    yield from ([one.title for one in chain] for chain in map(_in_turn, found.values()))


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: int
    title: Title


def _in_turn(names: list[_Numbered]) -> list[_Numbered]:
    """Return the names that are numbered from 1 without a gap; none where a number comes again."""
    numbers = [one.number for one in names]
    return names if numbers == list(range(1, len(names) + 1)) else []


def _numbers(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Yield what a mark may count: "I." the first of roman figures or the ninth letter."""
    if match["digit"]:
        yield "digit", int(match["digit"])
    if match["roman"]:
        yield "roman", _roman(match["roman"])
    letter = match["upper"] or match["roman"]
    if letter and len(letter) == 1:
        yield "upper", ord(letter) - ord("A") + 1


def _roman(figures: str) -> int:
    values = [_VALUES[figure] for figure in figures]
    less = (a for a, b in zip(values, values[1:], strict=False) if a < b)
    return sum(values) - 2 * sum(less)


def headed_names(lines: Sequence[Line], headings: Headings) -> Iterator[list[Title]]:
    """Yield the headings of a web page that name no component, level by level."""
    found: dict[int, list[Title]] = {}
    for at, line in enumerate(lines):
        heading = _HEADING.match(line.text)
        if heading and not heads_component(headings, at):
            words = _unmarked(line.plain)
            if _may_name(words):
                found.setdefault(len(heading[1]), []).append(Title(words, at, at + 1))
    yield from (found[level] for level in sorted(found))


def lone_names(lines: Sequence[Line], headings: Headings) -> Iterator[list[Title]]:
    """Yield the lines that stand apart and are worded like the name of a service, in capitals."""
    yield [
        Title(words, at, at + 1)
        for at, line in enumerate(lines)
        if line.gap and not heads_component(headings, at)
        if (words := _unmarked(line.plain)).isupper()
        if names_service(words) and not names_office(line) and _may_name(words)
    ]


def leading_names(lines: Sequence[Line], headings: Headings) -> Iterator[list[Title]]:
    """Yield such lines in small letters that stand directly above the same first component."""
    found: dict[Facet, list[Title]] = {}
    for at, line in enumerate(lines[:-1]):
        below = headings[at + 1].heading.facet if at + 1 in headings else Facet.OTHER
        if below is Facet.OTHER or not line.gap or at in headings:
            continue
        if names_service(line.plain) and _may_name(line.plain):
            found.setdefault(below, []).append(Title(line.plain, at, at + 1))
    yield from found.values()


def _unmarked(text: str) -> str:
    """Return a text without the number or letter before it."""
    mark = _MARK.match(text)
    return text[mark.end() :] if mark else text


def _may_name(words: str) -> bool:
    """Whether words may be a name: from a capital to no stop, and no heading of a component."""
    if not words[:1].isupper() or len(words) > _LONGEST or words.endswith(_STOPS):
        return False
    known = known_heading(words)
    return not (known and (known.exact or known.mended))


def _whole(lines: Sequence[Line], start: int, first: int, text: str, headings: Headings) -> Title:
    """Return a name with the lines in capitals on which it goes on."""
    end = first + 1
    while end < min(first + _MOST_LINES, len(lines)) and not lines[end].gap:
        line = lines[end]
        same = is_capitals(text) and is_capitals(line.plain)
        if not same or end in headings or _NUMBERED.match(line.plain):
            break
        text, end = f"{text} {line.plain}", end + 1
    return Title(text, start, end)
