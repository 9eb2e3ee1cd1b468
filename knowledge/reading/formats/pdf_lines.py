"""From words on a page to lines, columns and whole paragraphs, by their places alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median

from knowledge.reading.formats.pdf_page import Page, Word
from knowledge.reading.joining import join_lines
from knowledge.reading.marks import take_mark

_SAME_LINE = 0.4  # of the letters' height
_FAR = 1.45  # lines further apart than this many usual distances are paragraphs of their own
_INDENT = 4.0
_CENTRED = 12.0
DEEPEST = 4
_RAGGED = 45.0
_FEWEST_ENDING, _SHARE_ENDING = 4, 0.15
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
        if _begins(line) or not self.is_full(line):
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
        if last.text.endswith(_STOPS) or line.text.isupper() or _begins(line):
            return False
        return self.is_full(line)

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
        found.append(Paragraph([line], gap=apart))
    return found


def _usual(steps: list[float]) -> float:
    """Return the usual distance between two lines: the lower middle of all distances."""
    return sorted(steps)[len(steps) // 4] if steps else 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the lines of a document end, and the white between its columns, if most pages agree."""

    edge: float = 0.0
    gutter: float | None = None


def measure(pages: Sequence[Page]) -> Measure:
    """Return what the pages of a document share.

    Lines end where many of them do; where the lines are too few and short to tell, at a margin
    as wide as the left one.
    """
    lines = [line for page in pages for line in lines_of(page.words)]
    if not lines:
        return Measure()
    longest = max(line.right for line in lines)
    ending = sum(line.right > longest - _RAGGED for line in lines)
    if ending < max(_FEWEST_ENDING, _SHARE_ENDING * len(lines)):
        longest = max(longest, max(p.width for p in pages) - min(line.left for line in lines))
    found = [g for page in pages if page.words and (g := gutter_of(page.words)) is not None]
    return Measure(longest, median(found) if len(found) > len(pages) / 2 else None)


def flow(words: Sequence[Word], of: Measure | None = None, depth: int = 0) -> Iterator[PrintedLine]:
    """Yield the lines in reading order: a column to its end, then the next one."""
    if not words:
        return
    gutter = gutter_of(words) if depth < DEEPEST else None
    parted = _is_parted
    if gutter is None and of is not None and of.gutter is not None:
        gutter, parted = of.gutter, _has_sides
    if gutter is None:
        edge = max(max(w.right for w in words), of.edge if of else 0.0)
        for line in lines_of(words):
            line.edge = edge
            yield line
        return
    for band, across in _bands(words, gutter):
        if not across and parted(band, gutter):
            yield from flow([w for w in band if w.right <= gutter], None, depth + 1)
            yield from flow([w for w in band if w.right > gutter], None, depth + 1)
        else:
            yield from flow(band, Measure(of.edge) if of else None, DEEPEST)


_CLEAR = 5.0  # points without a word on either side of a gutter
_FEWEST_LINES = 4
_STEP = 3.0
_MIDDLE = (0.25, 0.75)
_CROSSED = 0.5
_MOST_TRIED = 6
_FILLED = 0.6
_EVEN = 0.6


def gutter_of(words: Sequence[Word]) -> float | None:
    """Return where the white between two columns of running text is, or None."""
    best, at = 0, None
    for place in _whites(words):
        held = sum(
            len(band)
            for band, across in _bands(words, place)
            if not across and _is_parted(band, place)
        )
        if held > best:
            best, at = held, place
    return at


def _whites(words: Sequence[Word]) -> Iterator[float]:
    """Yield the places in the middle that few lines go across: in running text all do."""
    left, right = min(w.left for w in words), max(w.right for w in words)
    across = [0] * (int((right - left) / _STEP) + 2)
    for word in words:
        begin, end = word.left - _CLEAR - left, word.right + _CLEAR - left
        for at in range(max(0, ceil(begin / _STEP)), min(len(across), ceil(end / _STEP))):
            across[at] += 1
    most = _CROSSED * len({round(w.base) for w in words})
    middle = range(int(_MIDDLE[0] * len(across)), int(_MIDDLE[1] * len(across)))
    whites = sorted((at for at in middle if across[at] <= most), key=lambda at: across[at])
    yield from (left + at * _STEP for at in whites[:_MOST_TRIED])


def _bands(words: Sequence[Word], gutter: float) -> Iterator[tuple[list[Word], bool]]:
    """Yield the words from above, in bands of lines that do or do not go across a gutter."""
    crossing = {
        round(w.base) for w in words if w.left < gutter + _CLEAR and w.right > gutter - _CLEAR
    }
    band: list[Word] = []
    across: bool | None = None
    for line in lines_of(words):
        crosses = any(round(w.base) in crossing for w in line.words)
        if across is not None and crosses is not across:
            yield band, across
            band = []
        across = crosses
        band += line.words
    if band:
        yield band, bool(across)


def _is_parted(words: list[Word], gutter: float) -> bool:
    """Whether both sides of a gutter hold lines of running text, of about the same number."""
    sides = [lines_of([w for w in words if (w.right <= gutter) is left]) for left in (True, False)]
    few, many = sorted(map(len, sides))
    if few < _FEWEST_LINES or few < _EVEN * many and few < 12:  # noqa: PLR2004
        return False
    return all(map(_is_running, sides))


def _has_sides(words: list[Word], gutter: float) -> bool:
    """Whether words stand on both sides, on a page whose columns are known from others."""
    left = sum(word.right <= gutter for word in words)
    return 0 < left < len(words)


def _is_running(lines: list[PrintedLine]) -> bool:
    """Whether most lines are as wide as their column, as in a text and not in a list of labels."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(line.right - line.left >= _FILLED * (right - left) for line in lines)
    colons = sum(line.text.startswith(":") for line in lines)
    return full >= len(lines) / 2 and not colons and right - left > 80  # noqa: PLR2004
