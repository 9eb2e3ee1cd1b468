"""From words on a page to lines and whole paragraphs, by their places alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from knowledge.reading.formats.pdf_page import Word
from knowledge.reading.joining import before_number, join_lines
from knowledge.reading.marks import take_mark

_SAME_LINE = 0.4  # of the letters' height
_FAR = 1.45  # lines further apart than this many usual distances are paragraphs of their own
_INDENT = 4.0
_CENTRED = 12.0
_HEADING = re.compile(r"(?:[A-Z]|[IVX]{1,5})[.)]\s+[A-Z]|BA(?:B|GIAN)\s+[IVXK]")
_STOPS = (".", ":", ";", "!", "?")


@dataclass(slots=True)
class PrintedLine:
    """The words on one line of one column, from the left."""

    words: list[Word]
    edge: float = 0.0  # how far right the lines of its column go

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def base(self) -> float:
        """How far down it stands."""
        return median(word.base for word in self.words)

    @property
    def size(self) -> float:
        """How high its letters are."""
        return max(word.size for word in self.words)


def lines_of(words: Sequence[Word]) -> list[PrintedLine]:
    """Return the lines that words stand on, from above, whatever columns there are."""
    lines: list[PrintedLine] = []
    row: list[Word] = []
    for word in sorted(words, key=lambda w: w.base):
        if row and word.base - row[0].base > _SAME_LINE * min(word.size, row[0].size):
            lines.append(PrintedLine(sorted(row, key=lambda w: w.left)))
            row = []
        row.append(word)
    if row:
        lines.append(PrintedLine(sorted(row, key=lambda w: w.left)))
    return lines


@dataclass(slots=True)
class Paragraph:
    """Lines that go on with each other; `gap` says that it stands apart from the one before."""

    lines: list[PrintedLine] = field(default_factory=list)
    gap: bool = False

    @property
    def text(self) -> str:
        """The whole text, broken words joined."""
        return join_lines([line.text for line in self.lines], mend=True)

    @property
    def top(self) -> float:
        """How far down it begins."""
        return self.lines[0].base

    def is_full(self, following: PrintedLine) -> bool:
        """Whether the first word of the following line had no room on the last one."""
        last = self.lines[-1]
        first = following.words[0]
        return last.right + (first.right - first.left) + last.size / 4 > last.edge

    def goes_on(self, line: PrintedLine, distance: float) -> bool:
        """Whether a line of the same column belongs to the paragraph."""
        last = self.lines[-1]
        if self._ends_before(line) or not self.is_full(line):
            return False
        if distance and line.base - last.base > _FAR * distance:
            return False
        if abs(line.size - last.size) > last.size / 4 or self._is_centred(line):
            return False
        rest = self.lines[1].left if len(self.lines) > 1 else None
        if rest is None:
            return line.left - last.left > -60 and line.left - last.left < 90  # noqa: PLR2004
        return abs(line.left - rest) <= _INDENT

    def turns_to(self, line: PrintedLine) -> bool:
        """Whether the first line of the next column or page belongs to the paragraph."""
        last = self.lines[-1]
        if last.text.endswith(_STOPS) or line.text.isupper() or self._ends_before(line):
            return False
        return self.is_full(line)

    def _ends_before(self, line: PrintedLine) -> bool:
        """Whether a line begins something new: "2. ..." does, but not behind "Jalan X Nomor"."""
        number = before_number(self.lines[-1].text) and line.text[0].isdigit()
        return _begins(line) and not number

    def _is_centred(self, line: PrintedLine) -> bool:
        """Whether two lines share their middle and neither their left nor their right end."""
        last = self.lines[-1]
        if take_mark(last.text)[0] or last.right > last.edge - _CENTRED:
            return False
        apart = abs(last.left - line.left) > _CENTRED and abs(last.right - line.right) > _CENTRED
        return apart and abs((last.left + last.right) - (line.left + line.right)) < _CENTRED


def _begins(line: PrintedLine) -> bool:
    """Whether a line begins with the mark of an item, a section or a part."""
    return bool(take_mark(line.text)[0] or _HEADING.match(line.text))


def paragraphs_of(lines: Sequence[PrintedLine]) -> list[Paragraph]:
    """Return the paragraphs that lines make, in their order."""
    steps = [b.base - a.base for a, b in zip(lines, lines[1:], strict=False) if b.base > a.base]
    usual = _usual(steps)
    found: list[Paragraph] = []
    for line in lines:
        last = found[-1].lines[-1] if found else None
        below = last is not None and line.base > last.base
        if found and (found[-1].goes_on(line, usual) if below else found[-1].turns_to(line)):
            found[-1].lines.append(line)
            continue
        apart = last is None or not below or line.base - last.base > _FAR * (usual or line.size)
        apart = apart or (last is not None and abs(line.size - last.size) > last.size / 5)
        found.append(Paragraph([line], gap=apart))
    return found


def _usual(steps: list[float]) -> float:
    """Return the usual distance between two lines: the lower middle of all distances."""
    return sorted(steps)[len(steps) // 4] if steps else 0.0
