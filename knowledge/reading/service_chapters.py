"""Decrees whose chapters are services: "BAB II LAYANAN KONSULTASI" above articles of paragraphs.

A paragraph that tells of a component heads it; what the other chapters say holds for all services.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from knowledge.model import Facet
from knowledge.reading.articles import ARTICLE, told_by_article
from knowledge.reading.headings import known_heading, named_facets
from knowledge.reading.openings import opening_of
from knowledge.reading.pages import Line, Pages
from knowledge.reading.parts import Part, part_of
from knowledge.reading.wordings import PHRASES

_SEVERAL = 2
_LEAST = 3  # articles of a service
_SERVICE = re.compile(r"(?:STANDAR\s+)?(?:PE)?LAYANAN\s+(?P<name>\w.*)", re.I)
_ON_COMPLAINTS = re.compile(r"\b(?:pengaduan|keluhan|aduan)\b", re.I)
_PARAGRAPH = re.compile(r"(?P<mark>\(\d{1,2}\))\s+(?P<text>\S.*)")
#: What a paragraph names where it tells of it, also below "Penyelenggara dan Persyaratan".
_OF_WHOM = frozenset({Facet.UNIT, Facet.RESPONSIBLE, Facet.IMPLEMENTERS, Facet.USERS})
_TITLE, _SECTION = "# ", "## "


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter: the line that names it, its title, and its lines below that."""

    head: Line
    title: str
    body: tuple[Line, ...]

    @property
    def service(self) -> str:
        """The name of the service whose sections its articles may be, or ""."""
        articles = sum(bool(ARTICLE.fullmatch(line.plain)) for line in self.body)
        named = _SERVICE.fullmatch(self.title) if articles >= _LEAST else None
        return named["name"] if named else ""

    def without_name(self, text: str) -> str:
        """Return a sentence without the service: "Penanggung jawab layanan X adalah ..."."""
        name = re.escape(self.service)
        return (
            re.sub(rf"\s*\b(?:(?:pe)?layanan\s+)?{name}\b", "", text, flags=re.I).strip()
            if name
            else text
        )


def with_service_chapters(pages: Pages) -> Pages:
    """Return a decree of several services with each as a title and each component as a heading."""
    chapters = list(_chapters(pages.lines))
    if sum(bool(chapter.service) for chapter in chapters) < _SEVERAL:
        return pages
    above = pages.lines[: pages.lines.index(chapters[0].head)]
    last = max(at for at, chapter in enumerate(chapters) if chapter.service)
    lines = [*above]
    for at, chapter in enumerate(chapters):
        level = _TITLE if chapter.service or at == last + 1 else _SECTION
        lines += _Telling(chapter).lines(level)
    return replace(pages, lines=tuple(lines))


def _chapters(lines: Sequence[Line]) -> Iterator[_Chapter]:
    begins = [at for at, line in enumerate(lines) if _counts(line)]
    for begin, end in pairwise([*begins, len(lines)]):
        body = begin + 1
        while body < end and lines[body].plain.isupper():
            body += 1
        part = part_of(lines[begin].plain) or Part("", "")
        title = " ".join([part.title, *(line.plain for line in lines[begin + 1 : body])])
        yield _Chapter(lines[begin], title.strip(), tuple(lines[body:end]))


def _counts(line: Line) -> bool:
    part = part_of(line.plain)
    return part is not None and part.name.startswith("Bab ")


@dataclass(slots=True)
class _Telling:
    """Goes through the paragraphs of a chapter; knows of what the last one tells.

    `named` are the components of the part's title that are still to come; `above` is printed over
    the next paragraph: "BAB II", "Bagian Kesatu" and its title, "Pasal 3".
    """

    chapter: _Chapter
    named: list[Facet] = field(default_factory=list)
    facet: Facet | None = None
    above: list[str] = field(default_factory=list)
    awaits_title: bool = False

    def lines(self, level: str) -> Iterator[Line]:
        """Yield the chapter's lines, each paragraph that tells something new below a heading."""
        head, title = self.chapter.head, self.chapter.title
        self.facet = None if self.chapter.service else next(iter(named_facets(title)), None)
        self.above = [head.plain.removesuffix(title).strip()]
        whole = self.facet is not None and self.facet is not Facet.DEFINITIONS
        if self.facet and known_heading(title) is None:
            self.above, title = [*self.above, title], PHRASES[self.facet][0]
        yield replace(head, text=f"{level}{title}", gap=True, service=self.chapter.service)
        for line in self.chapter.body:
            if self._heads_article(line):
                self.above.append(line.plain)
            elif whole:
                yield self._below(line, line.plain)
            else:
                yield from self._paragraph(line)

    def _heads_article(self, line: Line) -> bool:
        """Whether a line numbers an article, or a part of the chapter, or is that part's title."""
        article = ARTICLE.fullmatch(line.plain)
        part = None if article else part_of(line.plain)
        if self.awaits_title and not article:
            part, self.named = None, list(named_facets(line.plain))
        elif part:
            self.named = list(named_facets(part.title))
        heads = bool(article or part or self.awaits_title)
        self.awaits_title = part is not None and not part.title
        return heads

    def _below(self, line: Line, text: str, before: str = "") -> Line:
        """Return a line with a text and what is printed before and above it."""
        above, self.above = [*self.above, before], []
        return replace(line, text=text, before=" ".join(filter(None, above)))

    def _paragraph(self, line: Line) -> Iterator[Line]:
        """Yield a line, below a heading where it begins to tell of another component."""
        begins = _PARAGRAPH.fullmatch(line.plain)
        if not (begins or self.above):
            yield line
            return
        mark, text = (begins["mark"], begins["text"]) if begins else ("", line.plain)
        facet = self._told(text)
        opening = opening_of(self.chapter.without_name(text))
        if facet is None or facet is self.facet:
            leads = text.endswith(":")  # without its number that would be a heading
            kept = self._below(line, line.plain if leads else text, "" if leads else mark)
            yield replace(kept, gap=not leads)
            return
        article = self.above[-1] if self.above else ""
        named = opening.heading if opening and opening.facet is facet else ""
        heading = named or (article if facet is Facet.OTHER else PHRASES[facet][0])
        yield replace(line, text=f"{_SECTION}{heading}", gap=True)
        self.facet = facet
        said = opening.text if opening and opening.text.strip(" .:") else text
        rest = said if text.endswith(said) else text
        yield self._below(line, rest, f"{mark} {text.removesuffix(rest)}".strip())

    def _told(self, text: str) -> Facet | None:
        """Return what a paragraph tells of; the first of an article always something new."""
        facet = told_by_article(self.chapter.without_name(text))
        served = self.chapter.service and _ON_COMPLAINTS.search(self.chapter.title)
        if facet is Facet.COMPLAINT and served:
            facet = None  # it is the service that they are handled
        if facet is None and self.above:
            facet = next((named for named in self.named if named not in _OF_WHOM), Facet.OTHER)
            self.facet = None if facet is Facet.OTHER else self.facet
        self.named = [named for named in self.named if named is not facet]
        return facet
