"""The layout of the ministry's books: parts, lettered sections, numbered lists.

Also reads texts whose sections are numbered, in roman figures or unmarked, as long as the
headings are worded like the components of a standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.model import Facet
from knowledge.reading.annexes import annex_above
from knowledge.reading.casing import is_capitals, sentence_case
from knowledge.reading.chapters import Chapter, find_chapters
from knowledge.reading.copyrights import owners
from knowledge.reading.found import Found
from knowledge.reading.general import (
    general_headings,
    general_start,
    headings_above,
    names_general,
    with_general,
)
from knowledge.reading.headings import Heading, known_heading
from knowledge.reading.leads import with_led_lists
from knowledge.reading.manuscript import Manuscript, RawSection
from knowledge.reading.offices import (
    heads_region,
    is_office,
    names_office,
    office_of_cover,
    office_of_decree,
    office_of_head,
    office_of_title,
)
from knowledge.reading.outline import build_outline
from knowledge.reading.pages import Line, Pages
from knowledge.reading.part_lines import find_parts
from knowledge.reading.parts import GOES_ON, Part
from knowledge.reading.sectioning import find_headings
from knowledge.reading.services import find_services, telling
from knowledge.reading.titles import (
    Title,
    find_titles,
)

#: What ends the last section: the place and date of signing, an annex.
_CLOSING = re.compile(
    r"(?:Ditetapkan|Disahkan|Dikeluarkan|Ditandatangani)\s+(?:di|pada)\b|LAMPIRAN\b|PENUTUP$"
    r"|Salinan\s+sesuai\s+dengan\s+aslinya|[A-Z][a-z]+,\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4}$"
)

_SEVERAL = 2
_ROMAN = re.compile(r"[IVX]+")

_NEAR_TITLE = 2  # lines below a title in which its office may stand
_PAGE_HEAD = 6  # lines that a web page prints above its main heading
#: The one heading above all others of a web page.
_MAIN = re.compile(r"#\s+\S")

#: "KEPALA DINAS KESEHATAN,": who signs, below the last section.
_SIGNS = re.compile(
    r"(?:a\.n\.\s+)?(?:KEPALA|CAMAT|LURAH|DIREKTUR|BUPATI|WALI ?KOTA|GUBERNUR|SEKRETARIS|KETUA"
    r"|REKTOR|MENTERI)\b[A-Z .,/-]*,"
)


def read_lettered(pages: Pages) -> list[Manuscript]:
    """Take the text apart into its standards; each line goes into exactly one place."""
    headings, parts = find_headings(pages.lines), find_parts(pages.lines)
    titles = find_titles(pages.lines, lambda i: i in headings or i in parts)
    if len(telling(titles, headings, len(pages.lines))) < _SEVERAL:
        services = find_services(pages.lines, headings)
        above = [title for title in titles if services and title.end <= services[0].start]
        titles = [*above, *services] if services else titles
    starts = [title.begin for title in titles[1:]]
    bounds = [0, *starts, len(pages.lines)]
    texts = [line.plain for line in pages.lines if not is_capitals(line.plain)]
    manuscripts: list[Manuscript] = []
    for number, (begin, end) in enumerate(zip(bounds, bounds[1:], strict=False)):
        title = titles[number] if titles else Title("", begin, begin)
        own = _own_headings(pages.lines, (begin, end), headings)
        chapters = find_chapters(pages.lines, parts, own)
        below = {at: hit for at, hit in own.items() if at >= title.start}
        filling = _Filling(pages, title, _outside(below, chapters), parts, chapters)
        if number and end == len(pages.lines):
            filling.general = general_start(pages.lines, (begin, end), own)
            filling.headings |= general_headings(pages.lines, filling.general, end, own)
        elif not number and starts:
            filling.headings |= headings_above(pages.lines, title.start)
        draft = filling.fill(range(begin, end))
        draft.title = _as_name(title.text, texts)
        draft.annex = annex_above(pages.lines, title.start)
        if cover := office_of_cover(pages.lines[title.start].plain) if draft.title_lines else None:
            draft.office, draft.office_heads = cover, True
        draft.office = draft.office or _told_office(draft)
        draft.office = _as_name(draft.office, texts) if draft.office else None
        if number and not draft.office and manuscripts[0].office_heads:
            draft.office = manuscripts[0].office
        manuscripts.append(draft)
    manuscripts[0].furniture = list(pages.furniture)
    manuscripts[0].warnings[:0] = pages.warnings
    manuscripts = with_general(manuscripts)
    owner = next(filter(is_office, owners(pages.furniture)), None)
    for manuscript in manuscripts if owner else ():
        manuscript.office = manuscript.office or owner
    return manuscripts


def _told_office(draft: Manuscript) -> str | None:
    """Return the office that a title or a decree names, where no line is one."""
    return office_of_title(draft.title_lines) or office_of_decree(draft.preamble)


def _closes(line: Line) -> bool:
    """Whether a line begins what stands below the last section: place and date, who signs."""
    return bool((line.gap and _CLOSING.match(line.plain)) or _SIGNS.fullmatch(line.plain))


def _as_name(printed: str, texts: list[str]) -> str:
    """Return a name in sentence case; the line that prints it ("Nama SOP: ...") tells no case."""
    others = [text for text in texts if printed not in text]
    return sentence_case(printed, others) if is_capitals(printed) else printed


def _own_headings(
    lines: Sequence[Line], span: tuple[int, int], headings: Mapping[int, Found]
) -> dict[int, Found]:
    """Return the headings of one standard, numbered in its own style.

    Where that is seen by no known name, it is the style of the others.
    """
    begin, end = span
    own = {begin + at: found for at, found in find_headings(lines[begin:end]).items()}
    return own or {at: found for at, found in headings.items() if begin <= at < end}


def _outside(headings: dict[int, Found], chapters: dict[int, Chapter]) -> dict[int, Found]:
    """Return the headings that stand in no chapter which is a section itself."""
    inside = {at for chapter in chapters.values() for at in range(chapter.begin, chapter.end)}
    return {at: found for at, found in headings.items() if at not in inside}


@dataclass(slots=True)
class _Filling:
    """Puts every line of one standard into its title, preamble, a part, a heading or a section."""

    pages: Pages
    title: Title
    headings: dict[int, Found]
    parts: dict[int, Part]
    chapters: dict[int, Chapter]
    draft: Manuscript = field(default_factory=lambda: Manuscript(""))
    bodies: list[list[Line]] = field(default_factory=list)
    part: Part = Part("", "")
    part_lines: list[str] = field(default_factory=list)
    in_part_title: bool = False
    chapter: Chapter | None = None
    general: int | None = None
    covered: bool = False

    def fill(self, span: Iterable[int]) -> Manuscript:
        """Place the lines with these indexes and build the sections' outlines."""
        for index in span:
            place = self._begin_general if index == self.general else self._place
            before = len(self.draft.sections)
            place(index, self.pages.lines[index])
            if index < self.title.start or (self.general is not None and index > self.general):
                for section in self.draft.sections[before:]:
                    section.is_general = True
        self._close_part()
        letters = [s.letter for s in self.draft.sections if s.letter.isalpha()]
        lettered = not all(map(_ROMAN.fullmatch, letters))  # below "IV." an "A." is an entry
        for section, body in zip(self.draft.sections, self.bodies, strict=True):
            steps = section.facet is Facet.PROCEDURE
            marked = section.is_part or not lettered
            width = self.pages.width
            nodes, warnings = build_outline(body, width, capitals=marked, steps=steps)
            # What stands below the last step may be a note on it.
            section.nodes = nodes if steps else with_led_lists(nodes)
            where = f"{section.part} {section.letter or section.heading}".strip()
            self.draft.warnings += [f"{warning} ({where})" for warning in warnings]
        return self.draft

    def _place(self, index: int, line: Line) -> None:
        if self.title.start <= index < self.title.end:
            self.draft.title_lines.append(line.text)
        elif index in self.parts:
            self._close_part()
            self.part, self.in_part_title = self.parts[index], True
            self.part_lines = [line.text]
            self.chapter = self.chapters.get(index)
        elif index in self.headings:
            self._begin_section(self.headings[index], line)
        elif self.in_part_title and self._ends_part_title(line):
            self.part = Part(self.part.name, f"{self.part.title} {line.plain}".strip())
            self.part_lines.append(line.text)
        elif self.part_lines:
            self._begin_part(line)
            self.bodies[-1].append(line)
        elif self.bodies and _closes(line):
            self._begin_unnamed(line.plain, line.text, line)
        elif self.bodies:
            self.bodies[-1].append(line)
        else:
            self._place_outside(index, line)

    def _ends_part_title(self, line: Line) -> bool:
        broken = not line.gap and len(self.part_lines) == 1 and len(self.part.name) == 1
        return line.plain.isupper() or (broken and bool(GOES_ON.match(line.plain)))

    def _place_outside(self, index: int, line: Line) -> None:
        """Keep a line before the first section; one of them may name the office."""
        early = len(self.draft.preamble) <= _PAGE_HEAD and not self.draft.main_heading
        if early and _MAIN.match(line.text) and not names_office(line):
            self.draft.main_heading = line.plain
        self.draft.preamble.append(line.plain)
        below = index >= self.title.end
        before = self.pages.lines[index - 1].plain if index else ""
        if before and before == self.draft.office and not line.gap and heads_region(line):
            self.draft.office = f"{before} {line.plain}"
            return
        if cover := None if below else office_of_cover(line.plain):
            self.draft.office, self.draft.office_heads, self.covered = cover, True, True
            return
        first = below and not self.draft.office
        near = index - self.title.end < _NEAR_TITLE
        above = None if below and not (first and near) else office_of_head(line)
        if (above and not self.covered) or (first and names_office(line)):
            self.draft.office_heads = not below
            self.draft.office = above or line.plain  # above the title the last one is the lowest

    def _close_part(self) -> None:
        """Name the lines of a part under which no section stands."""
        self.draft.warnings += [f"unplaced: {line}" for line in self.part_lines]
        self.part_lines = []

    def _begin_section(self, found: Found, line: Line) -> None:
        printed = line.plain.removesuffix(found.rest).rstrip()
        self._add(found.letter, found.heading, printed, line.page)
        if found.rest:
            self.bodies[-1].append(Line(found.rest, line.page))
        if found.heading.mended:
            self.draft.warnings.append(f"heading_mended: {printed}")

    def _begin_part(self, line: Line) -> None:
        """Begin the section of what stands below a part's title: a chapter's, or an unnamed one."""
        titled = known_heading(self.part.title)
        facet = titled.facet if titled and titled.exact else Facet.OTHER
        facet = self.chapter.facet if self.chapter else facet
        self._add("", Heading(facet, self.part.title or self.part.name, exact=False), "", line.page)
        self.draft.sections[-1].is_part = facet is not Facet.OTHER

    def _begin_general(self, index: int, line: Line) -> None:
        """Begin what holds for all standards of the file; its heading may be missing."""
        if index in self.headings:
            self._begin_section(self.headings[index], line)
            self.draft.sections[-1].is_general = True
            return
        headed = names_general(line)
        self.part = Part("", "")
        self._begin_unnamed(line.plain if headed else "", line.text if headed else "", line)
        self.draft.sections[-1].is_general = True
        self.bodies[-1] += [] if headed else [line]

    def _begin_unnamed(self, heading: str, printed: str, line: Line) -> None:
        """Begin a section of what has no heading of its own: the signatures."""
        self._add("", Heading(Facet.OTHER, heading, exact=False), printed, line.page)

    def _add(self, letter: str, heading: Heading, printed: str, page: int | None) -> None:
        self.in_part_title = False
        self.part_lines = []
        section = RawSection(
            facet=heading.facet,
            letter=letter,
            heading=heading.text,
            original=printed,
            part=self.part.name,
            part_title=self.part.title,
            page=page,
        )
        self.draft.sections.append(section)
        self.bodies.append([])
