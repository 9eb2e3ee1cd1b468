"""What a file of several standards says once for all of them, before the first or after the last.

"KETENTUAN UMUM" / "Waktu pelayanan: ..." at the end, "Penanggung jawab: Camat" above all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.annexes import answering_for, of_annex
from knowledge.reading.found import Found
from knowledge.reading.headings import CAPTION, OF_ALL, known_heading, named_facets
from knowledge.reading.manuscript import Manuscript, RawSection
from knowledge.reading.mentions import hours_above, said_above
from knowledge.reading.named_notes import told_of_each
from knowledge.reading.named_services import Services, of_name
from knowledge.reading.nodes import Node
from knowledge.reading.noted import recited, shared_basis
from knowledge.reading.numbered_services import of_number
from knowledge.reading.openings import Opening, clauses_of, opening_of, service_in
from knowledge.reading.pages import Line
from knowledge.reading.parting import parted, true_facet
from knowledge.reading.sectioning import find_headings
from knowledge.reading.shared_offices import office_above
from knowledge.reading.summaries import summed_up

#: "untuk semua layanan", "untuk kedua layanan"
_ALL = r"(?:semua|seluruh|kedua|ketiga|keempat|kelima)(?:nya)?"
_NAMES = re.compile(
    r"(?:[A-Z0-9]{1,4}[.)]\s+)?(?:(?:ketentuan|informasi|keterangan|catatan|hal|ketentuan-ketentuan)\s+"
    r"(?:umum(?:\s+(?:untuk|bagi)\s+[^.;:]{3,60})?|lain(?:-lain|nya)?|tambahan|penutup|bersama(?:\s+(?:untuk\s+|bagi\s+)?[^.;:]{3,60})?)"
    r"|lain-lain"
    rf"|ketentuan\s+(?:yang\s+)?(?:berlaku\s+)?(?:untuk|bagi)\s+{_ALL}\s+\w[^.;:]*"
    rf"|(?:berlaku\s+)?(?:untuk|bagi)\s+{_ALL}\s+\w[^.;:]*)\s*:?",
    re.I,
)
#: What heads sections for all standards, and is no name of a section among those of the last.
_SHARED = re.compile(
    r"(?:[A-Z0-9]{1,4}[.)]\s+)?ketentuan\s+(?:bersama|umum)(?:\s+(?:untuk|bagi)\s+[^.;:]{3,60})?"
    rf"|(?:[A-Z0-9]{{1,4}}[.)]\s+)?(?:ketentuan\s+(?:yang\s+)?)?(?:berlaku\s+)?(?:untuk|bagi)\s+{_ALL}\s+(?:(?:jenis|macam)\s+)?(?:pe)?layanan"
    r"(?:\s+di\s+atas|\s+tersebut)?\s*:?",
    re.I,
)
_SAID_OF_ALL = re.compile(rf"{_ALL}\s+(?:jenis\s+)?(?:pe)?layanan\b", re.I)
_MARK = re.compile(r"^(?:(?:\d{1,2}|[a-z])[.)]|[-•*])\s+")
#: Behind a heading's words.
_FOR_ALL = re.compile(rf"\b(?:untuk|bagi)\s+{_ALL}\b|{OF_ALL.pattern}", re.I)
#: What each standard says of itself; a text without these only says what holds for others.
_OWN = frozenset({Facet.PROCEDURE, Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER})
_ABOVE = frozenset({Facet.PLACE, Facet.SERVICE_HOURS})
_SEVERAL = 2
_LONGEST = 60
_NEVER = frozenset({Facet.PROCEDURE, Facet.DEFINITIONS, Facet.OTHER, Facet.BACKGROUND})


def general_start(
    lines: Sequence[Line], span: tuple[int, int], headings: Mapping[int, Found]
) -> int | None:
    """Return the line at which the last standard of a file ends and the general part begins.

    Without a heading it begins with a component that the standard's headings do not name.
    """
    last = max((at for at in headings if span[0] <= at < span[1]), default=span[1])
    named = {f for found in headings.values() for f in named_facets(found.heading.text)}
    for at in range(span[0] + 1, span[1]):
        line, below = lines[at], lines[at + 1 : span[1]]
        stands_out = line.gap or line.plain.isupper()
        named_so = stands_out and _NAMES.fullmatch(line.plain)
        own_words = line.plain not in {above.plain for above in lines[: span[0]]} if named_so else 0
        if own_words and (any(map(_opens_entry, below)) or any(map(_heads, below)) or at < last):
            return at
        if _SHARED.fullmatch(line.plain) and _goes_on(headings, at):
            return at
        if at in headings and _is_for_all(line, headings[at]):
            return at
        beside = at in headings and _stands_beside(line, lines[span[0]])
        if beside and (at == last or _goes_on(headings, at - 1)):
            return at
        found = _opens(line) or _complains(line) if line.gap and at > last + 1 else None
        if found and found.facet not in named:
            return at
    return None


def _is_for_all(line: Line, hit: Found) -> bool:
    """Whether a heading is said of all services, or heads a table of where and when they are."""
    told_so = line.gap and _FOR_ALL.search(line.plain)
    return bool(told_so or (CAPTION.match(line.plain) and hit.heading.facet in _ABOVE))


def general_headings(
    lines: Sequence[Line], begin: int | None, end: int, headings: Mapping[int, Found]
) -> dict[int, Found]:
    """Return the headings of a general part that are marked in another way than the services'.

    "KETENTUAN BERSAMA" / "1. Waktu pelayanan", where theirs are "A. Persyaratan".
    """
    if begin is not None and OF_ALL.search(lines[begin].plain):
        return _of_all(lines, begin, end)
    if begin is None or not names_general(lines[begin]):
        return {}
    if {headings[at].heading.facet for at in headings if begin < at < end} - {Facet.OTHER}:
        return {}
    found = {begin + 1 + at: hit for at, hit in find_headings(lines[begin + 1 : end]).items()}
    known = {hit.heading.facet for hit in found.values()} - {Facet.OTHER}
    apart = all(_stands_alone(lines, at, hit) for at, hit in found.items())
    return found if apart and len(known) >= _SEVERAL else {}


def _of_all(lines: Sequence[Line], begin: int, end: int) -> dict[int, Found]:
    """Return the headings of some lines whose style is their own, if they tell of all services."""
    found = {begin + at: hit for at, hit in find_headings(lines[begin:end]).items()}
    known = {hit.heading.facet for hit in found.values()} - {Facet.OTHER}
    return found if len(known) >= _SEVERAL else {}


def headings_above(lines: Sequence[Line], end: int) -> dict[int, Found]:
    """Return the headings above the first of several services: "JAM LAYANAN" / "TEMPAT"."""
    found = _of_all(lines, 0, end)
    return {} if {hit.heading.facet for hit in found.values()} & _OWN else found


def _stands_alone(lines: Sequence[Line], at: int, hit: Found) -> bool:
    """Whether a heading is no entry that says something itself, or goes on in the next line."""
    goes_on = any(line.plain[:1].islower() for line in lines[at + 1 : at + 2])
    return not (hit.rest or goes_on) and len(hit.heading.text) <= _LONGEST


def _stands_beside(line: Line, title: Line) -> bool:
    """Whether a heading is marked like the services' names: "## Jam layanan"."""
    levels = [len(text) - len(text.lstrip("#")) for text in (line.text, title.text)]
    return 0 < levels[0] <= levels[1]


def _goes_on(headings: Mapping[int, Found], at: int) -> bool:
    """Whether sections of known components stand below a line, and none that is each one's own."""
    facets = {found.heading.facet for index, found in headings.items() if index > at}
    return bool(facets - _NEVER) and not facets & _OWN


def names_general(line: Line) -> bool:
    """Whether a line is the heading of a general part: "KETENTUAN UMUM"."""
    return bool(_NAMES.fullmatch(line.plain))


def _heads(line: Line) -> bool:
    """Whether a line is nothing but the name of a component, as an entry: "1. Jam pelayanan"."""
    heading = (
        known_heading(_MARK.sub("", line.plain, count=1)) if len(line.plain) < _LONGEST else None
    )
    return heading is not None and heading.exact and heading.facet not in _OWN


def _opens(line: Line) -> Opening | None:
    found = opening_of(line.plain)
    if found and found.facet is Facet.SERVICE_HOURS and _SAID_OF_ALL.match(line.plain):
        return found  # "Seluruh layanan dibuka Senin sampai dengan Kamis ..."
    said = found and found.text.strip(" .") and found.text != line.plain
    return found if found and said and found.facet not in _NEVER else None


def with_general(manuscripts: list[Manuscript]) -> list[Manuscript]:
    """Return the standards of a file, each with what is said once for all and not by itself."""
    own = [m for m in manuscripts if {s.facet for s in m.sections} & _OWN]
    if len(own) < _SEVERAL:
        return manuscripts
    above = [m for m in manuscripts[: manuscripts.index(own[0])] if _is_general(m)]
    said = [part for m in above for section in m.sections for part in parted(_as_rules(section))]
    said += [part for s in own[0].sections if s.is_general for part in parted(s)]
    below = [part for s in own[-1].sections if s.is_general for part in parted(s)]
    for manuscript in (*above, own[0]):
        said += _in_preamble(manuscript)
        said += hours_above(manuscript.preamble)
        told = {section.facet for section in (*said, *below)}
        said += said_above(manuscript.preamble, _ABOVE - told)
    heads = (*above, own[0])
    office = office_above(above, own[0])
    rows = [line for m in (*above, own[0]) for line in _lines_above(m, own[0])]
    for manuscript, noted in zip(own, told_of_each(own), strict=True):
        _add(manuscript, noted)
    basis = list(shared_basis(rows)) if own[0].annex else []
    titles = tuple(manuscript.title for manuscript in own)
    for number, manuscript in enumerate(own, start=1):
        services = Services(titles, number - 1)
        _keep_own(manuscript, services)
        _add(manuscript, list(answering_for(manuscript.annex, rows)))
        _add(manuscript, list(summed_up(manuscript, rows)))
        shared = said if manuscript is own[-1] else [*said, *below]
        _add(manuscript, [of_name(of_number(section, number), services) for section in shared])
        _add(manuscript, [] if manuscript is own[0] else basis)
        manuscript.office = manuscript.office or office
    for manuscript in own[1:] if not basis else ():  # the first one reads them itself
        _add(manuscript, [rule for m in heads for rule in recited(m)])
    if own[-1].annex:
        own[-1].sections = [
            of_annex(section, own[-1].annex) if section.is_general else section
            for section in own[-1].sections
        ]
    _put_above(above, own)
    return [m for m in manuscripts if m not in above]


def _as_rules(section: RawSection) -> RawSection:
    """Return a section above all services; among definitions it may tell where they are."""
    return replace(section, is_general=section.is_general or section.facet is Facet.DEFINITIONS)


def _keep_own(manuscript: Manuscript, services: Services) -> None:
    """Drop from the general sections of a service what they say of the others by name."""
    manuscript.sections = [
        of_name(part, services) if part.is_general else part
        for section in manuscript.sections
        for part in (parted(section) if section.is_general else [section])
    ]


def _put_above(above: Sequence[Manuscript], own: Sequence[Manuscript]) -> None:
    """Put what stands above all services into the first one, and let the others share it."""
    first, *others = own
    for manuscript in reversed(above):
        first.preamble[:0] = list(manuscript.lines())
        first.furniture[:0] = manuscript.furniture
        first.warnings[:0] = manuscript.warnings
    for manuscript in others:
        manuscript.shared_head = list(first.preamble)


def _lines_above(manuscript: Manuscript, first: Manuscript) -> list[str]:
    """Return the lines of a manuscript above all services."""
    return list(manuscript.preamble if manuscript is first else manuscript.lines())


def _is_general(manuscript: Manuscript) -> bool:
    return not {s.facet for s in manuscript.sections} & _OWN


def _opens_entry(line: Line) -> Opening | None:
    """Return what a line opens, also behind the mark of an entry: "1. Jam pelayanan: ..."."""
    return _opens(Line(_MARK.sub("", line.plain, count=1)))


def _in_preamble(manuscript: Manuscript) -> Iterator[RawSection]:
    for line in manuscript.preamble:
        opened = _opened_inside(line)
        shared = {found.facet for _, found in opened if service_in(found.frame)}
        if not shared and (whole := _opens(Line(line))):
            opened = [(line, whole)]
        for facet in dict.fromkeys(found.facet for _, found in opened):
            said = [(text, found) for text, found in opened if found.facet is facet]
            named = facet in shared and len(said) > 1
            nodes = [
                Node(None, None, [text], [_labelled(found) if named else found.text.rstrip(" .")])
                for text, found in said
            ]
            yield RawSection(facet, "", said[0][1].heading, "", "", "", None, nodes)


def _labelled(found: Opening) -> str:
    """Return "Tilang: Kepala Seksi Pidana" for what is said of one of several services."""
    name, text = service_in(found.frame), found.text.rstrip(" .,")
    return f"{name[:1].upper()}{name[1:]}: {text}" if name else text


def _complains(line: Line) -> Opening | None:
    """Return what a paragraph opens that says as a sentence to whom complaints are made."""
    found = opening_of(line.plain)
    return found if found and found.facet is Facet.COMPLAINT and line.plain[:1].isupper() else None


def _opened_inside(line: str) -> list[tuple[str, Opening]]:
    """Return the sentences of a line that open a component, where it does not begin with one."""
    said = [(sentence, _opens(Line(sentence))) for sentence in clauses_of(line)]
    return [(sentence, found) for sentence, found in said if found]


def _holds_for_all(part: RawSection) -> bool:
    """Whether a section of what is said for all may be given to a service."""
    rules = part.facet is Facet.OTHER and part.nodes and _NAMES.fullmatch(part.heading)
    return part.facet not in _NEVER or bool(rules or OF_ALL.search(part.heading))


def _add(manuscript: Manuscript, said: Sequence[RawSection]) -> None:
    """Add what is said for all where the standard says nothing on it."""
    parts = [part for section in manuscript.sections for part in parted(section)]
    own = {true_facet(part) for part in parts} - {Facet.OTHER}
    headed = {part.heading for part in parts}
    manuscript.sections += [
        replace(of_annex(part, manuscript.annex), original="", is_general=True)
        for part in said
        if part.facet not in own
        and _holds_for_all(part)
        and (part.facet is not Facet.OTHER or part.heading not in headed)
    ]
