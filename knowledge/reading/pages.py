"""From raw text to content lines with their page: letterheads, page marks and catchwords apart.

What the lines mean (headings, lists) is the business of the layouts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from knowledge.reading.cleaning import plain

_PAGE = re.compile(
    r"\W{0,3}[-–—]\s*(\d{1,4})\s*[-–—]\W{0,3}|(?:halaman|hal\.?|hlm\.?|page)\s+(\d{1,4})"
    r"(?:\s+(?:dari|of|/)\s*\d{1,4})?",
    re.I,
)
_LONE = re.compile(r"\d{1,4}")
_DOTS = re.compile(r"\s*(?:\.\s?){2,}\.?$|\s*…$")
_HEADING_WORDS = re.compile(r"\b(?:STANDAR|BAGIAN|BAB|LAMPIRAN|PROSEDUR|SOP)\b")
_TOKEN = re.compile(r"[^\W_]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LETTERHEAD_LINES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One content line as printed, trimmed; `gap` says that a blank line or page break precedes."""

    text: str
    page: int | None = None
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """A document's content lines, and what was taken out as page furniture."""

    lines: tuple[Line, ...]
    furniture: tuple[str, ...]
    warnings: tuple[str, ...]


def split_pages(text: str) -> Pages:
    """Take the page furniture out of a text; every other line is kept, in order."""
    raw = [line.strip() for line in _normalise(text).split("\n")]
    marks = _page_marks(raw)
    removed = dict.fromkeys(marks) | _letterheads(raw, marks)
    pages = _numbering(raw, marks, removed)
    lines: list[Line] = []
    gap = True
    for index, line in enumerate(raw):
        if not line or line == "\f" or index in removed:
            gap = True
            continue
        lines.append(Line(line, pages[index], gap))
        gap = False
    kept, catchwords, warnings = _without_catchwords(lines)
    furniture = dict.fromkeys([raw[index] for index in sorted(removed)] + catchwords)
    return Pages(tuple(kept), tuple(furniture), tuple(warnings))


def _normalise(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    text = text.replace("\x0c", "\n\f\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(c if c >= " " or c in "\n\f" else " " for c in text)


def _page_marks(raw: list[str]) -> dict[int, int]:
    """Map the index of each page mark to its number."""
    marks: dict[int, int] = {}
    lone: dict[int, int] = {}
    for index, line in enumerate(raw):
        if not line or len(line) > 40:
            continue
        text = plain(line)
        if match := _PAGE.fullmatch(text):
            marks[index] = int(match[1] or match[2])
        elif _LONE.fullmatch(text):
            lone[index] = int(text)
    # A number alone on its line is a page mark only as one of a rising series.
    if not marks and len(lone) > 1:
        numbers = list(lone.values())
        if all(b == a + 1 for a, b in zip(numbers, numbers[1:], strict=False)):
            return lone
    return marks


def _letterheads(raw: list[str], marks: dict[int, int]) -> dict[int, None]:
    """Find the capital lines that stand above page marks, wherever they are repeated."""
    heads: set[str] = set()
    for mark in marks:
        index, taken = mark - 1, 0
        while index >= 0 and taken < _LETTERHEAD_LINES:
            if raw[index] and raw[index] != "\f":
                text = plain(raw[index])
                if not text.isupper() or _HEADING_WORDS.search(text):
                    break
                heads.add(text)
                taken += 1
            index -= 1
    return {i: None for i, line in enumerate(raw) if line and plain(line) in heads}


def _numbering(
    raw: list[str], marks: dict[int, int], removed: dict[int, None]
) -> list[int | None]:
    """Return each line's page: marks stand at the top of a page unless the text shows otherwise."""
    content = [i for i, line in enumerate(raw) if line and line != "\f" and i not in removed]
    pages: list[int | None] = [None] * len(raw)
    if not marks or not content:
        return pages
    first, last = min(marks), max(marks)
    at_foot = content[0] < first and content[-1] < last
    page: int | None = None
    order = range(len(raw) - 1, -1, -1) if at_foot else range(len(raw))
    for index in order:
        page = marks.get(index, page)
        pages[index] = page
    return pages


def _without_catchwords(lines: list[Line]) -> tuple[list[Line], list[str], list[str]]:
    """Drop a line that only announces the next page's first words ("Tujuannya . . .")."""
    kept: list[Line] = []
    dropped: list[str] = []
    warnings: list[str] = []
    gap = False
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        announced = _announced(line.text)
        if announced and following is not None and _begins(following.text, announced):
            dropped.append(line.text)
            gap = True
            continue
        if announced and len(announced) <= 4 and following is not None and following.gap:
            warnings.append(f"catchword_unsure: {line.text}")
        kept.append(replace(line, gap=True) if gap else line)
        gap = False
    return kept, dropped, warnings


def _announced(line: str) -> list[str]:
    """Return the words before closing dots, or nothing if the line does not end in dots."""
    text = plain(line)
    shorter = _DOTS.sub("", text)
    return _tokens(shorter) if shorter != text and len(text) < 90 else []


def _begins(line: str, announced: list[str]) -> bool:
    return _tokens(plain(line))[: len(announced)] == announced


def _tokens(text: str) -> list[str]:
    return [token.casefold() for token in _TOKEN.findall(text)]
