"""Columns of a PDF page: in which order its lines are read, and where they end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from knowledge.reading.formats.pdf_lines import PrintedLine, lines_of
from knowledge.reading.formats.pdf_page import Page, Word

DEEPEST = 4
_RAGGED = 45.0
_FEWEST_ENDING, _SHARE_ENDING = 4, 0.15
_CLEAR = 5.0  # points without a word on either side of a gutter
_FEWEST_LINES = 4
_STEP = 3.0
_MIDDLE = (0.25, 0.75)
_CROSSED = 0.5
_MOST_TRIED = 6
_FILLED = 0.6
_MANY_LINES = 12
_EVEN = 0.6
_SAME_BASE = 1.5  # points
_LEVEL = 0.5  # share of a side's lines; the rows of a list of labels are all level


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
    """Whether both sides of a gutter hold lines of their own, of about the same number.

    They are running text, or their lines do not stand level with each other.
    """
    sides = [lines_of([w for w in words if (w.right <= gutter) is left]) for left in (True, False)]
    few, many = sorted(map(len, sides))
    if few >= _FEWEST_LINES and (few >= _EVEN * many or few >= _MANY_LINES):
        return all(map(_is_running, sides)) or (few >= _MANY_LINES and not _are_level(*sides))
    return _is_last_column(*sides)


def _are_level(left: list[PrintedLine], right: list[PrintedLine]) -> bool:
    """Whether most lines of the shorter side stand beside one of the other, as in a list."""
    few, many = sorted((left, right), key=len)
    beside = sum(any(abs(a.base - b.base) < _SAME_BASE for b in many) for a in few)
    return beside > _LEVEL * len(few)


def _is_last_column(left: list[PrintedLine], right: list[PrintedLine]) -> bool:
    """Whether the right side is a column that ends early, and begins beside the left one's top."""
    if len(left) < _MANY_LINES or len(right) < 2 or not _is_running(left):  # noqa: PLR2004
        return False
    begin = min(line.left for line in right)
    beside = abs(right[0].base - left[0].base) < 2 * left[0].size
    aligned = all(line.left - begin < _RAGGED for line in right)
    return beside and aligned and not any(line.text.startswith(":") for line in right)


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
