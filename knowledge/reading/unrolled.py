"""Texts whose line breaks were lost on the way: "A. Dasar Hukum 1. Peraturan X 2. Peraturan Y".

Breaks are put back before parts, titles in capitals, and marks that count on in their list, and
behind the names of components that head a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.reading.copied_rows import heading_length
from knowledge.reading.joining import before_number

_LONG = 800
_WIDE = 120  # characters; where the breaks were lost, a shorter line is one as printed
_MOST = 0.7  # share of the text that stands in long lines where the breaks were lost
_FEWEST = 4  # known headings, without which the long lines are just paragraphs
_LARGEST = 400_000  # characters; so many more on few lines are no text that people printed
_DEEPEST = 8  # open lists
_HEAD = 160  # characters in which the name of a component stands
_BEFORE = 30
_MARK = re.compile(
    r"(?<=\s)(?:[-–]\s+)?(?P<open>\(?)(?P<name>[A-Za-z]|\d{1,2})(?P<close>[.)])\s+(?=[\w(\"“])"
)
_PART = re.compile(
    r"\s(?=\*{0,2}(?:BAGIAN|BAB)\s+(?:KE[A-Z]{3,}|PERTAMA|[IVX]{1,5})\b|NO\.?\s+KOMPONEN\b)"
)
_CAPITALS = re.compile(r"(?<!\S)\*{0,2}[A-Z]{2,}[,:]?(?:[\s/,-]+[A-Z]{2,}\b[,:]?){3,}\*{0,2}(?!\S)")
_BULLET = re.compile(r"(?<=[:;.,])\s+(?=[-–•]\s+[\w(])|\s+(?=[•●▪➢]\s|(?:Catatan|Keterangan)\s?:)")
_CATCHWORD = re.compile(r"(\s\.\s?\.\s?\.|\.{3})\s")
_DOTS = re.compile(r"\s*\.\s?\.\s?\.")
_PAGE = re.compile(r"\s([-–]\s?\d{1,4}\s?[-–])\s")


def with_line_breaks(text: str) -> str:
    """Return a text with the breaks that it lost, or as it is where its lines are as printed."""
    lines = text.split("\n")
    long = sum(len(line) for line in lines if len(line) >= _LONG)
    if long < _MOST * len(text) or len(text) > _LARGEST:
        return text
    unrolling = _Unrolling()
    printed = [unrolling.printed(line) if len(line) >= _WIDE else line for line in lines]
    return "\n".join(printed) if unrolling.known >= _FEWEST else text


@dataclass(slots=True)
class _Unrolling:
    """Goes through long lines, one a page; knows the open lists, the last letter, names it met."""

    letter: int = 0
    known: int = 0
    lists: list[tuple[str, int]] = field(default_factory=list)

    def printed(self, line: str) -> str:
        """Return a line in the lines that it was printed in."""
        parted = _PAGE.sub(r"\n\n\1\n\n", _PART.sub("\n\n", line.replace("**", "")))
        parted = _CATCHWORD.sub(r"\1\n\n", parted)
        blocks = _CAPITALS.sub(r"\n\n\g<0>\n\n", parted).split("\n\n")
        joined = ("".join(self._pieces(f" {block.strip()}")) for block in blocks)
        return _BULLET.sub("\n", "\n\n".join(joined))

    def _pieces(self, block: str) -> Iterator[str]:
        """Yield the block in pieces, each with the break before it."""
        at = 0
        for mark in _MARK.finditer(block):
            begins = self._begins(block, mark)
            if begins is None:
                continue
            yield block[at : mark.start()].strip(" ") if at == 0 else block[at : mark.start()]
            end = mark.end() + begins
            yield f"\n\n{block[mark.start() : end].rstrip()}\n" if begins else "\n"
            at = end if begins else mark.start()
        yield block[at:]

    def _begins(self, block: str, mark: re.Match[str]) -> int | None:
        """Return how long the name is that a section's mark stands before, 0 for another mark.

        None is for what only looks like a mark.
        """
        if before_number(block[max(0, mark.start() - _BEFORE) : mark.start()].rstrip(), alone=True):
            return None
        named = heading_length(block[mark.end() : mark.end() + _HEAD])
        name = mark["name"]
        if name.isupper():
            order = ord(name) - ord("A") + 1
            again = named and order in (1, self.letter)  # a new count, or a page's catchword
            if order != self.letter + 1 and not again:
                return None
            self.letter, self.lists = order, []
            self.known += named > 0
            return 0 if _DOTS.match(block, mark.end() + named) else named
        kind = mark["open"] + ("1" if name.isdigit() else "a") + mark["close"]
        order = int(name) if name.isdigit() else ord(name) - ord("a") + 1
        if not self._counts_on(kind, order):
            return None
        self.known += named > 0
        return 0

    def _counts_on(self, kind: str, order: int) -> bool:
        """Whether a mark goes on with an open list, the innermost first, or begins a new one."""
        for depth in range(len(self.lists) - 1, -1, -1):
            if self.lists[depth] == (kind, order - 1):
                self.lists[depth:] = [(kind, order)]
                return True
        if order == 1:
            self.lists = [*self.lists[-_DEEPEST:], (kind, 1)]
        return order == 1
