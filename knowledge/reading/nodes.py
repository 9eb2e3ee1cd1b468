"""The nodes of which the tree of a section is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.reading.joining import join_lines
from knowledge.reading.marks import Mark


@dataclass(slots=True, eq=False)
class Node:
    """A list item, paragraph (no mark) or note while the tree is built.

    `printed` keeps the lines as they stand, `texts` the same without marks; `level` is the number
    of "#" of a subheading, 0 for all else.
    """

    mark: Mark | None
    page: int | None
    printed: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    note: bool = False
    level: int = 0

    def walk(self) -> Iterator[Node]:
        """Yield this node and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def text(self) -> str:
        """The whole text, lines joined."""
        return join_lines(self.texts, mend=True)

    @property
    def original(self) -> str:
        """The text as it stands in the document, mark included, lines joined."""
        return join_lines(self.printed)
