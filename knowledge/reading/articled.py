"""Decrees of nothing but articles: "Pasal 4" / "Persyaratan pelayanan meliputi: a. ...".

Each article is a section, known by what its first words tell; its number is the section's letter.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Facet
from knowledge.reading.articles import ARTICLE, told_by_article
from knowledge.reading.found import Found
from knowledge.reading.headings import Heading, known_heading
from knowledge.reading.joining import join_lines
from knowledge.reading.pages import Line
from knowledge.reading.parts import part_of

_LEAST = 5
_LEAST_KNOWN = 3
_FEW_LINES = 4  # in which an article says what it is about


def find_articles(lines: Sequence[Line]) -> dict[int, Found]:
    """Return the articles of a text without chapters as its sections, or nothing."""
    if any(part_of(line.plain) for line in lines):
        return {}
    begins = _running(lines)
    if len(begins) < _LEAST:
        return {}
    ends = [*begins[1:], len(lines)]
    found = {
        at: Found(lines[at].plain, _heading(lines[at + 1 : min(end, at + 1 + _FEW_LINES)]))
        for at, end in zip(begins, ends, strict=True)
    }
    known = {hit.heading.facet for hit in found.values()} - {Facet.OTHER}
    return found if len(known) >= _LEAST_KNOWN else {}


def _running(lines: Sequence[Line]) -> list[int]:
    """Return the lines that number the articles, from 1 on."""
    begins: list[int] = []
    for at, line in enumerate(lines):
        match = ARTICLE.fullmatch(line.plain)
        if match and int(match["number"]) == len(begins) + 1:
            begins.append(at)
    return begins


def _heading(said: Sequence[Line]) -> Heading:
    """Return what an article is about, by its title or its first words."""
    titled = known_heading(said[0].plain) if said else None
    if titled and titled.exact:
        return titled
    text = join_lines([line.text for line in said])
    return Heading(told_by_article(text) or Facet.OTHER, "", exact=False)
