"""A document taken apart but not yet understood: what every layout hands to `standard`.

A new layout (tables, SOP forms) is one module that fills these, and one line in `layouts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.model import Facet
from knowledge.reading.nodes import Node


@dataclass(slots=True, eq=False)
class RawSection:
    """One section: its heading as printed and as read, and the tree of what stands in it.

    `is_part` says that its heading is the title of its part ("BAB III PERSYARATAN"), `is_general`
    that it holds for all standards of its file.
    """

    facet: Facet
    letter: str
    heading: str
    original: str
    part: str
    part_title: str
    page: int | None
    nodes: list[Node] = field(default_factory=list)
    is_part: bool = False
    is_general: bool = False


@dataclass(slots=True, eq=False)
class Manuscript:
    """One standard of a document. `title_lines` are all lines that print its title.

    `shared_head` is what stands above the first standard of the document, for a later one.

    `main_heading` is a line near the begin that is marked "# ...", as on a web page;
    `office` is the name of an office that stands around the title; `office_heads` says that it
    stands above the title, where it heads all standards of the document; `annex` is the number of
    the annex that the standard is, "" where it is none.
    """

    title: str
    title_lines: list[str] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    shared_head: list[str] = field(default_factory=list)
    sections: list[RawSection] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    main_heading: str = ""
    office: str | None = None
    office_heads: bool = False
    annex: str = ""

    def lines(self) -> Iterator[str]:
        """Yield everything the manuscript prints, as it stands in the document."""
        yield from self.title_lines
        yield from self.preamble
        for section in self.sections:
            yield section.original
            for top in section.nodes:
                yield from (node.original for node in top.walk())
