"""What a PDF page holds by its place: words and ruled lines. What they mean is told elsewhere.

Places are in points from the page's upper left corner, as the page is shown.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_WORD_GAP = 0.25  # of the letters' height: wider than between letters, narrower than a space
_SAME_LINE = 0.5
_THIN = 2.5
_FINE = 250 / 72  # pixels a point: what recognising needs
_MOST_PIXELS = 12_000_000
_MOST_LETTERS = 60_000
_MOST_PATHS = 20_000
_DOT = (1.5, 7.0)  # points: how wide and high a bullet is that is drawn
_MOST_DOTS = 2_000
_BESIDE = 20.0
_SOFT_HYPHENS = frozenset("\u00ad\ufffe\u0002")
_PRIVATE = range(0xE000, 0xF8FF + 1)
_KNOWN_PRIVATE = range(0xF000, 0xF0FF + 1)  # bullets of Symbol and Wingdings


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them; `base` is the line that they stand on."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: at `at`, from `begin` to `end`, upright or level."""

    upright: bool
    at: float
    begin: float
    end: float


@dataclass(slots=True)
class Page:
    """One page: `pictures` is the share that pictures cover, `unread` that of letters unknown."""

    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    height: float = 0.0
    width: float = 0.0
    pictures: float = 0.0
    unread: float = 0.0


def page_of(document: pdfium.PdfDocument, index: int) -> Page:
    """Return what stands on a page."""
    page = document[index]
    try:
        turn = _Turn(page)
        found = Page(height=turn.height, width=turn.width)
        text = page.get_textpage()
        try:
            letters = list(_letters(text, turn))
        finally:
            text.close()
        signs = [sign for sign, *_ in letters if not sign.isspace()]
        found.unread = sum(map(_has_no_meaning, signs)) / len(signs) if signs else 0.0
        found.words = list(_words(letters))
        _look_at_drawings(page, turn, found)
        return found
    finally:
        page.close()


def picture_of(document: pdfium.PdfDocument, index: int, page: Page) -> tuple[bytes, float]:
    """Return a page as a picture (PNG, grey), and how many of its pixels make a point."""
    scale = min(_FINE, (_MOST_PIXELS / max(1.0, page.width * page.height)) ** 0.5)
    shown = document[index]
    try:
        bitmap = shown.render(scale=scale, grayscale=True)
        out = io.BytesIO()
        bitmap.to_pil().save(out, "PNG", compress_level=1)
        bitmap.close()
        return out.getvalue(), scale
    finally:
        shown.close()


class _Turn:
    """Turns places of the file (from below, unturned) into places of the page as it is shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._turned = page.get_rotation()
        wide, high = self._right - self._left, self._top - self._bottom
        self.width, self.height = (high, wide) if self._turned in (90, 270) else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return how far right and how far down a point is."""
        if self._turned == 90:  # noqa: PLR2004
            return y - self._bottom, x - self._left
        if self._turned == 180:  # noqa: PLR2004
            return self._right - x, y - self._bottom
        if self._turned == 270:  # noqa: PLR2004
            return self._top - y, self._right - x
        return x - self._left, self._top - y


_Letter = tuple[str, float, float, float, float]
"""The sign, left, right, base and size."""


def _letters(text: pdfium.PdfTextPage, turn: _Turn) -> Iterator[_Letter]:
    """Yield the letters in the file's order; spaces and ends of lines are letters too."""
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(min(text.count_chars(), _MOST_LETTERS)):
        sign = chr(min(raw.FPDFText_GetUnicode(text, index), 0x10FFFF))
        if sign in _SOFT_HYPHENS:
            sign = "-"
        if sign.isspace() or not sign.isprintable() and not _has_no_meaning(sign):
            yield " ", 0.0, 0.0, 0.0, 0.0
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, upper = turn.point(box.left, box.top)
        right, lower = turn.point(box.right, box.bottom)
        _, base = turn.point(x.value, y.value)
        yield sign, min(left, right), max(left, right), base, abs(lower - upper)


def _has_no_meaning(sign: str) -> bool:
    """Whether a letter is one of a font that does not say which letters it draws."""
    code = ord(sign)
    return (
        sign == "\ufffd"
        or (code in _PRIVATE and code not in _KNOWN_PRIVATE)
        or 0 < code < 32
        and not sign.isspace()
    )  # noqa: PLR2004


def _words(letters: list[_Letter]) -> Iterator[Word]:
    run: list[_Letter] = []
    for letter in letters:
        sign, left, _, base, size = letter
        if sign == " ":
            yield from _word(run)
            run = []
            continue
        if run:
            _, _, end, on, before = run[-1]
            apart = left - end > _WORD_GAP * max(size, before) or left < run[-1][1] - before
            if apart or abs(base - on) > _SAME_LINE * max(size, before):
                yield from _word(run)
                run = []
        run.append(letter)
    yield from _word(run)


def _word(run: list[_Letter]) -> Iterator[Word]:
    if run:
        yield Word(
            "".join(letter[0] for letter in run),
            min(letter[1] for letter in run),
            max(letter[2] for letter in run),
            run[0][3],
            max(letter[4] for letter in run) or 1.0,
        )


def _look_at_drawings(page: pdfium.PdfPage, turn: _Turn, found: Page) -> None:
    """Note the ruled lines, the drawn bullets, and how much of the page pictures cover."""
    covered = 0.0
    dots: list[_Dot] = []
    for count, drawn in enumerate(page.get_objects(max_depth=3)):
        if count > _MOST_PATHS:
            found.rules.clear()
            break
        if drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = drawn.get_bounds()
            covered += abs(right - left) * abs(top - bottom)
        elif drawn.type == raw.FPDF_PAGEOBJ_PATH:
            found.rules += _rules(drawn, turn)
            dots += _dots(drawn, turn)
    found.words += _bullets(found.words, dots[:_MOST_DOTS])
    found.pictures = covered / (turn.width * turn.height or 1.0)


_Dot = tuple[float, float, float]
"""Left, right and the height of the middle."""


def _dots(path: pdfium.PdfObject, turn: _Turn) -> list[_Dot]:
    """Return the place of a drawing that is as small as a bullet and as wide as it is high."""
    left, bottom, right, top = path.get_bounds()
    wide, high = right - left, top - bottom
    if not all(_DOT[0] <= side <= _DOT[1] for side in (wide, high)) or abs(wide - high) > wide / 4:
        return []
    (x, y), (u, v) = turn.point(left, bottom), turn.point(right, top)
    return [(min(x, u), max(x, u), (y + v) / 2)]


def _bullets(words: list[Word], dots: list[_Dot]) -> Iterator[Word]:
    """Yield a bullet for each drawn dot that a line begins behind; browsers print lists so."""
    for left, right, middle in dots:
        near = [
            word
            for word in words
            if word.base - word.size < middle < word.base and left - _BESIDE < word.left
        ]
        behind = min(near, key=lambda word: word.left, default=None)
        if behind and right <= behind.left < right + _BESIDE:
            yield Word("•", left, right, behind.base, behind.size)


def _rules(path: pdfium.PdfObject, turn: _Turn) -> list[Rule]:
    """Return the level and upright lines of a path; a thin box is a line, any other four."""
    rules: list[Rule] = []
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = here = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_PATHS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        there = turn.point(*matrix.on_point(x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = there
        elif kind == raw.FPDF_SEGMENT_LINETO:
            rules += _rule(here, there)
        here = there
        if raw.FPDFPathSegment_GetClose(segment):
            rules += _rule(here, begin)
            here = begin
    return rules


def _rule(a: tuple[float, float], b: tuple[float, float]) -> list[Rule]:
    wide, high = abs(a[0] - b[0]), abs(a[1] - b[1])
    if high <= 1.0 and wide > _THIN:
        return [Rule(False, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))]
    if wide <= 1.0 and high > _THIN:
        return [Rule(True, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1]))]
    return []
